import SwiftSyntax

/// A call that is left out: `x` for `x.squareRoot()`, `log(x)` and `max(0, x)`; and a sort that runs
/// the other way.
enum Calls {
  static func edits(at node: Syntax) -> [Edit] {
    guard let call = node.as(FunctionCallExprSyntax.self) else { return [] }
    // A statement that is only a call is dropped as a statement.
    if call.parent?.is(CodeBlockItemSyntax.self) == true, call.receiver != nil,
      call.parent?.parent?.parent?.is(ClosureExprSyntax.self) == false
    {
      return []
    }
    return dropped(call) + reversed(call)
  }

  private static func dropped(_ call: FunctionCallExprSyntax) -> [Edit] {
    if let receiver = call.receiver {
      return receiver.text.first?.isUppercase == true ? [] : [Edit(call, receiver.text)]
    }
    guard call.name.first?.isLowercase == true else { return [] }
    if ["max", "min"].contains(call.name) {
      return call.arguments.map { Edit(call, $0.expression.operand) }
    }
    return call.onlyArgument.map { [Edit(call, $0.operand)] } ?? []
  }

  private static func reversed(_ call: FunctionCallExprSyntax) -> [Edit] {
    guard call.name == "sorted", let receiver = call.receiver, call.arguments.isEmpty,
      call.trailingClosure == nil
    else { return [] }
    return [Edit(call, "\(receiver.text).sorted(by: >)")]
  }
}
