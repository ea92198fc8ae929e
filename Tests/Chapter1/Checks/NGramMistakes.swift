import Grading

/// Windows that are not the ones asked for.
let nGramMistakes: [NamedImplementation<NGrams>] = [
  .init("the last window, the only one with the sentence end, is left out") {
    windows([start] + $0, $1)
  },
  .init("the windows that begin with the start marker are missing") { windows($0 + [end], $1) },
  .init("no markers are put round the sentence") { windows($0, $1) },
  .init("<s> alone is kept, though no model predicts it") { sentence, length in
    allWindows(padded(sentence), length)
  },
  .init("the sentence end alone is left out, as if no model predicted it") { sentence, length in
    windows(padded(sentence), length).filter { $0 != [end] }
  },
  .init("the windows do not overlap") { sentence, length in
    stride(from: 0, to: sentence.count + 3 - length, by: length)
      .map { Array(padded(sentence)[$0..<$0 + length]) }.filter { $0 != [start] }
  },
  .init("windows that stick out at the end are kept, cut short") { sentence, length in
    let tokens = padded(sentence)
    return tokens.indices.map { Array(tokens[$0...].prefix(length)) }.filter { $0 != [start] }
  },
  .init("windows that stick out at the start are kept, cut short") { sentence, length in
    let tokens = padded(sentence)
    return tokens.indices.dropFirst().map { tokens[...$0].suffix(length) }
  },
  .init("a sentence that is too short is returned whole") { sentence, length in
    let tokens = padded(sentence)
    return tokens.count < length ? [tokens] : windows(tokens, length)
  },
  .init("the length is compared with the sentence's, before the markers are put round it") {
    sentence, length in
    length > 1 && sentence.count < length ? [] : windows(padded(sentence), length)
  },
  .init("an empty sentence is taken to have no windows") { sentence, length in
    sentence.isEmpty ? [] : windows(padded(sentence), length)
  },
  .init("a window that occurs twice is listed once") { sentence, length in
    windows(padded(sentence), length).reduce(into: []) { kept, window in
      if !kept.contains(window) { kept.append(window) }
    }
  },
  .init("the windows are listed from the sentence's end") {
    windows(padded($0), $1).reversed()
  },
  .init("each window is read backwards") { sentence, length in
    windows(padded(sentence), length).map { $0.reversed() }
  },
  .init("windows of all smaller lengths are listed too") { sentence, length in
    (1...length).flatMap { windows(padded(sentence), $0) }
  },
  .init("the windows have one token too many") { sentence, length in
    windows(padded(sentence), length + 1)
  },
  .init("the windows have one token too few") { sentence, length in
    length == 1 ? [] : windows(padded(sentence), length - 1)
  },
]

/// The windows of tokens, without that of `<s>` alone.
func windows(_ tokens: [String], _ length: Int) -> [[String]] {
  allWindows(tokens, length).filter { $0 != [start] }
}

/// The windows of tokens.
func allWindows(_ tokens: [String], _ length: Int) -> [[String]] {
  guard tokens.count >= length else { return [] }
  return (0...tokens.count - length).map { Array(tokens[$0..<$0 + length]) }
}
