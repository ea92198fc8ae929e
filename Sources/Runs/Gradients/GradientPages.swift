import Experiments

/// What the pages about gradients quote and draw.
enum GradientPages {
  /// The pages' folder, from the package's root.
  static let folder = "Chapters/gradients"
  /// What writes the files.
  static let command = "swift run GradientsRun"

  /// The numbers.
  static var results: Results {
    var results = Results()
    results.set("run.command", to: .text(command))
    WorkedExample().write(to: &results)
    SoftmaxExample().write(to: &results)
    BroadcastExample().write(to: &results)
    LayerNormExample().write(to: &results)
    return results
  }

  /// The figures, from the numbers.
  static let figures: FigureList = { results in
    [
      ("tape", WorkedExample().diagram(results.provenance)),
      ("broadcasting", BroadcastExample().diagram(results.provenance)),
      ("softmax-gradient", try SoftmaxExample.figure(results)),
      ("layer-norm-gradient", try LayerNormExample.figure(results)),
      ("memory", memory(results.provenance)),
    ]
  }

  /// The files, by path from the folder.
  static var files: [(path: String, text: String)] {
    get throws {
      let results = results
      return [
        ("results.json", results.json),
        ("figures/tape.data.js", DataScript.text("tape", WorkedExample().diagram("").data)),
      ] + (try results.files(of: figures))
    }
  }

  private static func memory(_ provenance: String) -> MemoryDiagram {
    MemoryDiagram(
      title: "What a tape of five lines keeps, and until when",
      description:
        "On the way down, each of five lines adds what its pullback will need: one block, "
        + "two, up to five. On the way back each line's block is given back once the line is "
        + "passed, and there is one gradient at a time: from six blocks at the turning point down to "
        + "two. \(provenance)",
      lineCount: 5)
  }
}
