import Foundation
import Testing

@testable import Weaving

/// A package of one chapter: a free function, and two types with members of the same names.
struct LearnerFixture {
  let learner: LearnerModule

  static let vector = """
    import Foundation

    // #exercise 1.1
    /// A one at a place.
    public func oneHot(_ index: Int, size: Int) -> [Float] {
      var vector = [Float](repeating: 0, count: size)
      vector[index] = 1
      return vector
    }
    // #end

    // #exercise 1.2
    /// Another one.
    public func total(_ vector: [Float]) -> Float {
      vector.reduce(0, +)
    }
    // #end
    """

  static let models = """
    // #given first
    public struct First {
      let sum: Int
    // #end

      // #exercise 1.3
      public init(of numbers: [Int]) {
        sum = numbers.reduce(0, +)
      }
      // #end

      // #exercise 1.4
      public func share(of part: Int) -> Double {
        Double(part) / Double(sum)
      }
      // #end
    // #given second
    }

    public struct Second {
    // #end
      // #exercise 1.5
      public func share(of part: Int) -> Double {
        1 / Double(part)
      }
      // #end
    // #given finish
    }
    // #end
    """

  /// Runs with the fixture in a folder of its own.
  static func with(
    compiler: String = "swiftc", _ body: (LearnerFixture) throws -> Void
  ) throws {
    let root = FileManager.default.temporaryDirectory.appending(path: "weaving-\(UUID())")
    defer { try? FileManager.default.removeItem(at: root) }
    let folder = root.appending(path: "Solutions/Chapter1")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(vector.utf8).write(to: folder.appending(path: "Vector.swift"))
    try Data(models.utf8).write(to: folder.appending(path: "Models.swift"))
    let learner = LearnerModule(
      reference: try ReferenceModule(chapter: 1, root: root), root: root,
      reader: OutlineReader(compiler: compiler))
    _ = try learner.writeStubs()
    try body(LearnerFixture(learner: learner))
  }

  /// Writes a file of the learner's.
  func write(_ text: String, to file: String) throws {
    let url = learner.root.appending(path: learner.path(of: file))
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  /// Puts another text in the place of one that must be there.
  func replace(_ old: String, with new: String, in file: String) throws {
    let text = try learner.text(of: file)
    try #require(text.contains(old))
    try write(text.replacing(old, with: new), to: file)
  }

  /// Every file's bytes, by name.
  func contents() throws -> [String: [UInt8]] {
    Dictionary(
      uniqueKeysWithValues: try learner.fileNames().map {
        ($0, Array(try learner.text(of: $0).utf8))
      }
    )
  }
}
