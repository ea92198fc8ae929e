import SwiftSyntax

/// Taking off for adding, and keeping only what came last.
///
/// Not `+=` for `=`: most are the same, since what is set was 0 before.
enum Assignments {
  private static let others = [
    "+=": ["-=", "="], "-=": ["+=", "="], "*=": ["/=", "="], "/=": ["*=", "="],
  ]

  static func edits(at node: Syntax) -> [Edit] {
    guard let infix = node.as(InfixOperatorExprSyntax.self) else { return [] }
    return others[infix.sign, default: []].map { Edit(infix.operator, $0) }
  }
}
