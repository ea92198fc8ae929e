import Foundation
import Testing

/// What a page shows of a session is what the session says.
struct PageExcerptTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// A line that was typed, and what the page shows of its answer; dots stand for what it leaves out.
  struct Exchange {
    let typed: String
    var shown: [String] = []
  }

  /// The exchanges of a page's section “Play”.
  private func exchanges(_ page: String) throws -> [Exchange] {
    let text = try String(contentsOf: Self.root.appending(path: page), encoding: .utf8)
    let section = try #require(text.components(separatedBy: "{#play}").dropFirst().first)
    let fence = try #require(section.components(separatedBy: "```console\n").dropFirst().first)
    var found: [Exchange] = []
    for line in try #require(fence.components(separatedBy: "\n```").first).split(separator: "\n") {
      if line.hasPrefix("> ") {
        found.append(Exchange(typed: String(line.dropFirst(2))))
      } else if !found.isEmpty, line != "  …" {
        found[found.count - 1].shown.append(String(line))
      }
    }
    return found
  }

  @Test(
    "every line that a page shows is in the answer, in this order",
    arguments: [
      ("Chapter1Play", "Chapters/01-language-models/2-smoothing.md"),
      ("Chapter2Play", "Chapters/02-cbow/2-learning.md"),
    ])
  func excerpts(program: String, page: String) throws {
    let exchanges = try exchanges(page)
    #expect(exchanges.count >= 2)
    // Without optimisation a training needs its time.
    let played = try Played(
      program, ["--seconds", "600"], lines: exchanges.map { $0.typed + "\n" }.joined())
    var rest = played.output.split(separator: "\n")[...]
    for exchange in exchanges {
      #expect(!exchange.shown.isEmpty)
      for line in exchange.shown {
        guard let place = rest.firstIndex(where: { $0 == line }) else {
          Issue.record(
            "\(page): “\(exchange.typed)” is not answered by\n\(line)\nbut by\n\(played.output)")
          return
        }
        rest = rest[(place + 1)...]
      }
    }
  }
}
