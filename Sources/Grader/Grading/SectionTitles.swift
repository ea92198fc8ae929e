import Foundation

/// The titles of a chapter's sections: verdicts know their anchors only, and a learner does not.
public struct SectionTitles: Sendable {
  private let titles: [String: String]

  /// Reads the headings `## Title {#anchor}` of all pages of a chapter.
  ///
  /// - Parameters:
  ///   - chapter: its number.
  ///   - root: the package's root; where its pages cannot be read, anchors stay as they are.
  public init(chapter: Int, root: URL) {
    let pages = root.appending(path: "Chapters")
    let prefix = (chapter < 10 ? "0" : "") + "\(chapter)-"
    let folders = (try? FileManager.default.contentsOfDirectory(atPath: pages.path)) ?? []
    let folder = pages.appending(path: folders.first { $0.hasPrefix(prefix) } ?? "")
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    let text = files.filter { $0.hasSuffix(".md") }
      .compactMap { try? String(contentsOf: folder.appending(path: $0), encoding: .utf8) }
      .joined(separator: "\n")
    self.init(headings: text)
  }

  /// Reads the headings of a text.
  init(headings text: String) {
    var titles: [String: String] = [:]
    for match in text.matches(of: /(?m)^#+ +(.+?) +\{#([a-z0-9-]+)\} *$/) {
      titles[String(match.2)] = match.1.filter { !"`$*".contains($0) }
    }
    self.titles = titles
  }

  /// A message with each “§ anchor” as “§ “Title””.
  func named(in message: String) -> String {
    message.replacing(/§ ([a-z0-9-]+)/) { match in
      titles[String(match.1)].map { "§ “\($0)”" } ?? String(match.0)
    }
  }
}
