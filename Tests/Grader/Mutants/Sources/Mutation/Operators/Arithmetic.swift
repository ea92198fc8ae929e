import SwiftSyntax

/// `+` for `-`, `*` for `/`, and a sign that is lost.
enum Arithmetic {
  private static let others = ["+": "-", "-": "+", "*": "/", "/": "*", "%": "/"]

  static func edits(at node: Syntax) -> [Edit] {
    if let infix = node.as(InfixOperatorExprSyntax.self), let other = others[infix.sign] {
      return [Edit(infix.operator, other)]
    }
    if let prefix = node.as(PrefixOperatorExprSyntax.self), prefix.operator.text == "-" {
      return [Edit(prefix, prefix.expression.text)]
    }
    return []
  }
}
