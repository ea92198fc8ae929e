import Weaving

/// The program for which a learner's chapter is built, and where.
struct BuildGoal {
  /// What stands behind the chapter's name, such as `Grade`.
  let product: String
  let use: OverlayUse
  /// The build folder, below `.build`.
  let folder: String
  let configuration: String
  /// Exercises for which the reference stands in, whatever the learner has written.
  var lent: [String] = []

  /// The program that grades.
  static let grade = BuildGoal(
    product: "Grade", use: .check, folder: "check", configuration: "debug")

  /// The session, with the reference in the place of some exercises.
  static func play(lending exercises: [String]) -> BuildGoal {
    BuildGoal(
      product: "Play", use: .play, folder: "play", configuration: "release", lent: exercises)
  }

  /// The same for a chapter that is imported: what grades it shows whether it can be built.
  var forImported: BuildGoal {
    BuildGoal(
      product: "Grade", use: use, folder: folder, configuration: configuration, lent: lent)
  }

  /// What is built of a chapter.
  ///
  /// Nobody can play with a stub: a session has the reference in the place of what does not compile.
  func standIns(_ standIns: StandIns) -> StandIns {
    use == .play ? standIns.lending(lent + standIns.errors.keys) : standIns
  }
}
