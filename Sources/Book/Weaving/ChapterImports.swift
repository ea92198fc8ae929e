import Foundation

/// Which chapters' modules another chapter is built with; `Package.swift` says the same to the package
/// manager.
public enum ChapterImports {
  /// The chapters that a chapter's reference imports, itself or by way of one of them, in order.
  ///
  /// A chapter imports earlier ones only, so each is behind those that it needs.
  public static func of(_ chapter: Int, root: URL) -> [Int] {
    let direct = direct(PackageFolders.reference(chapter), root: root).filter { $0 < chapter }
    return Set(direct + direct.flatMap { of($0, root: root) }).sorted()
  }

  private static func direct(_ folder: String, root: URL) -> [Int] {
    let directory = root.appending(path: folder)
    return (SwiftFiles.names(below: directory) ?? []).flatMap { name -> [Int] in
      guard
        let text = try? String(contentsOf: directory.appending(path: name), encoding: .utf8),
        text.contains("Chapter")
      else { return [] }
      return SwiftTokenizer.tokens(of: text).imports.compactMap {
        PackageFolders.chapter(ofModule: $0.module)
      }
    }
  }
}
