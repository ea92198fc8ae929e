import Foundation

/// An exercise as its chapter states it.
struct ExerciseText: Sendable {
  let id: String
  let title: String
  let points: Int
  let line: Int
  let anchor: String
  var statement: [Markup] = []
  var hints: [[Markup]] = []
}

/// Gathers everything from `### Exercise 1.4 · Title · 2 points` to the last hint, or to the next
/// heading of the same or a higher level; quotes that start with `**Hint.**` become hints.
enum ExerciseFold {
  /// - Parameter before: how many exercises the chapter has on earlier pages; nil if nobody knows.
  static func apply(
    to document: inout Markup, chapter: Int?, after before: Int?, faults: inout Faults
  ) -> [ExerciseText] {
    var exercises: [ExerciseText] = []
    var blocks: [Markup] = []
    var isInside = false
    for block in document.children {
      if case .heading(let level, let id) = block.kind {
        if level <= 3 { isInside = false }
        if block.plainText.firstMatch(of: /^Exercise\b\s*\d/) != nil {
          if let exercise = parse(block, level, id ?? "", chapter, &faults) {
            isInside = true
            exercises.append(exercise)
            blocks.append(
              Markup(.exercise(exercises.count - 1), lines: block.lines, [block]))
            continue
          }
        }
      }
      // Behind the hints the chapter goes on.
      if isInside, exercises.last?.hints.isEmpty == false, hintTitle(of: block) == nil {
        isInside = false
      }
      guard isInside else {
        if hintTitle(of: block) != nil { faults.report(block.line, "this hint is in no exercise") }
        blocks.append(block)
        continue
      }
      add(block, to: &exercises[exercises.count - 1], &blocks[blocks.count - 1])
    }
    document.children = blocks
    check(exercises, chapter, after: before, &faults)
    return exercises
  }

  private static func add(
    _ block: Markup, to exercise: inout ExerciseText, _ node: inout Markup
  ) {
    guard let title = hintTitle(of: block) else {
      exercise.statement.append(block)
      node.children.append(block)
      return
    }
    var hint = block
    hint.kind = .hint(title)
    hint.children[0].children.removeFirst()
    if case .text(let text) = hint.children[0].children.first?.kind {
      hint.children[0].children[0].kind = .text(String(text.drop { $0.isWhitespace }))
    }
    exercise.hints.append(hint.children)
    node.children.append(hint)
  }

  /// `Hint` or `Hint 2`, where the block is a quote that starts so.
  private static func hintTitle(of block: Markup) -> String? {
    guard case .blockQuote = block.kind, case .paragraph = block.children.first?.kind,
      let opening = block.children[0].children.first, case .strong = opening.kind,
      opening.plainText.wholeMatch(of: /Hint( \d+)?\./) != nil
    else { return nil }
    return String(opening.plainText.dropLast())
  }

  private static func parse(
    _ heading: Markup, _ level: Int, _ anchor: String, _ chapter: Int?, _ faults: inout Faults
  ) -> ExerciseText? {
    let text = heading.plainText
    guard let match = text.wholeMatch(of: /Exercise (\d+\.\d+) · (.+) · (\d+) points?/) else {
      faults.report(
        heading.line,
        "“\(text)” is no exercise's heading; write "
          + "“### Exercise \(chapter ?? 1).4 · Title · 2 points”, with middle dots")
      return nil
    }
    if level != 3 { faults.report(heading.line, "an exercise's heading has three #, not \(level)") }
    if let chapter, !match.1.hasPrefix("\(chapter).") {
      faults.report(heading.line, "exercise \(match.1) stands in chapter \(chapter)")
    }
    if chapter == nil { faults.report(heading.line, "exercises stand in a chapter's pages") }
    return ExerciseText(
      id: String(match.1), title: String(match.2), points: Int(match.3) ?? 0, line: heading.line,
      anchor: anchor)
  }

  private static func check(
    _ exercises: [ExerciseText], _ chapter: Int?, after before: Int?, _ faults: inout Faults
  ) {
    let first = exercises.first.flatMap { $0.id.split(separator: ".").last }.flatMap { Int($0) }
    let before = before ?? (first ?? 1) - 1
    for (index, exercise) in exercises.enumerated() {
      let number = before + index + 1
      if let chapter, exercise.id.hasPrefix("\(chapter)."), exercise.id != "\(chapter).\(number)" {
        faults.report(
          exercise.line,
          "exercise \(exercise.id) is out of order; here \(chapter).\(number) is expected")
      }
      if exercise.hints.count < 2 {
        faults.report(
          exercise.line,
          "exercise \(exercise.id) has \(exercise.hints.count) hints; write two "
            + "or more quotes that start with **Hint 1.**")
      }
      if exercise.statement.isEmpty {
        faults.report(exercise.line, "exercise \(exercise.id) has no statement")
      }
      if exercise.points == 0 {
        faults.report(exercise.line, "exercise \(exercise.id) gives no points")
      }
    }
  }
}
