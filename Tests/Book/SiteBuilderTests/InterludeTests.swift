import Foundation
import Testing
import Weaving

@testable import SiteBuilder

private let first = "Chapters/gradients/index.md"
private let second = "Chapters/gradients/more.md"
private let tape = "Sources/Given/Autograd/Tape/Tape.swift"
private let sum = "Sources/Given/Autograd/Operations/Sum.swift"
private let map = "Chapters/map.md"

/// The fixture with a fifth chapter and, before it, the interlude with some of a library.
private func bookWithInterlude() throws -> FixtureBook {
  let book = try FixtureBook()
  try book.write("# Later\n", to: "Chapters/05-later/index.md")
  try book.write("", to: "Solutions/Chapter5/Later.swift")
  try book.write(
    """
    // Nobody has to show this.
    import Foundation

    // #given tape
    /// What was computed. In order.
    public final class Tape {
      var lines: [Int] = []
    }
    // #end

    let hidden = 1
    """, to: tape)
  try book.write(
    """
    extension Tape {
      // #given total
      /// The sum of its lines.
      func total(from start: Int) -> Int { lines.reduce(start, +) }
      // #end
    }
    """, to: sum)
  try book.write("import Testing", to: "Sources/Given/Autograd/.Backup.swift")
  try book.write(
    """
    # How it is done

    It takes `{time.milliseconds}` ms.

    ```swift region=tape
    ```

    ![Falling.](loss.svg "It falls.")

    """, to: first)
  try book.write(
    """
    # More of it {#more}

    After [](index.md#figure-loss) and before [](../05-later/index.md).

    ## A sum

    ```swift region=total
    ```

    """, to: second)
  try book.write("{\"milliseconds\": 12}", to: "Chapters/gradients/time.json")
  try book.write(
    try book.text("Chapters/01-vectors/loss.svg"), to: "Chapters/gradients/loss.svg")
  try book.replace("2. [](", by: "2. [](gradients/more.md#more), [](", in: map)
  return book
}

