import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@testable import Experiments

@Suite("Charts")
struct ChartTests {
  private func chart(named name: String = "bi & <tri>") -> LineChart {
    LineChart(
      title: "A \"title\" <&>", description: "Made by a test, seed 1.",
      x: Axis("words"), y: Axis("perplexity", kind: .logarithmic),
      series: [
        .init(name, colour: 0, points: [(1, 900), (2, 200.123456), (3, 150)]),
        .init("add-1", colour: 1, points: [(1, 950), (2, 3000), (3, 9000)]),
      ])
  }

  private var bars: BarChart {
    BarChart(
      title: "Bars", description: "Made by a test, seed 1.", label: "n", y: Axis("count"),
      bars: [.init("1", parts: [3, 4], label: "7"), .init("2", parts: [0, 9], label: "9")],
      partNames: ["once", "more"])
  }

  private var cells: HeatMap {
    HeatMap(
      title: "Cells", description: "Made by a test, seed 1.", rows: ["a", "a row of many words"],
      columns: ["x", "a column", "z"], values: [[0, 1, 2], [3, 0.5, 0]])
  }

  private var charts: [String] {
    [
      chart().svg(.wide), chart().svg(.narrow),
      bars.svg(.wide), bars.svg(.narrow), cells.svg(.wide), cells.svg(.narrow),
    ]
  }

  @Test("The same chart is the same text every time")
  func determinism() { #expect(charts == charts) }

  @Test("Every chart is well-formed XML with a title, a description and one of two widths")
  func wellFormed() throws {
    for svg in charts {
      let parser = XMLParser(data: Data(svg.utf8))
      let reader = ElementReader()
      parser.delegate = reader
      #expect(parser.parse(), "\(String(describing: parser.parserError))")
      #expect(reader.names.starts(with: ["svg", "title", "desc"]))
      #expect(Breadth.allCases.contains { svg.contains("viewBox=\"0 0 \(Int($0.width)) ") })
      #expect(svg.contains("role=\"img\""))
    }
  }

  @Test("Characters of the markup are escaped in names and titles")
  func escaping() {
    let svg = chart().svg(.wide)
    #expect(svg.contains("A &quot;title&quot; &lt;&amp;&gt;"))
    #expect(svg.contains(">bi &amp; &lt;tri&gt;<"))
  }

  @Test("Colours are variables of the page with a value of their own")
  func colours() {
    for svg in charts {
      #expect(svg.contains("var(--series-1, #2563eb)"))
      #expect(svg.matches(of: /(?:fill|stroke):(?!var\()/).isEmpty)
    }
  }

  @Test("No text is smaller than 12 px, and coordinates have at most one decimal")
  func sizes() {
    for svg in charts {
      for match in svg.matches(of: /font-size:([0-9.]+)px/) {
        #expect((Double(match.1) ?? 0) >= 12)
      }
      #expect(svg.matches(of: /[0-9]\.[0-9]{2,}[^;0-9"]/).isEmpty)
    }
  }

  @Test("Bars and cells keep their texts inside and apart", arguments: Breadth.allCases)
  func texts(_ breadth: Breadth) {
    var level = bars
    level.levels = [.init("all there is", value: 12)]
    for svg in [bars.svg(breadth), level.svg(breadth), cells.svg(breadth)] {
      let texts = DrawnTexts(svg)
      #expect(texts.width == breadth.width && texts.all.count > 5)
      #expect(texts.faults.isEmpty, "\(texts.faults)")
    }
  }

  @Test("A bar's parts are as high as their shares, with a gap between them")
  func parts() {
    let heights = bars.svg(.wide).matches(of: #/<rect [^>]*height="([\d.]+)"/#).map {
      Double($0.1) ?? 0
    }
    #expect(heights.count == 4)
    #expect(abs((heights[1] + 1.5) / heights[0] - 4 / 3) < 0.01)
  }

  @Test("Everything drawn lies inside the drawing")
  func inside() {
    for svg in charts {
      for match in svg.matches(of: /\b(?:x|cx)="(-?[0-9.]+)"/) {
        #expect((0...720).contains(Double(match.1) ?? -1))
      }
      for match in svg.matches(of: /\b(?:y|cy)="(-?[0-9.]+)"/) {
        #expect((0...420).contains(Double(match.1) ?? -1))
      }
    }
  }
}

private final class ElementReader: NSObject, XMLParserDelegate {
  var names: [String] = []
  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) { names.append(name) }
}
