import Foundation
import Testing
import Weaving

@testable import SiteBuilder

/// What stands where a file should be.
enum Stranger: String, CaseIterable, Sendable {
  case folder = "a folder"
  case pipe = "a pipe (FIFO)"
  case device = "a device"
  case loop = "this link leads round in a circle"
  case nowhere = "a link that leads to nothing"

  /// Puts it in the place of a file.
  func take(_ url: URL) throws {
    let manager = FileManager.default
    try? manager.removeItem(at: url)
    switch self {
    case .folder: try manager.createDirectory(at: url, withIntermediateDirectories: false)
    case .pipe: try #require(mkfifo(url.path, 0o644) == 0)
    case .device: try manager.createSymbolicLink(atPath: url.path, withDestinationPath: "/dev/zero")
    case .loop:
      try manager.createSymbolicLink(
        atPath: url.path, withDestinationPath: url.lastPathComponent)
    case .nowhere: try manager.createSymbolicLink(atPath: url.path, withDestinationPath: "nowhere")
    }
  }
}

@Suite("A file of an author's", .timeLimit(.minutes(1)))
struct AuthorFileTests {
  static let files = [
    "Chapters/01-vectors/loss.svg", "Chapters/01-vectors/results.json", FixtureBook.page,
    "Solutions/Chapter1/Vectors.swift", "Chapters/01-vectors/loss.js",
    "Chapters/01-vectors/loss.data.js",
  ]

  @Test("in whose place something else stands is named as what it is", arguments: Stranger.allCases)
  func strangers(_ stranger: Stranger) throws {
    for file in Self.files {
      let book = try FixtureBook()
      try book.write("book.figures.loss = function () {};\n", to: "Chapters/01-vectors/loss.js")
      try stranger.take(book.root.appending(path: file))
      let faults = #expect(throws: Diagnostics.self) { try book.build() }
      let text = faults?.description ?? ""
      #expect(text.contains(file) && text.contains(stranger.rawValue), "\(file): \(text)")
      #expect(faults?.all.count == 1, "\(file): \(text)")
    }
  }

  @Test("of results that is cut off, or no JSON, is one mistake, with its line")
  func results() throws {
    for (text, line, reason) in [
      ("{\n\"corpus\": {\n  \"words\":", 3, "Unexpected end of file"),
      ("{\n\"a\": 1e999}", 2, "1e999"), ("", 1, "Unexpected end"),
      ("{\n\n\"a\": 01}", 3, "leading zero"), ("\u{FEFF}\u{0}", 1, "Invalid value"),
    ] {
      let book = try FixtureBook()
      let path = "Chapters/01-vectors/results.json"
      try book.write(text, to: path)
      let faults = #expect(throws: Diagnostics.self) { try book.build() }
      #expect(faults?.all.count == 1, "\(text): \(faults as Any)")
      #expect(faults?.all.first?.file == path)
      #expect(faults?.all.first?.line == line, "\(text): \(faults as Any)")
      #expect(faults?.all.first?.message.contains("this is no JSON") == true)
      #expect(faults?.all.first?.message.contains(reason) == true, "\(faults as Any)")
    }
  }

  @Test("of peers that is cut off is one mistake too, and so is a page that cannot be read")
  func siblings() throws {
    let peers = "Chapters/01-vectors/peers.json"
    var book = try FixtureBook()
    try book.write("{\"kenlm\": ", to: peers)
    try book.replace("Mind the gap.", by: "`{peers.kenlm|.1}` and `{peers.gensim.time|count}`")
    let faults = #expect(throws: Diagnostics.self) { try book.build() }
    #expect(faults?.all.map(\.file) == [peers])
    book = try FixtureBook()
    try book.write(
      Data("# V\n\n\u{FC}".unicodeScalars.map { UInt8($0.value) }), to: FixtureBook.page)
    try book.write("# More\n\n### Exercise 1.7 · M · 1 point\n", to: "Chapters/01-vectors/more.md")
    let latin = #expect(throws: Diagnostics.self) { try book.build() }
    #expect(
      latin?.all.filter { $0.file != "Chapters/01-vectors/more.md" }.map(\.description) == [
        "\(FixtureBook.page):3: error: this is not UTF-8 text; save the file in this encoding"
      ])
    #expect(latin?.description.contains("out of order") == false)
  }

  @Test("of a figure's data that is cut off is one mistake, and so are peers in Latin-1")
  func data() throws {
    let path = "Chapters/01-vectors/loss.data.js"
    var book = try FixtureBook()
    try book.write("book.figures.loss = function () {};\n", to: "Chapters/01-vectors/loss.js")
    try book.write(
      "((window.book=window.book||{}).data=window.book.data||{})[\"loss\"]={\"words\":", to: path)
    let faults = #expect(throws: Diagnostics.self) { try book.build() }
    #expect(faults?.all.map(\.file) == [path])
    book = try FixtureBook()
    let latin = Data("{\"name\":\n \"\u{FC}\"}".unicodeScalars.map { UInt8($0.value) })
    try book.write(latin, to: "Chapters/01-vectors/peers.json")
    let others = #expect(throws: Diagnostics.self) { try book.build() }
    #expect(others?.all.map(\.file) == ["Chapters/01-vectors/peers.json"])
  }

  @Test("with a control character is refused with the line, wherever the text comes from")
  func controls() throws {
    for file in [FixtureBook.page, "Chapters/01-vectors/loss.svg", Mistake.solution] {
      let book = try FixtureBook()
      let lines = try book.text(file).split(separator: "\n", omittingEmptySubsequences: false)
      let text = (lines.prefix(2) + ["\(lines[2])\u{0}"] + lines.dropFirst(3))
      try book.write(text.joined(separator: "\n"), to: file)
      let faults = #expect(throws: Diagnostics.self) { try book.build() }
      #expect(
        faults?.all.map(\.description) == [
          "\(file):3: error: this line has the control character U+0000 (NUL); remove it"
        ])
    }
    let book = try FixtureBook()
    try book.replace("Small & fine", by: "Small\\u001b", in: "Chapters/01-vectors/results.json")
    let faults = #expect(throws: Diagnostics.self) { try book.build() }
    #expect(faults?.description.contains("has the control character U+001B") == true)
  }
}
