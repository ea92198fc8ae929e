import Foundation
import Testing
import Weaving

@testable import SiteBuilder

@Suite("A page")
struct PageTests {
  @Test("survives whatever is typed, and names a line of the file", arguments: 1...10)
  func generated(_ seed: UInt64) throws {
    var generator = DocumentGenerator(seed: seed &* 7919)
    let results = Results(folder: "none", root: FileManager.default.temporaryDirectory)
    for _ in 0..<30 {
      let text = generator.document(ofBook: true)
      let source = SourceText(path: "a.md", text: text)
      let page = try Page(source: source, part: .chapter(1), results: results)
      for exercise in page.exercises { _ = PlainText.render(exercise.statement) }
      #expect(!HTMLRenderer.render([page.document]).contains("<b>"))
      let lines = 1...max(1, source.lines.count)
      for fault in page.faults.all where !lines.contains(fault.line) {
        Issue.record("\(fault) is outside \(lines) of \(text.debugDescription)")
      }
    }
  }

  @Test("keeps a formula and what stands around it without a space on one line")
  func unbroken() throws {
    let long = String(repeating: "x", count: 41)
    let text =
      "# T\n\na ($`x`$), $`y`$ b “$`z`$”. $`u`$[c](d) ($`v`$, ($`\(long)`$. add-$`k`$ $`n`$-gram\n"
    let results = Results(folder: "none", root: FileManager.default.temporaryDirectory)
    let page = try Page(
      source: SourceText(path: "a.md", text: text), part: nil, results: results)
    #expect(
      page.document.plainText == "Ta (x), y b “z”. uc (v, (\u{2060}\(long)\u{2060}. add-k n-gram")
    var tied: [String] = []
    page.document.forEach { if $0.kind == .unbroken { tied.append($0.plainText) } }
    #expect(tied == ["(x),", "“z”.", "(v,", "add-k", "n-gram"])
  }

  @Test(
    "has formulas without their colours in a terminal",
    arguments: [
      ("x", "x"), (#"\quantity{hidden}{\hat v}"#, #"\hat v"#),
      (#"a + \quantity{loss}{e^{\quantity{word}{u_{j}}}} b"#, "a + e^{u_{j}} b"),
      (#"\quantity{loss}{x"#, #"\quantity{loss}{x"#),
    ])
  func uncoloured(_ tex: String, _ text: String) { #expect(PlainText.uncoloured(tex) == text) }

  @Test("counts lines as libcmark does", arguments: ["\n", "\r\n", "\r"])
  func lineEndings(_ end: String) throws {
    let text = ["# T", "", "a", "b $x$", "", "[^n]: unused"].joined(separator: end)
    let results = Results(folder: "none", root: FileManager.default.temporaryDirectory)
    let page = try Page(
      source: SourceText(path: "a.md", text: text), part: nil, results: results)
    #expect(Set(page.faults.all.map(\.line)) == [4, 6])
  }
}
