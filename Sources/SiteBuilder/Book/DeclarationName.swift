/// Finds what a region declares, to name it in the page: `oneHot(_:size:)`, `init(counts:)`.
enum DeclarationName {
  static func first(in source: String) -> String {
    let code = source.split(separator: "\n").filter { line in
      let text = line.drop { $0 == " " }
      return !text.hasPrefix("//") && !text.hasPrefix("@")
    }.joined(separator: "\n")
    guard
      let match = code.firstMatch(
        of: /\b(?:(func|var|let|struct|enum|protocol|extension)\s+([^\s(<:{]+)|(init|subscript))/)
    else { return "" }
    let name = String(match.2 ?? match.3 ?? "")
    let isFunction = match.1 == "func" || match.3 != nil
    guard isFunction, let open = code[match.range.upperBound...].firstIndex(of: "(") else {
      return name
    }
    return name + "(" + labels(code[code.index(after: open)...]) + ")"
  }

  /// The argument labels of a parameter list, from behind its `(`.
  private static func labels(_ parameters: Substring) -> String {
    var labels = ""
    var depth = 0
    var isLabel = true
    var label = ""
    for character in parameters {
      switch character {
      case "(", "[", "{", "<": depth += 1
      case ")", "]", "}", ">":
        if depth == 0, character == ")" { return labels }
        // `->` closes nothing.
        depth = max(0, depth - 1)
      case ",": if depth == 0 { (isLabel, label) = (true, "") }
      case ":" where depth == 0 && isLabel:
        labels += (label.split(separator: " ").first ?? "_") + ":"
        isLabel = false
      default: if isLabel, depth == 0 { label.append(character.isNewline ? " " : character) }
      }
    }
    return labels
  }
}
