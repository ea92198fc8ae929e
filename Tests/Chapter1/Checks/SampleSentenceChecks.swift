import Grading
import Synchronization

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
    examineHistories(sampleSentence, &examination)
    examineDrawnSentences(sampleSentence, &examination)
    examineCalls(sampleSentence, &examination)
  },
  mistakes: sampleSentenceMistakes,
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
    .init("a count of the words that are left, and weights as a table") {
      model, vocabulary, maximumLength, draw in
      var history = [start]
      for _ in 0..<maximumLength {
        var table: [String: Double] = [:]
        for token in vocabulary { table[token] = model(token, history) }
        let token = vocabulary[right(draw(), vocabulary.map { table[$0] ?? 0 })]
        guard token != end else { return Array(history[1...]) }
        history += [token]
      }
      return Array(history[1...])
    },
  ],
  tooSlow: [
    .init("every weight is divided by a sum for which all words are asked again") {
      model, vocabulary, maximumLength, draw in
      var history = [start]
      while history.count <= maximumLength {
        let weights = vocabulary.map { token in
          model(token, history) / vocabulary.map { model($0, history) }.reduce(0, +)
        }
        let token = vocabulary[right(draw(), weights)]
        guard token != end else { break }
        history.append(token)
      }
      return Array(history.dropFirst())
    },
    .init("every running sum asks for all weights before it again") {
      model, vocabulary, maximumLength, draw in
      var history = [start]
      while history.count <= maximumLength {
        func sum(_ count: Int) -> Double {
          vocabulary.prefix(count).reduce(0) { $0 + model($1, history) }
        }
        let target = draw() * sum(vocabulary.count)
        let token = vocabulary[vocabulary.indices.first { target < sum($0 + 1) } ?? 0]
        guard token != end else { break }
        history.append(token)
      }
      return Array(history.dropFirst())
    },
    .init("with each word, the weights of all earlier ones are worked out again") {
      model, vocabulary, maximumLength, draw in
      var history = [start]
      while history.count <= maximumLength {
        let weights = history.indices.map { place in
          vocabulary.map { model($0, Array(history[...place])) }
        }
        let token = vocabulary[right(draw(), weights[history.count - 1])]
        guard token != end else { break }
        history.append(token)
      }
      return Array(history.dropFirst())
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
  func count(_ model: @escaping WordProbability, _ maximum: Int) -> Int {
    var count = 0
    _ = sampleSentence(model, choices, maximum) {
      count += 1
      return 0.5
    }
    return count
  }
  examination.check(
    "the number of draws for “the cat sat”, its end included", count(onlySentence, 10), is: 4)
  examination.check(
    "the number of draws for “the cat sat” where a sentence has at most 3 words",
    count(onlySentence, 3), is: 3)
  examination.check(
    "the number of draws where a sentence has at most 0 words", count(onlySentence, 0), is: 0)
}

/// A model asked by another order of the tokens, or of other tokens, answers something else.
private func examineHistories(
  _ sampleSentence: @escaping SampleSentence, _ examination: inout Examination
) {
  let asked = Mutex<[String]>([])
  _ = sampleSentence(
    { word, history in
      let text = history.joined(separator: " ")
      asked.withLock { if !$0.contains(text) { $0.append(text) } }
      return bigramOfThree(word, history)
    }, choices, 10, next(of: [0.5, 0.7, 0.5, 0.5, 0.5, 0.5, 0.9]))
  examination.check(
    "the histories that the model is asked about for “the dog jumped over the cat”, in turn",
    asked.withLock { $0 },
    is: [
      "<s>", "<s> the", "<s> the dog", "<s> the dog jumped", "<s> the dog jumped over",
      "<s> the dog jumped over the", "<s> the dog jumped over the cat",
    ])
}

private func examineCalls(_ sampleSentence: SampleSentence, _ examination: inout Examination) {
  func calls(vocabulary: [String], maximumLength: Int, draw: Double = 0) -> Int {
    let calls = Mutex(0)
    let model: WordProbability = { _, _ in
      calls.withLock { $0 += 1 }
      return 1
    }
    _ = sampleSentence(model, vocabulary, maximumLength) { draw }
    return calls.withLock { $0 }
  }
  examination.checkGrowth(
    of: "calls of the model for a sentence of n words", from: 4, to: 64
  ) { calls(vocabulary: ["no", end], maximumLength: $0) }
  examination.checkGrowth(
    of: "calls of the model for a word out of n", from: 4, to: 64
  ) { count in calls(vocabulary: (0..<count).map { "w\($0)" } + [end], maximumLength: 1) }
  examination.checkGrowth(
    of: "calls of the model for the last word out of n", from: 4, to: 64
  ) { count in
    calls(vocabulary: [end] + (0..<count).map { "w\($0)" }, maximumLength: 1, draw: 0.999)
  }
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
func next(of draws: [Double]) -> () -> Double {
  var used = 0
  return {
    used += 1
    return draws[min(used, draws.count) - 1]
  }
}
