import Foundation

/// The book's own fonts, which `Scripts/fonts` makes: without them the pages are set in the reader's.
public enum BookFonts {
  /// Where they are made, below the package's root.
  private static let folder = ".build/fonts"

  /// Whether they have been made.
  public static func areMade(root: URL) -> Bool { !files(root: root).isEmpty }

  /// The style sheet, the fonts and their licences, by their paths in the site; none where they were
  /// not made, or not to their end.
  static func files(root: URL) -> [String: Data] {
    let folder = root.appending(path: Self.folder)
    let names = BookFolder.names(in: folder).filter {
      $0.hasSuffix(".woff2") || $0 == "fonts.css" || $0 == "LICENCES.txt"
    }
    guard names.contains("fonts.css") else { return [:] }
    var files: [String: Data] = [:]
    for name in names {
      guard let data = try? Data(contentsOf: folder.appending(path: name)) else { return [:] }
      files["assets/fonts/\(name)"] = data
    }
    return files
  }
}
