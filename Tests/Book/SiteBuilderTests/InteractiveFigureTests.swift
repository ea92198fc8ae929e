import Foundation
import Testing
import Weaving

@testable import SiteBuilder

/// A book whose only figure is interactive.
private func interactiveBook() throws -> FixtureBook {
  let book = try FixtureBook()
  try book.write(Scripts.behaviour, to: Scripts.behaviourPath)
  try book.write(Scripts.data, to: Scripts.dataPath)
  return book
}

private enum Scripts {
  static let behaviourPath = "Chapters/01-vectors/loss.js"
  static let dataPath = "Chapters/01-vectors/loss.data.js"
  static let behaviour = """
    (function () {
      "use strict";
      window.book.figures.loss = function ({ say }, data) { say(data.words); };
    })();

    """
  static let data =
    #"((window.book=window.book||{}).data=window.book.data||{})["loss"]={"words":"a b"};"# + "\n"
}

private let root = URL(filePath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

/// What proves a figure's numbers, for every behaviour of the book: `Tests/ChapterN/figures/NAME.cjs`, or
/// `Tests/FOLDER/figures/NAME.cjs` where an interlude stands in `Chapters/FOLDER`.
private struct Proof: CustomTestStringConvertible {
  let figure: String
  /// The folder of the pages, such as `Chapters/NN-name`.
  let pages: String

  var testDescription: String { figure }
  var script: String {
    let folder = String(pages.split(separator: "/")[1])
    let tests = Int(folder.prefix(2)).map { "Chapter\($0)" } ?? folder
    return "Tests/\(tests)/figures/\(figure).cjs"
  }

  static let all = BookFolder.all(root: root).flatMap { folder in
    BookFolder.names(in: root.appending(path: "\(folder.path)/figures"))
      .filter { $0.hasSuffix(".js") && !$0.hasSuffix(".data.js") }
      .map { Proof(figure: String($0.dropLast(".js".count)), pages: folder.path) }
  }
}

@Suite("An interactive figure")
struct InteractiveFigureTests {

  @Test("of this book is there to be proved")
  func proofs() { #expect(Proof.all.count >= 3) }

  @Test("keeps its drawing, and the page knows its behaviour and its data")
  func page() throws {
    let book = try interactiveBook()
    try book.build()
    let html = try book.text("site/public/01-vectors/index.html")
    #expect(
      html.contains(
        "<div class=\"play\" data-name=\"loss\" data-behaviour=\"loss.js\" "
          + "data-data=\"loss.data.js\"></div>"))
    #expect(html.contains("<script defer src=\"../assets/figures.js\"></script>"))
    #expect(html.contains("<title id=\"figure-loss-title\">"))
    let site = try book.site()
    #expect(site["01-vectors/loss.js"] == Data(Scripts.behaviour.utf8))
    #expect(site["01-vectors/loss.data.js"] == Data(Scripts.data.utf8))
  }

  @Test("whose behaviour cannot be parsed is refused, with its line")
  func syntax() throws {
    for (old, new, line) in [
      ("say(data.words); };", "say(data.words; };", 3), ("})();", "}();", 4),
      ("\"use strict\";", "\"use strict;", 2),
    ] {
      let book = try interactiveBook()
      try book.replace(old, by: new, in: Scripts.behaviourPath)
      let faults = #expect(throws: Diagnostics.self) { try book.build() }
      #expect(faults?.all.map(\.file) == [Scripts.behaviourPath])
      #expect(faults?.all.map(\.line) == [line], "\(faults as Any)")
      #expect(faults?.description.contains("Node cannot parse this: SyntaxError") == true)
    }
  }

  @Test("may do without data")
  func withoutData() throws {
    let book = try FixtureBook()
    try book.write(Scripts.behaviour, to: Scripts.behaviourPath)
    try book.build()
    let html = try book.text("site/public/01-vectors/index.html")
    #expect(html.contains("data-behaviour=\"loss.js\"></div>"))
  }

  @Test("is the only reason for a page to load figures.js")
  func otherPages() throws {
    let book = try interactiveBook()
    try book.build()
    for page in ["index.html", "02-counts/index.html"] {
      #expect(try !book.text("site/public/" + page).contains("figures.js"), "\(page)")
    }
    let plain = try FixtureBook()
    try plain.build()
    let html = try plain.text("site/public/01-vectors/index.html")
    #expect(!html.contains("figures.js") && !html.contains("class=\"play\""))
  }

  @Test(
    "whose behaviour asks for files, runs text or writes markup is refused with its line",
    arguments: [
      "fetch('a.json')", "import x from 'y'", "import('y')", "eval('1')", "a.innerHTML = b",
      "new XMLHttpRequest()", "new Function('a')", "a.outerHTML = b", "document.write(a)",
      "a.insertAdjacentHTML('b', c)", "open('http://a.example')", "open('https://a.example')",
    ])
  func refused(_ code: String) throws {
    let book = try interactiveBook()
    try book.write(Scripts.behaviour + code + "\n", to: Scripts.behaviourPath)
    let faults = #expect(throws: Diagnostics.self) { try book.build() }
    let fault = try #require(faults?.all.first)
    #expect(faults?.all.count == 1 && fault.file == Scripts.behaviourPath && fault.line == 5)
    #expect(fault.message.contains("is not taken in a figure's behaviour"))
  }

  @Test("whose behaviour is another figure's is refused")
  func otherBehaviour() throws {
    let book = try interactiveBook()
    try book.replace("figures.loss", by: "figures.gain", in: Scripts.behaviourPath)
    try fails(book, "\(Scripts.behaviourPath):1: error: this sets no book.figures[\"loss\"]")
  }

  @Test(
    "whose data are another figure's, or no JSON, is refused",
    arguments: [("[\"loss\"]", "[\"gain\"]"), ("\"a b\"}", "a b}"), ("};", "};alert(1);")])
  func otherData(_ old: String, _ new: String) throws {
    let book = try interactiveBook()
    try book.replace(old, by: new, in: Scripts.dataPath)
    try fails(book, "\(Scripts.dataPath):1: error: these are no data of the figure “loss”")
  }

  @Test("that no page shows, or that lacks a part, is an error", arguments: Unused.all)
  func unused(_ unused: Unused) throws {
    let book = try FixtureBook()
    for path in unused.files { try book.write(Scripts.behaviour, to: path) }
    try fails(book, unused.message)
  }

  /// Scripts that belong to nothing, and what the builder says.
  struct Unused: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let files: [String]
    let message: String

    private static let folder = "Chapters/01-vectors/figures"

    static let all = [
      Unused(
        testDescription: "behaviour without drawing", files: ["\(folder)/gain.js"],
        message: "\(folder)/gain.js:1: error: there is no \(folder)/gain.svg beside it"),
      Unused(
        testDescription: "data without behaviour", files: [Scripts.dataPath],
        message: "\(Scripts.dataPath):1: error: these are data without a behaviour"),
      Unused(
        testDescription: "figure in no page", files: ["\(folder)/gain.svg", "\(folder)/gain.js"],
        message: "\(folder)/gain.js:1: error: no page shows \(folder)/gain.svg"),
      Unused(
        testDescription: "data of a figure in no page",
        files: ["\(folder)/gain.svg", "\(folder)/gain.js", "\(folder)/gain.data.js"],
        message: "\(folder)/gain.data.js:1: error: no page shows \(folder)/gain.svg"),
    ]
  }

  @Test(
    "of this book gives the numbers that its run has written",
    arguments: Proof.all)
  private func numbers(_ proof: Proof) throws {
    let errors = Pipe()
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.currentDirectoryURL = root
    process.arguments = ["node", proof.script, "site/theme/assets/figures.js", proof.pages]
    process.standardError = errors
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(said)")
  }

  private func fails(_ book: FixtureBook, _ message: String) throws {
    let faults = #expect(throws: Diagnostics.self) { try book.build() }
    let said = faults?.all.map(\.description) ?? []
    #expect(said.contains { $0.hasPrefix(message) }, "expected \(message); got \(said)")
    #expect(!FileManager.default.fileExists(atPath: book.output.path))
  }
}
