/// Cuts running text of any script into sentences, and sentences into lower-case words.
///
/// ```
/// words      letters+(joiner letters+)?     letters with their marks; a joiner is ' or ·
/// sentences  end at [.?!]+\s+, at the full stops of other scripts, and at every line's end
/// ```
///
/// On a text in letters a–z, words are `[a-z]+('[a-z]+)?`. Beyond them it follows Unicode's word
/// boundaries, so that “Bürger” and “мама” are words:
///
/// - Digits are no part of a word, nor is punctuation but the joiners; a curly apostrophe counts as ',
///   and beside · Hebrew's ״ joins.
/// - Scripts without spaces between words need a dictionary, which Unicode's rules do without: each
///   character of Han, Hiragana, Thai, Lao, Khmer, Burmese and their neighbours is a word. Katakana
///   stays together.
/// - What cannot be seen, such as a soft hyphen, is left out.
/// - Letters are not made one another: é is one scalar or two, as the text has it.
///
/// Source: Unicode Standard Annex 29, *Unicode Text Segmentation*, section 4.
public enum Tokenizer {
  /// The text's sentences, in order; sentences without words are left out.
  ///
  /// - Parameters:
  ///   - text: any text; line ends may be LF, CRLF or CR.
  ///   - minimumLength: sentences with fewer words are left out.
  /// - Complexity: one step per scalar.
  public static func sentences(in text: String, minimumLength: Int = 1) -> [[String]] {
    var text = text
    return text.withUTF8 { bytes in
      var scanner = TextScanner(minimumLength: max(minimumLength, 1))
      var position = 0
      while position < bytes.count { scanner.read(bytes, at: &position) }
      scanner.endSentence()
      return scanner.sentences
    }
  }

  /// The text's words, in order, whatever its sentences.
  ///
  /// - Complexity: one step per scalar.
  public static func words(in text: String) -> [String] {
    sentences(in: text).flatMap { $0 }
  }
}
