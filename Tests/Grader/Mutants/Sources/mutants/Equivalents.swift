import Foundation
import Mutation

/// Mutants that no grader can tell from the reference, each with the reason.
struct Equivalents {
  /// One of them, as it stands in `equivalents/ChapterN.json`.
  struct Entry: Codable {
    let exercise: String
    let line: String
    let change: String
    let occurrence: Int?
    let reason: String

    var identity: Mutant.Identity {
      Mutant.Identity(exercise: exercise, line: line, change: change, occurrence: occurrence)
    }
  }

  let entries: [Entry]

  /// Reads a chapter's; without the file there are none.
  init(of workplace: Workplace) throws {
    let file = workplace.file(in: "equivalents")
    guard FileManager.default.fileExists(atPath: file.path) else {
      entries = []
      return
    }
    entries = try JSONDecoder().decode([Entry].self, from: Data(contentsOf: file))
    if let entry = entries.first(where: { $0.reason.isEmpty }) {
      throw Failure("\(file.lastPathComponent): “\(entry.change)” has no reason")
    }
    let names = Dictionary(grouping: entries, by: \.identity)
    if let twice = names.values.first(where: { $0.count > 1 })?.first {
      throw Failure("\(file.lastPathComponent): “\(twice.change)” stands there twice; remove one")
    }
  }
}
