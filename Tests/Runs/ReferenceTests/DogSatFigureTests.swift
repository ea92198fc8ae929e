import Chapter1
import Experiments
import Foundation
import Testing

@Suite("The figure of dog sat")
struct DogSatFigureTests {
  private static let sentences = [
    "the cat jumped over the puddle", "the cat sat", "the dog jumped over the cat",
  ].map { $0.split(separator: " ").map(String.init) }

  private static let file = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Chapters/01-language-models/results.json").path

  @Test("the figure's numbers are the fractions of the page, and those of the model")
  func published() throws {
    let results = try Results(file: Self.file)
    let words = try results.texts("dogSat.words")
    let model = KneserNeyModel(counts: NGramCounts(sentences: Self.sentences, order: 2))
    #expect(Set(words) == model.counts.vocabulary)
    #expect(try results.numbers("dogSat.single.counts") == [2, 1, 3, 2, 1, 1, 1, 1, 0])
    #expect(abs(try results.number("dogSat.pair.gamma") - 0.5) < 1e-6)
    #expect(abs(try results.number("dogSat.single.gamma") - 73.0 / 108) < 1e-6)
    let discounts = try results.numbers("dogSat.single.discounts")
    for (one, other) in zip(discounts, [7.0 / 6, 5.0 / 9, 3, 7.0 / 6, 5.0 / 9]) {
      #expect(abs(one - other) < 1e-5)
    }
    let probabilities = try results.numbers("dogSat.probabilities")
    for (word, probability) in zip(words, probabilities) {
      #expect(abs(model.probability(of: word, after: ["dog"]) - probability) < 1e-6, "\(word)")
    }
    #expect(abs(probabilities.reduce(0, +) - 1) < 1e-5)
  }
}
