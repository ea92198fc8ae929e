import Chapter2
import Foundation
import Text

// What the peers' comparison of Chapter 2 calls. TEXT holds one sentence per line.
let usage = """
  usage: CBOWTool TEXT |V| n m BATCH RATE STEPS OUT

  Trains STEPS steps and writes into the folder OUT what another program needs to do the same:
    input.f32, output.f32    the first weights, one row per word, [|V|, n]
    batches.i32              for each step BATCH times a centre and 2m words of context, −1 for none
    losses.f32               our loss of each step, summed over the batch
  Then, for each line `THREADS` on its input, it trains the same steps once more and prints how many
  seconds they took.

  """

/// What was wrong with the command.
struct ToolError: Error, CustomStringConvertible {
  let description: String
}

/// The settings of the command line.
struct Settings {
  let text: String
  let vocabularySize: Int
  let embeddingSize: Int
  let halfWidth: Int
  let batchSize: Int
  let rate: Float
  let steps: Int
  let folder: String

  /// - Throws: ``ToolError`` where something is missing, or a number is none that training can use.
  init(_ arguments: [String]) throws {
    guard arguments.count == 9 else { throw ToolError(description: usage) }
    func wholeNumber(_ place: Int, _ name: String, atMost limit: Int) throws -> Int {
      guard let number = Int(arguments[place]), (1...limit).contains(number) else {
        throw ToolError(
          description: "error: \(name) is a whole number in 1...\(limit), not “\(arguments[place])”"
        )
      }
      return number
    }
    text = arguments[1]
    vocabularySize = try wholeNumber(2, "|V|", atMost: 10_000_000)
    embeddingSize = try wholeNumber(3, "n", atMost: 10_000)
    halfWidth = try wholeNumber(4, "m", atMost: 1000)
    batchSize = try wholeNumber(5, "BATCH", atMost: 1_000_000)
    guard let rate = Float(arguments[6]), rate > 0, rate.isFinite else {
      throw ToolError(description: "error: RATE is a number above 0, not “\(arguments[6])”")
    }
    self.rate = rate
    steps = try wholeNumber(7, "STEPS", atMost: 1_000_000)
    guard !arguments[8].isEmpty else {
      throw ToolError(description: "error: OUT is a folder, and has no name here")
    }
    folder = arguments[8]
  }
}

/// The text, the first weights and the order of the windows: what every training here shares.
struct Material {
  let settings: Settings
  let text: EncodedText
  let model: CBOWModel
  let order: [Int32]

  init(_ settings: Settings) throws {
    self.settings = settings
    let sentences = try TextCorpus(linesOf: settings.text).sentences
    let all = Vocabulary(countingWordsOf: sentences)
    let vocabulary = Vocabulary(
      counts: zip(all.words, all.counts).prefix(settings.vocabularySize))
    text = EncodedText(sentences: sentences.lazy.map { vocabulary.ids(of: $0) })
    var generator = SeededGenerator(seed: 1)
    model = CBOWModel(
      vocabularySize: vocabulary.count, embeddingSize: settings.embeddingSize, using: &generator)
    order = Array(
      text.centres.shuffled(using: &generator).prefix(settings.steps * settings.batchSize))
    guard order.count == settings.steps * settings.batchSize else {
      throw ToolError(description: "\(settings.text): error: too small for \(settings.steps) steps")
    }
  }

  func fill(_ batch: inout WindowBatch, step: Int) {
    let start = step * settings.batchSize
    batch.fill(
      order[start..<start + settings.batchSize], of: text, halfWidth: settings.halfWidth)
  }

  /// Trains all steps; returns the losses and the seconds.
  func train(threads: Int) -> (losses: [Float], seconds: Double) {
    let trainer = CBOWTrainer(model, batchSize: settings.batchSize, threadCount: threads)
    var batch = WindowBatch()
    let clock = ContinuousClock()
    let start = clock.now
    let losses = (0..<settings.steps).map { step in
      fill(&batch, step: step)
      return Float(trainer.step(on: batch, learningRate: settings.rate))
    }
    return (losses, start.duration(to: clock.now) / .seconds(1))
  }

  /// The windows of every step, each with room for 2m words.
  func paddedBatches() -> [Int32] {
    var batch = WindowBatch()
    var numbers: [Int32] = []
    for step in 0..<settings.steps {
      fill(&batch, step: step)
      for window in 0..<batch.count {
        let words = batch.context[Int(batch.starts[window])..<Int(batch.starts[window + 1])]
        numbers.append(batch.centres[window])
        numbers.append(contentsOf: words)
        numbers.append(
          contentsOf: repeatElement(-1, count: 2 * settings.halfWidth - words.count))
      }
    }
    return numbers
  }

  func write<Number>(_ numbers: [Number], _ name: String) throws(TextError) {
    let data = numbers.withUnsafeBytes { Data($0) }
    try TextFile.write(data, to: "\(settings.folder)/\(name)")
  }
}

do {
  let material = try Material(Settings(CommandLine.arguments))
  try material.write(material.model.inputVectors.transposed().values, "input.f32")
  try material.write(material.model.outputVectors.values, "output.f32")
  try material.write(material.paddedBatches(), "batches.i32")
  try material.write(material.train(threads: 1).losses, "losses.f32")
  print("ready")
  fflush(nil)
  while let line = readLine() {
    guard let threads = Int(line), threads >= 1 else { throw ToolError(description: usage) }
    print(material.train(threads: threads).seconds)
    fflush(nil)
  }
} catch {
  FileHandle.standardError.write(Data("\(error)\n".utf8))
  exit(1)
}
