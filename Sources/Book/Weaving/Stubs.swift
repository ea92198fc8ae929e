import Foundation

extension LearnerModule {
  /// What differs between the learner's folder and the stubs that the reference generates.
  public func staleStubs() -> [Diagnostic] {
    let names = (try? fileNames()) ?? []
    let stubs = Dictionary(uniqueKeysWithValues: reference.files.map { ($0.name, $0.stub) })
    let surplus = names.filter { stubs[$0] == nil }.map {
      Diagnostic(file: path(of: $0), "no reference file generates this stub; remove it")
    }
    return surplus
      + reference.files.compactMap { file in
        guard let text = try? text(of: file.name) else {
          return Diagnostic(
            file: path(of: file.name), "this stub is missing; run `swift run course stubs`")
        }
        guard let line = text.firstDifferentLine(from: file.stub) else { return nil }
        return Diagnostic(
          file: path(of: file.name), line: line,
          "this is not what Solutions/Chapter\(reference.chapter)/\(file.name) generates; "
            + "change the reference and run `swift run course stubs`")
      }
  }

  /// Exercises on which somebody has worked: their bodies are not `todo` any more.
  public func attempted() throws -> [String] {
    try reference.exercises.filter { exercise in
      guard let bodies = try? bodies(of: exercise) else { return false }
      return try bodies.map(\.body) != reference.stubBodies(of: exercise).map(\.body)
    }
  }

  /// Whether every line of code that the stubs have, but for `todo`, stands somewhere in the learner's
  /// files: then nothing that another chapter uses has another form.
  public var holdsStubLines: Bool {
    let texts = ((try? fileNames()) ?? []).compactMap { try? text(of: $0) }
    let lines = Set(texts.flatMap(\.trimmedLines))
    return reference.files.flatMap(\.stub.trimmedLines).allSatisfy { line in
      line.isEmpty || line.hasPrefix("//") || line.hasPrefix("import ") || line.hasPrefix("todo(")
        || lines.contains(line)
    }
  }

  /// Writes every stub; only files that change are touched.
  ///
  /// - Returns: the paths of the files written.
  public func writeStubs() throws -> [String] {
    let directory = root.appending(path: folder)
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    return try reference.files.compactMap { file in
      if (try? text(of: file.name)) == file.stub { return nil }
      try Data(file.stub.utf8).write(to: directory.appending(path: file.name), options: .atomic)
      return path(of: file.name)
    }
  }
}

extension String {
  fileprivate var trimmedLines: [String] {
    split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }
  }

  /// The number of the first line that is not the same; nil where the texts are equal.
  func firstDifferentLine(from other: String) -> Int? {
    if self == other { return nil }
    let mine = split(separator: "\n", omittingEmptySubsequences: false)
    let others = other.split(separator: "\n", omittingEmptySubsequences: false)
    return
      (zip(mine, others).enumerated().first { $1.0 != $1.1 }?.offset
      ?? min(mine.count, others.count)) + 1
  }
}
