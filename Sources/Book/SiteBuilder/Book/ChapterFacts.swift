import Foundation

/// What is known of the chapters without reading them whole, for the pages that speak of all of them:
/// start page, map and README.
struct ChapterFacts: Sendable {
  /// How many exercises each written chapter has, by its number.
  let exercises: [Int: Int]
  /// The folder of each written chapter.
  let folders: [Int: String]

  init(root: URL) { self.init(folders: BookFolder.all(root: root), root: root) }

  init(folders: [BookFolder], root: URL) {
    var exercises: [Int: Int] = [:]
    var paths: [Int: String] = [:]
    for folder in folders {
      guard let chapter = folder.part.chapter else { continue }
      let heading = "### Exercise \(chapter)."
      let texts = folder.pages.map {
        (try? String(contentsOf: root.appending(path: $0), encoding: .utf8)) ?? ""
      }
      exercises[chapter] = texts.reduce(0) { count, text in
        count + text.split(separator: "\n").count { $0.hasPrefix(heading) }
      }
      paths[chapter] = folder.path
    }
    (self.exercises, self.folders) = (exercises, paths)
  }
}
