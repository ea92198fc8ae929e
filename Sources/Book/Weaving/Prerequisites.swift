/// Which exercises others call: what has to be right before a mistake is their own.
///
/// In an exercise's own chapter only free functions are recognised, by their names; a learner is
/// likely to call the same ones as the reference. Of an imported chapter, methods and initialisers
/// are recognised as well, whatever type they belong to: where one of another type has the same
/// name, an exercise is graded that need not have been, and no more.
///
/// What is reached in another way, by a property or by the learner's own call alone, is charged to the
/// exercise that was graded.
public struct Prerequisites: Sendable {
  private let module: CallGraph
  private let imported: [CallGraph]

  /// Reads what calls what.
  ///
  /// - Parameters:
  ///   - module: the exercises' chapter.
  ///   - imported: the chapters that it is built with, each behind those that it needs itself.
  public init(in module: ReferenceModule, importing imported: [ReferenceModule] = []) {
    self.module = CallGraph(module)
    self.imported = imported.map(CallGraph.init)
  }

  /// The exercises whose functions an exercise's reference solution calls, itself or by way of what
  /// it calls: given code, or another exercise.
  ///
  /// - Returns: exercises of the imported chapters, then those of its own, each chapter's in order.
  public func of(_ exercise: String) -> [String] {
    let start = module.nodes.filter { $0.exercise == exercise }
    let own = module.nodes(
      from: start.flatMap(\.calls).filter(\.isFree), declaring: { $0.functionName == $1 },
      following: \.isFree)
    let ownNames = Set(module.nodes.compactMap(\.functionName))
    var calls = (start + own).flatMap(\.calls).filter { !$0.isFree || !ownNames.contains($0.name) }
    var others: [[String]] = []
    for module in imported.reversed() {
      let nodes = module.nodes(
        from: calls, declaring: { $0.names.contains($1) }, following: { _ in true })
      calls += nodes.flatMap(\.calls)
      others.append(module.exercises(of: nodes))
    }
    return others.reversed().flatMap(\.self)
      + module.exercises(of: own).filter { $0 != exercise }
  }
}

/// The regions of a reference module, with what each declares and calls.
private struct CallGraph: Sendable {
  struct Call: Sendable {
    let name: String
    /// Whether no dot stands in front of the name.
    let isFree: Bool
  }

  struct Node: Sendable {
    /// Nil for given code.
    let exercise: String?
    /// The name of the first function.
    let functionName: String?
    /// The names by which callers reach anything in it; for an initialiser that of its type.
    let names: Set<String>
    let calls: [Call]
  }

  let nodes: [Node]
  private let order: [String]

  init(_ module: ReferenceModule) {
    order = module.exercises
    nodes = module.regions.map { region in
      let tokens = SwiftTokenizer.tokens(of: region.text)
      let exercise = region.kind == .exercise ? region.name : nil
      let wanted = exercise.flatMap { try? module.wanted($0) } ?? []
      return Node(
        exercise: exercise, functionName: tokens.names(behind: ["func"]).first,
        names: Set(tokens.names(behind: ["func", "struct", "class", "enum", "actor"]))
          .union(wanted.map(\.name.called)),
        calls: tokens.calls)
    }
  }

  /// The nodes that calls lead to, at once or by way of other nodes.
  func nodes(
    from calls: [Call], declaring declares: (Node, String) -> Bool, following: (Call) -> Bool
  ) -> [Node] {
    var seen: Set<String> = []
    var waiting = calls.map(\.name)
    var found: [Node] = []
    while let name = waiting.popLast() {
      guard seen.insert(name).inserted else { continue }
      let new = nodes.filter { declares($0, name) }
      found += new
      waiting += new.flatMap(\.calls).filter(following).map(\.name)
    }
    return found
  }

  func exercises(of nodes: [Node]) -> [String] {
    let found = Set(nodes.compactMap(\.exercise))
    return order.filter(found.contains)
  }
}

extension [SwiftToken] {
  /// The words that stand behind one of these.
  fileprivate func names(behind keywords: Set<Substring>) -> [String] {
    indices.dropLast().filter { keywords.contains(self[$0].text) }
      .map { String(self[$0 + 1].text) }
  }

  /// Every name before a parenthesis that is not declared there.
  fileprivate var calls: [CallGraph.Call] {
    indices.dropFirst().dropLast().compactMap { index in
      guard self[index + 1].text == "(", self[index - 1].text != "func" else { return nil }
      return CallGraph.Call(name: String(self[index].text), isFree: self[index - 1].text != ".")
    }
  }
}
