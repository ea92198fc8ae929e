import Grading

/// What exercise 1.6 asks for.
public typealias NGrams = @Sendable (_ sentence: [String], _ length: Int) -> [[String]]

/// The grader of exercise 1.6, the windows of a sentence.
public let nGramsExercise = Exercise<NGrams>(
  "1.6", section: "n-grams",
  examine: { nGrams, examination in
    func check(_ text: String, _ length: Int, is expected: [[String]]) {
      examination.check(
        "n-grams of length \(length) of \(DrawnText.quoted(words(text)))",
        nGrams(words(text), length), is: expected)
    }
    check("the cat", 2, is: [[start, "the"], ["the", "cat"], ["cat", end]])
    check(
      "the cat sat", 3, is: [[start, "the", "cat"], ["the", "cat", "sat"], ["cat", "sat", end]])
    check("the cat sat", 1, is: [["the"], ["cat"], ["sat"], [end]])
    check("no no no", 2, is: [[start, "no"], ["no", "no"], ["no", "no"], ["no", end]])
    check("the cat", 4, is: [[start, "the", "cat", end]])
    check("the cat", 5, is: [])
    check("", 1, is: [[end]])
    check("", 2, is: [[start, end]])
    check("", 3, is: [])
    check("no", 100, is: [])
    examination.checkAgreement(
      samples: 60,
      drawing: { (sentence: DrawnText.sentence(&$0, longest: 7), length: $0.integer(1...7)) },
      claim: { "n-grams of length \($0.length) of \(DrawnText.quoted($0.sentence))" },
      computed: { nGrams($0.sentence, $0.length) },
      expected: { plainNGrams($0.sentence, length: $0.length) })
  },
  mistakes: nGramMistakes,
  conventions: [
    .init("a sentence starts with n − 1 start markers, one for every token of history") {
      windows(Array(repeating: start, count: $1 - 1) + $0 + [end], $1)
    },
    .init("n − 1 markers stand at both of a sentence's ends, as in NLTK") { sentence, length in
      let count = length - 1
      let tokens =
        Array(repeating: start, count: count) + sentence + Array(repeating: end, count: count)
      return allWindows(tokens, length)
    },
  ],
  alternatives: [
    .init("a first token dropped again and again") { sentence, length in
      var rest = padded(sentence)[...]
      var result: [[String]] = []
      while rest.count >= length {
        result.append(Array(rest.prefix(length)))
        rest = rest.dropFirst()
      }
      return result.filter { $0 != [start] }
    },
    .init("the histories of each token, cut to length") { sentence, length in
      var past = [start]
      return (sentence + [end]).compactMap { token in
        past.append(token)
        return past.count >= length ? past.suffix(length) : nil
      }
    },
    .init("shorter windows, each with one more token, by recursion") { sentence, length in
      @Sendable func windows(_ length: Int) -> [[String]] {
        guard length > 1 else { return padded(sentence).map { [$0] } }
        return zip(windows(length - 1), padded(sentence).dropFirst(length - 1)).map { $0 + [$1] }
      }
      return windows(length).filter { $0 != [start] }
    },
    .init("columns of the sentence moved on, read across") { sentence, length in
      let tokens = padded(sentence)
      guard tokens.count >= length else { return [] }
      let columns = (0..<length).map { Array(tokens.dropFirst($0)) }
      let rows = columns[length - 1].indices.map { row in columns.map { $0[row] } }
      return length == 1 ? Array(rows.dropFirst()) : rows
    },
  ])

/// The oracle: for each token that is predicted, the run that ends with it, where it reaches back.
private func plainNGrams(_ sentence: [String], length: Int) -> [[String]] {
  var runs: [[String]] = []
  for last in 1...sentence.count + 1 where last + 1 >= length {
    var run: [String] = []
    for place in last + 1 - length...last {
      run.append(place == 0 ? start : place <= sentence.count ? sentence[place - 1] : end)
    }
    runs.append(run)
  }
  return runs
}
