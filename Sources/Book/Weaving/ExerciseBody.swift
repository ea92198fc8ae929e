/// One declaration of an exercise and what stands between its braces.
public struct ExerciseBody: Codable, Sendable, Equatable {
  /// The file, as a path from the learner's folder.
  public let file: String
  /// The declaration's tokens, with single spaces between them.
  public let header: String
  /// The declaration as it is written, on one line, for messages.
  public let declaration: String
  /// The declaration to the letter, `{` included; nil in what older versions have saved.
  private let opening: String?
  /// The text between the braces.
  public var body: String
  /// The lines of the declaration in the file that it was read from.
  public let lines: ClosedRange<Int>

  init(
    file: String, header: String, declaration: String, opening: String, body: String,
    lines: ClosedRange<Int>
  ) {
    self.file = file
    self.header = header
    self.declaration = declaration
    self.opening = opening
    self.body = body
    self.lines = lines
  }

  /// The body that the reference module has.
  init(reference region: Region) throws {
    guard let function = FunctionBody.first(in: region.text) else {
      throw Diagnostic(
        file: region.file, line: region.lines.lowerBound, "this region holds no declaration")
    }
    self.init(
      file: region.file.split(separator: "/").last.map(String.init) ?? region.file,
      header: function.header,
      declaration: function.declaration(in: region.text),
      opening: String(region.text[function.start..<function.body.lowerBound]),
      body: String(region.text[function.body]),
      lines: region.lines.lowerBound...region.lines.upperBound - 1)
  }

  /// The declaration up to its `{`.
  var head: String { opening ?? declaration + " {" }

  /// Whether the same tokens declare it and the same text is its body.
  func says(theSameAs other: ExerciseBody) -> Bool { header == other.header && body == other.body }

  /// Whether this body can stand behind a header of a learner's as it is.
  ///
  /// Default arguments are the learner's own affair; anything else, such as another inner name,
  /// may change what the body means.
  func fits(_ header: String) -> Bool {
    header == self.header || header.withoutDefaultArguments == self.header
  }

  /// The same declaration, still to be written.
  func stubbed(as exercise: String) -> ExerciseBody {
    var copy = self
    let indent = body.reversed().prefix { $0 == " " }
    copy.body = "\n\(String(indent))  todo(\"\(exercise)\")\n\(String(indent))"
    return copy
  }
}

extension String {
  /// A header's tokens without `= value` behind its parameters.
  fileprivate var withoutDefaultArguments: String {
    var kept: [Substring] = []
    var nesting = 0
    var isDefault = false
    for token in SwiftTokenizer.tokens(of: self).map(\.text) {
      if nesting == 1, token == "," || token == ")" { isDefault = false }
      if nesting == 1, token == "=" { isDefault = true }
      if ["(", "[", "{"].contains(token) { nesting += 1 }
      if [")", "]", "}"].contains(token) { nesting -= 1 }
      if !isDefault { kept.append(token) }
    }
    return kept.joined(separator: " ")
  }
}

extension ReferenceModule {
  /// The bodies of an exercise as the reference has them.
  public func bodies(of exercise: String) throws -> [ExerciseBody] {
    try self.exercise(exercise).map(ExerciseBody.init(reference:))
  }

  /// The bodies of an exercise as its stubs have them.
  public func stubBodies(of exercise: String) throws -> [ExerciseBody] {
    try bodies(of: exercise).map { $0.stubbed(as: exercise) }
  }

  /// The declarations that an exercise asks for.
  func wanted(_ exercise: String) throws -> [WantedDeclaration] {
    try self.exercise(exercise).map { region in
      let body = try ExerciseBody(reference: region)
      guard let file = files.first(where: { $0.name == body.file }),
        let declaration = OutlineReader().outline(ofStub: file.stub).declarations.first(where: {
          SourcePlaces(file.stub).line(at: $0.start) >= region.stubLine
        })
      else {
        throw Diagnostic(
          file: region.file, line: region.lines.lowerBound,
          "this region's declaration is not in its stub")
      }
      return WantedDeclaration(
        exercise: exercise, name: declaration.name, reference: body, imports: file.imports)
    }
  }
}

/// A declaration that an exercise asks for.
struct WantedDeclaration {
  let exercise: String
  let name: DeclarationName
  /// As the reference has it.
  let reference: ExerciseBody
  /// What the reference's file imports, `Exercises` among it.
  let imports: [String]

  /// The name of its file in the reference and in the stubs.
  var file: String { reference.file }
}

extension ReferenceFile {
  /// The modules that the learner's file imports.
  fileprivate var imports: [String] {
    stub.split(separator: "\n").compactMap { line in
      line.hasPrefix("import ") ? String(line.dropFirst("import ".count)) : nil
    }
  }
}
