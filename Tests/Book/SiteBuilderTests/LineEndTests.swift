import Foundation
import Testing

@testable import SiteBuilder

@Suite("Where a line may end")
struct LineEndTests {
  @Test(
    "in code: at the spaces and slashes of what is long, at the joints of what is longest",
    arguments: [
      ("--apply", "<code>--apply</code>"), ("-Double.infinity", "<code>-Double.infinity</code>"),
      ("2048 · 128 · 128", "<code>2048 · 128 · 128</code>"), ("a < b", "<code>a &lt; b</code>"),
      ("a/b", "<code>a/b</code>"), ("</s>", "<code>&lt;/s&gt;</code>"),
      (
        "Chapters/01-vectors/index.md",
        "<code class=\"long\">Chapters/<wbr><span class=\"unbroken\">01-vectors</span>/<wbr>index.md</code>"
      ),
      (
        "course solution 1.1 --apply",
        "<code class=\"long\">course solution 1.1 <span class=\"unbroken\">--apply</span></code>"
      ),
      ("a much longer text / than", "<code class=\"long\">a much longer text / than</code>"),
      (
        "DiscountsOfKneserNey.init(countsOfCounts:)",
        "<code class=\"long\">DiscountsOfKneserNey.<wbr>init(<wbr>countsOfCounts:<wbr>)</code>"
      ),
    ])
  func code(_ code: String, _ html: String) {
    #expect(CodeBreaks.element(code) == html)
  }

  @Test(
    "in text: not in short compounds, between two names, in numbers, before units",
    arguments: [
      ("an n-gram, add-k.", "an |n-gram,| |add-k.|"), ("Kneser–Ney", "|Kneser–Ney|"),
      ("(Skip-gram)", "|(Skip-gram)|"), ("cross-entropy", "cross-entropy"), ("a - b", "a - b"),
      ("-infinity", "|-infinity|"), ("2,048 · 128", "2,048\u{A0}·\u{A0}128"), ("4 MB", "4\u{A0}MB"),
      ("Figure 1.2", "Figure\u{A0}1.2"), ("of 4 Markers", "of 4 Markers"),
      ("1930–1955", "|1930–1955|"),
    ])
  func text(_ text: String, _ tied: String) throws {
    let results = Results(folder: "none", root: FileManager.default.temporaryDirectory)
    let page = try Page(
      source: SourceText(path: "a.md", text: "# T\n\n\(text)\n"), part: nil, results: results)
    var found = ""
    for node in page.document.children.last?.children ?? [] {
      found += node.kind == .unbroken ? "|\(node.plainText)|" : node.plainText
    }
    #expect(found == tied)
  }
}
