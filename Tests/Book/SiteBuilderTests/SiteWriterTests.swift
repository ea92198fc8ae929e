import Foundation
import Testing
import Weaving

@testable import SiteBuilder

@Suite("Writing the site")
struct SiteWriterTests {
  private let site = ["index.html": Data("<p>".utf8), "assets/style.css": Data()]

  private func withFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "site-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }

  @Test("an absent folder, an empty one and an older site are written")
  func replaces() throws {
    try withFolder { folder in
      try SiteWriter.write(site, to: folder)
      try SiteWriter.write(site.merging(["old.html": Data()]) { $1 }, to: folder)
      try SiteWriter.write(site, to: folder)
      #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "old.html").path))
      try SiteWriter.write(site, to: folder.appending(path: "new"))
    }
  }

  @Test("what no build has made is never replaced: a folder with other files, or a file")
  func refuses() throws {
    try withFolder { folder in
      let keep = folder.appending(path: "keep.txt")
      try Data("mine".utf8).write(to: keep)
      #expect(throws: Diagnostics.self) { try SiteWriter.write(site, to: folder) }
      #expect(throws: Diagnostics.self) { try SiteWriter.write(site, to: keep) }
      #expect(try String(contentsOf: keep, encoding: .utf8) == "mine")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["keep.txt"])
    }
  }
}
