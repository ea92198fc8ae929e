import Experiments

/// The figures of the chapter, in the order of its pages.
let chapterFigures: FigureList = { results in
  try exampleFigures(of: Example(results)) + drawnFigures(of: results)
    + trainingFigures(of: results)
}
