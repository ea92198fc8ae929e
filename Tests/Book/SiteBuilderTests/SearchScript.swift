import Foundation
import Testing

/// Runs the reader's own search script, by the Node that sets the book's formulas.
enum SearchScript {
  /// A result as the dialog gets it.
  struct Result: Decodable, Equatable {
    let title: String
    let kind: String
    let path: String
    let anchor: String
    let label: String
  }

  private struct Order: Encodable {
    let scripts: [String]
    let queries: [String]
    let texts: [String]
  }

  private struct Answer: Decodable {
    let found: [[Result]]
    let pieces: [[[String]]]
    let milliseconds: [Double]
  }

  private static let program = """
    const { readFileSync, writeFileSync } = require("fs");
    const vm = require("vm");
    const [input, output] = process.argv.slice(2);
    const { scripts, queries, texts } = JSON.parse(readFileSync(input, "utf8"));
    const context = vm.createContext({});
    context.window = context;
    for (const script of scripts) vm.runInContext(script, context);
    const { book } = context;
    if (book.searchIndex) book.readIndex(book.searchIndex);
    const milliseconds = [];
    const found = queries.map((query) => {
      const start = process.cpuUsage();
      const { entries } = book.find(query);
      const { user, system } = process.cpuUsage(start);
      milliseconds.push((user + system) / 1000);
      return entries;
    });
    const pieces = texts.map((text) => book.pieces(text).map((piece) => piece.words));
    writeFileSync(output, JSON.stringify({ found, pieces, milliseconds }));
    """

  /// What is found for each query, the best first.
  static func find(_ queries: [String], in index: Data) throws -> [[Result]] {
    try run(index: String(decoding: index, as: UTF8.self), queries: queries).found
  }

  /// The processor time that each query costs in a built book, in milliseconds.
  static func milliseconds(of queries: [String], in book: FixtureBook) throws -> [Double] {
    let index = try book.text("site/public/assets/search-index.js")
    return try run(index: index, queries: queries).milliseconds
  }

  /// The titles of what is found for a query in a built book, the best first.
  static func titles(_ query: String, in book: FixtureBook) throws -> [String] {
    let index = try book.text("site/public/assets/search-index.js")
    return try run(index: index, queries: [query]).found[0].map(\.title)
  }

  /// The words of each text's pieces.
  static func pieces(of texts: [String]) throws -> [[[String]]] {
    try run(texts: texts).pieces
  }

  private static func run(
    index: String? = nil, queries: [String] = [], texts: [String] = []
  ) throws -> Answer {
    let script = try String(
      contentsOf: FixtureBook.theme.appending(path: "assets/search-find.js"), encoding: .utf8)
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "search-script-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = ["run.cjs", "in.json", "out.json"].map { folder.appending(path: $0) }
    try Data(program.utf8).write(to: files[0])
    let order = Order(
      scripts: [script] + (index.map { [$0] } ?? []), queries: queries, texts: texts)
    try JSONEncoder().encode(order).write(to: files[1])
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["node"] + files.map(\.path)
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    return try JSONDecoder().decode(Answer.self, from: Data(contentsOf: files[2]))
  }
}
