import Foundation

/// One state of the built book, held in memory: whoever asks gets all of it from the same build.
public struct Site: Sendable {
  /// The files, by path from the site's root: `index.html`, `assets/style.css`.
  public let files: [String: Data]
  /// The exercises in the order of the book.
  public let exercises: [String]
  /// Changes with anything that a page shows, by the page's path; other in every process.
  private let tags: [String: String]

  /// Takes the files of a build.
  ///
  /// Files whose name, or whose folder's name, starts with a dot are not for readers.
  public init(files: [String: Data], exercises: [String]) {
    let shown = files.filter { path, _ in
      !path.split(separator: "/").contains { $0.hasPrefix(".") }
    }
    self.files = shown
    self.exercises = exercises
    var shared = Hasher()
    for (path, data) in shown.sorted(by: { $0.key < $1.key }) where !path.hasSuffix(".html") {
      shared.combine(path)
      shared.add(data)
    }
    tags = shown.filter { $0.key.hasSuffix(".html") }.mapValues { page in
      var hash = shared
      hash.add(page)
      return String(UInt(bitPattern: hash.finalize()), radix: 36)
    }
  }

  /// The pages, in alphabetical order.
  var pages: [String] { tags.keys.sorted() }

  /// What tells one state of a page, its style and its scripts from another; nil for no page.
  func tag(ofPage path: String) -> String? { tags[path] }
}

extension Hasher {
  /// All of the bytes; `combine` on `Data` itself looks at the first few only.
  fileprivate mutating func add(_ data: Data) {
    combine(data.count)
    data.withUnsafeBytes { combine(bytes: $0) }
  }
}
