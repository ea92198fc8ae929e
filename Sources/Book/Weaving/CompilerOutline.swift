import Foundation

/// Asks the compiler's parser for the outlines of source files; nothing is type-checked.
///
/// The parser knows what no lexer of ours does: regular-expression literals, every way to write a
/// declaration, conditions of `#if`. One call takes some fifty milliseconds for all files together,
/// and another for each file with an `#if` in it.
struct CompilerOutline {
  /// The compiler's name, to be found on the path.
  let compiler: String

  /// The outlines in the order of the texts; nil where the compiler does not start or does not
  /// answer in the form that is known here.
  func outlines(of sources: [String]) -> [Outline]? {
    let folder = FileManager.default.temporaryDirectory.appending(path: "outline-\(UUID())")
    defer { try? FileManager.default.removeItem(at: folder) }
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let conditional = sources.map(ConditionalSource.init)
      for (number, source) in conditional.enumerated() {
        try Data(source.everyBranch.utf8).write(to: folder.appending(path: "\(number).swift"))
      }
      let files = sources.indices.map { "\($0).swift" }
      let parsed = try run(
        ["-dump-parse", "-dump-ast-format", "json"] + files.flatMap { ["-primary-file", $0] },
        in: folder)
      let trees = Self.trees(in: parsed.output)
      guard trees.count == sources.count else { return nil }
      let complaints = parsed.errors.split(separator: "\n")
      let cut = Self.files(complaints, of: "expected '}'")
      let stray = Self.files(complaints, of: "extraneous '}'")
      return try sources.indices.map { number in
        let source = conditional[number]
        guard
          var outline = SyntaxTree(
            source: source, isCut: cut.contains(files[number])
          ).outline(of: trees[number])
        else { throw CocoaError(.coderInvalidValue) }
        outline.hasStrayBrace = stray.contains(files[number])
        if source.hasConditions {
          try Data(source.withConditions.utf8).write(
            to: folder.appending(path: files[number]))
          let scopes = try run(
            ["-dump-scope-maps", "expanded", "-parse-stdlib", files[number]], in: folder)
          outline.keepDeclarations(compiledIn: scopes.output + scopes.errors, of: sources[number])
        }
        return outline
      }
    } catch {
      return nil
    }
  }

  /// What the package's debug builds are parsed with.
  private static let options = [
    "-swift-version", "6", "-enable-bare-slash-regex", "-parse-as-library", "-D", "DEBUG", "-D",
    "SWIFT_PACKAGE", "-module-name", "Chapter", "-diagnostic-style", "llvm",
  ]

  private func run(
    _ arguments: [String], in folder: URL
  ) throws -> (output: String, errors: String) {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [compiler, "-frontend"] + arguments + Self.options
    process.currentDirectoryURL = folder
    process.standardInput = FileHandle.nullDevice
    // A file, not a second pipe, which nobody would empty.
    let errors = folder.appending(path: "errors")
    try Data().write(to: errors)
    process.standardError = try FileHandle(forWritingTo: errors)
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (
      String(decoding: output, as: UTF8.self),
      String(decoding: try Data(contentsOf: errors), as: UTF8.self)
    )
  }

  /// The documents of the files, which stand one behind the other without anything between.
  private static func trees(in output: String) -> [[String: Any]] {
    let start = #"{"_kind":"source_file""#
    return output.components(separatedBy: start).dropFirst().compactMap { rest in
      (try? JSONSerialization.jsonObject(with: Data((start + rest).utf8))) as? [String: Any]
    }
  }

  /// The names of the files about which the parser says so.
  private static func files(_ complaints: [Substring], of words: String) -> Set<String> {
    Set(
      complaints.compactMap { line in
        guard line.contains("error: \(words)") else { return nil }
        return line.split(separator: ":").first.map { String($0.split(separator: "/").last ?? $0) }
      })
  }
}

extension Outline {
  /// Leaves out the declarations whose bodies are not among the compiler's scopes, which are those
  /// of the branches that are compiled.
  fileprivate mutating func keepDeclarations(compiledIn scopes: String, of source: String) {
    var compiled: Set<LineAndColumn> = []
    for line in scopes.split(separator: "\n") {
      guard line.contains("FunctionBodyScope"), let bracket = line.firstIndex(of: "[") else {
        continue
      }
      let place = line[line.index(after: bracket)...].prefix { $0 != " " }.split(separator: ":")
      if let line = place.first.flatMap({ Int($0) }), let column = place.last.flatMap({ Int($0) }) {
        compiled.insert(LineAndColumn(line: line, column: column))
      }
    }
    // No scopes at all: the compiler has not answered, and a doubt is better said than settled.
    guard !compiled.isEmpty else { return }
    declarations.removeAll { declaration in
      declaration.name.kind != .variable
        && !compiled.contains(LineAndColumn(of: declaration.open, in: source))
    }
  }
}

/// A place as the compiler prints it.
private struct LineAndColumn: Hashable {
  var line = 1
  var column = 1

  init(line: Int, column: Int) {
    (self.line, self.column) = (line, column)
  }

  init(of place: Int, in source: String) {
    for byte in source.utf8.prefix(place) {
      column += 1
      if byte == 0x0A { (line, column) = (line + 1, 1) }
    }
  }
}
