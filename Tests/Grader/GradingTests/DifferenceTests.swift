import Testing

@testable import Grading

/// What a learner is told about values that differ.
@Suite("Words for differences")
struct DifferenceTests {
  private func words(_ got: some Observable, _ expected: some Observable) -> String? {
    got.observation.difference(from: expected.observation, closeness: 1e-6)
  }

  @Test("equal values have no difference")
  func equal() {
    #expect(words([1.0, 2], [1.0, 2]) == nil)
    #expect(words(1.0 + 1e-9, 1.0) == nil)
  }

  @Test("nan equals nothing, infinity only itself")
  func specialNumbers() {
    #expect(words(Double.nan, Double.nan) != nil)
    #expect(words(Double.infinity, Double.infinity) == nil)
    #expect(words(5.0, Double.infinity) == "got 5, expected ∞")
    #expect(words([1, Double.nan], [1.0, 2])?.contains("1 of 2 are nan") == true)
  }

  @Test("the first line stands alone")
  func firstLine() {
    #expect(words(0.5, 0.25)?.split(separator: "\n").first == "got 0.5, expected 0.25")
    #expect(words([0, 1], [1, 0])?.split(separator: "\n").first == "got [0, 1], expected [1, 0]")
  }

  @Test("the first bad index is named with both values, the count and the largest error")
  func firstIndex() throws {
    let text = try #require(words([1.0, 2, 3.5, 7], [1.0, 2, 3, 4]))
    #expect(text.contains("at [2]: got 3.5, expected 3; 2 of 4 differ"))
    #expect(text.contains("largest error is 3"))
    #expect(words([1.0, 3.99999999], [1.0, 7])?.contains("largest error is 3.") == true)
    let nested = try #require(words([[1.0, 2], [3, 9]], [[1.0, 2], [3, 4]]))
    #expect(nested.contains("at [1][1]: got 9, expected 4"))
  }

  @Test("shapes come before values")
  func shapes() throws {
    #expect(words([1, 2, 3], [1, 2])?.contains("3 elements, it should be 2") == true)
    #expect(words([1, 2], [1, 2, 3])?.contains("the end is missing, from 3 on") == true)
    let text = try #require(words([[1, 4], [2, 5], [3, 6]], [[1, 2, 3], [4, 5, 6]]))
    #expect(text.contains("[3, 2], it should be [2, 3]"))
    #expect(text.contains("Rows and columns are exchanged"))
  }

  @Test("a matrix's wrong numbers are counted, and their row or column named")
  func matrices() throws {
    let expected = [[1.0, 2, 3], [4, 5, 6]]
    let column = try #require(words([[1.0, 0, 3], [4, 0, 6]], expected))
    #expect(
      column.contains(
        "at [0][1]: got 0, expected 2; 2 of 6 numbers differ, all of them in column 1."))
    let row = try #require(words([[1.0, 2, 3], [4, 0, 0]], expected))
    #expect(
      row.contains("at [1][1]: got 0, expected 5; 2 of 6 numbers differ, all of them in row 1."))
    let one = try #require(words([[1.0, 2, 3], [4, 5, 0]], expected))
    #expect(one.contains("at [1][2]: got 0, expected 6; 1 of 6 numbers differ."))
    let scaled = try #require(words([[2.0, 4, 6], [8, 10, 12]], expected))
    #expect(scaled.contains("6 of 6 numbers differ.") && scaled.contains("2 times"))
  }

  @Test(
    "a common slip is recognised",
    arguments: [
      ([4.0, 2, 7], "reversed"), ([2.0, 7, 4, 4].dropLast() + [], "another order"),
      ([-7.0, -2, -4], "sign"), ([14.0, 4, 8], "2 times"), ([8.0, 3, 5], "1 too large"),
      ([0.0, 0, 0], "Every number is 0"), ([0.0, 7, 2], "one place too late"),
      ([2.0, 4, 0], "one place too early"),
    ])
  func slips(_ got: [Double], _ expectation: String) throws {
    let text = try #require(words(got, [7.0, 2, 4]))
    #expect(text.contains(expectation), "\(text)")
  }

  @Test("numbers without a simple relation get no guess")
  func noGuess() throws {
    let text = try #require(words([7.0, 2, 5], [7.0, 2, 4]))
    #expect(text.split(separator: "\n").count == 3, "\(text)")
    #expect(words(3.0, 4.0) == "got 3, expected 4")
  }

  @Test("zeros are not called out of place")
  func zerosOutOfPlace() throws {
    let text = try #require(words([0, 0, 0, 0.5], [0.5, 0, 0, 0]))
    #expect(!text.contains("one place"), "\(text)")
  }

  @Test("a word with a space is not two words")
  func keys() {
    #expect([["the cat"]: 1].observation != [["the", "cat"]: 1].observation)
  }

  @Test("tables name missing, superfluous and wrong entries")
  func tables() throws {
    let text = try #require(words(["a": 1, "b": 2, "x": 9], ["a": 1, "b": 3, "c": 4]))
    #expect(text.contains("Missing: “c”."))
    #expect(text.contains("Should not be there: “x”."))
    #expect(text.contains("“b” is 2 instead of 3"))
  }

  @Test("texts say how far they agree")
  func texts() {
    #expect(words("abcX", "abcd")?.contains("first 3 characters agree") == true)
    #expect(words("abc", "abcd")?.contains("1 characters too early") == true)
    #expect(words(["the", "cat"], ["the", "dog"])?.contains("at [1]: got “cat”") == true)
  }

  @Test("ten thousand elements are shortened to a line")
  func long() throws {
    let text = try #require(
      words([Double](repeating: 0.1, count: 10_000), [Double](repeating: 0.3, count: 10_000)))
    #expect(text.count < 500, "\(text)")
    #expect(text.contains("10000 in all"))
  }

  @Test("a grader that expects nan is at fault, not the learner")
  func expectsNaN() {
    let exercise = Exercise<@Sendable () -> Double>(
      "9.1", section: "none", examine: { $1.check("zero()", $0(), is: Double.nan) },
      mistakes: [], alternatives: [])
    #expect(exercise.judging { 0 }.verdict { _ in }.kind == .graderFault)
  }
}
