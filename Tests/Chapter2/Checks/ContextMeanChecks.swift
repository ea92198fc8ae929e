import Grading

/// What exercise 2.3 asks for: the mean of columns.
public typealias ContextMean = @Sendable (_ context: [Int], _ inputVectors: Rows) -> [Float]

/// The grader of exercise 2.3, the mean of the context's input vectors.
public let contextMeanExercise = Exercise<ContextMean>(
  "2.3", section: "mean",
  examine: { mean, examination in
    func check(_ context: [Int], _ remark: String, is expected: [Float]) {
      examination.check(
        "contextMean(of: \(context)) with the page's input vectors, \(remark)",
        mean(context, pageVectors.input), is: expected, tolerance: rounding)
    }
    check([1], "a single word", is: [1, 1])
    check([0, 3], "half of (0.5, 0) + (0, 1)", is: [0.25, 0.5])
    check([1, 3, 4], "a third of (1, 1) + (0, 1) + (1, 0)", is: [2.0 / 3, 2.0 / 3])
    check([4, 4], "one word twice", is: [1, 0])
    check([0, 1, 0, 1, 3], "a fifth of (3, 3)", is: [0.6, 0.6])
    check([0, 1, 3, 0, 4], "the page's context", is: [0.6, 0.4])
    for gap in sixWordsGaps {
      examination.check(
        "contextMean(of: \(gap.context)) with input vectors of 6 words and n = 3",
        mean(gap.context, sixWords.input),
        is: Oracle(gap, sixWords).mean.map(Float.init), tolerance: rounding)
    }
    for scale: Float in [1, 1e-4, 300] {
      examination.checkAgreementInTurn(
        samples: 8, seed: UInt64(scale), tolerance: rounding, scale: .of(Double(scale)),
        drawing: { $0.vectors(inputScale: scale) },
        making: { vectors in { mean($0, vectors.input) } },
        asking: { $0.context(in: $1) },
        claim: { "contextMean(of: \($1), in: \(written($0.input)))" },
        computed: { $0($1) },
        expected: { Oracle(Gap(centre: 0, context: $1), $0).mean.map(Float.init) })
    }
    // Of one shape, and few contexts: what is kept by the context alone is wrong here.
    examination.checkAgreementInTurn(
      samples: 4, tolerance: rounding,
      drawing: { $0.matrix(2, 3) as Rows },
      making: { vectors in { mean($0, vectors) } },
      asking: { draws, _ in draws.sentence(1...2, words: 3) },
      claim: { "contextMean(of: \($1), in: \(written($0)))" },
      computed: { $0($1) },
      expected: { vectors, context in
        vectors.map { row in
          Float(context.reduce(0.0) { $0 + Double(row[$1]) } / Double(context.count))
        }
      })
  },
  mistakes: [
    .init("the sum is divided by n, not by the number of words") { context, vectors in
      scaled(sum(context, vectors), by: Float(vectors.count))
    },
    .init("the sum is divided by |V|, not by the number of words in the context") {
      context, vectors in
      scaled(sum(context, vectors), by: Float(vectors[0].count))
    },
    .init("a word that stands in the context twice is counted once") { context, vectors in
      mean(distinct(context), vectors)
    },
    .init("a word that stands twice is added once, though the sum is divided by all") {
      context, vectors in
      scaled(sum(distinct(context), vectors), by: Float(context.count))
    },
    .init("a word that stands twice is added twice, but the sum is divided by different words") {
      context, vectors in
      scaled(sum(context, vectors), by: Float(Set(context).count))
    },
    .init("each vector replaces the one before it, and is not added") { context, vectors in
      scaled(columnOf(vectors, context.last ?? 0), by: Float(context.count))
    },
    .init("the running mean is halved with every word, so that the last one counts most") {
      context, vectors in
      context.dropFirst().reduce(columnOf(vectors, context[0])) { mean, word in
        zip(mean, columnOf(vectors, word)).map { ($0 + $1) / 2 }
      }
    },
    .init("rows of V are taken for columns") { context, vectors in
      let rows = context.filter { $0 < vectors.count }.map { vectors[$0] }
      let total = (0..<vectors[0].count).map { place in rows.reduce(0) { $0 + $1[place] } }
      return scaled(total, by: Float(context.count))
    },
    .init("the sum is divided by the words beyond the first, by one too few") { context, vectors in
      scaled(sum(context, vectors), by: Float(max(1, context.count - 1)))
    },
    .init("the first word of the context is left out of the sum") { context, vectors in
      scaled(sum(Array(context.dropFirst()), vectors), by: Float(context.count))
    },
    .init("the last word of the context is left out of the sum") { context, vectors in
      scaled(sum(context.dropLast(), vectors), by: Float(context.count))
    },
    .init("the last number of the vectors is left out, an off-by-one, and stays 0") {
      context, vectors in mean(context, vectors).dropLast() + [0]
    },
    .init("only the first word of the context is looked up") { context, vectors in
      columnOf(vectors, context[0])
    },
    .init("the mean of the whole vocabulary is taken") { _, vectors in
      mean(Array(vectors[0].indices), vectors)
    },
    .init("the numbers of the vectors are cut to whole ones") { context, vectors in
      mean(context, vectors.map { $0.map { $0.rounded(.towardZero) } })
    },
    .init("the mean is made a unit vector") { context, vectors in
      let mean = mean(context, vectors)
      let length = mean.reduce(0) { $0 + $1 * $1 }.squareRoot()
      return length > 0 ? scaled(mean, by: length) : mean
    },
    .init("the division stands in the loop, and what was added first is divided again and again") {
      context, vectors in
      context.reduce([Float](repeating: 0, count: vectors.count)) { sum, word in
        scaled(zip(sum, columnOf(vectors, word)).map { $0 + $1 }, by: Float(context.count))
      }
    },
    .init("1 / |C| is divided as whole numbers, which gives 0") { context, vectors in
      sum(context, vectors).map { $0 * Float(1 / context.count) }
    },
    .init("V is read in `values` as if each word had a run of n numbers there") {
      context, vectors in
      let values = Array(vectors.joined())
      let runs = vectors.indices.map { place in
        vectors[0].indices.map { values[$0 * vectors.count + place] }
      }
      return mean(context, runs)
    },
    .init("the sum is divided by an even width, one too many for an odd number of words") {
      context, vectors in
      scaled(sum(context, vectors), by: Float((context.count + 1) / 2 * 2))
    },
    .init("word 0 is taken for what fills up a context, and neither added nor counted") {
      context, vectors in
      let words = context.filter { $0 != 0 }
      return scaled(sum(words, vectors), by: Float(max(1, words.count)))
    },
    .init("the sum begins with the first word's vector, which is then added once more") {
      context, vectors in
      scaled(sum([context[0]] + context, vectors), by: Float(context.count))
    },
    .init("a word that repeats the one before it is passed over, though the sum is divided by all")
    {
      context, vectors in
      let words = context.indices.filter { $0 == 0 || context[$0] != context[$0 - 1] }
      return scaled(sum(words.map { context[$0] }, vectors), by: Float(context.count))
    },
    .init("the sum is divided twice") { context, vectors in
      scaled(mean(context, vectors), by: Float(context.count))
    },
    .init("the sum is divided by one word too many") { context, vectors in
      scaled(sum(context, vectors), by: Float(context.count + 1))
    },
  ],
  conventions: [
    .init("the context's vectors are summed and the sum is not divided") { sum($0, $1) }
  ],
  alternatives: [
    .init("V times the mean of the one-hot vectors") { context, vectors in
      let size = vectors[0].count
      let weights = (0..<size).map { word in
        Float(context.count { $0 == word }) / Float(context.count)
      }
      return multiply(vectors, weights)
    },
    .init("a mean that is moved with every word, in Double") { context, vectors in
      var mean = [Double](repeating: 0, count: vectors.count)
      for (index, word) in context.enumerated() {
        for place in mean.indices {
          mean[place] += (Double(vectors[place][word]) - mean[place]) / Double(index + 1)
        }
      }
      return mean.map(Float.init)
    },
    .init("each word's share is added, from the last word on") { context, vectors in
      var mean = [Float](repeating: 0, count: vectors.count)
      let share = 1 / Float(context.count)
      for word in context.reversed() {
        mean = zip(mean, columnOf(vectors, word)).map { $0 + share * $1 }
      }
      return mean
    },
    .init("the different words, each as often as it stands there, one dimension at a time") {
      context, vectors in
      let counts = Dictionary(context.map { ($0, 1) }, uniquingKeysWith: +).sorted {
        $0.key < $1.key
      }
      return vectors.map { row in
        counts.reduce(0) { $0 + row[$1.key] * Float($1.value) } / Float(context.count)
      }
    },
  ])

/// The sum of a context's columns.
private func sum(_ context: [Int], _ vectors: Rows) -> [Float] {
  vectors.map { row in context.reduce(0) { $0 + row[$1] } }
}

/// The mean of a context's columns.
private func mean(_ context: [Int], _ vectors: Rows) -> [Float] {
  scaled(sum(context, vectors), by: Float(context.count))
}

private func scaled(_ vector: [Float], by divisor: Float) -> [Float] { vector.map { $0 / divisor } }

/// The words of a context, each once.
func distinct(_ context: [Int]) -> [Int] {
  var seen: Set<Int> = []
  return context.filter { seen.insert($0).inserted }
}
