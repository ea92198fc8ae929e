import SwiftSyntax

/// A reference file with one small change in the body of an exercise.
public struct Mutant: Sendable {
  /// What names a mutant, whatever else changes in its file: no line number.
  public struct Identity: Codable, Hashable, Sendable {
    /// The exercise's number.
    public let exercise: String
    /// The changed line as it was, without the white space around it.
    public let line: String
    /// What has become of it.
    public let change: String
    /// Which of several that are alike, from 1 on; nil for the first.
    public let occurrence: Int?

    /// A name.
    public init(exercise: String, line: String, change: String, occurrence: Int? = nil) {
      (self.exercise, self.line, self.change) = (exercise, line, change)
      self.occurrence = occurrence
    }
  }

  /// Its name in records.
  public let identity: Identity
  /// The file's name.
  public let file: String
  /// The line, counted from 1.
  public let line: Int
  /// Which of the file's bodies is changed, counted from 0.
  let body: Int
  /// What the body becomes.
  let code: String
}

extension Mutant {
  /// The mutants of a file, body after body; those that read the same stand once.
  public static func all(of source: String, file: String) -> [Mutant] {
    let text = Array(source.utf8)
    var mutants: [Mutant] = []
    var known: [Identity: Int] = [:]
    for (index, body) in ExerciseBody.all(in: source).enumerated() {
      var texts: Set<String> = [body.text(in: text)]
      for edit in MutationOperators.edits(in: body.statements) {
        let code = body.text(in: text, edit)
        guard texts.insert(code).inserted else { continue }
        let telling = edit.telling ?? told(edit, in: text)
        let name = Identity(
          exercise: body.exercise, line: telling.line, change: telling.change)
        known[name, default: 0] += 1
        let count = known[name] == 1 ? nil : known[name]
        mutants.append(
          Mutant(
            identity: Identity(
              exercise: name.exercise, line: name.line, change: name.change, occurrence: count),
            file: file,
            line: 1 + text[..<telling.offset].count { $0 == UInt8(ascii: "\n") },
            body: index, code: code))
      }
    }
    return mutants
  }

  /// The lines that a change touches, before and after, each as one line.
  private static func told(_ edit: Edit, in text: [UInt8]) -> Edit.Telling {
    let newline = UInt8(ascii: "\n")
    let start = text[..<edit.range.lowerBound].lastIndex(of: newline).map { $0 + 1 } ?? 0
    let end = text[edit.range.upperBound...].firstIndex(of: newline) ?? text.count
    let before = String(decoding: text[start..<edit.range.lowerBound], as: UTF8.self)
    let behind = String(decoding: text[edit.range.upperBound..<end], as: UTF8.self)
    return Edit.Telling(
      line: oneLine(String(decoding: text[start..<end], as: UTF8.self)),
      change: oneLine(before + edit.shown + behind), offset: edit.range.lowerBound)
  }

  private static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

extension ExerciseBody {
  /// The body as an alternative among others: its value, if it is one, is returned in words.
  ///
  /// A missing value of a property is reported at the end of an initialiser's every path: the
  /// `return` keeps that end inside the alternative.
  func text(in file: [UInt8], _ edit: Edit? = nil) -> String {
    var bytes = Array(file[range])
    if let edit {
      let place =
        edit.range.lowerBound - range.lowerBound..<edit.range.upperBound - range.lowerBound
      bytes.replaceSubrange(place, with: edit.code.utf8)
    }
    if isOneValue {
      bytes.insert(
        contentsOf: "return ".utf8, at: statements.bytes.lowerBound - range.lowerBound)
    }
    return String(decoding: bytes, as: UTF8.self) + (returnsNothing ? "\nreturn\n" : "")
  }
}
