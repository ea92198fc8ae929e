import Foundation
import Testing
import Weaving

@testable import SiteBuilder

@Suite("A drawing")
struct DrawingTests {
  private static let file = "Chapters/01-vectors/loss.svg"

  /// The fixture's drawing with something put behind its title, on line 3.
  private func faults(_ piece: String) throws -> Diagnostics? {
    let book = try FixtureBook()
    try book.replace("Loss</title>", by: "Loss</title>\(piece)", in: Self.file)
    do throws(Diagnostics) {
      try book.build()
      return nil
    } catch {
      return error
    }
  }

  @Test(
    "that runs something or loads it from elsewhere is refused, with its line",
    arguments: [
      "<style>@import \"https://a.b/c.css\";</style>", "<style>@import 'c.css';</style>",
      "<style>@font-face { font-family: a; src: url(a.woff) }</style>",
      "<style>.a { fill: url(https://a.b/c.svg#d) }</style>", "<style>.a{fill:URL( 'a' )}</style>",
      "<style>.a{fill:u\\72l(https://a.b)}</style>",
      "<style>.a{fill:&#117;rl(https://a.b)}</style>",
      "<style>.a{background:image-set('a.png' 1x)}</style>",
      "<script>x()</script>", "<SCRIPT>x()</SCRIPT>", "<rect onclick=\"x()\"/>",
      "<rect ONLOAD=\"x()\"/>", "<rect/onload=\"x()\"/>", "<rect\nonload=\"x()\"/>",
      "<image href=\"https://a.b/c.png\"/>", "<image xlink:href=\"c.png\"/>",
      "<use href=\"https://a.b/c.svg#d\"/>", "<use href='other.svg#d'/>", "<use href=c.svg />",
      "<use xlink:href=\"data:image/svg+xml,a\"/>", "<a href=\"javascript:x()\"><text>a</text></a>",
      "<rect fill=\"url(https://a.b/c.svg#d)\"/>", "<rect style=\"fill:url('c.svg#d')\"/>",
      "<rect fill=\"&#117;rl(c.svg#d)\"/>", "<rect style=\"mask:url&lpar;c.svg#d)\"/>",
      "<foreignObject><p>a</p></foreignObject>", "<iframe src=\"https://a.b\"/>",
      "<set attributeName=\"href\" to=\"https://a.b\"/>", "<animate attributeName=\"href\"/>",
      "<?xml-stylesheet href=\"c.css\"?>", "<![CDATA[<script>]]>", "<scr<!-- -->ipt>x()</script>",
      "<rect xml:base=\"https://a.b\"/>", "<img src=\"c.png\"/>", "<g>", "</g>", "<rect x=1 />",
      "<use href=\"#nowhere\"/>", "<rect fill=\"url(#nowhere)\"/>",
    ])
  func refused(_ piece: String) throws {
    let found = try #require(try faults(piece), "\(piece) is taken")
    #expect(found.all.count == 1, "\(found)")
    #expect(found.all.allSatisfy { $0.file == Self.file }, "\(found)")
    #expect(found.all.allSatisfy { (3...9).contains($0.line) }, "\(found)")
  }

  @Test(
    "may have rules of its own and point into itself",
    arguments: [
      "<style>.a { fill: var(--series-1); clip-path: url(#box) }</style>",
      "<use href=\"#title\"/>", "<rect style=\"fill:rgb(1, 2, 3);mask:url(#box)\"/>",
      "<!-- <script> https://a.b -->", "<text>a &lt; b &amp; http://a.b (c)</text>",
      "<g transform=\"translate(1 2)\"><circle r=\"2\"/></g>",
    ])
  func taken(_ piece: String) throws {
    #expect(try faults(piece) == nil)
  }

  @Test("that is none, or shows nothing, is refused")
  func empty() throws {
    for (text, message) in [
      ("", "this is no SVG"), ("<?xml version=\"1.0\"?>\n", "this is no SVG"),
      ("<html></html>", "a figure is one <svg>"), ("%PDF", "this text is outside of <svg>"),
      ("<svg></svg>", "this draws nothing"), ("<svg/>", "this draws nothing"),
      ("<svg><g/><title>a</title></svg>", "this draws nothing"),
      ("<svg>\n<rect", "the tag <rect> is not complete"),
      ("<svg><g><rect/>", "<g> is never closed"),
      ("<svg><rect/></svg><svg></svg>", "a figure is one <svg>"),
      (String(repeating: " ", count: 1 << 21), "the file has 2097152 bytes"),
      ("<svg>" + String(repeating: "<g>", count: 200), "nested more than 100 deep"),
      ("<!DOCTYPE svg [<!ENTITY a \"b\">]><svg/>", "outside of <svg>"),
    ] {
      let book = try FixtureBook()
      try book.write(text, to: Self.file)
      let faults = #expect(throws: Diagnostics.self) { try book.build() }
      #expect(faults?.all.count == 1, "\(faults as Any)")
      #expect(faults?.description.contains(message) == true, "\(message): \(faults as Any)")
      #expect(faults?.description.contains(Self.file) == true)
    }
  }
}
