import Chapter2
import Experiments
import Text

/// The median of the seconds that `body` takes, called as often as `repetitions` says.
private func medianSeconds(_ repetitions: Int, _ body: () -> Void) -> Double {
  let clock = ContinuousClock()
  let seconds = (0..<repetitions).map { _ in
    let start = clock.now
    body()
    return start.duration(to: clock.now) / .seconds(1)
  }
  return seconds.sorted()[repetitions / 2]
}

/// Windows of random words; what they cost does not depend on which words they are.
private func randomWindows(_ count: Int, vocabularySize: Int, seed: UInt64) -> [Window] {
  var generator = SeededGenerator(seed: seed)
  func word() -> Int { Int.random(in: 0..<vocabularySize, using: &generator) }
  return (0..<count).map { _ in Window(centre: word(), context: (0..<8).map { _ in word() }) }
}

/// Measures what a step costs for one window as the vocabulary grows: everything grows with it.
func measureStepTimes(_ settings: RunSettings, _ experiment: Experiment) throws {
  let batchSize = settings.plan.batchSize
  for size in settings.timedSizes {
    var generator = SeededGenerator(seed: 1)
    let model = CBOWModel(
      vocabularySize: size, embeddingSize: settings.embeddingSize, using: &generator)
    for windows in [1, batchSize] {
      let trainer = CBOWTrainer(
        model, batchSize: windows, threadCount: windows == 1 ? 1 : settings.threadCount)
      let batch = WindowBatch(randomWindows(windows, vocabularySize: size, seed: 2))
      // A measurement lasts several milliseconds at least, whatever the size.
      let steps = max(1, 400_000 / (size * windows))
      let seconds = try experiment.step("timing steps, |V| = \(size), batches of \(windows)") {
        medianSeconds(settings.repetitions) {
          for _ in 0..<steps { trainer.step(on: batch, learningRate: 1e-3) }
        }
      }.value
      let each = seconds / Double(steps * windows) * 1e6
      let name = windows == 1 ? "one" : "batch"
      experiment.results.set("timing.step.\(name).\(size)", to: .number(each))
    }
  }
}

/// Measures a vector's way out of V: as a product with a one-hot vector, and as a look-up.
func measureLookUps(_ settings: RunSettings, _ experiment: Experiment) throws {
  for size in settings.timedSizes {
    var generator = SeededGenerator(seed: 1)
    let table = CBOWModel(
      vocabularySize: size, embeddingSize: settings.embeddingSize, using: &generator
    ).inputVectors
    let words = (0..<4).map { _ in Int.random(in: 0..<size, using: &generator) }
    let vectors = oneHotVectors(of: words, vocabularySize: size)
    var sum: Float = 0
    let times = try experiment.step("timing look-ups, |V| = \(size)") {
      let productSeconds = medianSeconds(settings.repetitions) {
        for vector in vectors { sum += product(table, vector)[0] }
      }
      let lookUpSeconds = medianSeconds(settings.repetitions) {
        for _ in 0..<250 { for word in words { sum += column(word, of: table)[0] } }
      }
      return [productSeconds / 4, lookUpSeconds / 1000]
    }.value
    // The sum is looked at, so that no compiler leaves the work out.
    precondition(sum.isFinite, "a vector of the table is not finite")
    for (name, seconds) in zip(["product", "column"], times) {
      experiment.results.set("timing.lookUp.\(name).\(size)", to: .number(seconds * 1e6))
    }
  }
}
