import Foundation

/// What the learner had written before a command wrote over it, newest last.
///
/// Every command that changes a learner's file puts the old text here first, so nothing is lost.
public struct SavedBodies: Sendable {
  private let url: URL
  private let path: String
  private let exercise: String

  /// The saved texts of one exercise.
  public init(exercise: String, root: URL) {
    self.exercise = exercise
    path = ".course/saved/\(exercise).json"
    url = root.appending(path: path)
  }

  /// Every saved text, oldest first; each holds the exercise's declarations together.
  public func all() throws -> [[ExerciseBody]] {
    guard let data = try? Data(contentsOf: url) else { return [] }
    guard let saved = try? JSONDecoder().decode([[ExerciseBody]].self, from: data) else {
      throw Diagnostic(
        file: path, "this file is damaged; move it away, then exercise \(exercise) can be swapped")
    }
    return saved
  }

  /// Adds a text, unless it is the newest one already.
  public func save(_ bodies: [ExerciseBody]) throws {
    var saved = try all()
    if let last = saved.last, last.say(theSameAs: bodies) { return }
    saved.append(bodies)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try encoder.encode(saved).write(to: url, options: .atomic)
  }
}

extension LearnerModule {
  /// Puts the reference's bodies in place of the learner's, which are saved.
  public func apply(_ exercise: String) throws {
    let imports = try reference.wanted(exercise).flatMap(\.imports)
    try swap(
      exercise, to: reference.bodies(of: exercise),
      imports: Set(imports).subtracting(["Exercises"]))
  }

  /// Whether the reference's bodies stand in the learner's files, to the letter.
  public func holdsSolution(of exercise: String) -> Bool {
    guard let mine = try? bodies(of: exercise), let theirs = try? reference.bodies(of: exercise)
    else { return false }
    return zip(mine, theirs).allSatisfy { $0.body == $1.body && $1.fits($0.header) }
  }

  /// Puts `todo` back; the learner's text is saved.
  public func reset(_ exercise: String) throws {
    try swap(exercise, to: reference.stubBodies(of: exercise), imports: ["Exercises"])
  }

  /// Puts back the newest text of the learner's own, or the stub where there is none; what stands there
  /// now is saved too.
  ///
  /// - Throws: ``Diagnostic`` where none was saved.
  public func restore(_ exercise: String) throws {
    let given = try [reference.bodies(of: exercise), reference.stubBodies(of: exercise)]
    let saved = try SavedBodies(exercise: exercise, root: root).all()
    guard let newest = saved.last(where: { isOwn($0, besides: given) }) ?? saved.first else {
      throw Diagnostic(
        file: folder, "nothing of exercise \(exercise) was put away, so nothing can be put back")
    }
    // What was put away first, and is no text of the learner's own, is the stub or a solution.
    let own = isOwn(newest, besides: given) ? newest : given[1]
    guard try !bodies(of: exercise).say(theSameAs: own) else {
      throw Diagnostic(
        file: folder, "what stands in exercise \(exercise) is your own text already")
    }
    try swap(exercise, to: own, imports: [])
  }

  /// Puts a file's stub in place of the learner's file, which is kept beside the saved texts.
  ///
  /// - Returns: where the learner's file was put, as a path from the package's root; nil if it
  ///   was missing.
  public func resetFile(_ name: String) throws -> String? {
    guard let file = reference.files.first(where: { $0.name == name }) else {
      throw Diagnostic(file: folder, "the chapter has no file \(name)")
    }
    var savedPath: String?
    let url = root.appending(path: path(of: name))
    // What is found of its exercises comes back one by one, too.
    for exercise in try attempted() {
      if let bodies = try? bodies(of: exercise), bodies.contains(where: { $0.file == name }) {
        try SavedBodies(exercise: exercise, root: root).save(bodies)
      }
    }
    if let data = try? Data(contentsOf: url) {
      let directory = root.appending(path: ".course/saved")
      try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
      var number = 1
      while FileManager.default.fileExists(
        atPath: directory.appending(path: "\(name).\(number)").path)
      { number += 1 }
      savedPath = ".course/saved/\(name).\(number)"
      try data.write(to: directory.appending(path: "\(name).\(number)"))
    }
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(file.stub.utf8).write(to: url, options: .atomic)
    return savedPath
  }

  private func swap(
    _ exercise: String, to new: [ExerciseBody], imports: Set<String>
  ) throws {
    let old = try bodies(of: exercise)
    try SavedBodies(exercise: exercise, root: root).save(old)
    try replace(exercise, with: new, imports: imports)
  }

  private func isOwn(_ bodies: [ExerciseBody], besides given: [[ExerciseBody]]) -> Bool {
    !given.contains { $0.say(theSameAs: bodies) }
  }
}

extension [ExerciseBody] {
  fileprivate func say(theSameAs others: [ExerciseBody]) -> Bool {
    count == others.count && zip(self, others).allSatisfy { $0.says(theSameAs: $1) }
  }
}
