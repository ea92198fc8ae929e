import Foundation
import Testing

@testable import Experiments

@Suite("Results")
struct ResultsTests {
  private var results: Results {
    var results = Results()
    results.set("run.command", to: "course run 1")
    results.set("perplexity.bigram", to: .number(123.456789))
    results.set("perplexity.unigram", to: .number(.infinity))
    results.set("samples", to: ["a \"b\"\n", "c"])
    results.set("timing.seconds", to: 1.5)
    return results
  }

  @Test("Results are JSON in the order in which they were set")
  func json() {
    #expect(
      results.json == """
        {
          "run": {
            "command": "course run 1"
          },
          "perplexity": {
            "bigram": 123.457,
            "unigram": "∞"
          },
          "samples": ["a \\"b\\"\\n", "c"],
          "timing": {
            "seconds": 1.5
          }
        }

        """)
  }

  @Test("A value is found by its dotted key, in lists by its index")
  func lookUp() {
    #expect(results["perplexity.bigram"] == .number(123.456789))
    #expect(results["samples.1"] == "c")
    #expect(results["samples.2"] == nil)
    #expect(results["perplexity.trigram"] == nil)
  }

  @Test("A value set again takes the old one's place")
  func replacing() {
    var results = results
    results.set("run.command", to: "other")
    #expect(results["run.command"] == "other")
    #expect(results.json.hasPrefix("{\n  \"run\""))
  }

  @Test("A run agrees with its own file, whatever its timings")
  func agreement() throws {
    var later = results
    later.set("timing.seconds", to: 99)
    let file = Data(results.json.utf8)
    #expect(try ResultsComparison.differences(of: later, from: file, file: "f") == [])
  }

  @Test("A number that moved and a value that is missing are told by key")
  func difference() throws {
    var later = results
    later.set("perplexity.bigram", to: .number(124))
    later.set("extra", to: 1)
    let file = Data(results.json.utf8)
    #expect(
      try ResultsComparison.differences(of: later, from: file, file: "f") == [
        "extra: here 1, in f missing", "perplexity.bigram: here 124, in f 123.457",
      ])
  }

  @Test("A file that is no JSON is refused by name")
  func noJSON() {
    #expect(throws: RunError.self) {
      try ResultsComparison.differences(of: results, from: Data("{".utf8), file: "f")
    }
  }
}
