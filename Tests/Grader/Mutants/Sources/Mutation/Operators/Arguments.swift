import SwiftSyntax

/// Two arguments that change places.
enum Arguments {
  /// Of these, the result is the same.
  private static let symmetric: Set = ["max", "min"]

  static func edits(at node: Syntax) -> [Edit] {
    if let call = node.as(FunctionCallExprSyntax.self), !symmetric.contains(call.name) {
      return swapped(call.arguments)
    }
    if let call = node.as(SubscriptCallExprSyntax.self) { return swapped(call.arguments) }
    return []
  }

  private static func swapped(_ arguments: LabeledExprListSyntax) -> [Edit] {
    zip(arguments, arguments.dropFirst()).compactMap { first, second in
      let (left, right) = (first.expression, second.expression)
      guard left.text != right.text else { return nil }
      let range = left.bytes.lowerBound..<right.bytes.upperBound
      let label = second.label.map { "\($0.text): " } ?? ""
      return Edit(range, "\(right.text), \(label)\(left.text)")
    }
  }
}
