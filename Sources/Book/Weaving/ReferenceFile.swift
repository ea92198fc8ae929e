import Foundation

/// A marked piece of a reference file.
///
/// ```
/// // #given vocabulary      shown in the page by this name; stands in the learner's file too
/// // #exercise 1.4          one declaration; the learner's file has `todo("1.4")` for its body
/// // #end
/// ```
public struct Region: Sendable, Hashable {
  /// What becomes of a region in the learner's file.
  public enum Kind: Sendable, Hashable {
    /// Stands in the learner's file as it is.
    case given
    /// Its body is the learner's to write.
    case exercise
  }

  /// The region's name in the page, or the exercise's number.
  public let name: String
  /// Whether the learner is given it or writes it.
  public let kind: Kind
  /// The file, as a path from the package's root.
  public let file: String
  /// The region's lines in the reference file, markers not counted.
  public let lines: Range<Int>
  /// The region's text, without markers, without blank lines at either end.
  public let text: String
  /// The line on which the region starts in the learner's file; of a library, in its own.
  public let stubLine: Int
}

/// A reference file cut into regions, and the learner's file that it makes.
public struct ReferenceFile: Sendable {
  /// The file's name, such as `OneHot.swift`; the learner's file has the same.
  public let name: String
  /// The file, as a path from the package's root.
  public let path: String
  /// Its text.
  public let source: String
  /// The regions, in the file's order.
  public let regions: [Region]
  /// The text of the learner's file.
  public let stub: String
  /// Lines that hold code but stand in no region; a page cannot show them.
  ///
  /// A lone `}` is none: it closes a type whose members are regions of their own.
  public let strayLines: [Int]

  /// Cuts a reference file into its regions.
  ///
  /// - Parameters:
  ///   - path: the file as a path from the package's root, for diagnostics.
  ///   - chapter: the chapter's number; exercises must belong to it. Nil for a library's file, which
  ///     has none, and which learners are given as it is.
  /// - Throws: ``Diagnostics`` with every fault of the file's markers.
  public init(source: String, path: String, chapter: Int?) throws {
    var parser = ReferenceParser(path: path, chapter: chapter)
    parser.parse(source)
    guard parser.diagnostics.isEmpty else { throw Diagnostics(parser.diagnostics) }
    name = path.split(separator: "/").last.map(String.init) ?? path
    (self.path, self.source) = (path, source)
    regions = parser.regions
    stub = parser.stubText
    strayLines = parser.strayLines
  }
}

/// Reads a reference file line by line and writes the stub as it goes.
private struct ReferenceParser {
  let path: String
  let chapter: Int?
  var regions: [Region] = []
  var diagnostics: [Diagnostic] = []
  var strayLines: [Int] = []

  private var stub: [String] = []
  private var open: (kind: Region.Kind, name: String, line: Int)?
  private var content: [String] = []

  init(path: String, chapter: Int?) {
    self.path = path
    self.chapter = chapter
  }

  var stubText: String {
    var lines = stub
    if regions.contains(where: { $0.kind == .exercise }), !lines.contains("import Exercises") {
      lines.insert("import Exercises", at: importPosition)
    }
    return lines.joined(separator: "\n").trimmingCharacters(in: .newlines) + "\n"
  }

  /// Imports stay in alphabetical order, as `swift format` wants them.
  private var importPosition: Int {
    stub.firstIndex { $0.hasPrefix("import ") && $0 > "import Exercises" }
      ?? stub.lastIndex { $0.hasPrefix("import ") }.map { $0 + 1 } ?? 0
  }

  mutating func parse(_ source: String) {
    let lines = source.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let addsImport = lines.contains { $0.contains("// #exercise ") }
    for (index, line) in lines.enumerated() {
      let number = index + 1
      if let marker = Marker(line) {
        read(marker, at: number)
      } else if open != nil {
        content.append(line)
      } else {
        if !line.isBlank, !line.hasPrefix("import "), !line.isClosingBrace {
          strayLines.append(number)
        }
        appendToStub(line)
      }
    }
    if let open { report(open.line, "this region is never closed; write “// #end” below it") }
    if addsImport { shiftForImport() }
  }

