import Foundation

/// Pairs of words that people have judged for likeness, such as WordSim-353.
public struct WordPairs: Sendable {
  /// Two words with the mean of the judgements.
  public struct Pair: Sendable, Equatable {
    /// The one word, in lower case.
    public let first: String
    /// The other word, in lower case.
    public let second: String
    /// What people said; greater is more alike.
    public let judgement: Double

    /// A judged pair.
    public init(_ first: String, _ second: String, judgement: Double) {
      (self.first, self.second, self.judgement) = (first, second, judgement)
    }
  }

  /// The pairs, in the file's order.
  public let pairs: [Pair]

  /// Pairs that are known already.
  public init(_ pairs: [Pair]) { self.pairs = pairs }

  /// Reads a file of lines `word⇥word⇥number`; lines that start with `#` are left out.
  ///
  /// - Throws: ``TextError`` where the file cannot be read, holds no pair, or has another line.
  public init(file: String) throws(TextError) {
    var pairs: [Pair] = []
    let text = try TextFile.text(of: file, maximumBytes: 1 << 24)
    // Lines end with LF, CRLF or CR, and nothing else: a word may hold what Unicode calls a line's end.
    let ends: Set<Character> = ["\n", "\r\n", "\r"]
    let lines = text.split(omittingEmptySubsequences: false) { ends.contains($0) }
    for (number, line) in zip(1..., lines) {
      if line.isEmpty || line.hasPrefix("#") { continue }
      let fields = line.split(separator: "\t")
      guard fields.count == 3, let judgement = Double(fields[2]), judgement.isFinite else {
        throw TextError(
          file: file, problem: .malformed(line: number, expected: "word⇥word⇥number"))
      }
      pairs.append(
        Pair(fields[0].lowercased(), fields[1].lowercased(), judgement: judgement))
    }
    guard !pairs.isEmpty else { throw TextError(file: file, problem: .empty) }
    self.pairs = pairs
  }
}
