import Foundation
import Text

// #given arpa
extension KneserNeyTrie {
  /// The model in the ARPA format, which KenLM, SRILM and IRSTLM read.
  ///
  /// ```
  /// \data\
  /// ngram 1=5
  /// \1-grams:
  /// -0.9     cat    -0.3        log₁₀ p, the n-gram, log₁₀ γ
  /// \end\
  /// ```
  ///
  /// Logarithms are to the base 10, and impossible ones are −99, as for `<s>`, which is never
  /// predicted. The highest order has no γ.
  ///
  /// - Returns: the file's text, as UTF-8; n-grams stand in the order in which they were first seen.
  public func arpa() -> Data {
    var text = Data()
    text.append(contentsOf: "\\data\\\n".utf8)
    for length in 1...trie.order {
      text.append(contentsOf: "ngram \(length)=\(trie.levels[length - 1].entries.count)\n".utf8)
    }
    for length in 1...trie.order {
      text.append(contentsOf: "\n\\\(length)-grams:\n".utf8)
      for entry in trie.levels[length - 1].entries.indices {
        text.append(contentsOf: arpaLine(entry, length: length).utf8)
      }
    }
    text.append(contentsOf: "\n\\end\\\n".utf8)
    return text
  }
}
// #end

// #given arpa-line
extension KneserNeyTrie {
  private func arpaLine(_ entry: Int, length: Int) -> String {
    let words = trie.words(of: entry, length: length)
    let weight = weights[length - 1][entry]
    let isStart = length == 1 && words == [Marker.start]
    let probability = isStart ? -99 : Self.logarithm10(weight.logProbability)
    let line = "\(probability)\t\(words.joined(separator: " "))"
    guard length < trie.order else { return line + "\n" }
    return line + "\t\(Self.logarithm10(weight.logBackoff))\n"
  }

  private static func logarithm10(_ natural: Float) -> Float {
    max(natural / Float(log(10.0)), -99)
  }
}

extension NGramTrie {
  /// The words of an n-gram: its own last one, before it its prefix's, and so on.
  func words(of entry: Int, length: Int) -> [String] {
    var words: [String] = []
    var entry = entry
    for level in levels.prefix(length).reversed() {
      words.append(vocabulary[level.entries[entry].word])
      entry = Int(level.entries[entry].prefix)
    }
    return words.reversed()
  }
}
// #end
