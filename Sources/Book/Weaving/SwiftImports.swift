/// A module's name behind `import`, and the line on which it stands.
struct SwiftImport {
  let module: String
  let line: Int
}

extension [SwiftToken] {
  /// The modules that are imported, whole or a declaration of theirs, in order.
  var imports: [SwiftImport] {
    let kinds: Set<Substring> = [
      "struct", "class", "enum", "protocol", "typealias", "func", "let", "var", "actor",
    ]
    return indices.dropLast().compactMap { index in
      guard self[index].text == "import" else { return nil }
      let isOfOne = kinds.contains(self[index + 1].text) && index + 2 < count
      return SwiftImport(
        module: String(self[isOfOne ? index + 2 : index + 1].text), line: self[index].line)
    }
  }
}
