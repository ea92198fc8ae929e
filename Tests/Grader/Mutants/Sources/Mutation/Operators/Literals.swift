import SwiftSyntax

/// A number that is one too many or one too few.
enum Literals {
  static func edits(at node: Syntax) -> [Edit] {
    if let literal = node.as(IntegerLiteralExprSyntax.self), let value = Int(literal.text) {
      return [value + 1, value - 1].filter { $0 != 0 || !isSummand(node) }
        .map { Edit(literal, written($0, at: node)) }
    }
    if let literal = node.as(FloatLiteralExprSyntax.self), let value = Double(literal.text) {
      return [value + 1, value - 1].map { Edit(literal, written($0, at: node)) }
    }
    return []
  }

  /// Behind a sign or an operator, a negative number stands in parentheses.
  private static func written<Number: SignedNumeric & Comparable>(
    _ value: Number, at node: Syntax
  ) -> String {
    let isOperand =
      node.parent?.is(PrefixOperatorExprSyntax.self) == true
      || node.parent?.is(InfixOperatorExprSyntax.self) == true
    return value < 0 && isOperand ? "(\(value))" : "\(value)"
  }

  /// With 0 for it, the sum is the one that lacks the term.
  private static func isSummand(_ node: Syntax) -> Bool {
    guard let infix = node.parent?.as(InfixOperatorExprSyntax.self) else { return false }
    return ["+", "-"].contains(infix.sign) && infix.rightOperand.id == node.id
  }
}
