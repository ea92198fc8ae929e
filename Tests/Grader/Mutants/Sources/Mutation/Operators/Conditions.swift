import SwiftSyntax

/// A condition that is turned round, and a `where` that is left out.
enum Conditions {
  static func edits(at node: Syntax) -> [Edit] {
    if let element = node.as(ConditionElementSyntax.self),
      case .expression(let condition) = element.condition
    {
      return negated(condition)
    }
    if let choice = node.as(TernaryExprSyntax.self) { return negated(choice.condition) }
    if let clause = node.as(WhereClauseSyntax.self) {
      return [Edit(clause, "")] + negated(clause.condition)
    }
    return []
  }

  /// Comparisons, `!`, and chains of `&&` have changes of their own that say the same.
  private static func negated(_ condition: ExprSyntax) -> [Edit] {
    if let prefix = condition.as(PrefixOperatorExprSyntax.self), prefix.operator.text == "!" {
      return []
    }
    if let infix = condition.as(InfixOperatorExprSyntax.self) {
      guard ["<", ">", "<=", ">="].contains(infix.sign) else { return [] }
      return []
    }
    return [Edit(condition, "!\(condition.operand)")]
  }
}
