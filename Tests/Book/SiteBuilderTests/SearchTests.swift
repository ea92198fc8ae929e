import Foundation
import Testing
import Weaving

@testable import SiteBuilder

@Suite("The search")
struct SearchTests {
  /// The fixture with three sections more, of words that rank.
  private static func book() throws -> FixtureBook {
    let book = try FixtureBook()
    try book.replace(
      "# Counts\n",
      by: """
        # Counts

        ## Perplexity

        The measure of a model, smoothed or not.

        ## Smoothing

        A model's perplexity, once.

        ## Often

        Of perplexity and again perplexity, and once more: perplexity. The measure.

        ## Stressed

        What *perplexity* is, and how a *naïve* reader uses $`n`$-grams.

        """, in: "Chapters/02-counts/index.md")
    try book.build()
    return book
  }

  /// What is typed, and what must be found for it first.
  static let finds: [(query: String, title: String)] = [
    ("enclosing", ""), ("everyone", "Vectors"), ("sparse", ""), ("corpus", "What the runs showed"),
    ("what the runs showed", "What the runs showed"), ("RUN SHOWED", "What the runs showed"),
    ("1.2", "Exercise 1.2 · Rows & columns"), ("exercise 1.2", "Exercise 1.2 · Rows & columns"),
    ("columns", "Exercise 1.2 · Rows & columns"), ("colum", "Exercise 1.2 · Rows & columns"),
    ("one-hot", "Exercise 1.1 · One-hot vectors"), ("onehot", "Exercise 1.1 · One-hot vectors"),
    ("oneHot(_:size:)", "oneHot(_:size:)"), ("Table", "Table"), ("table.rows", "Table.rows"),
    ("row(of:size:)", "Table.row(of:size:)"), ("向量", "What the runs showed"),
    ("向", "What the runs showed"), ("量", "What the runs showed"),
    ("词是向", "What the runs showed"), ("文字", ""), ("perplexity", "Perplexity"),
    ("perplexities", "Perplexity"), ("perp", "Perplexity"), ("perplxity", "Perplexity"),
    ("preplexity", "Perplexity"), ("smothing", "Smoothing"), ("naive", "Stressed"),
    ("n-gram", "Stressed"), ("ngrams", "Stressed"), ("The map", "The map"), ("the", "The map"),
    ("what is a perplexity", "Perplexity"), ("loss small", "What the runs showed"),
    ("gap", "What the runs showed"),
    ("filter", "What the runs showed"), ("chapter 2", "Counts"), ("", ""), ("?!", ""),
  ]

  @Test("finds by word, heading, number, title, declaration, in Chinese, and what was meant")
  func finds() throws {
    let book = try Self.book()
    let index = try book.site()["assets/search-index.js"] ?? Data()
    let found = try SearchScript.find(Self.finds.map(\.query), in: index)
    for (row, results) in zip(Self.finds, found) {
      #expect((results.first?.title ?? "") == row.title, "“\(row.query)”: \(results.map(\.title))")
    }
  }

  @Test("puts a title first, then what stresses a word, then what only has it")
  func ranking() throws {
    let book = try Self.book()
    let found = try SearchScript.titles("perplexity", in: book)
    #expect(found == ["Perplexity", "Often", "Stressed", "What the runs showed", "Smoothing"])
    let rows = Array(try SearchScript.titles("row", in: book).prefix(3))
    #expect(rows == ["Exercise 1.2 · Rows & columns", "Table.rows", "Table.row(of:size:)"])
  }

  @Test("does not give away hints and solutions")
  func secrets() throws {
    let book = try Self.book()
    // Of a hint, of a solution, and of both.
    for query in ["subscript", "dictionary", "precondition", "repeating"] {
      #expect(try SearchScript.titles(query, in: book).isEmpty, "\(query)")
    }
    let texts = try book.text("site/public/assets/search-text-2.js")
    #expect(texts.contains("Look it up.") && !texts.contains("subscript is optional"))
  }

