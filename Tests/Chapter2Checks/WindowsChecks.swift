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
    check([7, 7, 7], 1, ", one word three times", is: gaps([[7, 7], [7, 7, 7], [7, 7]]))
    check([5], 2, ", a sentence of one word", is: [])
    check([], 2, ", an empty sentence", is: [])
  },
  mistakes: [
    .init("the centre is kept in its own context") { sentence, halfWidth in
      windows(sentence, halfWidth) { _, _ in true }
    },
    .init("the centre's word is left out wherever it stands, not only at the centre's position") {
      sentence, halfWidth in
      windows(sentence, halfWidth) { position, centre in sentence[position] != sentence[centre] }
    },
    .init("positions whose window sticks out of the sentence are passed over") {
      sentence, halfWidth in
      zip(sentence.indices, windows(sentence, halfWidth) { $0 != $1 }).filter { position, _ in
        position >= halfWidth && position + halfWidth < sentence.count
      }.map(\.1)
    },
    .init("the range of positions ends before centre + halfWidth, one too early") {
      sentence, halfWidth in
      windows(sentence, halfWidth) { $0 != $1 && $0 < $1 + halfWidth }
    },
    .init(
      "the range's upper end, min(count − 1, centre + halfWidth), is left out: ..< in place of ..."
    ) {
      sentence, halfWidth in
      windows(sentence, halfWidth, keepsEmpty: sentence.count > 1) { position, centre in
        position != centre && position < min(sentence.count - 1, centre + halfWidth)
      }
    },
    .init("the sentence's last word never gets into a context, an off-by-one at the end") {
      sentence, halfWidth in
      windows(sentence, halfWidth) { $0 != $1 && $0 < sentence.count - 1 }
    },
    .init("the sentence's first word never gets into a context, an off-by-one at the start") {
      windows($0, $1) { $0 != $1 && $0 > 0 }
    },
    .init("a window at the sentence's end is moved inwards to keep its width, not cut off") {
      sentence, halfWidth in
      let width = min(2 * halfWidth + 1, sentence.count)
      return windows(sentence, sentence.count) { position, centre in
        let first = min(max(0, centre - halfWidth), sentence.count - width)
        return position != centre && (first..<first + width).contains(position)
      }
    },
    .init("a window that sticks out goes on at the sentence's other end") { sentence, halfWidth in
      guard sentence.count > 1 else { return [] }
      return sentence.indices.map { centre in
        let offsets = (-halfWidth...halfWidth).filter { $0 != 0 }
        let count = sentence.count
        return Gap(
          centre: sentence[centre],
          context: offsets.map { sentence[((centre + $0) % count + count) % count] })
      }
    },
    .init("a position without any context makes a window with an empty one") {
      windows($0, $1, keepsEmpty: true) { $0 != $1 }
    },
    .init("only the words before the centre are taken") { windows($0, $1) { $0 < $1 } },
    .init("only the words behind the centre are taken") { windows($0, $1) { $0 > $1 } },
    .init("a word that stands in the window twice is taken once") { sentence, halfWidth in
      windows(sentence, halfWidth) { $0 != $1 }.map { gap in
        var seen: Set<Int> = []
        return Gap(centre: gap.centre, context: gap.context.filter { seen.insert($0).inserted })
      }
    },
    .init("positions stand in the windows in place of the words there") { sentence, halfWidth in
      windows(Array(sentence.indices), halfWidth) { $0 != $1 }
    },
    .init("halfWidth is taken for the width of both sides together") { sentence, halfWidth in
      windows(sentence, halfWidth / 2) { $0 != $1 }
    },
    .init("the context is listed from its end, not in the order of the sentence") {
      windows($0, $1) { $0 != $1 }.map { gap in
        Gap(centre: gap.centre, context: gap.context.reversed())
      }
    },
    .init("the words before the centre are listed backwards, the nearest first") {
      sentence, halfWidth in
      sentence.indices.map { centre in
        let before = Array(sentence[..<centre].suffix(halfWidth).reversed())
        let behind = sentence[(centre + 1)...].prefix(halfWidth)
        return Gap(centre: sentence[centre], context: before + behind)
      }.filter { !$0.context.isEmpty }
    },
  ],
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
  ])

/// The cat jumped over the puddle.
private let sentence = [0, 1, 2, 3, 0, 4]

/// Windows from lists of a centre and its context.
private func gaps(_ lists: [[Int]]) -> [Gap] {
  lists.map { Gap(centre: $0[0], context: Array($0.dropFirst())) }
}

/// Windows whose positions, beside the centre's, are chosen by a rule.
private func windows(
  _ sentence: [Int], _ halfWidth: Int, keepsEmpty: Bool = false,
  _ belongs: (_ position: Int, _ centre: Int) -> Bool
) -> [Gap] {
  sentence.indices.map { centre in
    let positions = sentence.indices.filter {
      abs($0 - centre) <= halfWidth && belongs($0, centre)
    }
    return Gap(centre: sentence[centre], context: positions.map { sentence[$0] })
  }.filter { keepsEmpty || !$0.context.isEmpty }
}
