import Chapter1
import Foundation
import Playing
import Text

extension SentencePlayer {
  private static let folder = ".course/play"
  private static let order = 3

  /// Writes the model of the text for other programs; its discounts are exercise 1.14's.
  func arpa() -> String {
    let vocabulary = Vocabulary(forModelOf: models.sentences)
    let trie = NGramTrie(
      sentences: models.sentences, vocabulary: vocabulary, order: Self.order)
    let model = Parts.discounts { KneserNeyTrie(trie: trie) }
    let file = "\(Self.folder)/model.arpa"
    do throws(TextError) {
      try? FileManager.default.createDirectory(
        atPath: Self.folder, withIntermediateDirectories: true)
      try TextFile.write(model.arpa(), to: file)
    } catch { return Paragraph.wrapped("\(error)") }
    return Paragraph.wrapped(
      "\(file) holds the Kneser–Ney model of this text, n = \(Self.order). KenLM scores sentences with "
        + "it, one a line, by `query \(file)`.")
  }
}
