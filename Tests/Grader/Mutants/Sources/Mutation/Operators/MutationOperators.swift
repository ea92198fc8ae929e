import SwiftSyntax

/// Every change that is tried, each at every place where it fits.
///
/// Types are not known here. A change that fits by its looks and not by its types, such as `-` for
/// the `+` of two arrays, does not compile, and is sorted out then.
enum MutationOperators {
  /// Gives the changes at a node.
  typealias Operator = @Sendable (Syntax) -> [Edit]

  static let all: [Operator] = [
    Arithmetic.edits, Terms.edits, Assignments.edits, Comparisons.edits, Logic.edits,
    Conditions.edits, Literals.edits, Indices.edits, Ranges.edits, Counterparts.edits,
    Calls.edits, Arguments.edits, Loops.edits, Statements.edits, WholeNumbers.edits,
  ]

  /// The changes in a body, from its start to its end; of two that give the same text, the first.
  static func edits(in body: CodeBlockItemListSyntax) -> [Edit] {
    let walker = Walker(viewMode: .sourceAccurate)
    walker.walk(body)
    return walker.edits
  }

  private final class Walker: SyntaxAnyVisitor {
    var edits: [Edit] = []

    override func visitAny(_ node: Syntax) -> SyntaxVisitorContinueKind {
      if let call = node.as(FunctionCallExprSyntax.self), call.name == "precondition" {
        edits += Preconditions.edits(at: call)
        return .skipChildren
      }
      if let call = node.as(FunctionCallExprSyntax.self), call.name == "preconditionFailure" {
        return .skipChildren
      }
      for change in MutationOperators.all { edits += change(node) }
      return .visitChildren
    }
  }
}
