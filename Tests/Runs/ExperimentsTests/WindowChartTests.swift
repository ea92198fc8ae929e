import Testing

@testable import Experiments

@Suite("The chart of a window")
struct WindowChartTests {
  private func chart(rank: Int, probability: Double = 0.6) -> WindowChart {
    WindowChart(
      title: "t", description: "d",
      rows: [
        .init("a", role: .outside, vector: [9, 9]), .init("b", role: .context, vector: [1, -2]),
        .init("c", role: .gap, vector: [4, 4]), .init("b", role: .context, vector: [1, -2]),
        .init("d", role: .context, vector: [4, 1]),
      ],
      bars: [
        .init("c", score: 2, probability: probability), .init("e", score: -0.5, probability: 0.05),
      ],
      rest: 0.35, covered: .init("c", score: 2, probability: rank == 1 ? probability : 0.01),
      rank: rank, vocabularySize: 1200)
  }

  /// The heights of each strip's bars, from above.
  private func strips(_ svg: String) -> [[Double]] {
    svg.matches(of: /d="((?:M[\d.]+,[\d.]+v[-\d.]+)+)"/).map { strip in
      strip.1.matches(of: /v([-\d.]+)/).compactMap { Double($0.1) }
    }
  }

  @Test("the mean is that of the context's vectors, a repeated word's twice, on the same scale")
  func mean() {
    // The longest number of the sentence, 9, has 18 units; up is negative.
    #expect(strips(chart(rank: 1).svg()) == [[-2, 4], [-2, 4], [-8, -2], [-4, 2]])
    #expect(chart(rank: 1).svg().contains(">mean of 3<"))
  }

  @Test("the covered word is marked in its line where it is among the most probable")
  func marked() {
    let svg = chart(rank: 1).svg()
    #expect(svg.contains("M8,310m0,-5.5"))
    #expect(svg.matches(of: />c</).count == 2)
    #expect(svg.contains(">1,198 others<") && svg.contains(">0.35<"))
    #expect(svg.contains(">loss −ln 0.6 = 0.51 nats<") && svg.contains(">rank 1<"))
  }

  @Test("the covered word has a line of its own below where it is not, and the others are fewer")
  func below() {
    let svg = chart(rank: 700).svg()
    #expect(svg.contains("M8,491.5m0,-5.5") && !svg.contains("M8,310m0,-5.5"))
    #expect(svg.contains(">1,197 others<") && svg.contains(">0.34<"))
    #expect(svg.contains(">loss −ln 0.01 = 4.61 nats<") && svg.contains(">rank 700<"))
  }

  @Test(
    "the scale ends at the next round number above the greatest probability",
    arguments: [(0.07, "0.1"), (0.2, "0.2"), (0.21, "0.5"), (0.6, "1")])
  func scale(_ probability: Double, _ end: String) {
    #expect(chart(rank: 1, probability: probability).svg().contains(">\(end)</text>"))
  }
}
