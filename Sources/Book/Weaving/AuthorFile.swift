import Foundation

/// Reads what authors have written, and says what stands in a file's place where there is none.
///
/// Of a folder, a pipe or a link that leads round in a circle one would hear else that it cannot be
/// read, or that there is no such file, and of a device the reading may never end.
public enum AuthorFile {
  /// Longer files are refused, in bytes: nobody writes them.
  public static let longest = 16 << 20

  /// The bytes of a file.
  ///
  /// - Parameters:
  ///   - path: the file, as a path from the package's root.
  ///   - missing: what to say where nothing is there.
  /// - Throws: a ``Diagnostic`` where it is missing, is no file, is too long or cannot be read.
  public static func data(
    _ path: String, root: URL, longest: Int = longest, missing: String = "there is no such file"
  ) throws(Diagnostic) -> Data {
    let url = root.appending(path: path)
    var status = stat()
    guard stat(url.path, &status) == 0 else {
      throw Diagnostic(file: path, obstacle(errno, at: url) ?? missing)
    }
    if let kind = kind(status.st_mode) {
      throw Diagnostic(file: path, "this is \(kind), not a file; put the file in its place")
    }
    guard status.st_size <= longest else {
      throw Diagnostic(
        file: path,
        "the file has \(status.st_size) bytes; split it, at most \(longest >> 20) MiB is read")
    }
    do {
      return try Data(contentsOf: url)
    } catch {
      throw Diagnostic(file: path, "this file cannot be read; look at its permissions")
    }
  }

  /// The text of a file in UTF-8, without control characters: a page cannot hold one.
  ///
  /// - Throws: a ``Diagnostic``, with the line where one byte is the trouble.
  public static func text(
    _ path: String, root: URL, longest: Int = longest, missing: String = "there is no such file"
  ) throws(Diagnostic) -> String {
    let data = try data(path, root: root, longest: longest, missing: missing)
    guard let text = String(validating: data, as: UTF8.self) else {
      throw Diagnostic(
        file: path, line: firstInvalidLine(of: data),
        "this is not UTF-8 text; save the file in this encoding")
    }
    if let place = firstControl(in: data) {
      let code = String(data[place], radix: 16, uppercase: true)
      let name = "U+" + String(repeating: "0", count: 4 - code.count) + code
      throw Diagnostic(
        file: path, line: data.prefix(upTo: place).count { $0 == UInt8(ascii: "\n") } + 1,
        "this line has the control character \(name)\(data[place] == 0 ? " (NUL)" : ""); remove it")
    }
    return text
  }

  /// Why nothing can be said of what stands at a path; nil where nothing stands there.
  private static func obstacle(_ error: Int32, at url: URL) -> String? {
    switch error {
    case ELOOP: return "this link leads round in a circle; put the file in its place"
    case EACCES: return "this file cannot be reached; look at the permissions of its folder"
    default:
      var status = stat()
      return lstat(url.path, &status) == 0
        ? "this is a link that leads to nothing; put the file in its place" : nil
    }
  }

  /// What it is that is no file; nil for a file.
  private static func kind(_ mode: mode_t) -> String? {
    switch mode & S_IFMT {
    case S_IFREG: nil
    case S_IFDIR: "a folder"
    case S_IFIFO: "a pipe (FIFO)"
    case S_IFSOCK: "a socket"
    default: "a device"
    }
  }

  private static func firstInvalidLine(of data: Data) -> Int {
    let lines = data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    return (lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0) + 1
  }

  /// Where the first byte stands that HTML has no place for; tab and ends of lines are none.
  private static func firstControl(in data: Data) -> Int? {
    let allowed: Set<UInt8> = [0x09, 0x0A, 0x0D]
    return data.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress else { return nil }
      // One search of the C library for each is faster than a look at every byte.
      return (Array(0..<0x20) + [0x7F]).filter { !allowed.contains($0) }.compactMap { byte in
        memchr(start, Int32(byte), bytes.count).map { UnsafeRawPointer($0) - start }
      }.min()
    }
  }
}
