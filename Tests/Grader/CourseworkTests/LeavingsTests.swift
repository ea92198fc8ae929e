import Foundation
import Testing

@testable import Coursework

@Suite("What SwiftPM leaves behind")
struct LeavingsTests {
  private let root = FileManager.default.temporaryDirectory.appending(
    path: "leavings-\(UUID().uuidString)")

  private func make(_ name: String, _ files: [String]) throws {
    let folder = root.appending(path: ".build/temporary/\(name)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for file in files { try Data().write(to: folder.appending(path: file)) }
  }

  private func left() throws -> Set<String> {
    Set(
      try FileManager.default.contentsOfDirectory(
        atPath: root.appending(path: ".build/temporary").path))
  }

  @Test("Old folders without content go; young ones, full ones and locks stay")
  func tidying() throws {
    defer { try? FileManager.default.removeItem(at: root) }
    try make("TemporaryDirectory.a", [".keep-directory"])
    try make("TemporaryDirectory.b", [".keep-directory", "outputs"])
    try make("another", [])
    let folder = try #require(Leavings.folder(root: root))
    #expect(try left() == ["TemporaryDirectory.a", "TemporaryDirectory.b", "another"])
    Leavings.tidy(folder, now: Date(timeIntervalSinceNow: 3500))
    #expect(try left() == ["TemporaryDirectory.a", "TemporaryDirectory.b", "another"])
    Leavings.tidy(folder, now: Date(timeIntervalSinceNow: 3700))
    #expect(try left() == ["TemporaryDirectory.b", "another"])
    Leavings.tidy(folder, now: Date(timeIntervalSinceNow: 90000))
    #expect(try left() == ["another"])
  }

  @Test("A folder that cannot be made is no folder")
  func noFolder() throws {
    defer { try? FileManager.default.removeItem(at: root) }
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    try Data().write(to: root.appending(path: ".build"))
    #expect(Leavings.folder(root: root) == nil)
  }
}
