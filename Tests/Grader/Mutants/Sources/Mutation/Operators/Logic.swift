import SwiftSyntax

/// `&&` for `||`, a lost `!`, false for true, and a choice that is always the same.
enum Logic {
  static func edits(at node: Syntax) -> [Edit] {
    if let infix = node.as(InfixOperatorExprSyntax.self) {
      switch infix.sign {
      case "&&": return [Edit(infix.operator, "||")]
      case "||": return [Edit(infix.operator, "&&")]
      default: return []
      }
    }
    if let prefix = node.as(PrefixOperatorExprSyntax.self), prefix.operator.text == "!" {
      return [Edit(prefix, prefix.expression.text)]
    }
    if let literal = node.as(BooleanLiteralExprSyntax.self) {
      return [Edit(literal, literal.text == "true" ? "false" : "true")]
    }
    if let choice = node.as(TernaryExprSyntax.self) {
      return [
        Edit(choice, choice.thenExpression.operand), Edit(choice, choice.elseExpression.operand),
      ]
    }
    return []
  }
}
