import Autograd
import Foundation

// What the comparison with PyTorch calls: our side of the race, driven line by line.
let usage = """
  usage: AutogradTool TRANSFORMER.safetensors BERT.safetensors DATA.json
         AutogradTool safetensors FOLDER    what is in the folder's files, or why they are refused

  Reads the weights that another program wrote, and data.json's token ids: "batches", "sentences",
  "lengths" and "sentence". Then answers each line on its input with a line of JSON:
    threads N           use N threads
    train N             N steps of training from the first weights on: seconds and losses
    forward N           the BERT encoder's N runs over "sentences": seconds
    sentence N          the same over the one "sentence"
    states PATH         writes the hidden states of "sentences" as safetensors
    matmul M N K COUNT  COUNT products of [M, K] and [K, N]: seconds

  """

/// What the other program wrote.
struct Material: Decodable {
  let batches: [[[Int]]]
  let sentences: [[Int]]
  let lengths: [Int]
  let sentence: [Int]
}

/// One answer.
struct Answer: Encodable {
  var seconds: [Double] = []
  var losses: [Float] = []
}

/// What was wrong with a command.
struct ToolError: Error, CustomStringConvertible {
  let description: String
}

/// The seconds that something takes.
func seconds(_ body: () throws -> Void) rethrows -> Double {
  let clock = ContinuousClock()
  return try clock.measure(body) / .seconds(1)
}

struct Race {
  let transformer: Parameters
  let bert: BERTEncoder
  let material: Material

  init(_ arguments: [String]) throws {
    guard arguments.count == 4 else { throw ToolError(description: usage) }
    transformer = try Parameters(contentsOf: URL(filePath: arguments[1]))
    bert = BERTEncoder(try Parameters(contentsOf: URL(filePath: arguments[2])))
    do {
      material = try JSONDecoder().decode(
        Material.self, from: Data(contentsOf: URL(filePath: arguments[3])))
    } catch {
      throw ToolError(
        description: "\(arguments[3]): error: these are no token ids in JSON: "
          + error.localizedDescription)
    }
  }

  func answer(_ line: String) throws -> Answer {
    let words = line.split(separator: " ").map(String.init)
    let numbers = words.dropFirst().compactMap(Int.init)
    switch (words.first, numbers.count) {
    case ("threads", 1) where (1...1024).contains(numbers[0]):
      Workers.count = numbers[0]
      return Answer()
    case ("train", 1) where numbers[0] >= 0: return train(numbers[0])
    case ("forward", 1) where numbers[0] >= 0:
      return encode(material.sentences, material.lengths, numbers[0])
    case ("sentence", 1) where numbers[0] >= 0:
      return encode([material.sentence], [material.sentence.count], numbers[0])
    case ("states", 0) where words.count == 2:
      var states = Parameters()
      states["states"] = bert.hiddenStates(material.sentences, material.lengths)
      try states.write(to: URL(filePath: words[1]))
      return Answer()
    case ("matmul", 4) where numbers.allSatisfy((1...65_536).contains):
      return multiply(numbers[0], numbers[1], numbers[2], numbers[3])
    default: throw ToolError(description: "“\(line)” is no command\n\(usage)")
    }
  }

  private func train(_ steps: Int) -> Answer {
    var (parameters, answer) = (transformer, Answer())
    var adam = Adam(learningRate: 3e-4)
    let model = TransformerLM()
    for step in 0..<steps {
      let batch = material.batches[step % material.batches.count]
      answer.seconds.append(
        seconds {
          let (loss, gradients) = parameters.gradients { model.loss(batch, $0) }
          adam.update(&parameters, with: gradients)
          answer.losses.append(loss)
        })
    }
    return answer
  }

  private func encode(_ tokens: [[Int]], _ lengths: [Int], _ count: Int) -> Answer {
    Answer(
      seconds: (0..<count).map { _ in
        seconds { _ = bert.hiddenStates(tokens, lengths) }
      })
  }

  private func multiply(_ rows: Int, _ columns: Int, _ inner: Int, _ count: Int) -> Answer {
    let (left, right) = (
      Tensor.filled(0.5, shape: [rows, inner]), Tensor.filled(0.5, shape: [inner, columns])
    )
    return Answer(seconds: (0..<count).map { _ in seconds { _ = left.matmul(right) } })
  }
}

/// One line of JSON.
func answer(_ value: some Encodable) throws {
  FileHandle.standardOutput.write(try JSONEncoder().encode(value) + Data("\n".utf8))
}

do {
  let arguments = CommandLine.arguments
  if arguments.count == 3, arguments[1] == "safetensors" {
    for verdict in try SafetensorsFolder(folder: URL(filePath: arguments[2])).verdicts() {
      try answer(verdict)
    }
    exit(0)
  }
  let race = try Race(arguments)
  while let line = readLine() { try answer(race.answer(line)) }
} catch {
  FileHandle.standardError.write(Data("AutogradTool: \(error)\n".utf8))
  exit(1)
}
