/// What is wrong with a text file, and what to do about it.
public struct TextError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The kinds of fault.
  public enum Problem: Hashable, Sendable {
    /// There is no file of this name.
    case missing
    /// There is something, but it cannot be read: a folder, a pipe, or a file without permission.
    case unreadable
    /// The file holds no words.
    case empty
    /// The file has more bytes than were allowed.
    case tooLarge(bytes: Int, limit: Int)
    /// The bytes are no UTF-8 text from this line on.
    case notUTF8(line: Int)
    /// From this line on there are zero bytes: text in UTF-16, or no text at all.
    case binary(line: Int)
    /// A line holds a word that has a meaning of its own for the reader.
    case reservedWord(String, line: Int)
    /// A line is not of the file's form.
    case malformed(line: Int, expected: String)
    /// The file cannot be written.
    case unwritable
    /// A word with its numbers that the file's form has no way to write.
    case unwritableWord(String, reason: UnwritableWord)
  }

  /// Why a word cannot be written into a file of vectors.
  public enum UnwritableWord: Hashable, Sendable {
    /// It is empty, or holds a space or a line end: it would be read as something else.
    case fieldOfItsOwn
    /// One of its numbers is infinite, or none.
    case notFinite
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
      "\(file): error: this cannot be read; give a text file that you may read, "
        + "no folder, pipe or device"
    case .empty:
      "\(file): error: this file holds no words, in letters of whatever script; give a text"
    case .tooLarge(let bytes, let limit):
      "\(file): error: this file has \(bytes) bytes, more than \(limit); "
        + "cut it, or raise `maximumBytes` where it is read"
    case .notUTF8(let line):
      "\(file):\(line): error: this is no UTF-8 text; convert it, "
        + "for instance with `iconv -f LATIN1 -t UTF-8`"
    case .binary(let line):
      "\(file):\(line): error: a zero byte stands here, so this is no UTF-8 text; convert it with "
        + "`iconv -f UTF-16 -t UTF-8`, or have what is binary saved as text"
    case .reservedWord(let word, let line):
      "\(file):\(line): error: “\(word)” is no word here but a marker that the model itself sets; "
        + "take it out, or write it another way"
    case .malformed(let line, let expected):
      "\(file):\(line): error: this line is not of the form “\(expected)”; "
        + "mend it, or make the file again"
    case .unwritable:
      "\(file): error: this cannot be written; check the folder, its permissions and free space"
    case .unwritableWord(let word, .fieldOfItsOwn):
      "\(file): error: “\(word)” is empty, or holds a space or a line end, and would be read as "
        + "something else; leave it out, or join its parts with “_”"
    case .unwritableWord(let word, .notFinite):
      "\(file): error: the vector of “\(word)” holds a number that is infinite, or none; "
        + "train again in smaller steps"
    }
  }
}
