import Testing

@testable import Experiments

@Suite("Diagrams")
struct DiagramTests {
  /// The counts of three sentences, as Chapter 1 works them out by hand.
  static let backoff = BackoffDiagram(
    title: "t", description: "d",
    words: ["the", "cat", "</s>", "jumped", "over", "puddle", "sat", "dog", "<unk>"], followed: 6,
    levels: [
      .init(
        "after dog", unit: "times seen", counts: [0, 0, 0, 1, 0, 0, 0, 0, 0],
        discounts: [0, 0, 0, 0.5, 0, 0, 0, 0, 0], gamma: 0.5),
      .init(
        "after anything", unit: "words it was seen after", counts: [2, 1, 3, 2, 1, 1, 1, 1, 0],
        discounts: [7 / 6, 5 / 9, 3, 7 / 6, 5 / 9, 5 / 9, 5 / 9, 5 / 9, 0], gamma: 73.0 / 108),
      .init(
        "any word", unit: "all alike", counts: Array(repeating: 1.0 / 9, count: 9),
        discounts: Array(repeating: 0, count: 9), gamma: 0),
    ], sumName: "P(w | dog)")

  static let chain = ChainDiagram(
    title: "t", description: "d",
    tokens: ["the", "cat", "jumped", "over", "the", "puddle", "</s>"],
    factors: [0.062, 1.3e-4, 4.9e-6, 7.1e-4, 0.17, 4.3e-6, 0.23])

  static let trie = TrieDiagram(
    title: "t", description: "d",
    nodes: [
      .init(["the"], count: 5), .init(["the", "dog"], count: 1),
      .init(["the", "dog", "jumped"], count: 1), .init(["the", "cat"], count: 3),
      .init(["the", "cat", "jumped"], count: 1), .init(["the", "cat", "sat"], count: 1),
      .init(["cat"], count: 3), .init(["cat", "sat"], count: 1),
    ], shown: ["the", "cat", "sat"],
    entry: [("prefix", "1: the cat"), ("word", "9: sat"), ("suffix", "7: cat sat"), ("count", "1")])

  static let factors = FactorChart(
    title: "t", description: "d", tokens: ["the", "cat", "jumped", "puddle", "</s>"],
    models: [
      .init("unigram", factors: [0.05, 2e-5, 3e-6, 2e-6, 0.07]),
      .init("bigram", factors: [0.06, 1e-4, 0, 0, 0.25]),
      .init("trigram", factors: [0.06, 1e-4, 0, 0, 0.5]),
      .init("Kneser–Ney", factors: [0.06, 1.2e-4, 4e-6, 4e-6, 0.23]),
    ],
    parts: (
      title: "comes from", names: ["triples", "pairs", "single words"],
      shares: Array(repeating: [0.5, 0.3, 0.2], count: 5)
    ))

  static let tape = TapeDiagram(
    title: "t", description: "d",
    steps: [
      .init("w", value: "2", gradient: "12", column: 0, row: 0),
      .init("x", value: "3", gradient: "8", column: 0, row: 1),
      .init("y", value: "4", gradient: "−4", column: 0, row: 2),
      .init("p = w · x", value: "6", gradient: "4", column: 1, row: 0.5),
      .init("d = p − y", value: "2", gradient: "4", column: 2, row: 1),
      .init("L = d · d", value: "4", gradient: "1", column: 3, row: 1),
    ],
    uses: [
      .init(0, 3, "3"), .init(1, 3, "2"), .init(3, 4, "1"), .init(2, 4, "−1"), .init(4, 5, "2"),
      .init(4, 5, "2"),
    ])

  static let broadcasting = BroadcastDiagram(
    title: "t", description: "d", matrix: [["1", "2", "3"], ["4", "5", "6"]],
    row: ["10", "20", "30"], result: [["11", "22", "33"], ["14", "25", "36"]],
    gradient: [["1", "2", "3"], ["4", "5", "6"]], rowGradient: ["5", "7", "9"])

  /// Rows of bars, as many as are asked for.
  static func panels(_ count: Int) -> BarPanels {
    let rows = [
      [-1.22, -0.82, 0, 0.41, 1.63], [0.4, -0.8, 2, 1, 1.4], [-0.4, -1.6, 1.2, 0.2, 0.6],
      [0.12, -0.46, 0.49, -0.01, -0.14],
    ]
    return BarPanels(
      title: "t", description: "d", places: count > 3 ? ["", "", "", "", ""] : ["a", "b", "c"],
      panels: rows.prefix(count).map {
        .init(
          "gradient of x", note: "mean 0, variance 1", values: count > 3 ? $0 : Array($0.prefix(3)),
          ink: .quiet)
      }, signs: Array(repeating: "→", count: count - 1))
  }

