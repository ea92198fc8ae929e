import Grading

/// Windows as they come out of the slips that learners make.
let windowsMistakes: [NamedImplementation<Windows>] = [
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
  .init("a window that sticks out goes on at the other end, though never to its own centre") {
    sentence, halfWidth in
    guard sentence.count > 1 else { return [] }
    let count = sentence.count
    return sentence.indices.map { centre in
      let places = (-halfWidth...halfWidth).map { ((centre + $0) % count + count) % count }
      return Gap(
        centre: sentence[centre],
        context: places.filter { $0 != centre }.map { sentence[$0] })
    }
  },
  .init("word 0 is taken for what fills up a sentence, and left out of contexts") {
    sentence, halfWidth in
    windows(sentence, halfWidth) { $0 != $1 && sentence[$0] != 0 }
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
  .init("the context is listed by the distance from the centre, the nearest first") {
    sentence, halfWidth in
    guard sentence.count > 1 else { return [] }
    return sentence.indices.map { centre in
      let places = (1...halfWidth).flatMap { [centre - $0, centre + $0] }
      return Gap(
        centre: sentence[centre],
        context: places.filter(sentence.indices.contains).map { sentence[$0] })
    }
  },
  .init("the centre's word is left out at its first place in the window, not at the centre's") {
    sentence, halfWidth in
    sentence.indices.map { centre in
      var window = sentence[..<centre].suffix(halfWidth) + sentence[centre...].prefix(halfWidth + 1)
      if let place = window.firstIndex(of: sentence[centre]) { window.remove(at: place) }
      return Gap(centre: sentence[centre], context: Array(window))
    }.filter { !$0.context.isEmpty }
  },
  .init("the centre's word is left out at its last place in the window, not at the centre's") {
    sentence, halfWidth in
    sentence.indices.map { centre in
      var window = sentence[..<centre].suffix(halfWidth) + sentence[centre...].prefix(halfWidth + 1)
      if let place = window.lastIndex(of: sentence[centre]) { window.remove(at: place) }
      return Gap(centre: sentence[centre], context: Array(window))
    }.filter { !$0.context.isEmpty }
  },
  .init("the centre's position is looked up by its word, which finds the first place only") {
    sentence, halfWidth in
    windows(sentence, sentence.count) { position, centre in
      let first = sentence.firstIndex(of: sentence[centre]) ?? centre
      return position != first && abs(position - first) <= halfWidth
    }
  },
  .init("windows with the same centre are joined to one") { sentence, halfWidth in
    windows(sentence, halfWidth) { $0 != $1 }.reduce(into: []) { gaps, gap in
      guard let place = gaps.firstIndex(where: { $0.centre == gap.centre }) else {
        gaps.append(gap)
        return
      }
      gaps[place] = Gap(centre: gap.centre, context: gaps[place].context + gap.context)
    }
  },
  .init("a word that stands in the sentence twice is the centre once") { sentence, halfWidth in
    var seen: Set<Int> = []
    return windows(sentence, halfWidth) { $0 != $1 }.filter { seen.insert($0.centre).inserted }
  },
  .init("windows that are equal are listed once") { sentence, halfWidth in
    windows(sentence, halfWidth) { $0 != $1 }.reduce(into: []) { gaps, gap in
      if !gaps.contains(gap) { gaps.append(gap) }
    }
  },
  .init("a sentence that is shorter than the whole window makes none") { sentence, halfWidth in
    sentence.count > 2 * halfWidth ? windows(sentence, halfWidth) { $0 != $1 } : []
  },
  .init("the sentence's last word is never the centre") { sentence, halfWidth in
    windows(sentence, halfWidth) { $0 != $1 }.dropLast()
  },
  .init("the sentence's first word is never the centre") { sentence, halfWidth in
    Array(windows(sentence, halfWidth) { $0 != $1 }.dropFirst())
  },
  .init("the window begins behind centre − halfWidth, one too late") { sentence, halfWidth in
    windows(sentence, halfWidth) { $0 != $1 && $0 > $1 - halfWidth }
  },
  .init("halfWidth counts the centre, and one word is missing on either side") {
    windows($0, $1 - 1) { $0 != $1 }
  },
  .init("one word too many is taken on either side") { windows($0, $1 + 1) { $0 != $1 } },
  .init("the whole sentence is the context, whatever halfWidth is") { sentence, _ in
    windows(sentence, sentence.count) { $0 != $1 }
  },
  .init("each word of the context makes a window of its own") { sentence, halfWidth in
    windows(sentence, halfWidth) { $0 != $1 }.flatMap { gap in
      gap.context.map { Gap(centre: gap.centre, context: [$0]) }
    }
  },
  .init("the context is sorted by the words' numbers") { sentence, halfWidth in
    windows(sentence, halfWidth) { $0 != $1 }.map {
      Gap(centre: $0.centre, context: $0.context.sorted())
    }
  },
  .init("the centre's position stands in the window in place of its word") { sentence, halfWidth in
    sentence.count < 2
      ? []
      : windows(sentence, halfWidth) { $0 != $1 }.enumerated().map {
        Gap(centre: $0.offset, context: $0.element.context)
      }
  },
]

/// Windows as others cut them.
let windowsConventions: [NamedImplementation<Windows>] = [
  .init("the ends of a sentence are filled up, so that every context has 2 · halfWidth words") {
    sentence, halfWidth in
    let filling = Array(repeating: 0, count: halfWidth)
    let filled = filling + sentence + filling
    return sentence.enumerated().map { position, centre in
      let before = filled[position..<position + halfWidth]
      let behind = filled[position + halfWidth + 1...position + 2 * halfWidth]
      return Gap(centre: centre, context: Array(before + behind))
    }
  }
]

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
