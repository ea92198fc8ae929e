import Grading

/// Wrong answers to exercise 1.13.
let sampleSentenceMistakes: [NamedImplementation<SampleSentence>] = [
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
  .init("one more token is drawn where the sentence has its greatest length already") {
    model, vocabulary, maximumLength, draw in
    Array(walk(model, vocabulary, maximumLength + 1, draw).prefix(maximumLength))
  },
  .init("a word is drawn even where the sentence may have none") {
    model, vocabulary, maximumLength, draw in
    walk(model, vocabulary, max(maximumLength, 1), draw)
  },
  .init("each vocabulary entry takes a draw of its own") {
    model, vocabulary, maximumLength, draw in
    walk(model, vocabulary, maximumLength, draw) { first, weights in
      let target = first * weights.reduce(0, +)
      var sum = 0.0
      return weights.firstIndex { weight in
        sum += weight
        _ = draw()
        return target < sum
      } ?? 0
    }
  },
  .init("the history holds each word once") { model, vocabulary, maximumLength, draw in
    walk(
      { word, history in
        var different: [String] = []
        for token in history where !different.contains(token) { different.append(token) }
        return model(word, different)
      }, vocabulary, maximumLength, draw)
  },
  .init("the history grows at its front") { model, vocabulary, maximumLength, draw in
    walk({ model($0, $1.prefix(1) + $1.dropFirst().reversed()) }, vocabulary, maximumLength, draw)
  },
  .init("every token is as likely as any other that the model gives more than 0") {
    model, vocabulary, maximumLength, draw in
    walk(model, vocabulary, maximumLength, draw) { place, weights in
      right(place, weights.map { $0 > 0 ? 1 : 0 })
    }
  },
  .init("the weights are taken to add up to 1") { model, vocabulary, maximumLength, draw in
    walk(model, vocabulary, maximumLength, draw) { place, weights in
      var sum = 0.0
      return weights.firstIndex { weight in
        sum += weight
        return place < sum
      } ?? weights.count - 1
    }
  },
  .init("words that were drawn are not drawn again") { model, vocabulary, maximumLength, draw in
    walk({ $1.contains($0) ? 0 : model($0, $1) }, vocabulary, maximumLength, draw)
  },
  .init("the end marker is taken out of the vocabulary, so that length alone ends a sentence") {
    model, vocabulary, maximumLength, draw in
    walk(model, vocabulary.filter { $0 != end }, maximumLength, draw)
  },
  .init("the vocabulary is sorted first, and the weights lie in another order") {
    model, vocabulary, maximumLength, draw in
    walk(model, vocabulary.sorted(), maximumLength, draw)
  },
  .init("<unk> is left out of the sentence like a marker") {
    model, vocabulary, maximumLength, draw in
    walk(model, vocabulary, maximumLength, draw).filter { $0 != unknown }
  },
  .init("a sentence's first token is drawn again until it is a word") {
    model, vocabulary, maximumLength, draw in
    var tries = 0
    return walk(model, vocabulary, maximumLength, draw) { first, weights in
      var chosen = right(first, weights)
      while tries < 1000, vocabulary[chosen] == end {
        tries += 1
        chosen = right(draw(), weights)
      }
      // Only the first token is drawn again.
      tries = 1000
      return chosen
    }
  },
  .init("a sentence without words is drawn again") { model, vocabulary, maximumLength, draw in
    let first = walk(model, vocabulary, maximumLength, draw)
    return first.isEmpty ? walk(model, vocabulary, maximumLength, draw) : first
  },
]

/// Draws words until the end marker or the greatest length; the right answer if given right parts.
///
/// A history that the model gives nothing to ends the sentence, so that no mistake can fail to end.
func walk(
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
