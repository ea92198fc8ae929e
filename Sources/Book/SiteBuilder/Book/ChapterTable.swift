import Foundation
import Weaving

/// README's table of the chapters, made from the map: a row for each of its sections, with the first
/// sentence below the heading and what there is to do.
public enum ChapterTable {
  private static let readme = "README.md"
  private static let map = "Chapters/map.md"
  private static let opening = "<!-- The chapters, by `make stubs` from Chapters/map.md. -->\n"
  private static let closing = "<!-- End of the chapters. -->\n"

  /// What README lacks to agree with the map; nil where it does.
  public static func staleness(root: URL) throws -> Diagnostic? {
    let (old, new) = try texts(root: root)
    return old == new
      ? nil
      : Diagnostic(
        file: readme, "its table of chapters is not what \(map) says; run `make stubs`")
  }

  /// Writes the table into README.
  ///
  /// - Returns: the file, if it has changed.
  public static func write(root: URL) throws -> String? {
    let (old, new) = try texts(root: root)
    if old == new { return nil }
    try Data(new.utf8).write(to: root.appending(path: readme), options: .atomic)
    return readme
  }

  private static func texts(root: URL) throws -> (old: String, new: String) {
    let old = try text(of: readme, root: root)
    guard let start = old.range(of: opening), let end = old.range(of: closing),
      start.upperBound <= end.lowerBound
    else {
      throw Diagnostic(
        file: readme,
        "the lines around the table of chapters are missing: \(opening.dropLast()) and "
          + "\(closing.dropLast())")
    }
    let table = try table(of: text(of: map, root: root), root: root)
    return (old, old.replacingCharacters(in: start.upperBound..<end.lowerBound, with: table))
  }

  private static func text(of file: String, root: URL) throws -> String {
    guard let text = try? String(contentsOf: root.appending(path: file), encoding: .utf8) else {
      throw Diagnostic(file: file, "this file cannot be read as UTF-8 text")
    }
    return text
  }

  private static func table(of map: String, root: URL) -> String {
    let facts = ChapterFacts(root: root)
    var rows = ["| | | | |", "|--:|---|---|---|"]
    let lines = map.split(separator: "\n")
    for (line, next) in zip(lines, lines.dropFirst()) {
      guard let heading = line.wholeMatch(of: /## (.+?) · (.+) \{#([a-z0-9-]+)\}/) else { continue }
      let label = heading.1.split(separator: " ")
      let number = label.first == "Chapter" ? label.last.flatMap { Int($0) } : nil
      let folder = number.map { facts.folders[$0] } ?? "Chapters/\(heading.3)"
      let title = folder.map { "[\(heading.2)](\($0)/index.md)" } ?? String(heading.2)
      let work =
        number.map { number in
          facts.exercises[number].map { "\($0) exercises" } ?? "in preparation"
        } ?? "to read"
      rows.append("| \(number.map(String.init) ?? "") | \(title) | \(work) | \(next) |")
    }
    return rows.joined(separator: "\n") + "\n"
  }
}
