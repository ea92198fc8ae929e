import Chapter1
import Foundation
import Text

// What the peers' comparisons call. TRAIN and TEXT hold one sentence per line, and no marker.
let usage = """
  usage: LanguageModelTool arpa TRAIN ORDER OUT      write the Kneser–Ney model as an ARPA file
         LanguageModelTool score TRAIN ORDER TEXT    print log10 P of each sentence
         LanguageModelTool tokens TRAIN ORDER TEXT   print ln P of each token: plain model, trie
         LanguageModelTool time TRAIN ORDER TEXT     print times, speeds and sizes as JSON

  """

/// A model that was estimated, and how long each part took, in seconds.
struct Estimated {
  let model: KneserNeyTrie
  let readSeconds: Double
  let vocabularySeconds: Double
  let countSeconds: Double
  let estimateSeconds: Double

  init(train: [[String]], order: Int, readSeconds: Double) {
    let (vocabulary, vocabularySeconds) = timed { Vocabulary(forModelOf: train) }
    let (trie, countSeconds) = timed {
      NGramTrie(sentences: train, vocabulary: vocabulary, order: order)
    }
    let (model, estimateSeconds) = timed { KneserNeyTrie(trie: trie) }
    self.model = model
    self.readSeconds = readSeconds
    self.vocabularySeconds = vocabularySeconds
    self.countSeconds = countSeconds
    self.estimateSeconds = estimateSeconds
  }

  /// The ids of sentences that the model has not seen.
  func ids(of sentences: [[String]]) throws -> [[Int32]] {
    guard let unknown = model.trie.vocabulary.id(of: Marker.unknown) else {
      throw ToolError(description: "the vocabulary lacks \(Marker.unknown)")
    }
    return sentences.map { model.trie.vocabulary.ids(of: $0, unknown: unknown) }
  }
}

/// What was wrong with the command.
struct ToolError: Error, CustomStringConvertible {
  let description: String
}

/// The sentences of a file. A marker among the words would be read as itself by one of our models and
/// as a word by another: so it is refused, as KenLM refuses it. KenLM also takes “<UNK>” for “<unk>”.
func sentences(of file: String) throws(TextError) -> [[String]] {
  try TextCorpus(linesOf: file, refusing: [Marker.unknown, Marker.start, Marker.end, "<UNK>"])
    .sentences
}

/// The result of `body`, and how many seconds it took.
func timed<Result>(_ body: () throws -> Result) rethrows -> (Result, Double) {
  let clock = ContinuousClock()
  let start = clock.now
  let result = try body()
  return (result, (clock.now - start) / .seconds(1))
}

/// Prints ln P of each token, once by the plain model and once by the trie.
///
/// The plain model takes two spellings of “é” for one, as Swift's strings do; so it gets names.
func printTokens(train: [[String]], order: Int, text: [[String]], trie: KneserNeyTrie) {
  func names(_ sentence: [String]) -> [String] {
    trie.trie.vocabulary.names(of: sentence, unknown: Marker.unknown)
  }
  let plain = KneserNeyModel(counts: NGramCounts(sentences: train.map(names), order: order))
  var lines = ""
  for sentence in text {
    var history = [Marker.start]
    var namedHistory = [Marker.start]
    for (token, name) in zip(sentence + [Marker.end], names(sentence) + [Marker.end]) {
      let exact = log(plain.probability(of: name, after: namedHistory))
      lines += "\(exact) \(log(trie.probability(of: token, after: history)))\n"
      history.append(token)
      namedHistory.append(name)
    }
  }
  print(lines, terminator: "")
}

do {
  let arguments = CommandLine.arguments
  guard arguments.count == 5, let order = Int(arguments[3]), (1...9).contains(order) else {
    throw ToolError(description: usage)
  }
  let (train, readSeconds) = try timed { try sentences(of: arguments[2]) }
  let estimated = Estimated(train: train, order: order, readSeconds: readSeconds)
  switch arguments[1] {
  case "arpa":
    try TextFile.write(estimated.model.arpa(), to: arguments[4])
  case "score":
    let table = BackoffTable(estimated.model)
    for sentence in try estimated.ids(of: sentences(of: arguments[4])) {
      print(table.logProbability(of: sentence) / log(10))
    }
  case "tokens":
    let text = try sentences(of: arguments[4])
    printTokens(train: train, order: order, text: text, trie: estimated.model)
  case "time":
    try printTimes(estimated, text: sentences(of: arguments[4]))
  default:
    throw ToolError(description: usage)
  }
} catch {
  FileHandle.standardError.write(Data("\(error)\n".utf8))
  exit(1)
}
