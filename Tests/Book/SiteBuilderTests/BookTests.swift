import Foundation
import Testing
import Weaving

@testable import SiteBuilder

@Suite("A book")
struct BookTests {
  @Test("builds without a diagnostic, and every construct reaches its page")
  func everyConstruct() throws {
    let book = try FixtureBook()
    let report = try book.build()
    let pages = ["index.html", "map.html", "01-vectors/index.html", "02-counts/index.html"]
    #expect(report.pages == pages)
    #expect(report.coverage[1] == .init(shownLines: 17, lines: 17))
    let html = try book.text("site/public/01-vectors/index.html")
    for piece in [
      "<em>everyone</em> “knows” – see\n<a href=\"#numbers\">the numbers</a>",
      "<a href=\"#figure-loss\">Figure 1.1</a>",
      "<a href=\"#exercise-1-2\">Exercise 1.2 · Rows &amp; columns</a>",
      "<a href=\"../map.html\">The map</a>",
      "<aside class=\"alert alert-note\"><p class=\"alert-title\">Note</p>\n<p>It costs $5 at most",
      "<aside class=\"side-note\" id=\"note-1\" role=\"note\">",
      "enclosing quantity-word", "<h2 id=\"numbers\">What the runs showed<a",
      "The corpus has 1,234,567 words (12.3\u{A0}MB) and is called Small &amp; fine.",
      "<th class=\"number\">Perplexity</th><th class=\"center\">Share</th>",
      "<td class=\"number\">152.44</td><td class=\"center\">12.3%</td>",
      "<td><strong>tri</strong>gram | more</td><td class=\"number\">98.7</td>",
      "<td class=\"center\">−0.5</td>", "<title id=\"figure-loss-title\">",
      "clip-path=\"url(#figure-loss-box)\"",
      "<strong>Figure 1.1</strong> The loss of Small &amp; fine",
      "<figcaption><code class=\"file\">Sources/<wbr>Chapter1/<wbr>Vectors.swift:4</code></figcaption>",
      "<pre tabindex=\"0\"><code class=\"language-console\">$ swift test --filter Vectors &lt;all&gt;</code>",
      "<p>词是向量。</p>", "<blockquote>\n<p>A quotation, that is all.</p>",
      "<details class=\"hint\"><summary>Hint 2<span class=\"of\"> of 2</span></summary>\n<p>Start from zeros.</p>",
      "<code class=\"file\">Sources/<wbr>Chapter1/<wbr>Vectors.swift:7</code> <code>oneHot(_:size:)</code>",
      "</section>\n<p>The text goes on.</p>", "swift run course check 1.2",
      "<li><a href=\"#exercises\">Exercises</a>\n<ul class=\"chips\">",
      "data-exercise=\"1.2\" title=\"Rows &amp; columns\">",
      "<meta name=\"description\" content=\"",
      "<details class=\"solution\"><summary>Solution</summary>",
      "<a class=\"previous\" rel=\"prev\" href=\"../map.html\">",
      "<a class=\"next\" rel=\"next\" href=\"../02-counts/index.html\">",
    ] where !html.contains(piece) {
      Issue.record("the page lacks \(piece)")
    }
    for path in pages {
      let html = try book.text("site/public/" + path)
      #expect(!html.contains("{{") && !html.contains("nil"), "\(path)")
    }
  }

  @Test("shows what a listing changes since an earlier one")
  func since() throws {
    let book = try FixtureBook()
    try book.replace("region=table-end", by: "region=table-end since=table")
    try book.build()
    let html = try book.text("site/public/01-vectors/index.html")
    #expect(html.contains("marked: new since <code>Vectors.swift</code>"))
    #expect(html.contains("<code><span class=\"row new\">}\n</span></code>"))
  }

  @Test("reads out a table's header that is nothing but a formula")
  func spokenHeader() throws {
    let book = try FixtureBook()
    try book.replace("| Model | Perplexity |", by: "| $`\\hat{y}_c`$ | $`n`$ grams |")
    try book.build()
    let html = try book.text("site/public/01-vectors/index.html")
    #expect(html.contains("</span><span class=\"hidden\">hat y_c</span></th>"))
    #expect(html.contains("</span> grams</th>"))
  }

  @Test("names a table's rows by their first cells where that column has no header")
  func rowNames() throws {
    let book = try FixtureBook()
    try book.replace("| Model | Perplexity |", by: "| | Perplexity |")
    try book.build()
    let html = try book.text("site/public/01-vectors/index.html")
    #expect(html.contains("<tr><td></td><th class=\"number\">Perplexity</th>"))
    #expect(html.contains("<tr><th scope=\"row\"><strong>tri</strong>gram | more</th><td class"))
  }

