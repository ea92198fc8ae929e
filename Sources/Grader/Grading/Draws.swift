import Text

/// Random choices, of which an input for a learner's function is made.
///
/// Every choice is a whole number from 0 up, and is kept. The same choices give the same input, and
/// fewer or smaller ones a simpler input: that is how ``Shrinking`` makes a failing input small
/// without knowing what it is. So a generator states the simplest case first: the lower end of a
/// range, the first element, the shortest list.
public struct Draws: Sendable {
  /// The choices made so far.
  private(set) var choices: [Int] = []

  /// What is to be chosen; where it ends, or was not given, see `generator`.
  private let given: [Int]
  /// Chooses where nothing is given; nil: the simplest, 0.
  private var generator: SeededGenerator?

  /// Choices by chance.
  ///
  /// - Parameter seed: the same seed gives the same choices.
  init(seed: UInt64) {
    given = []
    generator = SeededGenerator(seed: seed)
  }

  /// Choices as they were made before; what is too large for its place becomes the largest that
  /// fits, and 0 stands for what is missing.
  init(replaying choices: [Int]) { given = choices }

  /// A whole number of a range, each as likely; the lower end is the simplest.
  public mutating func integer(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + choose(below: range.count) { Int.random(in: 0..<range.count, using: &$0) }
  }

  /// Yes or no; no is the simplest.
  public mutating func truth() -> Bool { integer(0...1) == 1 }

  /// One of some values, the first being the simplest.
  public mutating func element<Value>(of values: [Value]) -> Value {
    values[integer(0...values.count - 1)]
  }

  /// A list, the shortest being the simplest.
  ///
  /// - Parameters:
  ///   - counts: how many elements it may have; each number is as likely.
  ///   - element: draws one of them.
  public mutating func list<Value>(
    _ counts: ClosedRange<Int>, of element: (inout Draws) -> Value
  ) -> [Value] {
    // “One more?” is a choice before each element, so that an element goes with its own choices.
    var wanted = counts.lowerBound
    if var chance = generator {
      wanted = Int.random(in: counts, using: &chance)
      generator = chance
    }
    var values: [Value] = []
    while values.count < counts.upperBound {
      if values.count >= counts.lowerBound {
        let isMore = values.count < wanted ? 1 : 0
        guard choose(below: 2, fresh: { _ in isMore }) == 1 else { break }
      }
      values.append(element(&self))
    }
    return values
  }

  /// Values in another order.
  public mutating func shuffled<Value>(_ values: [Value]) -> [Value] {
    var rest = values
    return values.indices.map { _ in rest.remove(at: integer(0...rest.count - 1)) }
  }

  /// A number above 0 with several digits behind the point, times a scale.
  ///
  /// Nine of ten are ugly: 0.001 to 3.5 in steps of 0.0037, so that nothing that rounds to two places,
  /// or to whole numbers, can be right by chance. The simplest are 1, 2 and 1/2.
  public mutating func positive<Number: BinaryFloatingPoint>(scale: Number = 1) -> Number {
    let plain: [Double] = [1, 2, 0.5, 3]
    let steps = 946
    let choice = choose(below: plain.count + steps) { chance in
      Int.random(in: 0..<10, using: &chance) == 0
        ? Int.random(in: 0..<plain.count, using: &chance)
        : plain.count + Int.random(in: 0..<steps, using: &chance)
    }
    let number =
      choice < plain.count ? plain[choice] : 0.001 + 0.0037 * Double(choice - plain.count)
    return Number(number) * scale
  }

  /// A number above or below 0, ugly like those of ``positive(scale:)``.
  public mutating func number<Number: BinaryFloatingPoint>(scale: Number = 1) -> Number {
    let isNegative = truth()
    let size = positive(scale: scale)
    return isNegative ? -size : size
  }

  /// Numbers of one scale.
  public mutating func numbers<Number: BinaryFloatingPoint>(
    _ count: Int, scale: Number = 1
  ) -> [Number] {
    (0..<count).map { _ in number(scale: scale) }
  }

  /// Rows of numbers of one scale.
  public mutating func matrix<Number: BinaryFloatingPoint>(
    _ rows: Int, _ columns: Int, scale: Number = 1
  ) -> [[Number]] {
    (0..<rows).map { _ in numbers(columns, scale: scale) }
  }

  private mutating func choose(below count: Int, fresh: (inout SeededGenerator) -> Int) -> Int {
    var choice = 0
    if choices.count < given.count {
      choice = min(max(given[choices.count], 0), count - 1)
    } else if var chance = generator {
      choice = fresh(&chance)
      generator = chance
    }
    choices.append(choice)
    return choice
  }
}
