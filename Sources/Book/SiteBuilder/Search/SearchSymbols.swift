import Foundation
import Weaving

/// Finds the declarations of a reference module or a library, to be searched for by name.
///
/// By indentation: `swift format` puts a type's members two spaces further in than the type, and a
/// function's own declarations further than that.
enum SearchSymbols {
  /// A declaration.
  struct Symbol: Sendable, Equatable {
    /// Its name, with that of its type: `KneserNeyModel.init(counts:)`.
    let name: String
    /// The first sentence of its documentation.
    let summary: String
    /// The learner's file that has it, by name.
    let file: String
  }

  /// The declarations of a module's regions, by the name of the region that shows them.
  static func symbols(of regions: [Region]) -> [String: [Symbol]] {
    var symbols: [String: [Symbol]] = [:]
    var file = ""
    var types: [(name: String, indent: Int, isHidden: Bool)] = []
    for region in regions {
      if region.file != file { (file, types) = (region.file, []) }
      symbols[region.name] = self.symbols(of: region, in: &types)
    }
    return symbols
  }

  private static func symbols(
    of region: Region, in types: inout [(name: String, indent: Int, isHidden: Bool)]
  ) -> [Symbol] {
    var symbols: [Symbol] = []
    var documentation: [Substring] = []
    let lines = region.text.split(separator: "\n", omittingEmptySubsequences: false)
    // A library's region may show members of a type whose opening stands in no region.
    let outermost = types.isEmpty ? lines[0].prefix { $0 == " " }.count : 0
    for (number, line) in lines.enumerated() {
      let text = line.drop { $0 == " " }
      let indent = line.count - text.count
      if text.hasPrefix("///") {
        documentation.append(text.dropFirst(3))
        continue
      }
      let isOuter = indent <= (types.last?.indent ?? outermost - 2) + 2
      guard let keyword = keyword(of: text), isOuter else {
        if !text.hasPrefix("@") { documentation = [] }
        continue
      }
      types.removeAll { $0.indent >= indent }
      let name = DeclarationName.first(
        in: lines[number...].prefix(12).joined(separator: "\n"))
      let qualified = (types.last.map { $0.name + "." } ?? "") + name
      let isHidden = text.hasPrefix("private ") || text.hasPrefix("fileprivate ")
      if keyword != "extension", !isHidden, types.allSatisfy({ !$0.isHidden }), !name.isEmpty {
        symbols.append(
          Symbol(
            name: qualified, summary: firstSentence(documentation),
            file: region.file.split(separator: "/").last.map(String.init) ?? ""))
      }
      if containers.contains(keyword) { types.append((qualified, indent, isHidden)) }
      documentation = []
    }
    return symbols
  }

  private static let containers: Set<Substring> = [
    "struct", "enum", "class", "actor", "protocol", "extension",
  ]
  private static let keywords = containers.union([
    "func", "init", "subscript", "var", "let", "typealias",
  ])
  private static let modifiers: Set<Substring> = [
    "public", "private", "fileprivate", "internal", "static", "final", "mutating", "nonmutating",
    "indirect", "override", "convenience", "package", "open", "lazy", "nonisolated",
  ]

  /// The word that declares, where a line starts a declaration.
  private static func keyword(of line: Substring) -> Substring? {
    let words = line.split { !($0.isLetter || $0.isNumber || $0 == "_" || $0 == "@") }
    let word = words.first { !modifiers.contains($0) && !$0.hasPrefix("@") }
    return word.flatMap { keywords.contains($0) ? $0 : nil }
  }

  private static func firstSentence(_ documentation: [Substring]) -> String {
    let paragraph = documentation.prefix { !$0.allSatisfy(\.isWhitespace) }
    let text = paragraph.joined(separator: " ").trimmed.replacing("`", with: "")
    guard let end = text.firstRange(of: ". ") else { return text }
    return String(text[..<end.lowerBound]) + "."
  }
}
