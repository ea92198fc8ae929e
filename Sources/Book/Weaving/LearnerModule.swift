import Foundation

/// The learner's side of a chapter, `Sources/ChapterN`, seen through its reference module.
///
/// Exercises are found by their declarations, not by marks in the learner's text: a learner may
/// move them, to another file too, surround them with helpers, write any body, and declare them in
/// any way that callers can use.
public struct LearnerModule: Sendable {
  /// The chapter's reference.
  public let reference: ReferenceModule
  /// The package's root.
  public let root: URL
  /// Finds declarations.
  let reader: OutlineReader
  /// What was read at a moment; nil where files are read whenever they are asked for.
  var moment: LearnerMoment?

  /// Pairs a reference module with the learner's folder of the same package.
  public init(reference: ReferenceModule, root: URL) {
    self.init(reference: reference, root: root, reader: OutlineReader())
  }

  init(reference: ReferenceModule, root: URL, reader: OutlineReader) {
    self.reference = reference
    self.root = root
    self.reader = reader
  }

  /// The learner's folder, as a path from the package's root.
  public var folder: String { PackageFolders.learner(reference.chapter) }

  /// A file of the learner's, as a path from the package's root.
  public func path(of file: String) -> String { "\(folder)/\(file)" }

  /// The text of a learner's file.
  ///
  /// - Throws: ``Diagnostic`` where it is missing or is not UTF-8.
  public func text(of file: String) throws -> String {
    if let moment { return try moment.text(of: file, path: path(of: file)) }
    let url = root.appending(path: path(of: file))
    guard FileManager.default.fileExists(atPath: url.path) else {
      throw Diagnostic(
        file: path(of: file),
        "this file is missing; `swift run course reset --file \(path(of: file))` brings back its "
          + "stub")
    }
    guard let text = try? String(contentsOf: url, encoding: .utf8) else {
      throw Diagnostic(file: path(of: file), "this file cannot be read as UTF-8 text")
    }
    return text
  }

  /// Swift files in the learner's folder, the learner's own ones and those in folders too, as paths
  /// from it, sorted.
  public func fileNames() throws -> [String] {
    if let moment { return moment.texts.keys.sorted() }
    guard let names = SwiftFiles.names(below: root.appending(path: folder)) else {
      let file = path(of: reference.files.first?.name ?? "")
      throw Diagnostic(
        file: folder,
        "this folder cannot be read; where it is missing, `swift run course reset --file \(file)` "
          + "makes it anew")
    }
    return names
  }

  /// The declarations of an exercise with their bodies as they stand in the learner's files.
  ///
  /// - Throws: ``Diagnostic`` where a declaration is missing, is not closed or stands there twice.
  public func bodies(of exercise: String) throws -> [ExerciseBody] {
    let files = try LearnerFiles(of: self)
    return try reference.wanted(exercise).map { wanted in
      guard case .found(let place) = files.find(wanted), let body = place.exerciseBody else {
        throw complaint(about: wanted, in: files) ?? notHere(wanted, in: files)
      }
      return body
    }
  }

  /// Writes other bodies of an exercise into the learner's files; the rest stays as it is.
  ///
  /// Where a body does not fit the learner's header, the whole declaration is replaced.
  /// Nothing is written before it was read again and every body found at its place.
  ///
  /// - Parameters:
  ///   - bodies: as many as the exercise has declarations, in their order.
  ///   - imports: the modules that the bodies need.
  func replace(_ exercise: String, with bodies: [ExerciseBody], imports: Set<String>) throws {
    let wanted = try reference.wanted(exercise)
    guard wanted.count == bodies.count else {
      throw Diagnostic(
        file: folder,
        "exercise \(exercise) has \(wanted.count) declarations, not \(bodies.count); "
          + "nothing was written")
    }
    let files = try LearnerFiles(of: self)
    var edits: [String: [SourceEdit]] = [:]
    for (wanted, body) in zip(wanted, bodies) {
      guard case .found(let place) = files.find(wanted), let close = place.declaration.close else {
        throw complaint(about: wanted, in: files) ?? notHere(wanted, in: files)
      }
      let declaration = place.declaration
      edits[place.file, default: []].append(
        body.fits(place.header)
          ? SourceEdit(range: declaration.open + 1..<close, text: body.body)
          : SourceEdit(range: declaration.start..<close, text: body.head + body.body))
    }
    var texts = files.texts
    for (file, edits) in edits {
      let outline = files.outline(of: file)
      let missing = imports.subtracting(outline.imports).sorted()
      texts[file] = files.texts[file]?.applying(edits + outline.importing(missing))
    }
    try verify(texts, hold: bodies, of: wanted, insteadOf: files)
    for file in edits.keys {
      try Data((texts[file] ?? "").utf8).write(
        to: root.appending(path: path(of: file)), options: .atomic)
    }
  }

  /// Reads texts as they would be written, and finds every body in its place.
  private func verify(
    _ texts: [String: String], hold bodies: [ExerciseBody], of wanted: [WantedDeclaration],
    insteadOf old: LearnerFiles
  ) throws {
    let new = LearnerFiles(texts, of: self)
    for (wanted, body) in zip(wanted, bodies) {
      guard case .found(let place) = new.find(wanted), place.body.map(String.init) == body.body,
        body.fits(place.header),
        old.outline(of: place.file).isCut || !new.outline(of: place.file).isCut
      else {
        throw Diagnostic(
          file: path(of: old.find(wanted).places.first?.file ?? wanted.file),
          "nothing was written: with the other text in its place, the declaration "
            + "`\(wanted.reference.declaration)` is not to be found; replace it by hand")
      }
    }
  }
}

extension Outline {
  /// Puts imports in front of those that are there, or at the start.
  func importing(_ modules: [String]) -> [SourceEdit] {
    if modules.isEmpty { return [] }
    let lines = modules.map { "import \($0)\n" }.joined()
    return [
      SourceEdit(
        range: (firstImport ?? 0)..<(firstImport ?? 0),
        text: lines + (firstImport == nil ? "\n" : ""))
    ]
  }
}
