/// The corpus of the chapter's worked example: 15 words, 18 predicted tokens with the sentence ends.
let threeSentences = [
  words("the cat jumped over the puddle"),
  words("the cat sat"),
  words("the dog jumped over the cat"),
]

/// Every token that a model of the three sentences can predict, `<unk>` included.
let vocabularyOfThree = words("</s> <unk> cat dog jumped over puddle sat the")

let start = "<s>"
let end = "</s>"
let unknown = "<unk>"

/// The words of a text, cut at its spaces.
func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }

/// A sentence between its markers.
func padded(_ sentence: [String]) -> [String] { [start] + sentence + [end] }

/// A model's answer: the probability of a word after a history that starts with `<s>`.
public typealias WordProbability = @Sendable (_ word: String, _ history: [String]) -> Double

/// Keys joined into text, for tables that are shown to a learner; entries of 0 say nothing.
func shown(_ table: [[String]: Int], length: Int) -> [String: Int] {
  var result: [String: Int] = [:]
  for (key, count) in table where key.count == length && count != 0 {
    result[key.joined(separator: " ")] = count
  }
  return result
}
