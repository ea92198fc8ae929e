import Foundation

/// A chapter's reference module, `Solutions/ChapterN`: the one place where its code is written.
public struct ReferenceModule: Sendable {
  /// The chapter's number.
  public let chapter: Int
  /// Its files, and what the book shows of them: everything.
  public let source: SourceFolder

  /// Reads and checks every Swift file of the module.
  ///
  /// - Parameters:
  ///   - root: the package's root.
  /// - Throws: ``Diagnostics``: unreadable files, faulty markers, two regions of one name.
  public init(chapter: Int, root: URL) throws {
    self.chapter = chapter
    source = try SourceFolder(chapter: chapter, root: root)
  }

  /// The files, by name.
  public var files: [ReferenceFile] { source.files }

  /// Every region of the module, file by file.
  public var regions: [Region] { source.regions }

  /// The regions of one exercise, in order; empty where the number is unknown.
  public func exercise(_ id: String) -> [Region] {
    regions.filter { $0.kind == .exercise && $0.name == id }
  }

  /// The numbers of the module's exercises, in numerical order.
  public var exercises: [String] {
    Set(regions.lazy.filter { $0.kind == .exercise }.map(\.name))
      .sorted { $0.compare($1, options: .numeric) == .orderedAscending }
  }
}
