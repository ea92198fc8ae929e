/// Finds what a region declares, to name it in the page: `oneHot(_:size:)`, `init(counts:)`.
enum DeclarationName {
  static func first(in source: String) -> String {
    let code = source.split(separator: "\n").filter { line in
      let text = line.drop { $0 == " " }
      return !text.hasPrefix("//") && !text.hasPrefix("@")
    }.joined(separator: "\n")
    var words = code[...]
    while let start = words.firstIndex(where: \.isWordPart) {
      words = words[start...]
      let word = words.prefix(while: \.isWordPart)
      words = words[word.endIndex...]
      if word == "init" || word == "subscript" { return function(word, words) }
      guard declaring.contains(word) else { continue }
      let name = words.drop { $0.isWhitespace }.prefix { !" \n(<:{".contains($0) }
      return word == "func" ? function(name, words[name.endIndex...]) : String(name)
    }
    return ""
  }

  private static let declaring: Set<Substring> = [
    "func", "var", "let", "struct", "enum", "class", "actor", "protocol", "extension", "typealias",
  ]

  private static func function(_ name: Substring, _ rest: Substring) -> String {
    guard let open = rest.firstIndex(of: "(") else { return String(name) }
    return name + "(" + labels(rest[rest.index(after: open)...]) + ")"
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

extension Character {
  fileprivate var isWordPart: Bool { isLetter || isNumber || self == "_" }
}
