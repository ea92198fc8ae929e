import Experiments
import Foundation

// The measurements behind chapter 1: what n-grams cost, what they miss, and what smoothing mends.

do throws(RunError) {
  let options = try RunOptions(arguments: Array(CommandLine.arguments.dropFirst()))
  if options.wantsHelp {
    print(RunOptions.usage)
    exit(0)
  }
  let experiment = Experiment(
    chapter: 1, folder: "Chapters/01-language-models", options: options,
    figures: Chapter1Figures.all)
  experiment.run { experiment in
    // What needs no exercise comes first, so that an unfinished chapter shows something too.
    let corpus = try ExperimentCorpus(experiment: experiment)
    let counted = try measureSizes(corpus, experiment)
    try measureGrowth(corpus, experiment)
    try measureUnseen(corpus, counted, experiment)
    try writeSamples(corpus, counted, experiment)
    let models = try measurePerplexity(corpus, experiment)
    DogSat().write(to: &experiment.results)
    try TrieExample.write(to: &experiment.results)
    try scoreSentences(corpus, models, experiment)
    try drawSentence(corpus, models, experiment)
    try measureTwins(corpus, experiment)
    try measureLargeCorpus(experiment)
    if options.check == nil { print(summary(of: experiment.results)) }
  }
} catch {
  FileHandle.standardError.write(Data("\(error)\n".utf8))
  exit(1)
}
