import Grading

/// What exercise 2.1 asks for: one centre with its context for each position.
public typealias Windows = @Sendable (_ sentence: [Int], _ halfWidth: Int) -> [Gap]

/// The grader of exercise 2.1, the windows of a sentence.
public let windowsExercise = Exercise<Windows>(
  "2.1", section: "context",
  examine: { windows, examination in
    func check(_ sentence: [Int], _ halfWidth: Int, _ remark: String, is expected: [Gap]) {
      examination.check(
        "windows(of: \(sentence), halfWidth: \(halfWidth))\(remark)",
        windows(sentence, halfWidth), is: expected)
    }
    check([0, 1, 2], 2, ", as centre in context", is: gaps([[0, 1, 2], [1, 0, 2], [2, 0, 1]]))
    check([0, 1, 2], 1, "", is: gaps([[0, 1], [1, 0, 2], [2, 1]]))
    check(
      sentence, 2, ", the page's sentence",
      is: gaps([
        [0, 1, 2], [1, 0, 2, 3], [2, 0, 1, 3, 0], [3, 1, 2, 0, 4], [0, 2, 3, 4], [4, 3, 0],
      ]))
    check(
      sentence, 3, ", the page's sentence",
      is: gaps([
        [0, 1, 2, 3], [1, 0, 2, 3, 0], [2, 0, 1, 3, 0, 4], [3, 0, 1, 2, 0, 4], [0, 1, 2, 3, 4],
        [4, 2, 3, 0],
      ]))
    check(
      [6, 5, 8], 10, ", a window wider than the sentence",
      is: gaps([[6, 5, 8], [5, 6, 8], [8, 6, 5]])
    )
    check([5, 8], 1, ", a sentence of two words", is: gaps([[5, 8], [8, 5]]))
    check([6, 6], 3, ", one word twice", is: gaps([[6, 6], [6, 6]]))
    check([7, 7, 7], 1, ", one word three times", is: gaps([[7, 7], [7, 7, 7], [7, 7]]))
    check(
      [4, 9, 4, 7, 4], 2, ", the centre's word twice in a window, with others between",
      is: gaps([[4, 9, 4], [9, 4, 4, 7], [4, 4, 9, 7, 4], [7, 9, 4, 4], [4, 4, 7]]))
    check([5], 2, ", a sentence of one word", is: [])
    check([], 2, ", an empty sentence", is: [])
    examination.checkAgreement(
      samples: 60,
      drawing: { draws in
        let words = draws.integer(1...6)
        return (sentence: draws.sentence(0...9, words: words), halfWidth: draws.integer(1...11))
      },
      claim: { "windows(of: \($0.sentence), halfWidth: \($0.halfWidth))" },
      computed: { windows($0.sentence, $0.halfWidth) },
      expected: { windowsByDistance($0.sentence, $0.halfWidth) })
  },
  mistakes: windowsMistakes,
  conventions: windowsConventions,
  alternatives: [
    .init("the last words before and the first words behind") { sentence, halfWidth in
      sentence.indices.compactMap { centre in
        let context =
          sentence.prefix(centre).suffix(halfWidth)
          + sentence.dropFirst(centre + 1).prefix(halfWidth)
        return context.isEmpty ? nil : Gap(centre: sentence[centre], context: Array(context))
      }
    },
    .init("every pair of positions, kept where they are near") { sentence, halfWidth in
      var contexts = Array(repeating: [Int](), count: sentence.count)
      for word in sentence.indices {
        for centre in sentence.indices where word != centre && abs(word - centre) <= halfWidth {
          contexts[centre].append(sentence[word])
        }
      }
      return zip(sentence, contexts).map { Gap(centre: $0, context: $1) }
        .filter { !$0.context.isEmpty }
    },
    .init("a window that grows and moves along with the centre") { sentence, halfWidth in
      var window = Array(sentence.prefix(halfWidth))
      var gaps: [Gap] = []
      for (position, centre) in sentence.enumerated() {
        if position + halfWidth < sentence.count { window.append(sentence[position + halfWidth]) }
        if window.count > 2 * halfWidth + 1 || position > halfWidth && window.count > 1 {
          window.removeFirst()
        }
        var context = window
        context.remove(at: min(position, halfWidth))
        if !context.isEmpty { gaps.append(Gap(centre: centre, context: context)) }
      }
      return gaps
    },
  ])

/// The cat jumped over the puddle.
private let sentence = [0, 1, 2, 3, 0, 4]

/// Windows from lists of a centre and its context.
private func gaps(_ lists: [[Int]]) -> [Gap] {
  lists.map { Gap(centre: $0[0], context: Array($0.dropFirst())) }
}

/// The windows once more, by the distance from the centre.
private func windowsByDistance(_ sentence: [Int], _ halfWidth: Int) -> [Gap] {
  var gaps: [Gap] = []
  for centre in sentence.indices {
    var context: [Int] = []
    for distance in -halfWidth...halfWidth
    where distance != 0 && sentence.indices.contains(centre + distance) {
      context.append(sentence[centre + distance])
    }
    if !context.isEmpty { gaps.append(Gap(centre: sentence[centre], context: context)) }
  }
  return gaps
}
