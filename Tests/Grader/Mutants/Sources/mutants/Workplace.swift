import Foundation

/// The folders of the course, as seen from this package.
struct Workplace {
  /// The course's package.
  let root: URL
  /// The chapter's number.
  let chapter: Int

  /// The chapter's name in folders and products.
  var name: String { "Chapter\(chapter)" }

  /// Where mutants are built: apart from `.build/overlay`, which is the learner's.
  var mirror: URL { root.appending(path: ".build/mutants/\(name)") }

  /// The chapter's reference, as written.
  var reference: URL { root.appending(path: "Solutions/\(name)") }

  /// What this package keeps of the chapter.
  func file(in folder: String) -> URL {
    root.appending(path: "Tests/Grader/Mutants/\(folder)/\(name).json")
  }

  /// The reference's files, by name.
  func sources() throws -> [String: String] {
    let names = try FileManager.default.contentsOfDirectory(atPath: reference.path)
    return try names.filter { $0.hasSuffix(".swift") }.reduce(into: [:]) { sources, name in
      sources[name] = try String(contentsOf: reference.appending(path: name), encoding: .utf8)
    }
  }
}

/// What an author did not expect, in words.
struct Failure: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
