import Experiments
import Foundation

// The measurements behind chapter 2: what a look-up saves, what a step costs, and what CBOW learns.

do throws(RunError) {
  let options = try RunOptions(arguments: Array(CommandLine.arguments.dropFirst()))
  if options.wantsHelp {
    print(RunOptions.usage)
    exit(0)
  }
  let experiment = Experiment(
    chapter: 2, folder: "Chapters/02-cbow", options: options, figures: chapterFigures)
  experiment.run { experiment in
    // What needs fewer exercises comes first, so that an unfinished chapter shows something too.
    let settings = RunSettings(options)
    let corpus = try TrainingCorpus(experiment: experiment, settings: settings)
    noteModel(settings, corpus, experiment)
    try measureStepTimes(settings, experiment)
    try measureLookUps(settings, experiment)
    try workOutExample(experiment)
    let training = try train(settings, corpus, experiment)
    let learned = LearnedWords(training, corpus)
    try measureSimilarity(learned, experiment)
    try writeNeighbours(learned, experiment)
    castShadow(experiment)
    try mapWords(learned, experiment)
    try slideWindow(learned, settings, experiment)
    try keepVectors(learned, experiment)
    training.forgetCheckpoint()
    if options.check == nil { print(summary(of: experiment.results)) }
  }
} catch {
  FileHandle.standardError.write(Data("\(error)\n".utf8))
  exit(1)
}
