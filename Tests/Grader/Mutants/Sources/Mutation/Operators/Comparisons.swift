import SwiftSyntax

/// A comparison that is turned round, loosened or tightened; of pairs, one that forgets a part.
enum Comparisons {
  private static let others = [
    "<": ["<=", ">"], "<=": ["<", ">="], ">": [">=", "<"], ">=": [">", "<="],
    "==": ["!="], "!=": ["=="],
  ]

  static func edits(at node: Syntax) -> [Edit] {
    guard let infix = node.as(InfixOperatorExprSyntax.self), let signs = others[infix.sign] else {
      return []
    }
    return signs.map { Edit(infix.operator, $0) } + parts(infix)
  }

  private static func parts(_ infix: InfixOperatorExprSyntax) -> [Edit] {
    guard let left = infix.leftOperand.as(TupleExprSyntax.self)?.elements,
      let right = infix.rightOperand.as(TupleExprSyntax.self)?.elements,
      left.count == right.count, left.count > 1
    else { return [] }
    return zip(left, right).map { left, right in
      Edit(infix, "\(left.expression.operand) \(infix.sign) \(right.expression.operand)")
    }
  }
}
