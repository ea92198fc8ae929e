import Experiments

/// What the pages about gradients quote and draw.
enum GradientPages {
  /// The pages' folder, from the package's root.
  static let folder = "Chapters/gradients"
  /// What writes the files.
  static let command = "swift run GradientsRun"

  /// The files, by path from the folder.
  static var files: [(path: String, text: String)] {
    var results = Results()
    results.set("run.command", to: .text(command))
    WorkedExample().write(to: &results)
    SoftmaxExample().write(to: &results)
    return [
      ("results.json", results.json),
      ("figures/tape.svg", WorkedExample().drawing(madeBy: command)),
    ]
  }
}
