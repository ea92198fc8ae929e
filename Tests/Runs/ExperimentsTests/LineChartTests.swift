import Foundation
import Testing

@testable import Experiments

@Suite("A chart of lines")
struct LineChartTests {
  /// Two lines on logarithmic axes, with a guide and a step.
  private var times: LineChart {
    let sizes: [Double] = [250, 1000, 4000, 16_000, 32_000]
    var chart = LineChart(
      title: "Times", description: "Made by a test.",
      x: Axis("words in the vocabulary, |V|", kind: .logarithmic),
      y: Axis("microseconds a vector", kind: .logarithmic),
      series: [
        .init("one-hot product", colour: 1, points: sizes.map { ($0, $0 / 10) }),
        .init("look-up", colour: .quantity(.hidden), points: sizes.map { ($0, 0.18) }),
      ])
    chart.guides = [.proportional("slope 1", through: (250, 5))]
    chart.steps = [
      .init(from: (1000, 100), to: (16_000, 1600), across: "×16 words", up: "×16 time")
    ]
    return chart
  }

  /// A loss with its perplexity, epochs, and where it begins.
  private var loss: LineChart {
    let points = (1...100).map { part in
      let epochs = Double(part) / 33
      return (x: epochs, y: 4.8 + 0.12 / epochs)
    }
    var chart = LineChart(
      title: "Loss", description: "Made by a test.", x: Axis("epochs", ticks: [0, 1, 2, 3]),
      y: Axis("loss in nats", includesZero: false),
      series: [.init("loss", colour: .quantity(.loss), points: points)])
    chart.right = OtherAxis(Axis("perplexity", format: Axis.grouped)) { log($0) }
    chart.spots = [.init("ln |V| = 8.52", at: (0, 8.52))]
    chart.places = [.init("rate 0.1", x: 1), .init("rate 0.05", x: 2), .init("", x: 3)]
    return chart
  }

  /// Lines that end close together, and one that is infinite from its second point on.
  private var perplexities: LineChart {
    LineChart(
      title: "Perplexity", description: "Made by a test.",
      x: Axis("n", ticks: [1, 2, 3]), y: Axis("perplexity", kind: .logarithmic),
      series: [
        .init("no smoothing", colour: 0, points: [(1, 900), (2, .infinity), (3, .infinity)]),
        .init("add-1", colour: 1, points: [(1, 900), (2, 2000), (3, 9000)]),
        .init("add-k", colour: 2, points: [(1, 900), (2, 400), (3, 8900)]),
        .init("a name of many words", colour: 3, points: [(1, 900), (2, 300), (3, 8800)]),
      ])
  }

  @Test("keeps its texts inside and apart, in both breadths", arguments: Breadth.allCases)
  func texts(_ breadth: Breadth) {
    for chart in [times, loss, perplexities] {
      let texts = DrawnTexts(chart.svg(breadth))
      #expect(texts.width == breadth.width)
      #expect(texts.all.count > 10)
      #expect(texts.faults.isEmpty, "\(chart.title): \(texts.faults)")
    }
  }

  @Test("names each line at its right end, in its colour", arguments: Breadth.allCases)
  func names(_ breadth: Breadth) throws {
    let texts = DrawnTexts(perplexities.svg(breadth))
    for (name, index) in [("add-1", 1), ("add-k", 2)] {
      let text = try #require(texts[name])
      #expect(text.colour == Drawing.series(index))
      #expect(text.x > 0.6 * breadth.width)
    }
    #expect(try #require(texts["add-1"]).y < #require(texts["add-k"]).y)
  }

  @Test("has marks of another shape for each line, so that colours are not needed")
  func marks() {
    let svg = perplexities.svg(.wide)
    for mark in [Drawing.Mark.circle, .square, .triangle, .diamond] {
      #expect(svg.contains(mark.outline))
    }
  }

  @Test("puts what is infinite in a lane above all that is finite", arguments: Breadth.allCases)
  func lane(_ breadth: Breadth) throws {
    let svg = perplexities.svg(breadth)
    let texts = DrawnTexts(svg)
    let lane = try #require(texts["∞"])
    #expect(texts.all.allSatisfy { $0.text == "perplexity" || $0.y >= lane.y - 25 })
    // Two infinite points, each a cross; the line to them is broken.
    #expect(svg.matches(of: #/m-4,-4l8,8/#).count == 2)
    #expect(svg.matches(of: #/stroke-dasharray/#).count == 1)
  }

  @Test("draws a guide of slope 1 through points whose ratio is the same on both axes")
  func guide() throws {
    let layout = LineChartLayout(times, .wide)
    let (start, end) = layout.clipped(try #require(times.guides.first))
    // Where all axes end, and half a decade up for each to the right.
    let up = (start.y - end.y) / (layout.up.position(of: 1) - layout.up.position(of: 10))
    let right =
      (end.x - start.x) / (layout.across.position(of: 1000) - layout.across.position(of: 100))
    #expect(abs(up - right) < 1e-9)
    #expect(abs(end.x - layout.area.right) < 1e-9)
    #expect(DrawnTexts(times.svg(.wide))["slope 1"] != nil)
  }

  @Test("ends a steep guide where the chart ends, and names it there", arguments: Breadth.allCases)
  func steepGuide(_ breadth: Breadth) throws {
    var chart = perplexities
    chart.guides = [.init("all that are possible", through: (1, 300), and: (2, 9e7))]
    let end = LineChartLayout(chart, breadth).clipped(chart.guides[0]).end
    #expect(end.x < 0.6 * breadth.width)
    #expect(DrawnTexts(chart.svg(breadth)).faults.isEmpty)
  }

  @Test("draws a step from point to point, with what it says of both axes")
  func step() {
    let svg = times.svg(.wide)
    let layout = LineChartLayout(times, .wide)
    let (from, to) = (layout.place((1000, 100)), layout.place((16_000, 1600)))
    let corner = (x: to.x, y: from.y)
    let places = [from, corner, to].map { "\(Drawing.number($0.x)),\(Drawing.number($0.y))" }
    #expect(svg.contains("M" + places.joined(separator: "L")))
    #expect(svg.contains(">×16 words<") && svg.contains(">×16 time<"))
  }

  @Test("has at its right the same heights in other words", arguments: Breadth.allCases)
  func rightAxis(_ breadth: Breadth) throws {
    let texts = DrawnTexts(loss.svg(breadth))
    let layout = LineChartLayout(loss, breadth)
    let tick = try #require(texts["1,000"])
    #expect(tick.x > layout.area.right)
    #expect(abs(tick.y - 0.36 * breadth.textSize - layout.up.position(of: log(1000))) < 0.1)
    #expect(texts["ln |V| = 8.52"] != nil)
    #expect(texts["rate 0.1"] != nil)
  }

  @Test("leaves zero out where its axis says so")
  func withoutZero() {
    let bottom = LineChartLayout(loss, .wide).area.bottom
    #expect(!DrawnTexts(loss.svg(.wide)).all.contains { $0.text == "0" && $0.y < bottom + 10 })
  }
}
