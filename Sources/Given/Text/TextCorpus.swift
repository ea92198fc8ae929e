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
  /// What separates are the white characters of ASCII: a no-break space is part of a word.
  ///
  /// - Parameters:
  ///   - file: the path; the errors name it as given.
  ///   - markers: words that no text may hold, because they have a meaning of their own.
  ///   - maximumBytes: a larger file is refused before it is read.
  /// - Throws: ``TextError`` where the file is missing, unreadable, too large, not UTF-8, holds one of
  ///   the markers or no words.
  public init(
    linesOf file: String, refusing markers: [String] = [], maximumBytes: Int = 1 << 30
  ) throws(TextError) {
    var text = try TextFile.text(of: file, maximumBytes: maximumBytes)
    let (sentences, lines) = text.withUTF8 { Self.sentences(ofLines: $0) }
    guard !sentences.isEmpty else { throw TextError(file: file, problem: .empty) }
    if !markers.isEmpty {
      for (sentence, line) in zip(sentences, lines) {
        guard let marker = sentence.first(where: markers.contains) else { continue }
        throw TextError(file: file, problem: .reservedWord(marker, line: line))
      }
    }
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

  /// The words of each line that has any, and the line's number.
  private static func sentences(
    ofLines bytes: UnsafeBufferPointer<UInt8>
  ) -> (sentences: [[String]], lines: [Int]) {
    var (sentences, lines): ([[String]], [Int]) = ([], [])
    var sentence: [String] = []
    var wordStart = 0
    var line = 1
    for position in 0...bytes.count {
      let byte = position < bytes.count ? bytes[position] : 0x0A
      guard byte == 0x20 || (0x09...0x0D).contains(byte) else { continue }
      if wordStart < position {
        let word = UnsafeBufferPointer(rebasing: bytes[wordStart..<position])
        sentence.append(String(decoding: word, as: UTF8.self))
      }
      wordStart = position + 1
      guard byte == 0x0A || byte == 0x0D else { continue }
      if !sentence.isEmpty {
        sentences.append(sentence)
        lines.append(line)
        sentence = []
      }
      // CR and LF together end one line.
      if byte == 0x0A || position + 1 >= bytes.count || bytes[position + 1] != 0x0A { line += 1 }
    }
    return (sentences, lines)
  }
}
