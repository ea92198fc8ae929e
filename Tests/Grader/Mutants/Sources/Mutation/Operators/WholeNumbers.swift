import SwiftSyntax

/// Whole numbers where there should be real ones: a quotient or an operand without its fraction.
///
/// Only real numbers have `rounded`; of whole ones, such a change does not compile.
enum WholeNumbers {
  private static let signs: Set = ["+", "-", "*", "/", "+=", "-=", "*=", "/="]

  static func edits(at node: Syntax) -> [Edit] {
    if let call = node.as(FunctionCallExprSyntax.self), call.isConversion, call.name != "Int",
      let argument = call.onlyArgument
    {
      return rounded(argument)
    }
    guard let infix = node.as(InfixOperatorExprSyntax.self), signs.contains(infix.sign) else {
      return []
    }
    let operands =
      infix.sign.hasSuffix("=")
      ? [infix.rightOperand] : [infix.leftOperand, infix.rightOperand]
    return quotient(infix) + operands.flatMap(rounded)
  }

  /// `Double(a / b)` for `Double(a) / Double(b)`.
  private static func quotient(_ infix: InfixOperatorExprSyntax) -> [Edit] {
    guard infix.sign == "/", let left = infix.leftOperand.as(FunctionCallExprSyntax.self),
      let right = infix.rightOperand.as(FunctionCallExprSyntax.self),
      left.isConversion, right.isConversion, left.name == right.name,
      let dividend = left.onlyArgument, let divisor = right.onlyArgument
    else { return [] }
    return [Edit(infix, "\(left.name)(\(dividend.operand) / \(divisor.operand))")]
  }

  private static func rounded(_ operand: ExprSyntax) -> [Edit] {
    // A converted whole number has no fraction to lose.
    guard operand.isAtom, !operand.isLiteral,
      operand.as(FunctionCallExprSyntax.self)?.isConversion != true
    else { return [] }
    return [
      Edit(operand, "\(operand.text).rounded(.towardZero)")
    ]
  }
}
