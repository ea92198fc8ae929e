/// A learner's files as they were at one moment: what is saved later changes nothing in them.
struct LearnerMoment: Sendable {
  /// Texts by name, or what was wrong with them.
  let texts: [String: Result<String, Diagnostic>]

  func text(of file: String, path: String) throws(Diagnostic) -> String {
    guard let text = texts[file] else {
      throw Diagnostic(
        file: path,
        "this file is missing; `swift run course reset --file \(path)` brings back its stub")
    }
    return try text.get()
  }
}

extension LearnerModule {
  /// The same module with every file read now: a verdict is on one state of it.
  ///
  /// - Throws: ``Diagnostic`` where the folder cannot be read.
  public func asOfNow() throws -> LearnerModule {
    var copy = self
    copy.moment = nil
    let texts = try copy.fileNames().map { name in
      (
        name,
        Result { try copy.text(of: name) }.mapError {
          $0 as? Diagnostic ?? Diagnostic(file: copy.path(of: name), "\($0)")
        }
      )
    }
    copy.moment = LearnerMoment(texts: Dictionary(uniqueKeysWithValues: texts))
    return copy
  }

  /// Whether an exercise's text is the same in another state of the module.
  public func agrees(with other: LearnerModule, on exercise: String) -> Bool {
    (try? bodies(of: exercise))?.map(\.body) == (try? other.bodies(of: exercise))?.map(\.body)
  }

  /// The module as its files are, whenever one looks.
  public var live: LearnerModule { LearnerModule(reference: reference, root: root) }
}
