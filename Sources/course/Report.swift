import Grading
import SiteBuilder

/// What `course check` prints for people.
struct Report {
  let catalogue: [BookExercise]
  let isWholeChapter: Bool

  func text(of verdicts: [Verdict]) -> String { verdicts.map(\.message).joined() }
}