  static let memory = MemoryDiagram(title: "t", description: "d", lineCount: 5)

  @Test("keep their texts inside and apart, in both breadths", arguments: Breadth.allCases)
  func texts(_ breadth: Breadth) {
    let figures: [(String, any Figure)] = [
      ("backoff", Self.backoff), ("chain", Self.chain), ("trie", Self.trie),
      ("factors", Self.factors), ("tape", Self.tape), ("broadcasting", Self.broadcasting),
      ("three rows", Self.panels(3)), ("four rows", Self.panels(4)), ("memory", Self.memory),
    ]
    for (name, figure) in figures {
      let texts = DrawnTexts(figure.svg(breadth))
      #expect(texts.width == breadth.width)
      #expect(texts.all.count > 8, "\(name): \(texts.all.count) texts")
      #expect(texts.faults.isEmpty, "\(name): \(texts.faults)")
    }
  }

  @Test("of smoothing have parts that sum to one, and to 109/1944 for sat after dog")
  func mass() throws {
    let sums = Self.backoff.parts.map { $0.reduce(0, +) }
    #expect(abs(sums.reduce(0, +) - 1) < 1e-12)
    #expect(abs(sums[6] - 109.0 / 1944) < 1e-12)
    #expect(Self.backoff.parts[6][0] == 0)
    let texts = DrawnTexts(Self.backoff.svg(.wide))
    #expect(texts["γ = 73/108 is taken off"] != nil && texts["γ = 1/2 is taken off"] != nil)
    #expect(texts["3 − 3"] != nil && texts["2 − 7/6"] != nil)
    #expect(texts["sat: 0 + 0.5 × (0.037 + 0.68 × 0.11) = 0.056"] != nil)
  }

  @Test("of a sentence multiply its factors")
  func product() {
    let texts = DrawnTexts(Self.chain.svg(.narrow))
    #expect(texts["1.3·10⁻⁴"] != nil)
    #expect(texts["the product: 4.7·10⁻²¹"] != nil)
  }

  @Test("of a trie draw an n-gram right of its prefix, and its suffix below it")
  func trie() throws {
    for breadth in Breadth.allCases {
      let texts = DrawnTexts(Self.trie.svg(breadth)).all
      let cat = try #require(texts.first { $0.text == "cat" })
      let sat = texts.filter { $0.text == "sat" }
      #expect(sat.count == 2)
      #expect(sat[0].x > cat.x && sat[0].x > sat[1].x && sat[0].y < sat[1].y)
    }
  }

  @Test("of factors say which way is less probable, and go that way")
  func direction() {
    let svg = Self.factors.svg(.wide)
    let ticks = DrawnTexts(svg)
    #expect((ticks["10⁻⁵"]?.x ?? 0) < (ticks["10⁻¹⁵"]?.x ?? 0))
    #expect(ticks["probability so far: less probable →"] != nil)
  }

  @Test(
    "numbers with a small denominator are written as fractions",
    arguments: [
      (0.5, "1/2"), (1.16667, "7/6"), (0.555556, "5/9"), (0.675926, "73/108"), (3, "3"),
      (0, "0"), (0.31831, "0.32"), (-0.375, "−3/8"),
    ])
  func fractions(_ number: Double, _ text: String) {
    #expect(Magnitude.fraction(number) == text)
  }

  @Test("of a tape have each value left of its gradient, and the inputs before the last line")
  func places() throws {
    for breadth in Breadth.allCases {
      let texts = DrawnTexts(Self.tape.svg(breadth))
      let (value, gradient) = (try #require(texts["3"]), try #require(texts["12"]))
      #expect(gradient.colour == Quantity.gradient.colour && value.colour != gradient.colour)
      let (first, last) = (try #require(texts["w"]), try #require(texts["L = d · d"]))
      #expect(breadth == .wide ? first.x < last.x : first.y < last.y)
    }
  }

  @Test("of memory have the most at the turning point, and end as they began")
  func memory() {
    let kept = (1...10).map { Self.memory.kept(at: $0) }
    #expect(kept.map(\.lines) == [1, 2, 3, 4, 5, 5, 4, 3, 2, 1])
    #expect(kept.map(\.gradients) == [0, 0, 0, 0, 0, 1, 1, 1, 1, 1])
  }

  @Test("of rows of bars have one scale, upwards and downwards")
  func scale() {
    let heights = Self.panels(3).svg(.wide).matches(
      of: #/<rect [^>]*height="([\d.]+)" style="fill:var\(--figure-muted/#
    ).compactMap { Double($0.1) }
    #expect(heights.count == 9)
    // 2 upwards and −1.6 downwards.
    #expect(abs(heights[5] / heights[7] - 1.25) < 0.01, "\(heights)")
  }
}
