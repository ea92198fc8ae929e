import Foundation

/// A copy of the learner's files in which some exercises have another body.
///
/// It lets one exercise be graded when another is missing (with the reference in its place) or does
/// not compile (with its stub). `Package.swift` builds it where `OVERLAY` names the chapter.
/// A declaration that is nowhere gets a file of its own.
/// `#sourceLocation` marks keep every message of the compiler and every crash on the learner's
/// own file and line.
public struct Overlay: Sendable {
  /// What an exercise's body becomes.
  public enum Replacement: Sendable {
    case reference
    case stub
  }

  /// The learner's module.
  public let learner: LearnerModule
  /// Exercises with another body than the learner's.
  public var exercises: [String: Replacement] = [:]
  /// Files of which nothing can be kept; their stubs stand in for them.
  public var stubbedFiles: Set<String> = []
  /// Exercises that the grading program is built without: its call of them does not compile.
  public var unbound: Set<String> = []

  /// What it is made for.
  public let use: OverlayUse

  /// Starts with the learner's files as they are.
  public init(learner: LearnerModule, for use: OverlayUse = .check) {
    (self.learner, self.use) = (learner, use)
  }

  /// The overlay's folder, as a path from the package's root.
  public var folder: String { PackageFolders.overlay(learner.reference.chapter, for: use) }

  /// The folder of the grading program's copy, as a path from the package's root.
  private var gradeFolder: String { "\(folder)Grade" }

  /// What connects the chapter's functions to their graders.
  public var bindings: GradeBindings {
    GradeBindings(chapter: learner.reference.chapter, root: learner.root)
  }

  /// Writes the folders; a file that would not change is not touched, so that builds stay short.
  ///
  /// - Throws: ``Diagnostic`` where the learner's folder or the reference cannot be read.
  public func write() throws {
    try write(texts(), to: folder)
    let bindings = bindings
    let grade = try bindings.texts(without: unbound).map { name, text in
      (name, location(of: "\(bindings.folder)/\(name)", line: 1) + text)
    }
    try write(Dictionary(uniqueKeysWithValues: grade), to: gradeFolder)
  }

  private func write(_ texts: [String: String], to folder: String) throws {
    let directory = learner.root.appending(path: folder)
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    var wanted = texts
    for name in SwiftFiles.names(below: directory) ?? [] {
      let url = directory.appending(path: name)
      if wanted[name] == nil {
        try FileManager.default.removeItem(at: url)
      } else if wanted[name] == (try? String(contentsOf: url, encoding: .utf8)) {
        wanted[name] = nil
      }
    }
    for (name, text) in wanted { try BuiltFile.write(text, to: directory.appending(path: name)) }
  }

  /// Whether an exercise whose brace is never closed can be cut out of its file, by its indentation.
  public func canReplace(_ exercise: String) throws -> Bool {
    let files = try LearnerFiles(of: learner)
    return try learner.reference.wanted(exercise).allSatisfy { wanted in
      guard case .unclosed(let place) = files.find(wanted) else { return true }
      let text = place.source.applying([edit(place, to: wanted.reference)])
      let outline = learner.reader.outlines(of: [text]).first
      return outline?.isCut == false
    }
  }

  /// The text of every file, by name.
  func texts() throws -> [String: String] {
    let files = try LearnerFiles(of: learner)
    var edits: [String: [SourceEdit]] = [:]
    var imports: [String: Set<String>] = [:]
    var standIns: [WantedDeclaration] = []
    for wanted in try learner.reference.exercises.flatMap(learner.reference.wanted) {
      let replacement = exercises[wanted.exercise]
      let places = files.find(wanted).places.filter { !stubbedFiles.contains($0.file) }
      if stubbedFiles.contains(wanted.file) {
        edits[wanted.file, default: []] += stubEdits(
          wanted, replacement: replacement, isElsewhere: !places.isEmpty)
      } else if places.isEmpty, replacement != nil {
        standIns.append(wanted)
      }
      guard let replacement, let first = places.first else { continue }
      edits[first.file, default: []].append(edit(first, to: replacement.body(of: wanted)))
      imports[first.file, default: []].formUnion(wanted.imports)
      // Where several could be meant, only one can be lent.
      for other in places.dropFirst() { edits[other.file, default: []].append(removal(of: other)) }
    }
    var texts: [String: String] = [:]
    for name in try learner.fileNames() where !stubbedFiles.contains(name) {
      let source = try files.texts[name] ?? learner.text(of: name)
      var needed = imports[name, default: []]
      // A stub may be left where the learner has taken the import out.
      if source.contains("todo(") { needed.insert("Exercises") }
      let missing = needed.subtracting(files.outline(of: name).imports)
      texts[name] =
        missing.sorted().map { "import \($0)\n" }.joined() + mark(line: 1, of: name)
        + source.withoutLocations.applying(edits[name] ?? [])
    }
    for file in learner.reference.files where stubbedFiles.contains(file.name) {
      texts[file.name] = file.stub.applying(edits[file.name] ?? [])
    }
    if !standIns.isEmpty { texts[Self.standInFile] = standInText(standIns) }
    return texts
  }