  private mutating func read(_ marker: Marker, at line: Int) {
    switch marker {
    case .given(let name): begin(.given, name, at: line)
    case .exercise(let name): begin(.exercise, name, at: line)
    case .end: close(at: line)
    case .malformed(let text):
      report(line, "“\(text)” is no marker; write “#given name”, “#exercise N.M” or “#end”")
    }
  }

  private mutating func begin(_ kind: Region.Kind, _ name: String, at line: Int) {
    if let open {
      report(line, "a region opens inside “\(open.name)”, which line \(open.line) opened")
      return
    }
    if kind == .exercise { checkNumber(name, at: line) }
    open = (kind, name, line)
    content = []
  }

  private mutating func checkNumber(_ name: String, at line: Int) {
    guard let chapter else {
      report(line, "a library has no exercises; write “#given name”")
      return
    }
    let prefix = "\(chapter)."
    if !name.hasPrefix(prefix) || Int(name.dropFirst(prefix.count)) == nil {
      report(
        line, "“\(name)” is no exercise of chapter \(chapter); write \(chapter).1, \(chapter).2 …")
    }
  }

  private mutating func close(at line: Int) {
    guard let region = open else {
      report(line, "“#end” without a region to close")
      return
    }
    open = nil
    let text = content.joined(separator: "\n").trimmingCharacters(in: .newlines)
    if text.isEmpty { report(region.line, "the region “\(region.name)” is empty") }
    let stubLine = stub.count + 1
    switch region.kind {
    case .given: content.forEach { appendToStub($0) }
    case .exercise:
      guard let stubbed = stubbed(text, as: region.name, at: region.line) else { return }
      stubbed.split(separator: "\n", omittingEmptySubsequences: false)
        .forEach { appendToStub(String($0)) }
    }
    regions.append(
      Region(
        name: region.name, kind: region.kind, file: path,
        lines: (region.line + 1)..<line, text: text,
        // A library is given with its markers.
        stubLine: chapter == nil ? region.line + 1 : stubLine))
  }

  /// The region's text with the body of its declaration replaced by a call of `todo`.
  private mutating func stubbed(_ text: String, as name: String, at line: Int) -> String? {
    guard let function = FunctionBody.first(in: text) else {
      report(line, "exercise \(name) holds no declaration with a body in braces")
      return nil
    }
    let rest = text[function.body.upperBound...].dropFirst()
    if rest.contains(where: { !$0.isWhitespace }) {
      report(line, "exercise \(name) holds more than one declaration; a region takes one")
    }
    let indent = function.indentation
    return text.replacingCharacters(
      in: function.body, with: "\n\(indent)  todo(\"\(name)\")\n\(indent)")
  }

  /// Blank lines are kept single, since markers between them have gone.
  private mutating func appendToStub(_ line: String) {
    if line.isBlank, stub.last?.isBlank ?? true { return }
    stub.append(line)
  }

  /// Region starts were counted before `import Exercises` was put in.
  private mutating func shiftForImport() {
    guard !stub.contains("import Exercises") else { return }
    let isFirstImport = !stub.contains { $0.hasPrefix("import ") }
    if isFirstImport { stub.insert("", at: 0) }
    regions = regions.map {
      Region(
        name: $0.name, kind: $0.kind, file: $0.file, lines: $0.lines, text: $0.text,
        stubLine: $0.stubLine + (isFirstImport ? 2 : 1))
    }
  }

  private mutating func report(_ line: Int, _ message: String) {
    diagnostics.append(Diagnostic(file: path, line: line, message))
  }
}

/// A line that opens or closes a region.
private enum Marker {
  case given(String)
  case exercise(String)
  case end
  case malformed(String)

  init?(_ line: String) {
    let text = line.trimmingCharacters(in: .whitespaces)
    guard text.hasPrefix("// #") else { return nil }
    let words = text.dropFirst(3).split(separator: " ").map(String.init)
    switch (words.first, words.count) {
    case ("#given", 2): self = .given(words[1])
    case ("#exercise", 2): self = .exercise(words[1])
    case ("#end", 1): self = .end
    default: self = .malformed(text)
    }
  }
}

extension String {
  var isBlank: Bool { allSatisfy(\.isWhitespace) }

  fileprivate var isClosingBrace: Bool { trimmingCharacters(in: .whitespaces) == "}" }
}
