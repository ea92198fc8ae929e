import Coursework
import Grading
import SiteBuilder

/// What `course check` prints for people.
struct Report {
  let catalogue: [BookExercise]
  /// Whether all of a chapter was graded; a summary follows then.
  let isWholeChapter: Bool

  /// Every verdict, then what to do next.
  ///
  /// What is open stands together in one line: a learner at exercise 3 does not want to read thirteen
  /// times that the rest is still to come.
  func text(of verdicts: [Verdict]) -> String {
    // What is half done has something to say.
    let open = verdicts.filter { $0.kind == .notAttempted && $0.message.isEmpty }
    let shown =
      isWholeChapter
      ? verdicts.filter { $0.kind != .notAttempted || !$0.message.isEmpty } : verdicts
    var parts = shown.map { verdict in
      verdict.text(title: title(of: verdict.exercise), style: Terminal.hasColour ? .colour : .plain)
    }
    if isWholeChapter {
      if !open.isEmpty {
        parts.append(
          "\(Verdict.Kind.notAttempted.symbol) Open: "
            + ExerciseNumbers.text(open.map(\.exercise)))
      }
      parts.append("\n" + summary(of: verdicts))
    }
    parts.append(advice(on: verdicts))
    return parts.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// What a save has changed, for whom the verdicts of before are on the screen already.
  func text(of verdicts: [Verdict], after before: [Verdict]) -> String {
    let round = WatchRound(
      after: before, style: Terminal.hasColour ? .colour : .plain, title: title(of:))
    return round.text(of: verdicts) + (isWholeChapter ? "\n" + summary(of: verdicts) : "")
  }

  private func title(of exercise: String) -> String? {
    catalogue.first { $0.id == exercise }?.title
  }

  private func summary(of verdicts: [Verdict]) -> String {
    let passed = verdicts.filter { $0.kind == .passed }
    let points = Dictionary(catalogue.map { ($0.id, $0.points) }, uniquingKeysWith: { $1 })
    let earned = passed.reduce(0) { $0 + (points[$1.exercise] ?? 0) }
    let total = points.values.reduce(0, +)
    let counts = VerdictCounts(of: verdicts.map(\.kind))
    return "\(counts.text); \(earned) of \(total) points."
  }

  /// The first thing that is not done, and how to get help with it.
  private func advice(on verdicts: [Verdict]) -> String {
    let open = verdicts.first { ![.passed, .notAttempted].contains($0.kind) }
    guard let open = open ?? verdicts.first(where: { $0.kind != .passed }) else { return "" }
    let exercise = catalogue.first { $0.id == open.exercise }
    if open.kind == .notAttempted, let exercise {
      return "Next: \(exercise.id) · \(exercise.title), in \(exercise.sourceFile)."
    }
    let page = exercise.map { "the page is site/public/\($0.page)#\($0.anchor), " } ?? ""
    return "Stuck on \(open.exercise)? \(page)a hint is `swift run course hint \(open.exercise)`."
  }
}

extension BookExercise {
  /// The learner's file in which the exercise's first declaration stands.
  var sourceFile: String { places.first?.file ?? "Sources" }
}
