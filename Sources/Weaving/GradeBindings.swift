import Foundation

/// The folder `Tests/ChapterNGrade`, whose `Bindings.swift` calls the learner's functions: one entry
/// for each exercise.
///
/// An entry that does not compile is taken out, so that the others can be graded.
public struct GradeBindings: Sendable {
  /// The folder, as a path from the package's root.
  public var folder: String { "Tests/Chapter\(chapter)Grade" }
  /// The file with the entries, as a path from the package's root.
  public var file: String { "\(folder)/\(Self.name)" }

  private static let name = "Bindings.swift"
  private let chapter: Int
  private let root: URL

  /// The bindings of a chapter in the package at `root`; nothing is read yet.
  public init(chapter: Int, root: URL) { (self.chapter, self.root) = (chapter, root) }

  /// The exercise in whose entry a line stands; nil outside the entries.
  public func exercise(atLine line: Int) -> String? {
    guard let text = try? text(of: Self.name) else { return nil }
    return entries(in: text).first { $0.lines.contains(line) }?.exercise
  }

  /// The folder's files by name, without the entries of some exercises; every line keeps its number.
  func texts(without exercises: Set<String>) throws -> [String: String] {
    let directory = root.appending(path: folder)
    var texts: [String: String] = [:]
    for name in SwiftFiles.names(below: directory) ?? [] { texts[name] = try text(of: name) }
    guard !exercises.isEmpty, var text = texts[Self.name] else { return texts }
    for entry in entries(in: text).reversed() where exercises.contains(entry.exercise) {
      text.replaceSubrange(entry.range, with: text[entry.range].filter(\.isNewline))
    }
    texts[Self.name] = text
    return texts
  }

  private func text(of name: String) throws -> String {
    try String(contentsOf: root.appending(path: "\(folder)/\(name)"), encoding: .utf8)
  }

  // MARK: Entries

  private struct Entry {
    let exercise: String
    /// From the grader's name to the comma behind the entry.
    let range: Range<String.Index>
    let lines: ClosedRange<Int>
  }

  /// `oneHotExercise.judging { … },` and the like.
  private func entries(in text: String) -> [Entry] {
    let numbers = numbersByGrader()
    let tokens = SwiftTokenizer.tokens(of: text)
    return tokens.indices.dropLast(2).compactMap { first in
      guard tokens[first + 1].text == ".", tokens[first + 2].text == "judging",
        let number = numbers[String(tokens[first].text)]
      else { return nil }
      var depth = 0
      var last = first
      scan: for index in (first + 3)..<tokens.count {
        switch tokens[index].text {
        case "(", "[", "{": depth += 1
        case ")", "]", "}": depth -= 1
        default: break
        }
        if depth < 0 { break scan }
        last = index
        if depth == 0, tokens[index].text == "," { break scan }
      }
      return Entry(
        exercise: number, range: tokens[first].start..<tokens[last].end,
        lines: tokens[first].line...tokens[last].line)
    }
  }

  private func numbersByGrader() -> [String: String] {
    Self.numbersByGrader(in: root.appending(path: "Tests/Chapter\(chapter)Checks"))
  }

  /// The exercises' numbers by the names of their graders, from `Tests/ChapterNChecks`.
  static func numbersByGrader(in directory: URL) -> [String: String] {
    var numbers: [String: String] = [:]
    for name in SwiftFiles.names(below: directory) ?? [] {
      let text = (try? String(contentsOf: directory.appending(path: name), encoding: .utf8)) ?? ""
      for match in text.matches(of: /let\s+(\w+)\s*=\s*Exercise\b[^"]*"([0-9.]+)"/) {
        numbers[String(match.1)] = String(match.2)
      }
    }
    return numbers
  }
}
