import Foundation

/// Sentences of words, read from a text or a file.
public struct TextCorpus: Sendable {
  /// The sentences, in order; none is empty.
  public let sentences: [[String]]

  /// A corpus of sentences that are cut into words already; empty ones are left out.
  public init(sentences: [[String]]) {
    self.sentences = sentences.filter { !$0.isEmpty }
  }

  /// Reads a file of one sentence per line, words separated by spaces, as they stand.
  ///
  /// - Parameters:
  ///   - file: the path; the errors name it as given.
  ///   - maximumBytes: a larger file is refused before it is read.
  /// - Throws: ``TextError`` where the file is missing, unreadable, too large, not UTF-8 or holds no
  ///   words.
  public init(linesOf file: String, maximumBytes: Int = 1 << 30) throws(TextError) {
    var text = try TextFile.text(of: file, maximumBytes: maximumBytes)
    let sentences = text.withUTF8 { Self.sentences(ofLines: $0) }
    guard !sentences.isEmpty else { throw TextError(file: file, problem: .empty) }
    self.sentences = sentences
  }

  /// Reads a file of running text and cuts it with ``Tokenizer``.
  ///
  /// - Parameters:
  ///   - file: the path; the errors name it as given.
  ///   - minimumLength: sentences with fewer words are left out.
  ///   - maximumBytes: a larger file is refused before it is read.
  /// - Throws: ``TextError``, as for ``init(linesOf:maximumBytes:)``.
  public init(
    tokenizing file: String, minimumLength: Int = 1, maximumBytes: Int = 1 << 30
  ) throws(TextError) {
    let text = try TextFile.text(of: file, maximumBytes: maximumBytes)
    sentences = Tokenizer.sentences(in: text, minimumLength: minimumLength)
    guard !sentences.isEmpty else { throw TextError(file: file, problem: .empty) }
  }

  /// The number of words.
  public var wordCount: Int { sentences.reduce(0) { $0 + $1.count } }

  /// Deals the sentences out at random: some to train on, some to keep apart for judging.
  ///
  /// - Parameters:
  ///   - heldOutShare: the share of sentences to keep apart, in 0…1, rounded to the nearest number.
  ///   - seed: the same seed deals the same sentences.
  /// - Returns: two corpora that share no sentence of this one; each is in this one's order.
  /// - Precondition: `heldOutShare` is in 0…1.
  public func split(heldOutShare: Double, seed: UInt64) -> (train: TextCorpus, heldOut: TextCorpus)
  {
    precondition((0...1).contains(heldOutShare), "the share \(heldOutShare) is outside 0...1")
    var generator = SeededGenerator(seed: seed)
    let heldOutCount = Int((Double(sentences.count) * heldOutShare).rounded())
    let shuffled = sentences.indices.shuffled(using: &generator)
    let heldOut = shuffled.prefix(heldOutCount).sorted()
    let train = shuffled.dropFirst(heldOutCount).sorted()
    return (
      TextCorpus(sentences: train.map { sentences[$0] }),
      TextCorpus(sentences: heldOut.map { sentences[$0] })
    )
  }

  /// The words of each line that has any.
  private static func sentences(ofLines bytes: UnsafeBufferPointer<UInt8>) -> [[String]] {
    var sentences: [[String]] = []
    var sentence: [String] = []
    var wordStart = 0
    for position in 0...bytes.count {
      let byte = position < bytes.count ? bytes[position] : 0x0A
      let isLineEnd = byte == 0x0A || byte == 0x0D
      guard isLineEnd || byte == 0x20 || byte == 0x09 else { continue }
      if wordStart < position {
        let word = UnsafeBufferPointer(rebasing: bytes[wordStart..<position])
        sentence.append(String(decoding: word, as: UTF8.self))
      }
      wordStart = position + 1
      if isLineEnd, !sentence.isEmpty {
        sentences.append(sentence)
        sentence = []
      }
    }
    return sentences
  }
}
