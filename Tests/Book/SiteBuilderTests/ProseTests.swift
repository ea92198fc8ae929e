import Foundation
import Testing
import Weaving

@testable import SiteBuilder

@Suite("The prose of a page")
struct ProseTests {
  private static let page = "Chapters/02-counts/index.md"

  private func faults(_ text: String) throws -> [Diagnostic] {
    let book = try FixtureBook()
    try book.replace("# Counts\n", by: "# Counts\n\n\(text)\n", in: Self.page)
    try book.write(
      "{\"loss\": {\"first\": 152.4381, \"list\": [7.777]}, \"share\": 0.12345, \"words\": 1234567}",
      to: "Chapters/02-counts/results.json")
    try book.write("{\"kenlm\": 98.76}", to: "Chapters/02-counts/peers.json")
    // Whether a sentence sends to a figure is another suite's.
    return ProseCheck.faults(root: book.root).filter {
      $0.file == Self.page && !$0.message.contains("sends to this figure")
    }
  }

  @Test(
    "with two sentences on a line is found",
    arguments: [
      ("One.\nTwo. Three.", 2), ("- One.\n- Two? Three.", 2), ("> [!NOTE]\n> One! Two.", 2),
      ("Of $`x`$. Then.", 1), ("“One.” Two.", 1), ("(One. Two.)", 1), ("*One.* Two.", 1),
      ("In 1957. Then.", 1), ("See `a`. “Then.”", 1),
      ("One.\n\na | b\n--|--\n1 | 2\n\nTwo. Three.", 7),
    ])
  func sentences(_ text: String, _ line: Int) throws {
    let found = try faults(text)
    #expect(found.map(\.line) == [line + 2], "\(found)")
    #expect(found.first?.message.hasPrefix("a sentence ends in this line and another") == true)
  }

  @Test(
    "with one sentence on each line, or a line by nature, is left alone",
    arguments: [
      "J. R. R. Tolkien et al. The end", "See Fig. A, cf. B, vs. C, e.g. D and No. E.", "1. One",
      "a.b C",
      "> **Hint 1.** One. Two.", "> She said so. He did not.", "## One. Two.",
      "| A. B. C. D |\n|---|\n| One. Two. |", "x[^n]\n\n[^n]: One. Two.", "`One. Two.` Three.",
      "```text\nOne. Two.\n```", "One … Two: Three; Four, Five", "Who? and why? nobody knows",
      "![A. B](../01-vectors/loss.svg \"One. Two.\")",
    ])
  func lines(_ text: String) throws {
    #expect(try faults(text).isEmpty)
  }

  @Test(
    "that types a number of a run is told its key",
    arguments: [
      ("It is 152.4 here", "`{loss.first|.1}`"), ("It is 152.44.", "`{loss.first|.2}`"),
      ("- of 12.3% and", "`{share|percent.1}`"), ("1,234,567 words", "`{words|count}`"),
      ("of 1.235 million", "`{words|count}`"), ("1.235 MB", "`{words|mb}`"),
      ("| a |\n|---|\n| 98.8 |", "`{peers.kenlm|.1}`"),
      ("x[^n]\n\n[^n]: It is 98.76", "`{peers.kenlm|.2}`"),
      ("> **Hint.** 98.76", "`{peers.kenlm|.2}`"),
      ("![A](../01-vectors/loss.svg \"Of 98.76\")", "`{peers.kenlm|.2}`"),
    ])
  func numbers(_ text: String, _ quotation: String) throws {
    let found = try faults(text)
    #expect(found.count == 1, "\(found)")
    #expect(found.first?.message.contains("write \(quotation), or") == true, "\(found)")
  }

  @Test(
    "may have numbers that no run has found, or that are short, quoted or worked by hand",
    arguments: [
      "It is 152.5 or 0.1 or 99 or 12% or 1957", "$`152.4`$ and `152.4`", "`{loss.first|.1}`",
      "7.777 stands in a figure's list", "> They found 152.4", "version 152.4.38, a152.4", "152",
    ])
  func others(_ text: String) throws {
    #expect(try faults(text).isEmpty)
  }
}
