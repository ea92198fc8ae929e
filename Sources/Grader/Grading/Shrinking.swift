/// Makes the choices behind a failing input small, so that a learner sees no more than it takes.
///
/// As Hypothesis does it (MacIver and Donaldson, *Test-Case Reduction via Test-Case Generation*, 2020):
/// choices are left out or made smaller, and the input is made anew of what is left.
struct Shrinking {
  /// The simplest choices so far that fail.
  private var best: [Int]
  private var hasImproved = false
  /// The processor time at which the simplest so far will do.
  private let end: Double
  private let fails: ([Int]) -> [Int]?

  /// The simplest choices found that fail as well.
  ///
  /// - Parameters:
  ///   - choices: choices that fail.
  ///   - seconds: the processor time that it may take.
  ///   - fails: makes an input of choices; the choices that it took if it fails, else nil.
  static func simplest(
    _ choices: [Int], seconds: Double, fails: @escaping ([Int]) -> [Int]?
  ) -> [Int] {
    var shrinking = Shrinking(
      best: choices, end: ProcessorTime.seconds + seconds, fails: fails)
    repeat {
      shrinking.hasImproved = false
      shrinking.leaveOut()
      shrinking.makeSmaller()
      shrinking.makeEqualsSmaller()
    } while shrinking.hasImproved && !shrinking.isOver
    return shrinking.best
  }

  private init(best: [Int], end: Double, fails: @escaping ([Int]) -> [Int]?) {
    (self.best, self.end, self.fails) = (best, end, fails)
  }

  private var isOver: Bool { ProcessorTime.seconds >= end }

  /// Runs of choices, the longest first and from the end, where what depends on others stands.
  private mutating func leaveOut() {
    for length in [16, 8, 4, 3, 2, 1] {
      var first = best.count - length
      while first >= 0 {
        if first + length <= best.count {
          var candidate = best
          candidate.removeSubrange(first..<first + length)
          attempt(candidate)
        }
        first -= 1
      }
    }
  }

  private mutating func makeSmaller() {
    var place = 0
    while place < best.count {
      for smaller in [0, best[place] / 2, best[place] - 1]
      where place < best.count && smaller >= 0 && smaller < best[place] {
        var candidate = best
        candidate[place] = smaller
        attempt(candidate)
      }
      place += 1
    }
  }

  /// Two choices that have to be equal become smaller together.
  private mutating func makeEqualsSmaller() {
    for value in Set(best).sorted() where value > 0 && best.count(where: { $0 == value }) > 1 {
      for smaller in [1, value / 2, value - 1] where smaller < value {
        attempt(best.map { $0 == value ? smaller : $0 })
      }
    }
  }

  /// Keeps a candidate that is simpler and fails.
  private mutating func attempt(_ candidate: [Int]) {
    guard !isOver, Self.isSimpler(candidate, best), let taken = fails(candidate),
      Self.isSimpler(taken, best)
    else { return }
    best = taken
    hasImproved = true
  }

  private static func isSimpler(_ choices: [Int], _ others: [Int]) -> Bool {
    choices.count == others.count
      ? choices.lexicographicallyPrecedes(others) : choices.count < others.count
  }
}
