// #given window
/// One question to the model: which word stands in the middle of these?
public struct Window: Sendable, Hashable {
  /// The id of the word in the middle, which is to be predicted.
  public let centre: Int
  /// The ids of the words around it, in the sentence's order.
  public let context: [Int]

  /// A centre with its context.
  public init(centre: Int, context: [Int]) {
    (self.centre, self.context) = (centre, context)
  }
}
// #end

// #exercise 2.1
/// The windows of a sentence: each word in turn as the centre, with the words beside it.
///
/// ```
/// context of position c  =  c − m, …, c − 1,  c + 1, …, c + m     where these positions exist
/// ```
///
/// At the sentence's ends the context is shorter. A word that stands twice beside the centre is
/// twice in the context, also where it is the centre's own word at another position.
///
/// - Parameters:
///   - sentence: word ids.
///   - halfWidth: m, the most words to take on either side, at least 1.
/// - Returns: a window for each position that has a context, in order: none for a sentence of one
///   word or of no words.
/// - Precondition: `halfWidth` is at least 1.
public func windows(of sentence: [Int], halfWidth: Int) -> [Window] {
  precondition(halfWidth >= 1, "the half width \(halfWidth) is less than 1")
  guard sentence.count > 1 else { return [] }
  return sentence.indices.map { centre in
    let before = sentence[max(0, centre - halfWidth)..<centre]
    let after = sentence[centre + 1..<min(sentence.count, centre + 1 + halfWidth)]
    return Window(centre: sentence[centre], context: Array(before + after))
  }
}
// #end
