import Grading

/// What exercise 1.6 asks for.
public typealias NGrams = @Sendable (_ sentence: [String], _ length: Int) -> [[String]]

/// The grader of exercise 1.6, the windows of a sentence.
public let nGramsExercise = Exercise<NGrams>(
  "1.6", section: "n-grams",
  examine: { nGrams, examination in
    func check(_ text: String, _ length: Int, is expected: [[String]]) {
      examination.check(
        "n-grams of length \(length) of “\(text)”", nGrams(words(text), length), is: expected)
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
  },
  mistakes: [
    .init("the last window, the only one with the sentence end, is left out") {
      windows([start] + $0, $1)
    },
    .init("the start marker is missing") { windows($0 + [end], $1) },
    .init("a sentence is padded with one start marker for every token of history") {
      windows(Array(repeating: start, count: $1 - 1) + $0 + [end], $1)
    },
    .init("<s> alone is kept, though no model predicts it") { sentence, length in
      allWindows(padded(sentence), length)
    },
    .init("the windows do not overlap") { sentence, length in
      stride(from: 0, to: sentence.count + 3 - length, by: length)
        .map { Array(padded(sentence)[$0..<$0 + length]) }.filter { $0 != [start] }
    },
    .init("windows that stick out at the end are kept, cut short") { sentence, length in
      let tokens = padded(sentence)
      return tokens.indices.map { Array(tokens[$0...].prefix(length)) }.filter { $0 != [start] }
    },
    .init("a window that occurs twice is listed once") { sentence, length in
      windows(padded(sentence), length).reduce(into: []) { kept, window in
        if !kept.contains(window) { kept.append(window) }
      }
    },
    .init("the windows are listed from the sentence's end") {
      windows(padded($0), $1).reversed()
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
  ])

/// The windows of tokens, without that of `<s>` alone.
private func windows(_ tokens: [String], _ length: Int) -> [[String]] {
  allWindows(tokens, length).filter { $0 != [start] }
}

private func allWindows(_ tokens: [String], _ length: Int) -> [[String]] {
  guard tokens.count >= length else { return [] }
  return (0...tokens.count - length).map { Array(tokens[$0..<$0 + length]) }
}
