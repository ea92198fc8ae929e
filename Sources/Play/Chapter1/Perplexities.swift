import Chapter1
import Foundation
import Playing
import Text

extension SentencePlayer {
  private static let mostWordsJudged = 10_000

  /// The perplexity of a sentence, of a file or of what was typed, under every model.
  mutating func perplexities(of argument: String) -> String {
    let name: String
    var sentences: [[String]]
    if argument.isEmpty {
      guard !typed.isEmpty else {
        return "You have typed no sentence yet. Try: perplexity the old king slept in the garden"
      }
      (name, sentences) = ("what you have typed so far", typed)
    } else if Self.isFile(argument) {
      do throws(TextError) {
        sentences = try TextCorpus(tokenizing: argument, maximumBytes: 64 << 20).sentences
        name = argument
      } catch { return Paragraph.wrapped("\(error)") }
    } else {
      sentences = Tokenizer.sentences(in: argument)
      guard !sentences.isEmpty else {
        return "There is no word in this line. Try: perplexity the old king slept in the garden"
      }
      sentences.forEach { keep($0) }
      name = "this"
    }
    let all = sentences.reduce(0) { $0 + $1.count }
    var left = Self.mostWordsJudged
    sentences = sentences.map { Array($0.prefix(Self.mostWordsJudged)) }.prefix { words in
      left -= words.count
      return left >= 0
    }.map(\.self)
    let judged = sentences.reduce(0) { $0 + $1.count }
    let size = judged < all ? "the first \(Figure.count(judged)) words" : Figure.words(judged)
    let parts =
      sentences.count == 1 ? "a sentence" : "\(Figure.count(sentences.count)) sentences"
    return "The perplexity of \(name), \(size) in \(parts):\n\n"
      + table(sentences) + "\n\n" + remarks(sentences)
  }

  /// What is one word with a folder or an ending, or is there, is meant as a file.
  private static func isFile(_ argument: String) -> Bool {
    FileManager.default.fileExists(atPath: argument)
      || !argument.contains(" ") && argument.wholeMatch(of: /.*(\/.*|\w\.\w{1,5})/) != nil
  }

  private func table(_ sentences: [[String]]) -> String {
    var table = Columns(["", "bare counts", "add-k, k = \(CountedModels.k)", "Kneser–Ney"])
    for order in 1...CountedModels.longest {
      table.add([
        "n = \(order)", perplexity(sentences, models.nGram(order)),
        perplexity(sentences, models.addK(order)),
        perplexity(sentences, models.kneserNey(order)),
      ])
    }
    return table.text
  }

  /// The perplexity of all words that the counted text has: of others the models know nothing, and
  /// a model that gives each of them much would seem the best.
  private func perplexity(_ sentences: [[String]], _ model: some LanguageModel) -> String {
    let known = KnownWords(of: model, vocabulary: models.counts.vocabulary)
    let value = Part.all([Parts.chainRule, Parts.perplexity]) {
      Chapter1.perplexity(of: sentences, under: known)
    }
    let tokens = sentences.reduce(0) { $0 + $1.count + 1 }
    let strangers = sentences.joined().count { !models.counts.vocabulary.contains($0) }
    return Figure.decimal(pow(value, Double(tokens) / Double(tokens - strangers)))
  }

  /// What stands behind the numbers.
  private func remarks(_ sentences: [[String]]) -> String {
    let strangers = Set(sentences.joined()).subtracting(models.counts.vocabulary).sorted()
    let impossible = (1...2).map { order in
      sentences.count { words in
        Parts.chainRule { logProbability(of: words, under: models.nGram(order)) } == -.infinity
      }
    }
    var lines = [
      "Less is better. Impossible sentences, which make it ∞: "
        + "\(Figure.count(impossible[0])) of \(Figure.count(sentences.count)) by bare counts of words, "
        + "\(Figure.count(impossible[1])) by those of pairs."
    ]
    if !strangers.isEmpty {
      let shown = strangers.prefix(5).map { "“\(Paragraph.shown($0))”" }.joined(separator: ", ")
      lines.append(
        "Not in the counted text, and left out: \(shown)"
          + (strangers.count > 5 ? " and \(Figure.count(strangers.count - 5)) more words." : "."))
    }
    return lines.map { Paragraph.wrapped($0) }.joined(separator: "\n")
  }
}

/// A model that is asked for the words of a vocabulary only, and certain of all others.
private struct KnownWords<Model: LanguageModel>: LanguageModel {
  let model: Model
  let vocabulary: Set<String>

  init(of model: Model, vocabulary: Set<String>) {
    (self.model, self.vocabulary) = (model, vocabulary)
  }

  func probability(of token: String, after history: [String]) -> Double {
    vocabulary.contains(token) ? model.probability(of: token, after: history) : 1
  }
}
