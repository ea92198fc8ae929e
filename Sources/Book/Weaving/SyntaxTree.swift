/// Reads an outline off the tree that the compiler's parser prints as JSON.
struct SyntaxTree {
  let source: ConditionalSource
  /// Whether the parser has found a brace that is never closed.
  let isCut: Bool
  private let bytes: [UInt8]

  init(source: ConditionalSource, isCut: Bool) {
    self.source = source
    self.isCut = isCut
    bytes = Array(source.everyBranch.utf8)
  }

  /// The outline; nil where the tree is not of the form that is known.
  func outline(of tree: [String: Any]) -> Outline? {
    guard let items = tree["items"] as? [[String: Any]] else {
      return tree["items"] == nil ? Outline() : nil
    }
    var outline = Outline(isCut: isCut)
    read(items, types: [], isNested: false, into: &outline)
    return outline
  }

  private func read(
    _ nodes: [[String: Any]], types: [String], isNested: Bool, into outline: inout Outline
  ) {
    var binding: Range<Int>?
    for node in nodes {
      let range = range(of: node)
      switch node["_kind"] as? String {
      case "import_decl": readImport(node, into: &outline)
      case "struct_decl", "class_decl", "enum_decl", "protocol_decl", "extension_decl":
        let name = name(of: node)?.base ?? node["extended_type"] as? String ?? ""
        read(
          node["members"] as? [[String: Any]] ?? [], types: types + [name], isNested: isNested,
          into: &outline)
      case "func_decl": readFunction(node, .function, types, isNested, into: &outline)
      case "constructor_decl": readFunction(node, .initializer, types, isNested, into: &outline)
      case "subscript_decl":
        readAccessors(
          node, .subscription, types, isNested, from: range?.lowerBound, into: &outline)
      case "pattern_binding_decl": binding = range
      case "var_decl":
        readAccessors(
          node, .variable, types, isNested, from: binding?.lowerBound, into: &outline)
      default: if isNested, isCut { readInside(node, types: types, into: &outline) }
      }
    }
  }

  private func readImport(_ node: [String: Any], into outline: inout Outline) {
    guard let path = node["module_path"] as? [String], path.count == 1, let start = start(of: node),
      !source.isConditional(start)
    else { return }
    outline.imports.insert(path[0])
    outline.firstImport = outline.firstImport ?? start
  }

  private func readFunction(
    _ node: [String: Any], _ kind: DeclarationName.Kind, _ types: [String], _ isNested: Bool,
    into outline: inout Outline
  ) {
    guard let (base, labels) = name(of: node), let start = start(of: node),
      let body = node["body"] as? [String: Any], let range = range(of: body)
    else { return }
    outline.declarations.append(
      Declaration(
        name: DeclarationName(types: types, kind: kind, base: base, labels: labels),
        isNested: isNested, start: start, open: range.lowerBound,
        close: closes(body, at: range.upperBound) ? range.upperBound : nil))
    // What seems to stand in the body of a function whose brace is not closed may stand behind it.
    if isCut { readInside(body, types: types, into: &outline) }
  }

  private func readInside(_ node: [String: Any], types: [String], into outline: inout Outline) {
    for value in node.values {
      if let nodes = value as? [[String: Any]] {
        read(nodes, types: types, isNested: true, into: &outline)
      } else if let node = value as? [String: Any] {
        read([node], types: types, isNested: true, into: &outline)
      }
    }
  }

  /// A variable or a subscript: the tree has its accessors, and not always the braces around them.
  private func readAccessors(
    _ node: [String: Any], _ kind: DeclarationName.Kind, _ types: [String], _ isNested: Bool,
    from start: Int?, into outline: inout Outline
  ) {
    guard let (base, labels) = name(of: node), var start,
      let accessors = node["accessors"] as? [[String: Any]],
      let first = accessors.lazy.compactMap(range(of:)).map(\.lowerBound).min(),
      let last = accessors.lazy.compactMap(range(of:)).map(\.upperBound).max()
    else { return }
    start = min(start, self.start(of: node) ?? start)
    let isBare = bytes.indices.contains(first) && bytes[first] == UInt8(ascii: "{")
    guard
      let open = isBare
        ? first : bytes[start..<first].lastIndex(of: UInt8(ascii: "{"))
    else { return }
    let close = isBare ? last : bytes[(last + 1)...].firstIndex(of: UInt8(ascii: "}"))
    outline.declarations.append(
      Declaration(
        name: DeclarationName(types: types, kind: kind, base: base, labels: labels),
        isNested: isNested, start: start, open: open, close: close))
  }

  /// Whether a body's last token is the brace that closes it, and not one of something inside it.
  private func closes(_ body: [String: Any], at end: Int) -> Bool {
    guard bytes.indices.contains(end), bytes[end] == UInt8(ascii: "}") else { return false }
    return !isCut || !holds(end, inside: body)
  }

  private func holds(_ end: Int, inside node: [String: Any]) -> Bool {
    node.contains { key, value in
      if key == "range" { return false }
      let nodes = value as? [[String: Any]] ?? (value as? [String: Any]).map { [$0] } ?? []
      return nodes.contains { range(of: $0)?.upperBound == end || holds(end, inside: $0) }
    }
  }

  private func name(of node: [String: Any]) -> (base: String, labels: [String])? {
    guard let name = node["name"] as? [String: Any],
      let base = name["base_name"] as? [String: Any],
      let word = base["name"] as? String ?? base["special"] as? String
    else { return nil }
    return (word, name["args"] as? [String] ?? [])
  }

  /// From a node's first token to the start of its last one.
  private func range(of node: [String: Any]) -> Range<Int>? {
    guard let range = node["range"] as? [String: Any], let start = range["start"] as? Int,
      let end = range["end"] as? Int, start <= end
    else { return nil }
    return start..<end
  }

  /// Where a declaration starts, attributes and modifiers included.
  private func start(of node: [String: Any]) -> Int? {
    guard let own = range(of: node)?.lowerBound else { return nil }
    let attributes = node["attrs"] as? [[String: Any]] ?? []
    let start = attributes.compactMap { range(of: $0)?.lowerBound }.reduce(own, min)
    // Some attributes are told to start behind their sign.
    return start > 0 && bytes[start - 1] == UInt8(ascii: "@") ? start - 1 : start
  }
}
