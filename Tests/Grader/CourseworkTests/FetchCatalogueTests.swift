import Foundation
import Testing

@testable import Coursework

@Suite("The table of what can be fetched")
struct FetchCatalogueTests {
  /// The course's folder, somewhere above this file.
  private static let course = sequence(first: URL(filePath: #filePath)) {
    $0.deletingLastPathComponent()
  }.prefix(9).first {
    FileManager.default.fileExists(atPath: $0.appending(path: FetchCatalogue.file).path)
  }

  @Test("Every entry of the course's own table is pinned, and has packages that are pinned")
  func pins() throws {
    let catalogue = try FetchCatalogue(root: #require(Self.course))
    #expect(Set(catalogue.entries.map(\.name)).count == catalogue.entries.count)
    for entry in catalogue.entries {
      #expect(entry.folder.hasPrefix(".course/"), "\(entry.name)")
      #expect(!entry.files.isEmpty && !entry.packages.isEmpty && !entry.chapters.isEmpty)
      #expect(entry.files.allSatisfy { $0.sha256.count == 64 && $0.bytes > 0 })
      #expect(entry.packages.allSatisfy { catalogue.packages[$0] != nil }, "\(entry.name)")
    }
    let places = catalogue.entries.flatMap { entry in entry.files.map { entry.folder + $0.name } }
    #expect(Set(places).count == places.count, "two entries write the same file")
  }

  @Test("What is there is told from what is missing, in part there, or different")
  func states() throws {
    let root = FileManager.default.temporaryDirectory.appending(
      path: "catalogue-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: root) }
    let folder = root.appending(path: ".course/tale")
    for place in [folder, root.appending(path: "data")] {
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    }
    try Data(Self.table.utf8).write(to: root.appending(path: FetchCatalogue.file))
    let catalogue = try FetchCatalogue(root: root)
    let tale = try #require(catalogue["tale"])
    #expect(catalogue["story"] == nil)
    #expect(catalogue.state(of: tale, root: root) == .missing)
    try Data("four".utf8).write(to: folder.appending(path: "a.txt"))
    #expect(catalogue.state(of: tale, root: root) == .partial)
    try Data("seven".utf8).write(to: folder.appending(path: "b.txt"))
    #expect(catalogue.state(of: tale, root: root) == .different)
    try Data("sevente".utf8).write(to: folder.appending(path: "b.txt"))
    #expect(catalogue.state(of: tale, root: root) == .here)
    #expect(
      catalogue.list(root: root).hasPrefix(
        """
        NAME  CHAPTERS         SIZE  STATE      WHAT
        tale  2 3            0.0 kB  here       a tale
              from tale-data 1.0-2 (Debian), 2.5 MB
              licence: ours

        """))
  }

  @Test("A table that is gone or damaged is told with the way back")
  func damage() throws {
    let root = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    let error = #expect(throws: FetchCatalogueError.self) { try FetchCatalogue(root: root) }
    #expect(error?.description.contains("git checkout data/catalogue.json") == true)
  }

  private static let table = """
    {"entries": [{"name": "tale", "title": "a tale", "chapters": [2, 3], "folder": ".course/tale",
      "files": [{"name": "a.txt", "bytes": 4, "sha256": "00"}, {"name": "b.txt", "bytes": 7, "sha256": "01"}],
      "packages": ["tale-data"], "licence": "ours"}],
     "packages": {"tale-data": {"registry": "debian", "version": "1.0-2", "file": "tale-data.deb",
      "bytes": 2500000, "sha256": "02"}}}
    """
}
