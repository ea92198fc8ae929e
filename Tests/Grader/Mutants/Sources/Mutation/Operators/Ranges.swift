import SwiftSyntax

/// A range, a part of a list or a stride that is one longer or one shorter at an end.
enum Ranges {
  private static let counted: Set = ["prefix", "suffix", "dropFirst", "dropLast", "stride"]

  static func edits(at node: Syntax) -> [Edit] {
    if let infix = node.as(InfixOperatorExprSyntax.self), ["...", "..<"].contains(infix.sign) {
      return [Edit(infix.operator, infix.sign == "..." ? "..<" : "...")]
        + infix.leftOperand.neighbours + infix.rightOperand.neighbours
    }
    if let call = node.as(FunctionCallExprSyntax.self), counted.contains(call.name) {
      return call.arguments.flatMap { argument in
        argument.expression.neighbours + bound(argument)
      }
    }
    return []
  }

  private static func bound(_ argument: LabeledExprSyntax) -> [Edit] {
    guard let label = argument.label else { return [] }
    switch label.text {
    case "to": return [Edit(label, "through")]
    case "through": return [Edit(label, "to")]
    default: return []
    }
  }
}
