/// What is wrong with a text file, and what to do about it.
public struct TextError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The kinds of fault.
  public enum Problem: Hashable, Sendable {
    /// There is no file of this name.
    case missing
    /// There is something, but it cannot be read: a folder, or a file without permission.
    case unreadable
    /// The file holds no words.
    case empty
    /// The file has more bytes than were allowed.
    case tooLarge(bytes: Int, limit: Int)
    /// The bytes are no UTF-8 text from this line on.
    case notUTF8(line: Int)
    /// A line is not of the file's form.
    case malformed(line: Int, expected: String)
    /// The file cannot be written.
    case unwritable
  }

  /// The file, as it was asked for.
  public let file: String
  /// The fault.
  public let problem: Problem

  /// A fault of a file, for code that reads texts of its own kind.
  public init(file: String, problem: Problem) {
    self.file = file
    self.problem = problem
  }

  /// The file, the fault and the remedy in one sentence.
  public var description: String {
    switch problem {
    case .missing:
      "\(file): error: there is no such file; check the path, or see what there is to fetch with "
        + "`swift run course fetch --list`"
    case .unreadable:
      "\(file): error: this cannot be read; give a text file that you may read, not a folder"
    case .empty:
      "\(file): error: this file holds no words; give a text with one sentence per line"
    case .tooLarge(let bytes, let limit):
      "\(file): error: this file has \(bytes) bytes, more than \(limit); "
        + "cut it, or raise `maximumBytes`"
    case .notUTF8(let line):
      "\(file):\(line): error: this is no UTF-8 text; convert it, "
        + "for instance with `iconv -f LATIN1 -t UTF-8`"
    case .malformed(let line, let expected):
      "\(file):\(line): error: this line is not of the form “\(expected)”; "
        + "mend it, or make the file again"
    case .unwritable:
      "\(file): error: this cannot be written; check the folder, its permissions and free space"
    }
  }
}
