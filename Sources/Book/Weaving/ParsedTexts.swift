import Foundation

/// Remembers the texts that were parsed last without a complaint: the same need no second look.
public struct ParsedTexts: Sendable {
  private let file: URL
  private let text: Data

  /// - Parameters:
  ///   - files: the texts by path.
  ///   - name: a file in the cache.
  ///   - cache: a folder that may be removed at any time.
  public init(of files: [(path: String, text: String)], name: String, cache: URL) {
    text = Data(files.map { "\($0.path)\n\($0.text)\n" }.joined().utf8)
    file = cache.appending(path: name)
  }

  /// Whether just these texts were parsed last.
  public var areKnown: Bool { (try? Data(contentsOf: file)) == text }

  /// Remembers them. Without a cache the next build is slower, nothing else.
  public func keep() {
    try? FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try? text.write(to: file, options: .atomic)
  }
}
