import Text

/// A small text that the course makes by itself, where none was fetched: sentences of a few patterns
/// about animals, people, things and places.
///
/// It is made of the words of the two chapters' examples, so that there is something to ask about.
public enum SmallText {
  private static let animals = ["cat", "dog", "horse", "fox", "mouse", "bird", "lion", "lamb"]
  private static let people = [
    "king", "queen", "boy", "girl", "sailor", "teacher", "mother", "father",
  ]
  private static let places = ["puddle", "river", "fence", "stone", "bridge", "wall", "stream"]
  private static let leaps = ["jumped", "leapt", "sprang", "ran", "climbed"]
  private static let food = ["bread", "fish", "cheese", "apples", "milk", "soup"]
  private static let meals = ["breakfast", "lunch", "dinner", "supper"]
  private static let eats = ["ate", "bought", "cooked", "liked"]
  private static let rooms = ["house", "garden", "kitchen", "street", "town"]
  private static let kinds = ["old", "young", "little", "hungry", "happy", "tired"]
  private static let says = ["saw", "loved", "called", "followed", "found"]
  private static let times = ["morning", "evening", "summer", "winter"]
  private static let rests = ["slept", "sat", "waited", "lay"]

  /// Sentences of words, the same for the same seed.
  public static func sentences(_ count: Int, seed: UInt64) -> [[String]] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { _ in sentence(using: &generator) }
  }

  private static func sentence(using generator: inout SeededGenerator) -> [String] {
    func one(_ words: [String]) -> String {
      // Words earlier in a list are more frequent, as in any text.
      let draw = generator.nextUniform() * generator.nextUniform()
      return words[Int(draw * Double(words.count))]
    }
    func perhaps(_ words: [String]) -> [String] {
      generator.nextUniform() < 0.35 ? [one(words)] : []
    }
    let animal = ["the"] + perhaps(kinds) + [one(animals)]
    let person = ["the"] + perhaps(kinds) + [one(people)]
    switch Int(generator.nextUniform() * 8) {
    case 0, 1: return animal + [one(leaps), "over", "the", one(places)]
    case 2: return person + [one(eats), one(food), "for", one(meals)]
    case 3: return person + [one(says), "the"] + perhaps(kinds) + [one(animals)]
    case 4: return animal + [one(rests), "in", "the", one(rooms)]
    case 5: return ["in", "the", one(times)] + person + [one(eats), one(food)]
    case 6: return animal + [one(says), "the", one(people), "in", "the", one(rooms)]
    default: return person + ["and", "the", one(people), one(rests), "by", "the", one(places)]
    }
  }
}
