import Foundation

/// Reads and writes whole files, and says what is wrong where that cannot be.
public enum TextFile {
  /// Writes a file; it appears when it is whole. A device or a pipe is written to as it stands.
  ///
  /// - Parameters:
  ///   - bytes: what the file will hold.
  ///   - file: the path; the error names it as given.
  /// - Throws: ``TextError`` where it cannot be written.
  public static func write(_ bytes: Data, to file: String) throws(TextError) {
    do {
      try bytes.write(to: URL(filePath: file), options: isPipeOrDevice(file) ? [] : .atomic)
    } catch {
      throw TextError(file: file, problem: .unwritable)
    }
  }

  /// Whether something is there that must not be replaced by a file.
  private static func isPipeOrDevice(_ file: String) -> Bool {
    var status = stat()
    return stat(file, &status) == 0 && ![S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT)
  }

  /// The file's text, without a mark of byte order at its start, or the reason why there is none.
  static func text(of file: String, maximumBytes: Int) throws(TextError) -> String {
    // Asked before it is opened: to open a pipe waits for somebody who writes to it, and a device
    // need not end. `stat` looks behind a link, as reading does.
    var status = stat()
    guard stat(file, &status) == 0 else {
      throw TextError(file: file, problem: errno == ENOENT ? .missing : .unreadable)
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw TextError(file: file, problem: .unreadable)
    }
    let size = Int(status.st_size)
    guard size <= maximumBytes else {
      throw TextError(file: file, problem: .tooLarge(bytes: size, limit: maximumBytes))
    }
    guard let data = FileManager.default.contents(atPath: file) else {
      throw TextError(file: file, problem: .unreadable)
    }
    // A text has no zero byte; text in UTF-16 and binary files do.
    if let line = firstLineWithZero(of: data) {
      throw TextError(file: file, problem: .binary(line: line))
    }
    let mark = Data([0xEF, 0xBB, 0xBF])
    guard
      let text = String(validating: data.dropFirst(data.starts(with: mark) ? 3 : 0), as: UTF8.self)
    else {
      throw TextError(file: file, problem: .notUTF8(line: firstBadLine(of: data)))
    }
    return text
  }

  /// The number of the first line that holds a zero byte; nil where none does.
  private static func firstLineWithZero(of data: Data) -> Int? {
    data.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress, let zero = memchr(start, 0, bytes.count) else {
        return nil
      }
      return 1 + bytes[..<(UnsafeRawPointer(zero) - start)].count { $0 == 0x0A }
    }
  }

  /// The number of the first line that is no UTF-8; UTF-8 never hides a line end in a character.
  private static func firstBadLine(of data: Data) -> Int {
    let lines = data.split(separator: 0x0A, omittingEmptySubsequences: false)
    return 1 + (lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0)
  }
}