  /// No learner calls a file so.
  private static let standInFile = "Stand-ins of the course.swift"

  private func mark(line: Int, of file: String) -> String {
    location(of: learner.path(of: file), line: line)
  }

  /// The mark by which the compiler takes the next line for one of another file.
  private func location(of path: String, line: Int) -> String {
    let here = learner.root.appending(path: path).path
      .replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return "#sourceLocation(file: \"\(here)\", line: \(line))\n"
  }

  /// Another body in the place of a learner's; what follows keeps the learner's line.
  private func edit(_ place: LearnerFiles.Place, to body: ExerciseBody) -> SourceEdit {
    let declaration = place.declaration
    let end = place.end
    let mark = mark(line: SourcePlaces(place.source).line(at: end), of: place.file)
    let text = "\n\(body.body.trimmingCharacters(in: .newlines))\n"
    guard place.isClosed else {
      return SourceEdit(range: declaration.start..<end, text: body.head + text + "}\n" + mark)
    }
    return body.fits(place.header)
      ? SourceEdit(range: declaration.open + 1..<end, text: text + mark)
      : SourceEdit(range: declaration.start..<end, text: body.head + text + mark)
  }

  private func removal(of place: LearnerFiles.Place) -> SourceEdit {
    let end = place.isClosed ? place.end + 1 : place.end
    let line = SourcePlaces(place.source).line(at: end)
    return SourceEdit(
      range: place.declaration.start..<end, text: "\n" + mark(line: line, of: place.file))
  }

  /// What changes in a stub that stands in for a learner's file.
  private func stubEdits(
    _ wanted: WantedDeclaration, replacement: Replacement?, isElsewhere: Bool
  ) -> [SourceEdit] {
    guard let stub = learner.reference.files.first(where: { $0.name == wanted.file })?.stub,
      let declaration = learner.reader.outline(ofStub: stub).declarations
        .first(where: { $0.name == wanted.name }),
      let close = declaration.close
    else { return [] }
    if isElsewhere { return [SourceEdit(range: declaration.start..<close + 1, text: "")] }
    guard replacement == .reference else { return [] }
    return [SourceEdit(range: declaration.open + 1..<close, text: wanted.reference.body)]
  }

  private func standInText(_ standIns: [WantedDeclaration]) -> String {
    let imports = Set(standIns.flatMap(\.imports)).sorted().map { "import \($0)\n" }.joined()
    return standIns.reduce(into: imports) { text, wanted in
      let body = (exercises[wanted.exercise] ?? .stub).body(of: wanted)
      let declaration = "\(body.head)\(body.body)}\n"
      text +=
        wanted.name.type.isEmpty
        ? "\n\(declaration)" : "\nextension \(wanted.name.type) {\n\(declaration)}\n"
    }
  }
}

extension Overlay.Replacement {
  fileprivate func body(of wanted: WantedDeclaration) -> ExerciseBody {
    switch self {
    case .reference: wanted.reference
    case .stub: wanted.reference.stubbed(as: wanted.exercise)
    }
  }
}

extension LearnerFiles.Place {
  /// The place of the closing brace; where there is none, the line behind what is indented more.
  fileprivate var end: Int {
    if isClosed, let close = declaration.close { return close }
    let places = SourcePlaces(source)
    let indentation = places.indentation(at: declaration.start).count
    var line = places.nextLine(after: declaration.open)
    while line < source.utf8.count {
      let next = places.nextLine(after: line)
      let text = places.text(line..<next).drop { $0 == " " || $0 == "\t" }
      if text.first.map({ !$0.isNewline }) ?? false,
        places.indentation(at: line).count <= indentation
      {
        // A brace under the declaration's first column is meant to close it.
        return text.hasPrefix("}") && places.indentation(at: line).count == indentation
          ? next : line
      }
      line = next
    }
    return line
  }
}

extension String {
  /// The text with blanks for the learner's own `#sourceLocation` marks, which would lay a mistake at
  /// the door of another file; every other byte stands where it stood.
  fileprivate var withoutLocations: String {
    guard contains("sourceLocation") else { return self }
    let tokens = SwiftTokenizer.tokens(of: self)
    var text = self
    for index in tokens.indices.dropLast(2).reversed()
    where tokens[index].text == "#" && tokens[index + 1].text == "sourceLocation" {
      let end = tokens[index...].first { $0.text == ")" }?.end ?? tokens[index + 1].end
      let range = tokens[index].start..<end
      let blanks = self[range].utf8.map { UInt8(ascii: $0 == 10 || $0 == 13 ? "\n" : " ") }
      text.replaceSubrange(range, with: String(decoding: blanks, as: UTF8.self))
    }
    return text
  }
}
