import Foundation
import Testing

@testable import Experiments

@Suite("The chart of a window")
struct WindowChartTests {
  private func chart(rank: Int, probability: Double = 0.6) -> WindowChart {
    WindowChart(
      title: "t", description: "d", words: ["a", "b", "c", "b", "d"],
      vectors: [[10, 10], [1, -2], [4, 4], [1, -2], [4, 1]], gap: 2, context: [1, 3, 4],
      bars: [
        .init("c", score: 2, probability: probability), .init("e", score: -0.5, probability: 0.05),
      ],
      rest: 0.35, covered: .init("c", score: 2, probability: rank == 1 ? probability : 0.01),
      rank: rank, vocabularySize: 1200)
  }

  /// How strongly each cell of a quantity is filled; what is below 0 is slate.
  private func cells(_ svg: String, _ name: String) -> [String] {
    svg.matches(
      of: #/d="M[\d.,hvzM-]+" style="fill:var\(--([a-z]+-[a-z0-9]+)[^;]*;fill-opacity:([\d.]+)/#
    )
    .filter { $0.1 == name || name.isEmpty }.map { "\($0.1) \($0.2)" }
  }

  @Test("a cell is the darker the further its number is from 0, and the mean counts repeated words")
  func mean() {
    // The longest number of the sentence, 10, is wholly dark. b is (1, −2), d (4, 1); the mean of b, b
    // and d is (2, −1).
    let svg = chart(rank: 1).svg(.wide)
    #expect(
      cells(svg, "") == [
        "series-8 0.20", "quantity-context 0.20", "series-8 0.20", "quantity-context 0.20",
        "quantity-context 0.20", "quantity-context 0.40", "series-8 0.20", "quantity-hidden 0.20",
      ])
    #expect(svg.contains(">v̂, mean of 3<"))
  }

  @Test("the covered word is marked in its line where it is among the most probable")
  func marked() {
    let svg = chart(rank: 1).svg(.wide)
    #expect(svg.contains("M8,232m0,-5.5"))
    #expect(svg.matches(of: />c</).count == 2)
    #expect(svg.contains(">1,198 others<") && svg.contains(">0.35<"))
    #expect(svg.contains(">loss −ln 0.6 = 0.51 nats<") && svg.contains(">rank 1<"))
  }

  @Test("the covered word has a line of its own below where it is not, and the others are fewer")
  func below() {
    let svg = chart(rank: 700).svg(.wide)
    #expect(svg.contains("M8,400m0,-5.5") && !svg.contains("M8,232m0,-5.5"))
    #expect(svg.contains(">1,197 others<") && svg.contains(">0.34<"))
    #expect(svg.contains(">loss −ln 0.01 = 4.61 nats<") && svg.contains(">rank 700<"))
  }

  @Test("every text has room on a page and on a telephone", arguments: Breadth.allCases)
  func room(_ breadth: Breadth) {
    for rank in [1, 700] {
      let texts = PlacedTexts(chart(rank: rank).svg(breadth))
      #expect(texts.outside.isEmpty, "\(texts.outside)")
      #expect(texts.overlaps.isEmpty, "\(texts.overlaps)")
    }
  }

  @Test(
    "the scale ends at the next round number above the greatest probability",
    arguments: [(0.07, "0.1"), (0.2, "0.2"), (0.21, "0.5"), (0.6, "1")])
  func scale(_ probability: Double, _ end: String) {
    #expect(chart(rank: 1, probability: probability).svg(.wide).contains(">of \(end)</text>"))
  }
}