  @Test("has for every result a text of its own, with formulas as far as they fit a line")
  func excerpts() throws {
    let book = try Self.book()
    let text = try book.text("site/public/assets/search-text-2.js")
    let json = try #require(
      text.firstMatch(of: /^\(window\.book=window\.book\|\|\{\}\)\.searchTexts\[2\]=(.*);\n$/))
    let texts = try JSONDecoder().decode([String].self, from: Data(json.1.utf8))
    #expect(texts.count == 5 + 6)
    #expect(
      texts[0].hasPrefix("A word is a vector …, as everyone “knows” – see the numbers, Figure 1.1"))
    #expect(texts[1].contains("The corpus has 1,234,567 words (12.3 MB)"))
    #expect(
      texts[3].hasPrefix(
        "Return size numbers, all zero but the one at index: as fast as O(V) allows;"))
    #expect(texts[9] == "Vectors.swift: The one-hot vector of a word, [size].")
  }

  @Test("leads to places that are there, or the build fails")
  func anchors() throws {
    let files = ["a.html": Data("<p id=\"here\">".utf8)]
    let faults = SiteCheck.faults(
      in: files, targets: [("a.html", "here"), ("a.html", "gone"), ("b.html", "here")])
    #expect(
      faults.map(\.description) == [
        "assets/search-index.js: error: the search leads to “a.html#gone”: not there",
        "assets/search-index.js: error: the search leads to “b.html#here”: not there",
      ])
    let book = try Self.book()
    let index = try book.site()["assets/search-index.js"] ?? Data()
    let results = try SearchScript.find(["vector", "table", "perplexity", "map"], in: index)
    for result in results.joined() {
      let html = try book.text("site/public/" + result.path)
      #expect(html.contains("id=\"\(result.anchor)\""), "\(result)")
    }
  }

  @Test("reads a large index as it was written")
  func encoding() throws {
    // Far apart, near, many; words whose beginnings share half a character.
    let words = ["𠮷", "𠮸", "abc", "abcd", String(repeating: "long", count: 12) + "er"]
    var page = SearchPage(path: "a.html", label: "")
    var expected: [[String]] = words.map { _ in [] }
    for number in 0..<2500 {
      var entry = SearchEntry(anchor: "a\(number)", title: "T\(number)")
      for (index, word) in words.enumerated() where number % [2499, 1200, 7, 1, 300][index] == 0 {
        entry.add(Markup(.text(word), line: 1)) { _ in nil }
        expected[index].append("a\(number)")
      }
      page.sections.append(entry)
    }
    let index = try #require(
      try SearchIndex(pages: [page]).files()["assets/search-index.js"])
    let found = try SearchScript.find(words, in: index)
    for (index, results) in found.enumerated() {
      #expect(results.map(\.anchor).filter(expected[index].contains) == expected[index])
    }
    #expect(found[0].count == 2 && found[4].count == 9)
  }

  @Test("knows declarations by their types, and no private ones")
  func symbols() throws {
    let root = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: root) }
    let folder = root.appending(path: "Solutions/Chapter1")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(
      """
      // #given model
      /// A model. It has more.
      @frozen
      public struct Model: Sendable {
        /// How many.
        public let count: Int
        private var cache = 0
      // #end

      // #given rest
        /// Makes one.
        public init(
          count: Int, named name: String = "a"
        ) {
          let local = 1
          func inner() {}
        }

        enum Kind {
          case one
          static func make<T>(_ value: T) -> Kind { .one }
        }
      }

      private struct Hidden {
        var inside = 0
      }

      extension Array where Element == Model {
        var total: Int { 0 }
      }

      func free() -> Int { 0 }
      // #end
      """.utf8
    ).write(to: folder.appending(path: "Model.swift"))
    let symbols = SearchSymbols.symbols(of: try ReferenceModule(chapter: 1, root: root).regions)
    #expect(symbols["model"]?.map(\.name) == ["Model", "Model.count"])
    #expect(symbols["model"]?.map(\.summary) == ["A model.", "How many."])
    #expect(
      symbols["rest"]?.map(\.name) == [
        "Model.init(count:named:)", "Model.Kind", "Model.Kind.make(_:)", "Array.total", "free()",
      ])
    #expect(symbols["rest"]?.first?.file == "Model.swift")
  }
}