@Suite("An interlude")
struct InterludeTests {
  @Test("stands behind its chapter, has no number, and shows what is marked of its library")
  func build() throws {
    let book = try bookWithInterlude()
    let report = try book.build()
    #expect(
      report.pages.dropFirst(3) == [
        "02-counts/index.html", "gradients/index.html", "gradients/more.html",
        "05-later/index.html",
      ])
    #expect(report.coverage.keys.sorted() == [1, 2, 5])
    for (path, pieces) in [
      (
        "gradients/index.html",
        [
          "<title>Interlude · How it is done · A small book</title>",
          "<p class=\"chapter-number\">Interlude</p>", "It takes 12 ms.",
          "<li class=\"chapter\"><a href=\"index.html\" aria-current=\"page\">How it is done</a>",
          "<li class=\"part\"><a href=\"more.html\">More of it</a>",
          "<figcaption><code class=\"file\">Sources/<wbr>Given/<wbr>Autograd/<wbr>Tape/<wbr>Tape.swift:5</code></figcaption>",
          "<strong>Figure 1</strong> It falls.",
          "rel=\"prev\" href=\"../02-counts/index.html\"><span>Previous</span> 2 · Counts</a>",
          "rel=\"next\" href=\"more.html\"><span>Next</span> More of it</a>",
        ]
      ),
      (
        "gradients/more.html",
        [
          "<p class=\"chapter-number\">Interlude · <a href=\"index.html\">How it is done</a></p>",
          "<a href=\"index.html#figure-loss\">Figure 1</a>",
          "<figcaption><code class=\"file\">Sources/<wbr>Given/<wbr>Autograd/<wbr>Operations/<wbr>Sum.swift:3</code></figcaption>",
          "rel=\"next\" href=\"../05-later/index.html\"><span>Next</span> 5 · Later</a>",
        ]
      ),
      ("map.html", ["<a href=\"gradients/more.html#more\">More of it</a>"]),
    ] {
      let html = try book.text("site/public/" + path)
      for piece in pieces where !html.contains(piece) {
        Issue.record("\(path) lacks \(piece)")
      }
    }
    #expect(try !book.text("site/public/map.html").contains("class=\"part\""))
  }

  @Test("stands behind the last chapter, as long as its own is not written")
  func last() throws {
    let book = try bookWithInterlude()
    try FileManager.default.removeItem(at: book.root.appending(path: "Chapters/05-later"))
    try book.replace(" and before [](../05-later/index.md)", by: "", in: second)
    #expect(try book.build().pages.last == "gradients/more.html")
  }

  @Test("can be searched for what its listings declare, also for members of a type that none shows")
  func symbols() throws {
    let book = try bookWithInterlude()
    let library = try SourceFolder(library: "Autograd", root: book.root)
    let symbols = SearchSymbols.symbols(of: library.regions)
    #expect(symbols["tape"]?.map(\.name) == ["Tape", "Tape.lines"])
    #expect(symbols["total"]?.map(\.name) == ["total(from:)"])
    #expect(symbols["total"]?.first?.summary == "The sum of its lines.")
    try book.build()
    let index = try book.text("site/public/assets/search-index.js")
    #expect(index.contains("total(from:)") && index.contains("Interlude · How it is done"))
  }

  static let mistakes = [
    Mistake(
      "unknown region", "region=tape", "region=tap", at: "```swift", in: first,
      "no region “tap” is given; Sources/Given/Autograd has total, tape"),
    Mistake(
      "woven twice", "region=total", "region=tape", at: "```swift", in: second,
      "the region “tape” is already woven at \(first):5"),
    Mistake(
      "never woven", "// #given total", "// #given totals", at: "  /// The sum", in: sum,
      "the region “totals” (lines 3–4) is woven into no page of Chapters/gradients; write "
        + "```swift region=totals"),
    Mistake(
      "never closed", "  // #end\n", "", at: "  // #given total", in: sum,
      "this region is never closed; write “// #end” below it"),
    Mistake(
      "nested", "  var lines", "  // #given lines\n  var lines", at: "  // #given lines", in: tape,
      "a region opens inside “tape”, which line 4 opened"),
    Mistake(
      "same name", "// #given tape", "// #given total", at: "// #given total", in: tape,
      "the region “total” is also in \(sum):2"),
    Mistake(
      "marker", "// #given tape", "// #givn tape", at: "// #givn", in: tape, "is no marker"),
    Mistake(
      "exercise in the library", "// #given total", "// #exercise 5.1", at: "  // #exercise",
      in: sum, "a library has no exercises; write “#given name”"),
    Mistake(
      "exercise in the page", "## A sum", "### Exercise 5.1 · A sum · 1 point", at: "### Exer",
      in: second, "exercises stand in a chapter's pages"),
    Mistake(
      "anchor", "index.md#figure-loss", "index.md#more", at: "After", in: second,
      "\(second) has it: write more.md#more"),
    Mistake(
      "result", "{time.milliseconds}", "{time.seconds}", at: "It takes", in: first,
      "“seconds” of “time.seconds” is not in Chapters/gradients/time.json"),
    Mistake(
      "on the map", "# The map", "# The map\n\n```swift region=tape\n```", at: "```swift", in: map,
      "no region “tape” is given; only chapters and interludes weave code"),
  ]

  @Test("is told with file and line what is wrong", arguments: mistakes)
  func mistake(_ mistake: Mistake) throws {
    let book = try bookWithInterlude()
    try book.replace(mistake.old, by: mistake.new, in: mistake.file)
    let text = try book.text(mistake.file)
    let mark = try #require(text.firstRange(of: mistake.mark))
    let line = text[..<mark.lowerBound].count { $0 == "\n" } + 1
    let faults = #expect(throws: Diagnostics.self) { try book.build() }
    let said = faults?.all.contains {
      $0.file == mistake.file && $0.line == line && $0.message.contains(mistake.message)
    }
    #expect(said == true, "expected \(mistake.message) at line \(line); got \(faults as Any)")
  }

  @Test("without its library is told so")
  func withoutLibrary() throws {
    let book = try bookWithInterlude()
    try FileManager.default.removeItem(at: book.root.appending(path: "Sources"))
    let faults = #expect(throws: Diagnostics.self) { try book.build() }
    #expect(
      faults?.all.map(\.description) == [
        "Sources/Given/Autograd: error: this folder cannot be read"
      ])
  }

  @Test("has its figures' scripts looked after")
  func scripts() throws {
    let book = try bookWithInterlude()
    try book.write("book.figures.lost = 1", to: "Chapters/gradients/lost.js")
    let faults = #expect(throws: Diagnostics.self) { try book.build() }
    #expect(faults?.description.contains("Chapters/gradients/lost.js") == true)
  }
}
