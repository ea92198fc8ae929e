import Foundation

/// What `records/ChapterN.json` says: exercises without survivors, and of which state that is known.
struct Record {
  struct Entry: Codable, Equatable {
    /// Of the exercise's reference and of all that judges it; see the script `fingerprints`.
    let fingerprint: String
    let killed: Int
    let equivalent: Int
  }

  private let workplace: Workplace
  private var entries: [String: Entry]

  /// Reads a chapter's record.
  init(of workplace: Workplace) {
    self.workplace = workplace
    let data = try? Data(contentsOf: workplace.file(in: "records"))
    entries = data.flatMap { try? JSONDecoder().decode([String: Entry].self, from: $0) } ?? [:]
  }

  /// Takes up what was found; an exercise with survivors has no entry.
  mutating func take(_ outcomes: [Outcome]) throws {
    let fingerprints = try fingerprints()
    for outcome in outcomes {
      guard outcome.isClean, let fingerprint = fingerprints[outcome.exercise] else {
        entries[outcome.exercise] = nil
        continue
      }
      entries[outcome.exercise] = Entry(
        fingerprint: fingerprint, killed: outcome.killed, equivalent: outcome.equivalent)
    }
    entries = entries.filter { fingerprints[$0.key] != nil }
  }

  /// Writes the record.
  func write() throws {
    let file = workplace.file(in: "records")
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    try (encoder.encode(entries) + Data("\n".utf8)).write(to: file, options: .atomic)
  }

  /// The state of every exercise, from the script that also decides what has changed.
  private func fingerprints() throws -> [String: String] {
    let script = workplace.root.appending(path: "Tests/Grader/Mutants/fingerprints").path
    let (status, output) = try Command.run([script, "\(workplace.chapter)"])
    guard status == 0 else { throw Failure(output) }
    return output.split(separator: "\n").reduce(into: [:]) { fingerprints, line in
      let words = line.split(separator: " ").map(String.init)
      if words.count == 2 { fingerprints[words[0]] = words[1] }
    }
  }
}
