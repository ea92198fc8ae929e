import Experiments

/// The figures of the chapter.
let chapterFigures: FigureList = { results in
  try exampleFigures(of: Example(results)) + drawnFigures(of: results)
    + timingFigures(of: results) + trainingFigures(of: results)
}
