import SwiftSyntax

extension FunctionCallExprSyntax {
  /// The called function's own name, without what stands before its dot.
  var name: String {
    if let reference = calledExpression.as(DeclReferenceExprSyntax.self) {
      return reference.baseName.text
    }
    return calledExpression.as(MemberAccessExprSyntax.self)?.declName.baseName.text ?? ""
  }

  /// What stands before the name's dot.
  var receiver: ExprSyntax? { calledExpression.as(MemberAccessExprSyntax.self)?.base }

  /// The argument of a call with one, which has no label.
  var onlyArgument: ExprSyntax? {
    guard arguments.count == 1, let argument = arguments.first, argument.label == nil,
      trailingClosure == nil
    else { return nil }
    return argument.expression
  }

  /// Whether this makes a number of another type: `Double(x)`.
  var isConversion: Bool { ["Double", "Float", "Int"].contains(name) && receiver == nil }
}

extension InfixOperatorExprSyntax {
  /// `+`, `<`, `+=` …; also `=`.
  var sign: String { self.operator.text }
}

extension ExprSyntax {
  /// Whether it can be an operand, or have `.method()` behind it, without parentheses.
  var isAtom: Bool {
    !(self.is(InfixOperatorExprSyntax.self) || self.is(TernaryExprSyntax.self)
      || self.is(PrefixOperatorExprSyntax.self) || self.is(ClosureExprSyntax.self))
  }

  /// The text, in parentheses where it needs them as an operand.
  var operand: String { isAtom ? text : "(\(text))" }

  /// Whether there is a number written out in it, which has changes of its own.
  var holdsNumber: Bool {
    tokens(viewMode: .sourceAccurate).contains {
      if case .integerLiteral = $0.tokenKind { true } else { false }
    }
  }

  var isLiteral: Bool {
    self.is(IntegerLiteralExprSyntax.self) || self.is(FloatLiteralExprSyntax.self)
      || self.is(StringLiteralExprSyntax.self) || self.is(BooleanLiteralExprSyntax.self)
      || self.is(NilLiteralExprSyntax.self)
  }

  /// This place and the two beside it: `i` becomes `i + 1` and `i - 1`.
  var neighbours: [Edit] {
    isLiteral || self.is(ClosureExprSyntax.self) || holdsNumber
      ? [] : [Edit(self, "\(operand) + 1"), Edit(self, "\(operand) - 1")]
  }
}
