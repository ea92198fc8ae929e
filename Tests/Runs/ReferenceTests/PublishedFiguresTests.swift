import Foundation
import Grading
import Testing

/// The figures that the pages show, held against the results beside them.
@Suite("The published figures")
struct PublishedFiguresTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The folders of chapters that have results.
  static var folders: [String] {
    let names =
      (try? FileManager.default.contentsOfDirectory(atPath: root.path + "/Chapters")) ?? []
    return names.sorted().filter {
      $0.wholeMatch(of: /\d\d-.*/) != nil
        && FileManager.default.fileExists(atPath: "\(root.path)/Chapters/\($0)/results.json")
    }
  }

  @Test("are what the published results give", arguments: folders)
  func published(_ name: String) throws {
    let number = try #require(Int(name.prefix(2)))
    let folder = Self.root.appending(path: "Chapters/\(name)")
    let output = FileManager.default.temporaryDirectory
      .appending(path: "figures-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: output, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: output) }
    try FileManager.default.copyItem(
      at: folder.appending(path: "results.json"), to: output.appending(path: "results.json"))
    let program = Process()
    program.executableURL = Self.products.appending(path: "Chapter\(number)Run")
    program.arguments = ["--draw", "--output", output.path]
    try program.run()
    program.waitUntilExit()
    #expect(program.terminationStatus == 0)
    let drawn = Self.drawings(in: output)
    let published = Self.drawings(in: folder)
    #expect(!drawn.isEmpty)
    for (file, text) in published {
      #expect(
        drawn[file] == text,
        "\(name)/figures/\(file) is out of date: swift run course run \(number) --reference --draw --publish"
      )
    }
    #expect(Set(drawn.keys) == Set(published.keys))
  }

  private static func drawings(in folder: URL) -> [String: String] {
    let figures = folder.appending(path: "figures")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: figures.path)) ?? []
    return Dictionary(
      uniqueKeysWithValues: names.filter { $0.hasSuffix(".svg") }.map {
        ($0, (try? String(contentsOf: figures.appending(path: $0), encoding: .utf8)) ?? "")
      })
  }

  /// Where the package's programs stand: beside the bundle of its tests.
  private static var products: URL {
    GradeClient.buildFolder()
  }
}
