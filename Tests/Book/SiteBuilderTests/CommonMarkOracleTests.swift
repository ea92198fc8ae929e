import CCmark
import Foundation
import Testing

@testable import SiteBuilder

/// Our tree and renderer against libcmark's own renderer, on plain CommonMark.
@Suite("Plain CommonMark")
struct CommonMarkOracleTests {
  static let documents = [
    "", "a\n\nb\n", "# One\n\nTwo\n===\n", "- a\n- b\n\n  c\n", "1. a\n2. b\n", "7) a\n8) b\n",
    "> a\n> > b\n\nc\n", "- > a\n  b\n- # h\n", "    code <b>\n\n```swift x=1\na & \"b\"\n```\n",
    "~~~\nplain\n~~~\n", "***\n\na\\\nb  \nc\nd\n", "*a **b** `c <d>`*\n",
    "<div>\nx\n</div>\n\na <b>c</b>\n", "[a](b \"c & d\") [e](<f g> 'h')\n",
    "[x](javascript:alert(1)) [y](data:image/png;base64,AA) [z](data:text/html,a)\n",
    "![a *b* `c` ![d](e)\nf](g'h&i?j=[k] \"t\")\n", "[r]\n\n[r]: /u%20ü \"T\"\n",
    "&amp; &copy; \\* 'q' \"r\"\n",
    "-\n-\n\n- x\n", "a\n- b\n    - c\n\n      d\n    - e\n", "\u{FEFF}# bom\r\n\r\nx\r\n",
    "a\0b\n", "<http://a.b/?c=d&e>\n",
    "- a\n\n\n- b\n+ c\n", "* a\n  ```\n  b\n  ```\n", "``` ` ```\n", "```language-c\nx\n```\n",
    "词*强*\n",
    "[x](</~a!#$%()*+,-./:;=?@[]^_`{|}'&\"é>)\n", "1. a\n\n   > b\n   c\n\n2. d\n",
    "[a][b]\n\n[b]: <> \n", "- ***\n- ```\n  x\n",
  ]

  @Test("is set exactly as libcmark sets it", arguments: documents)
  func table(_ document: String) throws {
    for isSmart in [false, true] {
      let tree = try CommonMark.parse(document, isSmart: isSmart)
      #expect(HTMLRenderer.render([tree]) == Self.oracle(document, isSmart: isSmart))
    }
  }

  @Test("is set so for generated documents too", arguments: 1...40)
  func generated(_ seed: UInt64) throws {
    var generator = DocumentGenerator(seed: seed)
    for _ in 0..<50 {
      let document = generator.document()
      let tree = try CommonMark.parse(document)
      let html = HTMLRenderer.render([tree])
      try #require(html == Self.oracle(document, isSmart: true), "\(document.debugDescription)")
    }
  }

  private static func oracle(_ text: String, isSmart: Bool) -> String {
    var text = text
    let options = CMARK_OPT_VALIDATE_UTF8 | (isSmart ? CMARK_OPT_SMART : 0)
    let root = text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        cmark_parse_document($0.baseAddress, $0.count, options)
      }
    }
    defer { cmark_node_free(root) }
    guard let html = cmark_render_html(root, options) else { return "" }
    defer { free(html) }
    return String(cString: html)
  }
}
