import SwiftSyntax

/// A place that is one too far or one too near, and the other one of two.
enum Indices {
  private static let others = ["$0": "$1", "$1": "$0"]

  static func edits(at node: Syntax) -> [Edit] {
    if let call = node.as(SubscriptCallExprSyntax.self) {
      return call.arguments.filter { $0.label == nil && !isRange($0.expression) }
        .flatMap(\.expression.neighbours)
    }
    if let reference = node.as(DeclReferenceExprSyntax.self) {
      if let other = others[reference.baseName.text] { return [Edit(reference, other)] }
      // `pair.0`
      if reference.baseName.text == "0" { return [Edit(reference, "1")] }
      if reference.baseName.text == "1" { return [Edit(reference, "0")] }
    }
    return []
  }

  private static func isRange(_ expression: ExprSyntax) -> Bool {
    expression.as(InfixOperatorExprSyntax.self).map { ["...", "..<"].contains($0.sign) } ?? false
  }
}
