import SwiftSyntax

/// A name for its counterpart: the other end, the other side, the other table.
enum Counterparts {
  private static let pairs = [
    ("max", "min"), ("first", "last"), ("prefix", "suffix"), ("dropFirst", "dropLast"),
    ("removeFirst", "removeLast"), ("lowerBound", "upperBound"), ("startIndex", "endIndex"),
    ("formUnion", "formIntersection"), ("union", "intersection"), ("keys", "values"),
    ("rows", "columns"), ("row", "column"), ("start", "end"), ("floor", "ceil"),
    ("inputVectors", "outputVectors"), ("embeddingSize", "vocabularySize"),
    ("one", "two"), ("two", "threeOrMore"), ("break", "continue"),
  ]

  private static let others: [String: [String]] = pairs.reduce(into: ["log": ["log2", "log10"]]) {
    $0[$1.0, default: []].append($1.1)
    $0[$1.1, default: []].append($1.0)
  }

  static func edits(at node: Syntax) -> [Edit] {
    if let reference = node.as(DeclReferenceExprSyntax.self) {
      return others[reference.baseName.text, default: []].map { Edit(reference.baseName, $0) }
    }
    if node.is(BreakStmtSyntax.self) { return [Edit(node, "continue")] }
    if node.is(ContinueStmtSyntax.self) { return [Edit(node, "break")] }
    return []
  }
}
