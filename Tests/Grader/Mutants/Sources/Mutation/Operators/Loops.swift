import SwiftSyntax

/// A loop that misses the first or the last of its elements, or ends after the first round.
enum Loops {
  private static let walks: Set = ["map", "flatMap", "compactMap", "reduce", "filter", "count"]

  static func edits(at node: Syntax) -> [Edit] {
    if let loop = node.as(ForStmtSyntax.self) {
      return shortened(loop.sequence) + [once(loop)]
    }
    if let call = node.as(FunctionCallExprSyntax.self), walks.contains(call.name),
      let receiver = call.receiver, call.trailingClosure != nil || !call.arguments.isEmpty
    {
      return shortened(receiver)
    }
    return []
  }

  /// The helpers take what has an order, and no sets and dictionaries: their first is any.
  private static func shortened(_ sequence: ExprSyntax) -> [Edit] {
    [("dropFirst", "withoutFirst"), ("dropLast", "withoutLast")].map { shown, helper in
      Edit(
        sequence, "\(sequence.operand).\(shown)()",
        code: "\(Helpers.name).\(helper)(\(sequence.text))")
    }
  }

  private static func once(_ loop: ForStmtSyntax) -> Edit {
    let place = loop.body.rightBrace.positionAfterSkippingLeadingTrivia.utf8Offset
    let header = loop.text.prefix { $0 != "\n" }
    return Edit(
      place..<place, "\nbreak\n",
      telling: .init(
        line: String(header), change: "\(header) … break", offset: loop.bytes.lowerBound))
  }
}