  @Test("is the same twice, byte for byte, cold and warm")
  func determinism() throws {
    let book = try FixtureBook(isWarm: false)
    try book.build()
    let cold = try book.site()
    try book.build()
    #expect(try book.site() == cold)
    let other = try FixtureBook(isWarm: false)
    try other.build()
    #expect(try other.site() == cold)
  }

  @Test("that is built already needs no Node")
  func warmBuild() throws {
    let book = try FixtureBook()
    let warm = try FixtureBook(isWarm: false)
    try book.build()
    let cache = ".build/book-cache/formulas.json"
    try warm.write(Data(contentsOf: book.root.appending(path: cache)), to: cache)
    let path = try warm.text(cache).replacing("katex-html", with: "from-the-cache")
    try warm.write(path, to: cache)
    try warm.build()
    #expect(try warm.text("site/public/01-vectors/index.html").contains("from-the-cache"))
  }

  @Test("with a mistake leaves the site as it was")
  func noHalfSite() throws {
    let book = try FixtureBook()
    try book.build()
    let before = try book.site()
    try book.replace("# Counts", by: "# Counts of $x$", in: "Chapters/02-counts/index.md")
    #expect(throws: Diagnostics.self) { try book.build() }
    #expect(try book.site() == before)
    let names = try FileManager.default.contentsOfDirectory(
      atPath: book.root.appending(path: "site").path)
    #expect(names == ["public"])
  }

  @Test("says what to install where KaTeX is missing")
  func missingKaTeX() throws {
    let book = try FixtureBook()
    let faults = #expect(throws: Diagnostics.self) {
      try book.build(environment: ["KATEX_DIR": "/nowhere"])
    }
    #expect(faults?.description.contains("apt install katex nodejs") == true)
    #expect(faults?.all.count == 1)
  }

  @Test("says what to install where Node and the compiler are missing")
  func missingNode() throws {
    let book = try FixtureBook(isWarm: false)
    let faults = #expect(throws: Diagnostics.self) {
      try book.build(environment: ["PATH": "/nowhere"])
    }
    #expect(faults?.description.contains("apt install nodejs katex") == true)
    #expect(faults?.description.contains("the compiler, swiftc, does not start") == true)
    #expect(faults?.all.count == 2)
  }

  @Test("loads nothing from elsewhere")
  func noRequests() throws {
    let book = try FixtureBook()
    try book.build()
    for (path, data) in try book.site() where path.hasSuffix(".html") || path.hasSuffix(".css") {
      let text = String(decoding: data, as: UTF8.self)
      #expect(text.firstMatch(of: /(?:src|rel="stylesheet" href)="(?:https?:|\/)/) == nil)
      #expect(text.firstMatch(of: /url\((?!fonts\/)[^#]/) == nil, "\(path)")
      #expect(!text.contains("<script>") && !text.contains(" onclick"))
    }
  }
}

@Suite("The catalogue of exercises")
struct CatalogueTests {
  @Test("has statement and hints as plain text, and where to write")
  func catalogue() throws {
    let book = try FixtureBook()
    let exercises = try ExerciseCatalogue.load(chapter: 1, root: book.root)
    #expect(exercises.map(\.id) == ["1.1", "1.2"])
    #expect(exercises.map(\.points) == [1, 2])
    #expect(exercises[1].title == "Rows & columns")
    #expect(
      exercises[0].statement == """
        Return `size` numbers, all zero but the one at `index`:

        • as fast as O(V) allows;
        • without a loop.

            oneHot(1, size: 3)  // [0, 1, 0]
        """)
    #expect(exercises[0].hints == ["How many numbers has it?", "Start from zeros."])
    #expect(exercises[1].page == "01-vectors/index.html" && exercises[1].anchor == "exercise-1-2")
    let place = try #require(exercises[1].places.first)
    #expect(place.name == "row(of:size:)" && place.file == "Sources/Chapter1/Vectors.swift")
    let lines = try book.text(exercises[0].file).split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[exercises[0].line - 1].hasPrefix("### Exercise 1.1"))
  }

  @Test("of a chapter that is not there is an error that says so")
  func missing() throws {
    let book = try FixtureBook()
    let faults = #expect(throws: Diagnostics.self) {
      try ExerciseCatalogue.load(chapter: 9, root: book.root)
    }
    #expect(faults?.description.contains("no folder of chapter 9") == true)
  }
}
