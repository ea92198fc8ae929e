import Grading

/// What exercise 1.13 asks for.
public typealias SampleSentence =
  @Sendable (
    _ model: @escaping WordProbability, _ vocabulary: [String], _ maximumLength: Int,
    _ draw: () -> Double
  ) -> [String]

/// The grader of exercise 1.13, a sentence drawn word by word.
public let sampleSentenceExercise = Exercise<SampleSentence>(
  "1.13", section: "sampling",
  examine: { sampleSentence, examination in
    examineChain(sampleSentence, &examination)
    examineLengths(sampleSentence, &examination)
    examineDraws(sampleSentence, &examination)
  },
  mistakes: [
    .init("<s> is missing from the history") { model, vocabulary, maximumLength, draw in
      walk({ model($0, Array($1.dropFirst())) }, vocabulary, maximumLength, draw)
    },
    .init("every word is drawn as if it were the first, since the history never grows") {
      model, vocabulary, maximumLength, draw in
      walk({ word, _ in model(word, [start]) }, vocabulary, maximumLength, draw)
    },
    .init("the model is shown only the last word, not all words so far") {
      model, vocabulary, maximumLength, draw in
      walk({ model($0, $1.suffix(1)) }, vocabulary, maximumLength, draw)
    },
    .init("the end marker is kept in the sentence") { model, vocabulary, maximumLength, draw in
      let sentence = walk(model, vocabulary, maximumLength, draw)
      return sentence.count < maximumLength ? sentence + [end] : sentence
    },
    .init("the start marker is kept in the sentence") { model, vocabulary, maximumLength, draw in
      [start] + walk(model, vocabulary, maximumLength, draw)
    },
    .init("the end marker does not end the sentence") { model, vocabulary, maximumLength, draw in
      (0..<maximumLength).reduce(into: [String]()) { sentence, _ in
        let weights = vocabulary.map { model($0, [start] + sentence) }
        if weights.contains(where: { $0 > 0 }) {
          sentence.append(vocabulary[right(draw(), weights)])
        }
      }.filter { $0 != end }
    },
    .init("the start marker is counted in the maximum length") {
      model, vocabulary, maximumLength, draw in
      walk(model, vocabulary, maximumLength - 1, draw)
    },
    .init("the sentence grows one word past the maximum length") {
      model, vocabulary, maximumLength, draw in
      walk(model, vocabulary, maximumLength + 1, draw)
    },
    .init("the most probable word is always taken, and nothing is drawn") {
      model, vocabulary, maximumLength, draw in
      walk(model, vocabulary, maximumLength, draw) { _, weights in
        weights.indices.max { weights[$0] < weights[$1] } ?? 0
      }
    },
    .init("one draw is used for the whole sentence") { model, vocabulary, maximumLength, draw in
      let only = draw()
      return walk(model, vocabulary, maximumLength) { only }
    },
  ],
  alternatives: [
    .init("one call of itself per word") { model, vocabulary, maximumLength, draw in
      func rest(_ history: [String]) -> [String] {
        guard history.count <= maximumLength else { return [] }
        let token = vocabulary[right(draw(), vocabulary.map { model($0, history) })]
        return token == end ? [] : [token] + rest(history + [token])
      }
      return rest([start])
    },
    .init("words that the model gives 0 left out before the draw") {
      model, vocabulary, maximumLength, draw in
      var sentence: [String] = []
      while sentence.count < maximumLength {
        let possible = vocabulary.map { ($0, model($0, [start] + sentence)) }.filter { $0.1 > 0 }
        let token = possible[right(draw(), possible.map(\.1))].0
        guard token != end else { break }
        sentence.append(token)
      }
      return sentence
    },
  ])

/// The words of the three sentences and the end, in the order that the draws are worked out for.
private let choices = words("the cat jumped sat dog over puddle </s>")

private func examineChain(_ sampleSentence: SampleSentence, _ examination: inout Examination) {
  examination.check(
    "a sentence from a model that knows only “the cat sat”",
    sampleSentence(onlySentence, choices, 10) { 0.5 }, is: ["the", "cat", "sat"])
  // the 1 | cat 3/5, dog 1/5, puddle 1/5 | jumped 1/3, sat 1/3, </s> 1/3, in the order of `choices`.
  func check(_ draws: [Double], is expected: String) {
    examination.check(
      "a sentence from the bigrams of the three sentences with the draws \(draws)",
      sampleSentence(bigramOfThree, choices, 10, next(of: draws)), is: words(expected))
  }
  check([0.5, 0.5, 0.5, 0.5], is: "the cat sat")
  check([0.5, 0.5, 0.9], is: "the cat")
  check([0.5, 0.7, 0.5, 0.5, 0.5, 0.9, 0.5], is: "the dog jumped over the puddle")
}

private func examineLengths(_ sampleSentence: SampleSentence, _ examination: inout Examination) {
  for maximum in [3, 1, 0] {
    examination.check(
      "a sentence of at most \(maximum) words from a model that only ever says “no”",
      sampleSentence({ word, _ in word == "no" ? 1 : 0 }, ["no", end], maximum) { 0.5 },
      is: Array(repeating: "no", count: maximum))
  }
  examination.check(
    "a sentence from a model that ends at once",
    sampleSentence({ word, _ in word == end ? 1 : 0 }, ["no", end], 10) { 0.5 }, is: [])
  examination.check(
    "a sentence of at most 3 words from a model that knows only “the cat sat”",
    sampleSentence(onlySentence, choices, 3) { 0.5 }, is: ["the", "cat", "sat"])
  examination.check(
    "a sentence from a model with the weights no 3, yes 3 and </s> 0, with the draws 0.2, 0.7, 0.2",
    sampleSentence(
      { word, _ in word == end ? 0 : 3 }, ["no", "yes", end], 3, next(of: [0.2, 0.7, 0.2])),
    is: ["no", "yes", "no"])
}

private func examineDraws(_ sampleSentence: SampleSentence, _ examination: inout Examination) {
  var count = 0
  _ = sampleSentence(onlySentence, choices, 10) {
    count += 1
    return 0.5
  }
  examination.check("the number of draws for “the cat sat”, its end included", count, is: 4)
}

/// A model that follows “the cat sat” word by word, and says “sat” after any other history.
private let onlySentence: WordProbability = { word, history in
  switch history.joined(separator: " ") {
  case "<s>": word == "the" ? 1 : 0
  case "<s> the": word == "cat" ? 1 : 0
  case "<s> the cat sat": word == end ? 1 : 0
  default: word == "sat" ? 1 : 0
  }
}

/// Gives the draws one after the other, and then the last of them again and again.
private func next(of draws: [Double]) -> () -> Double {
  var used = 0
  return {
    used += 1
    return draws[min(used, draws.count) - 1]
  }
}

/// Draws words until the end marker or the greatest length; the right answer if given right parts.
///
/// A history that the model gives nothing to ends the sentence, so that no mistake can fail to end.
private func walk(
  _ model: WordProbability, _ vocabulary: [String], _ maximumLength: Int, _ draw: () -> Double,
  choose: (Double, [Double]) -> Int = right
) -> [String] {
  var history = [start]
  while history.count <= maximumLength {
    let weights = vocabulary.map { model($0, history) }
    guard weights.contains(where: { $0 > 0 }) else { break }
    let token = vocabulary[choose(draw(), weights)]
    if token == end { break }
    history.append(token)
  }
  return Array(history.dropFirst())
}
