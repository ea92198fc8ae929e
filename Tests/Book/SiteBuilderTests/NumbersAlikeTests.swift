import Experiments
import Foundation
import Testing

@testable import SiteBuilder

@Suite("Numbers in text, in drawings and in interactive figures")
struct NumbersAlikeTests {
  @Test(
    "have the same thousands, minus sign and decimals",
    arguments: [(0.0, 0), (950, 0), (21_953.8, 0), (1_234_567, 0), (-1_234.25, 2), (-0.001, 1)])
  func decimals(_ number: Double, _ decimals: Int) throws {
    #expect(
      Magnitude.grouped(number, decimals: decimals)
        == (try NumberFormat.text(number, ".\(decimals)")))
  }

  @Test("have the same percent sign", arguments: [(0.25, ""), (1, ""), (0.0735, ".1"), (-0.5, "")])
  func percent(_ share: Double, _ digits: String) throws {
    #expect(Axis.percent(share) == (try NumberFormat.text(share, "percent\(digits)")))
  }

  @Test("have the same powers of ten", arguments: [4.9e-6, 9.99e-5, 3.8e-23])
  func powers(_ number: Double) throws {
    #expect(Magnitude.small(number) == (try NumberFormat.text(number, "sci.1")))
  }

  @Test("are the same in scripts as in drawings")
  func scripts() throws {
    let whole: [Double] = [0, 950, 21_953, 1_234_567, -1_234]
    let small: [Double] = [0.25, 0.062, 0.001, 4.9e-6, 3.8e-23]
    let written = try Self.written(whole + small)
    #expect(
      written == whole.map { Magnitude.grouped($0, decimals: 0) } + small.map(Magnitude.small))
  }

  /// What `book.number` makes of numbers.
  private static func written(_ numbers: [Double]) throws -> [String] {
    let script = FixtureBook.theme.appending(path: "assets/figures.js")
    let program = """
      const window = {}, document = { querySelectorAll: () => [] };
      new Function("window", "document", require("fs").readFileSync(process.argv[1], "utf8"))(window, document);
      console.log(JSON.stringify(JSON.parse(process.argv[2]).map(window.book.number)));
      """
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "node", "-e", program, script.path,
      String(decoding: try JSONEncoder().encode(numbers), as: UTF8.self),
    ]
    process.standardOutput = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return try JSONDecoder().decode([String].self, from: output)
  }
}
