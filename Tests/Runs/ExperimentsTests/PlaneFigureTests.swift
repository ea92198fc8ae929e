import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@testable import Experiments

@Suite("Figures of the plane, of rows and of networks")
struct PlaneFigureTests {
  private static let words = ["the", "cat", "jumped", "over", "puddle"]
  private static let vectors: [[Double]] = [[0.5, 0], [1, 1], [0, 0.5], [0, 1], [1, 0]]

  private static let figures: [any Figure] = [
    SlidingWindow(
      title: "a", description: "b", words: ["the", "cat", "jumped", "over", "the", "puddle"],
      halfWidth: 2),
    LookUpDiagram(title: "a", description: "b", words: words, vectors: vectors, lit: 1),
    ArrowChart(
      title: "a", description: "b",
      panels: [
        .init(
          "one", xs: -1.2...1.3, ys: -0.2...1.2,
          arrows: zip(words, vectors).map { .init($0, to: ($1[0], $1[1]), .context) }),
        .init(
          "other", xs: 0...3.2, ys: 0...2, arrows: [.init("v̂", to: (0.6, 0.4), .hidden)],
          dots: [.init("a point", at: (1, 1), nil)]),
      ]),
    BarRows(
      title: "a", description: "b", words: words,
      rows: [
        .init("scores z", values: [0.4, 0.6, 0.3, -0.2, 1], decimals: 1, step: "exponential"),
        .init("shares", values: [0.1, 0.2, 0.1, 0.2, 0.4], decimals: 3),
      ], marked: 2),
    CurveChart(
      title: "a", description: "b", x: Axis("p"), y: Axis("loss"),
      curve: (1...40).map { (Double($0) / 40, -log(Double($0) / 40)) },
      lines: [.init("tangent", from: (0.2, 1.6), to: (0.6, 0))],
      marks: [
        .init("ours: 0.165", at: (0.165, 1.8), hasGuides: true), .init("die", at: (0.2, 1.61)),
      ], right: ("perplexity", [("10", log(10))])),
    MemoryStrip(
      title: "a", description: "b", name: "V", heads: words,
      values: [[0.5, 1, 0, 0, 1], [0, 1, 0.5, 1, 0]], lit: 1),
    NetworkDiagram(
      title: "a", description: "b",
      layers: [
        .init("context", shape: "|C| words", columns: words, cells: 1, .context),
        .init("mean v̂", shape: "64", cells: 3, filled: [1: 1], .hidden),
        .init("scores z", shape: "5,002", cells: 15, .prediction),
      ], steps: [("look up in V", "64 × 5,002", .context), ("times U", "5,002 × 64", .center)]),
    PointMap(
      title: "a", description: "b",
      points: words.enumerated().map {
        .init($1, x: vectors[$0][0], y: vectors[$0][1], group: $0)
      }, groupNames: ["numbers", "kin", "the body", "animals", "the land"]),
  ]

  private static var drawings: [(breadth: Breadth, svg: String)] {
    figures.flatMap { figure in Breadth.allCases.map { ($0, figure.svg($0)) } }
  }

  @Test("are well-formed, as wide as they should be, and the same every time")
  func wellFormed() {
    for (breadth, svg) in Self.drawings {
      #expect(XMLParser(data: Data(svg.utf8)).parse())
      #expect(svg.contains("viewBox=\"0 0 \(Int(breadth.width)) "))
      #expect(svg.matches(of: /(?:fill|stroke):(?!var\(|none)/).isEmpty)
    }
    #expect(Self.drawings.map(\.svg) == Self.drawings.map(\.svg))
  }

  @Test("write nothing outside of the drawing, nothing on another text, nothing in small print")
  func legible() {
    for (breadth, svg) in Self.drawings {
      let texts = PlacedTexts(svg)
      #expect(!texts.all.isEmpty)
      #expect(texts.outside.isEmpty, "\(texts.outside)")
      #expect(texts.overlaps.isEmpty, "\(texts.overlaps)")
      // 12 pixels where the drawing is shown smallest: 720 units at 620, 360 at 343.
      let least = 12 * breadth.width / (breadth == .wide ? 620 : 343)
      for match in svg.matches(of: /font-size:([\d.]+)px/) {
        #expect((Double(match.1) ?? 0) >= least)
      }
    }
  }

  @Test("A window is cut off at the ends of the sentence")
  func windowEnds() {
    let svg = Self.figures[0].svg(.wide)
    #expect(
      svg.matches(of: />(\d) words</).compactMap { Int($0.1) } == [2, 3, 4, 4, 3, 2])
    // The part that is there: three words of the sentence, four, five, five, four, three.
    let widths = svg.matches(of: /<rect x="[\d.]+" y="[\d.]+" width="([\d.]+)" height="40"/)
      .compactMap { Double($0.1) }
    #expect(widths.map { ($0 / (616.0 / 6)).rounded() } == [3, 4, 5, 5, 4, 3])
  }

  @Test("An arrow's head lies where its vector says, with the same unit in both directions")
  func arrowHeads() throws {
    let plane = Plane(left: 40, right: 240, top: 10, xs: 0...2, ys: -0.5...1)
    #expect(plane.place((0, 1)) == (40, 10) && plane.place((2, -0.5)) == (240, 160))
    var drawing = Drawing(.wide, height: 200)
    drawing.draw([.init("a", to: (1, 0.5), .context)], in: plane, size: 14)
    let svg = drawing.svg(title: "a", description: "b")
    #expect(svg.contains(/d="M140,60L[-\d.,L]+z"/))
    #expect(svg.contains("fill:var(--quantity-context"))
  }

  @Test("Arrows that point the same way as a longer one are moved beside it")
  func shifted() {
    let svg = Self.figures[1].svg(.wide)
    // Five arrows: those of the and jumped lie on those of puddle and over.
    let heads = svg.matches(of: /d="M([\d.]+),([\d.]+)L[\d.,L]+z"/)
      .compactMap { match in Double(match.1).flatMap { x in Double(match.2).map { (x, $0) } } }
    #expect(heads.count == 5)
    #expect(heads[0].1 == heads[4].1 - 6 && heads[2].0 == heads[3].0 - 6)
  }

  @Test("Bars are as high as their numbers, and hang from the line where they are below 0")
  func bars() {
    let svg = Self.figures[3].svg(.wide)
    let bars = svg.matches(of: /<rect x="[\d.]+" y="([\d.]+)" width="[\d.]+" height="([\d.]+)"/)
      .compactMap { match in
        Double(match.1).flatMap { y in Double(match.2).map { (y: y, height: $0) } }
      }
    #expect(bars.count == 10)
    #expect(abs(bars[4].height / bars[0].height - 2.5) < 0.01)
    #expect(abs(bars[3].y - (bars[0].y + bars[0].height)) < 0.11)
    #expect(svg.contains(">−0.2<") && svg.contains(">0.400<"))
    // What hangs from the line ends above what is written below the row.
    let step = PlacedTexts(svg).all.first { $0.text == "↓ exponential" }
    #expect(step.map { $0.box.minY > bars[3].y + bars[3].height } == true)
  }

  @Test("A matrix lies in memory row after row, and its column is lit in every row")
  func memory() {
    let svg = Self.figures[5].svg(.wide)
    let texts = PlacedTexts(svg).all
    let strip = texts.filter { $0.box.midY > 190 && $0.box.midY < 215 }
      .sorted { $0.box.minX < $1.box.minX }
    #expect(strip.map(\.text) == ["0.5", "1", "0", "0", "1", "0", "1", "0.5", "1", "0"])
    #expect(svg.matches(of: /fill-opacity:0.30/).count == 4)
  }
}
