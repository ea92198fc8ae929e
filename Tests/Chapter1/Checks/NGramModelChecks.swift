import Foundation
import Grading

/// What exercises 1.8 and 1.16 ask for: a model made from counts.
public typealias CountsToModel = @Sendable (_ corpus: CountedCorpus) -> WordProbability

/// The grader of exercise 1.8, maximum likelihood with a history cut short.
public let nGramModelExercise = Exercise<CountsToModel>(
  "1.8", section: "maximum-likelihood",
  examine: { model, examination in
    func check(
      _ order: Int, _ word: String, _ history: String, _ remark: String, is expected: Double
    ) {
      examination.check(
        "P(\(word) | \(history)) of order \(order) on the three sentences, \(remark)",
        model(CountedCorpus(threeSentences, order: order))(word, words(history)), is: expected)
    }
    check(2, "cat", "<s> the", "3/5", is: 0.6)
    check(2, "the", "<s>", "3/3", is: 1)
    check(3, "cat", "<s> the", "2/3", is: 2.0 / 3)
    check(3, "the", "<s>", "3/3, from pairs", is: 1)
    check(3, "sat", "<s> the cat", "1/3", is: 1.0 / 3)
    check(3, "cat", "<s> the dog jumped over the", "1/2", is: 0.5)
    check(2, "dog", "<s> the cat jumped over the", "1/5", is: 0.2)
    check(1, "the", "<s> the cat", "5/18", is: 5.0 / 18)
    check(4, "over", "<s> the cat jumped", "1/1", is: 1)
    check(4, "sat", "<s> the cat", "1/2", is: 0.5)
    check(5, "cat", "<s> the", "2/3, from 3-grams", is: 2.0 / 3)
    check(3, "dog", "<s> the cat jumped over the", "an n-gram never seen", is: 0)
    check(3, "sat", "<s> mouse cat", "after a history never seen", is: 0)
    check(2, "mouse", "<s> the", "a word never seen", is: 0)
    let rareReplaced = CountedCorpus([words("the <unk> sat")], order: 2)
    examination.check(
      "P(mouse | <s> the) of order 2 on “the <unk> sat”, a word never seen",
      model(rareReplaced)("mouse", words("<s> the")), is: 0)
    examination.check(
      "P(sat | <s> mouse) of order 2 on “the <unk> sat”, after a word never seen",
      model(rareReplaced)("sat", words("<s> mouse")), is: 0)
    for history in ["<s>", "<s> the", "<s> the dog jumped over the", "<s> the cat sat"] {
      examination.check(
        "the sum of P(• | \(history)) of order 3 over all words of the three sentences",
        vocabularyOfThree.reduce(0) {
          $0 + model(CountedCorpus(threeSentences, order: 3))($1, words(history))
        }, is: 1)
    }
    examination.check(
      "P(the | <s>) of order 2 on no sentences",
      model(CountedCorpus([], order: 2))("the", [start]), is: 0)
    examination.checkAgreementInTurn(
      samples: 40, tolerance: 1e-12,
      drawing: { draws in
        let order = draws.integer(1...5)
        // Of two words, long histories are shared as well.
        let vocabulary = draws.element(
          of: [Array(DrawnText.words.prefix(2)), DrawnText.words, ["no", unknown]])
        let sentences = draws.list(0...4) { $0.list(0...8) { $0.element(of: vocabulary) } }
        return CountedCorpus(sentences, order: order)
      },
      making: model,
      asking: { draws, corpus in
        let sentence = DrawnText.near(&draws, corpus.sentences)
        let place = draws.integer(0...sentence.count)
        let next = place < sentence.count ? sentence[place] : end
        let word = draws.truth() ? draws.element(of: DrawnText.askedWords) : next
        return (word: word, history: [start] + sentence.prefix(place))
      },
      claim: {
        "P(\($1.word) | \($1.history.joined(separator: " "))) of order \($0.order) on "
          + DrawnText.quoted($0.sentences)
      },
      computed: { $0($1.word, $1.history) },
      expected: { plainShare(of: $1.word, after: $1.history, $0) })
  },
  mistakes: nGramModelMistakes,
  alternatives: [
    .init("the history's count summed from the n-grams that go on from it") { corpus in
      { word, history in
        let context = corpus.cut(history)
        let sum = corpus.counts.reduce(0) { sum, entry in
          sum + (entry.key.dropLast().elementsEqual(context) ? entry.value : 0)
        }
        return fraction(corpus.count(context + [word]), sum)
      }
    },
    .init("tokens dropped from the history one by one") { corpus in
      { word, history in
        var context = history
        while context.count > corpus.order - 1 { context.removeFirst() }
        guard let total = corpus.contextCounts[context] else { return 0 }
        return Double(corpus.count(context + [word])) / Double(total)
      }
    },
    .init("followers of every history in a table of their own") { corpus in
      var followers: [[String]: [String: Int]] = [:]
      for (nGram, count) in corpus.counts {
        followers[nGram.dropLast(), default: [:]][nGram.last ?? ""] = count
      }
      let rows = followers
      return { word, history in
        guard let row = rows[corpus.cut(history)] else { return 0 }
        return Double(row[word, default: 0]) / Double(row.values.reduce(0, +))
      }
    },
    .init("the difference of two logarithms") { corpus in
      { word, history in
        let context = corpus.cut(history)
        let count = corpus.count(context + [word])
        return count == 0 ? 0 : exp(log(Double(count)) - log(Double(corpus.total(context))))
      }
    },
  ])

/// The oracle, without a table: every place of the text that has the history before it, looked at.
private func plainShare(
  of word: String, after history: [String], _ corpus: CountedCorpus
) -> Double {
  let context = Array(history.suffix(corpus.order - 1))
  var (all, hits) = (0, 0)
  for sentence in corpus.sentences {
    let tokens = [start] + sentence + [end]
    for place in 1..<tokens.count where tokens[..<place].suffix(context.count) == context[...] {
      all += 1
      if tokens[place] == word { hits += 1 }
    }
  }
  return all == 0 ? 0 : Double(hits) / Double(all)
}
