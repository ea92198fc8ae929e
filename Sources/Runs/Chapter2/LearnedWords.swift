import Chapter2
import Evaluation
import Experiments
import Foundation
import Text

/// What a training has come to: words with their vectors.
struct LearnedWords {
  let vocabulary: Vocabulary
  let model: CBOWModel
  /// The input vectors with their words.
  let vectors: WordVectors

  init(_ training: KeptTraining, _ corpus: TrainingCorpus) {
    vocabulary = corpus.vocabulary
    model = training.training.trainer.model
    vectors = WordVectors(
      words: vocabulary.words, size: model.embeddingSize,
      values: model.inputVectors.transposed().values)
  }
}

/// Compares the vectors with what people said about pairs of words.
func measureSimilarity(_ learned: LearnedWords, _ experiment: Experiment) throws {
  // The lists are fetched, not shipped; a quick run must give the same numbers without them.
  guard !experiment.options.isQuick else { return }
  for (name, file) in [("wordsim", FetchedFile.wordSim), ("simlex", .simLex)] {
    guard file.isHere else {
      FileHandle.standardError.write(Data("this list is left out: \(file.absence)\n".utf8))
      continue
    }
    let pairs = try WordPairs(file: file.path)
    let result = pairs.correlation(with: learned.vectors.similarity)
    experiment.results.set("similarity.\(name).rho", to: .number(result.spearman))
    experiment.results.set("similarity.\(name).covered", to: .integer(result.known))
    experiment.results.set("similarity.\(name).pairs", to: .integer(pairs.pairs.count))
  }
}

/// Lists the nearest neighbours of some words.
func writeNeighbours(_ learned: LearnedWords, _ experiment: Experiment) throws {
  let words = [
    "father", "seven", "january", "iron", "france", "red", "eye", "city", "tree", "river", "bread",
    "sword", "winter", "music", "cat",
  ]
  for word in words {
    guard let id = learned.vocabulary.id(of: word) else { continue }
    let neighbours = try experiment.step("looking for neighbours of \(word)") {
      nearestNeighbours(of: Int(id), in: learned.model.inputVectors, count: 5)
    }.value
    let key = "neighbours.\(word)"
    experiment.results.set(
      "\(key).words", to: .list(neighbours.map { .text(learned.vocabulary.words[$0.word]) }))
    experiment.results.set(
      "\(key).cosines", to: .list(neighbours.map { .number(Double($0.similarity)) }))
  }
}

/// Writes the vectors where gensim and the next chapters can read them.
func keepVectors(_ learned: LearnedWords, _ experiment: Experiment) throws {
  guard !experiment.options.isQuick else { return }
  let file = ".course/vectors/cbow.txt"
  do {
    try FileManager.default.createDirectory(
      atPath: ".course/vectors", withIntermediateDirectories: true)
  } catch {
    throw RunError(".course/vectors: error: this folder cannot be made: \(error)")
  }
  try learned.vectors.write(textFile: file)
  // With these a session fills gaps.
  try WordVectors(
    words: learned.vocabulary.words, size: learned.model.embeddingSize,
    values: learned.model.outputVectors.values
  ).write(textFile: ".course/vectors/cbow-output.txt")
  experiment.results.set("vectors.file", to: .text(file))
}
