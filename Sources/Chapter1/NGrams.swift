import Exercises

/// Every run of `length` neighbouring tokens in `<s> w₁ … w_T </s>`, from left to right.
///
/// ```
/// nGrams(of: ["the", "cat"], length: 2)    // [<s> the], [the cat], [cat </s>]
/// nGrams(of: ["the", "cat"], length: 1)    // [the], [cat], [</s>]
/// ```
///
/// The last token of an n-gram is the one that is predicted. `<s>` is never predicted, and so the
/// run that consists of `<s>` alone is left out.
///
/// - Parameters:
///   - sentence: the words w₁ … w_T, without markers.
///   - length: the number of tokens in a run, at least 1.
/// - Returns: T + 1 runs for length 1, T + 3 − `length` for a greater one; none where the sentence
///   with its two markers is shorter than `length`.
/// - Precondition: `length` is at least 1.
public func nGrams(of sentence: [String], length: Int) -> [[String]] {
  todo("1.6")
}
