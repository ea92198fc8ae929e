import Foundation
import Testing

@testable import Experiments

@Suite("Results that are read again")
struct StoredResultsTests {
  private static func sample() -> Results {
    var results = Results()
    results.set("run.command", to: "course run 9")
    results.set("run.seed", to: "7")
    results.set("a.2", to: 1.5)
    results.set("a.10", to: 3)
    results.set("b", to: [1, 2.5, .number(.infinity)])
    results.set("c", to: [[1, 2], [3, 4]])
    results.set("d", to: ["x", "y"])
    results.set("e", to: true)
    return results
  }

  private static func read(_ results: Results) throws -> Results {
    try Results(json: Data(results.json.utf8), file: "results.json")
  }

  @Test("are what was written")
  func round() throws {
    let stored = try Self.read(Self.sample())
    #expect(try stored.number("a.2") == 1.5)
    #expect(try stored.number("a.10") == 3)
    #expect(stored.keys("a") == ["2", "10"])
    #expect(try stored.numbers("b") == [1, 2.5, .infinity])
    #expect(try stored.rows("c") == [[1, 2], [3, 4]])
    #expect(try stored.texts("d") == ["x", "y"])
    #expect(stored["e"] == true)
    #expect(stored.provenance == "Made by `course run 9`, seed 7.")
    #expect(try Self.read(stored).json == stored.json)
  }

  @Test("say which number is missing, and what is no result")
  func missing() throws {
    let stored = try Self.read(Self.sample())
    for (key, read) in [
      ("f", { _ = try stored.number("f") }), ("d", { _ = try stored.numbers("d") }),
      ("b", { _ = try stored.texts("b") }), ("e", { _ = try stored.rows("e") }),
    ] as [(String, () throws -> Void)] {
      let error = #expect(throws: RunError.self) { try read() }
      #expect(error.map { "\($0)".contains("“\(key)") } == true, "\(error as Any)")
    }
    for text in ["", "[]", "{\"a\": ", "7"] {
      #expect(throws: RunError.self) { try Results(json: Data(text.utf8), file: "r.json") }
    }
  }

  private struct Box: Figure {
    let side: Double

    func svg(_ breadth: Breadth) -> String {
      var drawing = Drawing(breadth, height: side)
      drawing.text("\(side)", (10, 10), size: breadth.textSize)
      return drawing.svg(title: "A box", description: "Its side.")
    }
  }

  @Test("give every figure for a page and for a telephone")
  func figures() throws {
    let files = try Self.read(Self.sample()).files { [("box", Box(side: try $0.number("a.10")))] }
    #expect(files.map(\.path) == ["figures/box.svg", "figures/box.narrow.svg"])
    #expect(files[0].text.contains("viewBox=\"0 0 720 3\""))
    #expect(files[1].text.contains("viewBox=\"0 0 360 3\""))
  }
}
