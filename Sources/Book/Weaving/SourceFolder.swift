import Foundation

/// A folder of Swift code whose marked regions the book shows.
public struct SourceFolder: Sendable {
  /// The folder, as a path from the package's root.
  public let path: String
  /// The files, by path from the folder.
  public let files: [ReferenceFile]
  /// Whether the book has to show every line, as it does of a chapter's reference.
  public let isShownWhole: Bool

  /// Every region, file by file.
  public var regions: [Region] { files.flatMap(\.regions) }

  /// Reads and checks the Swift files of a library that learners are given, `Sources/Given/NAME`, those in
  /// folders too; the book shows as much of it as is marked.
  ///
  /// - Parameter root: the package's root.
  /// - Throws: ``Diagnostics``: unreadable files, faulty markers, two regions of one name.
  public init(library: String, root: URL) throws {
    let path = PackageFolders.given(library)
    try self.init(
      path, SwiftFiles.names(below: root.appending(path: path)), chapter: nil, root: root)
  }

  /// Reads and checks the files of a chapter's reference.
  init(chapter: Int, root: URL) throws {
    let path = PackageFolders.reference(chapter)
    let folder = root.appending(path: path)
    let deeper = (SwiftFiles.names(below: folder) ?? []).filter { $0.contains("/") }
    guard deeper.isEmpty else {
      throw Diagnostics(
        deeper.map {
          Diagnostic(
            file: "\(path)/\($0)",
            "this is compiled with the reference and shown nowhere; a reference's files stand in the "
              + "folder itself")
        })
    }
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    try self.init(
      path, names?.filter { $0.hasSuffix(".swift") }.sorted(), chapter: chapter, root: root)
  }

  private init(_ path: String, _ names: [String]?, chapter: Int?, root: URL) throws {
    guard let names else {
      throw Diagnostics([Diagnostic(file: path, "this folder cannot be read")])
    }
    var diagnostics: [Diagnostic] = []
    var files: [ReferenceFile] = []
    for name in names {
      let file = "\(path)/\(name)"
      do {
        let source = try AuthorFile.text(file, root: root)
        files.append(try ReferenceFile(source: source, path: file, chapter: chapter))
      } catch let fault as Diagnostic {
        diagnostics.append(fault)
      } catch let faults as Diagnostics {
        diagnostics += faults.all
      }
    }
    diagnostics += Self.duplicates(in: files.flatMap(\.regions))
    guard diagnostics.isEmpty else { throw Diagnostics(diagnostics) }
    (self.path, self.files, isShownWhole) = (path, files, chapter != nil)
  }

  /// An exercise may have several declarations; a given region's name stands once.
  private static func duplicates(in regions: [Region]) -> [Diagnostic] {
    var seen: [String: Region] = [:]
    return regions.filter { $0.kind == .given }.compactMap { region in
      guard let first = seen.updateValue(region, forKey: region.name) else { return nil }
      return Diagnostic(
        file: region.file, line: region.lines.lowerBound - 1,
        "the region “\(region.name)” is also in \(first.file):\(first.lines.lowerBound - 1)")
    }
  }
}
