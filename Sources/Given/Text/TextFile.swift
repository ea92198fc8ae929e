import Foundation

/// Reads whole text files, and says what is wrong with those that it cannot read.
enum TextFile {
  /// The file's text, or the reason why there is none.
  static func text(of file: String, maximumBytes: Int) throws(TextError) -> String {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: file, isDirectory: &isFolder) else {
      throw TextError(file: file, problem: .missing)
    }
    let attributes = try? FileManager.default.attributesOfItem(atPath: file)
    guard !isFolder.boolValue, let size = attributes?[.size] as? Int else {
      throw TextError(file: file, problem: .unreadable)
    }
    guard size <= maximumBytes else {
      throw TextError(file: file, problem: .tooLarge(bytes: size, limit: maximumBytes))
    }
    guard let data = FileManager.default.contents(atPath: file) else {
      throw TextError(file: file, problem: .unreadable)
    }
    guard let text = String(data: data, encoding: .utf8) else {
      throw TextError(file: file, problem: .notUTF8(line: firstBadLine(of: data)))
    }
    return text
  }

  /// The number of the first line that is no UTF-8; UTF-8 never hides a line end in a character.
  private static func firstBadLine(of data: Data) -> Int {
    let lines = data.split(separator: 0x0A, omittingEmptySubsequences: false)
    return 1 + (lines.firstIndex { String(data: $0, encoding: .utf8) == nil } ?? 0)
  }
}
