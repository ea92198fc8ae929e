import Foundation
import Weaving

/// A compiler's or linker's error that is laid at the door of a learner's file.
struct CompileError: Hashable {
  /// The file's name in the learner's folder.
  let file: String
  /// The line, counted from 1; 0 where the whole file is meant.
  let line: Int
  let message: String
}

/// What a failed build says, by where it says it.
struct BuildErrors {
  /// Errors with a place in the learner's files, once each, in order.
  private(set) var placed: [CompileError] = []
  /// Errors in the grader's calls of the learner's functions: the line there and the message.
  private(set) var bindings: [(line: Int, message: String)] = []
  /// The same places with the source line that each error is about.
  let calls: [ErrorPlace]
  /// The compiler's or linker's other lines that say “error”, as they are.
  private(set) var elsewhere: [String] = []

  /// The first lines of all that is known, for a message that names no single place.
  var summary: [String] {
    let lines = elsewhere + bindings.map(\.message) + placed.map { "\($0.file): \($0.message)" }
    var seen: Set<String> = []
    return Array(lines.filter { seen.insert($0).inserted }.prefix(3))
  }

  /// Every error, each with its file.
  var all: Set<String> {
    Set(elsewhere + bindings.map(\.message) + placed.map { "\($0.file): \($0.message)" })
  }

  /// Whether a name means several things, of which one may be another chapter's.
  var speaksOfAmbiguity: Bool {
    (bindings.map(\.message) + placed.map(\.message)).contains { $0.contains("ambiguous") }
  }

  /// Reads a log.
  ///
  /// The compiler writes `path:line:column: error: message`, the linker leaves out the column or
  /// names an object file. Lines that quote source start with a space or a number: what they say of
  /// errors is the learner's text.
  init(log: String, overlay: Overlay) {
    calls = ErrorPlace.all(in: log)
    let object = "/Chapter\(overlay.learner.reference.chapter).build/"
    let folders = ["/\(overlay.learner.folder)/", "/\(overlay.folder)/"]
    var general: [String] = []
    var stack: Crash?
    for line in log.split(separator: "\n") {
      if stack != nil, let place = Self.crashPlace(in: line, folders: folders) {
        stack?.place = place
      }
      guard let first = line.utf8.first, first != 32, !(48...57).contains(first),
        let marker = line.firstRange(of: "error: ")
      else { continue }
      if let crash = Crash(line) {
        keep(stack)
        stack = crash
        continue
      }
      let path = line[..<marker.lowerBound]
      let message = String(line[marker.upperBound...])
      let (file, number) = Self.place(path)
      if let name = Self.name(of: file, in: folders) {
        keep(CompileError(file: name, line: number, message: message))
      } else if "/\(file)".hasSuffix("/\(overlay.bindings.file)"), number > 0 {
        if !bindings.contains(where: { $0 == (number, message) }) {
          bindings.append((number, message))
        }
      } else if let start = message.firstRange(of: object)?.upperBound,
        let end = message.firstRange(of: ".o: "), start < end.lowerBound
      {
        keep(
          CompileError(
            file: String(message[start..<end.lowerBound]), line: 0,
            message: String(message[end.upperBound...])))
      } else if path.isEmpty || message.hasPrefix("linker command failed") {
        general.append(message)
      } else if !elsewhere.contains(String(line)) {
        elsewhere.append(String(line))
      }
    }
    keep(stack)
    // “compile command failed with exit code 1” says nothing beside the reason for it.
    if placed.isEmpty, bindings.isEmpty, elsewhere.isEmpty { elsewhere = general }
  }

  private mutating func keep(_ error: CompileError) {
    if !placed.contains(error) { placed.append(error) }
  }

  private mutating func keep(_ crash: Crash?) {
    guard let crash else { return }
    if let place = crash.place {
      keep(CompileError(file: place.file, line: place.line, message: crash.message))
    } else {
      elsewhere.append(crash.message)
    }
  }

  /// `path:line:column: ` or `path:line: ` in front of an error; the line is 0 where there is none.
  private static func place(_ text: Substring) -> (file: Substring, line: Int) {
    var parts = text.split(separator: ":", omittingEmptySubsequences: false)
    if parts.last?.allSatisfy(\.isWhitespace) ?? false { parts.removeLast() }
    var numbers: [Int] = []
    while numbers.count < 2, let number = parts.last.flatMap({ Int($0) }) {
      numbers.append(number)
      parts.removeLast()
    }
    return (parts.joined(separator: ":")[...], numbers.last ?? 0)
  }

  /// A linker may name a file from the package's root.
  private static func name(of path: Substring, in folders: [String]) -> String? {
    let path = "/" + path
    return folders.lazy.compactMap { path.firstRange(of: $0) }.first
      .map { String(path[$0.upperBound...]) }
  }
}

// MARK: Crashes of the compiler

extension BuildErrors {
  /// A compiler that was ended by a signal; it tells where it was, deepest place last.
  private struct Crash {
    let message: String
    var place: (file: String, line: Int)?

    /// Recognises `error: compile command failed due to signal 11 (use -v …)`.
    init?(_ line: Substring) {
      guard let words = line.firstRange(of: "command failed due to signal ") else { return nil }
      let signal = line[words.upperBound...].prefix { $0.isNumber }
      message =
        [SIGXCPU, SIGKILL].map(String.init).contains(String(signal))
        ? "the compiler was not done with this after \(Toolchain.processorSeconds) s of processor "
          + "time; write it in smaller steps"
        : "the compiler itself crashed here (signal \(signal)); write it in smaller steps"
    }
  }

  /// The last place that a line of the compiler's stack names in one of the folders.
  private static func crashPlace(
    in line: Substring, folders: [String]
  ) -> (file: String, line: Int)? {
    guard line.utf8.first.map({ (48...57).contains($0) }) ?? false,
      !line.contains("Program arguments"),
      let folder = folders.lazy.compactMap({ line.firstRange(of: $0) }).first,
      let end = line[folder.upperBound...].firstRange(of: ".swift")
    else { return nil }
    let behind = line[end.upperBound...]
    let number = behind.first == ":" ? Int(behind.dropFirst().prefix { $0.isNumber }) : nil
    return (String(line[folder.upperBound..<end.upperBound]), number ?? 0)
  }
}

extension LearnerModule {
  /// The exercise in whose declaration a line stands, or nil outside every exercise.
  func exercise(atLine line: Int, of file: String) -> String? {
    reference.exercises.first { exercise in
      (try? bodies(of: exercise))?.contains { $0.file == file && $0.lines.contains(line) } ?? false
    }
  }

  /// Whether a file is as the reference generates it, so that no mistake of the learner's is in it.
  func isStub(_ file: String) -> Bool {
    guard let stub = reference.files.first(where: { $0.name == file })?.stub else { return false }
    return (try? text(of: file)) == stub
  }
}
