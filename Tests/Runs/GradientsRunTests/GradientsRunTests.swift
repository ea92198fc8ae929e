import Autograd
import Foundation
import Testing

@testable import GradientsRun

@Suite("The pages about gradients")
struct GradientsRunTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  @Test("show the numbers and the figures that the library makes today")
  func published() throws {
    for (path, text) in try GradientPages.files {
      let file = Self.root.appending(path: "\(GradientPages.folder)/\(path)")
      #expect(
        try String(contentsOf: file, encoding: .utf8) == text,
        "\(path) is out of date: \(GradientPages.command)")
    }
  }

  @Test("work the tape of (w x − y)² out by hand as the library does")
  func example() {
    let example = WorkedExample()
    #expect(example.values.map(\.value) == [2, 3, 4, 6, 2, 4])
    #expect(example.gradients.map(\.value) == [12, 8, -4, 4, 4, 1])
    #expect(example.locals.map(\.value) == [3, 2, 1, -1, 2, 2])
    let training = example.training(steps: 3)
    #expect(isClose(training.map(\.w), [2, 1.4, 1.34, 1.334]))
    #expect(isClose(training.map(\.loss), [4, 0.04, 0.0004, 0.000_004]))
    let losses = [2.01, 1.99].map { ($0 * 3 - 4) * ($0 * 3 - 4) }
    #expect(isClose(losses.map { Float($0) }, [4.1209, 3.8809]))
  }

  @Test("have the code with which a reader would write it")
  func code() {
    let tape = Tape()
    let w = tape.watch(Tensor(2))
    let x = tape.watch(Tensor(3))
    let y = tape.watch(Tensor(4))
    let p = w * x
    let d = p - y
    let loss = d * d
    let gradients = tape.gradients(of: loss, for: [w, x, y])
    #expect(loss.number == 4)
    #expect(gradients.map(\.number) == [12, 8, -4])
  }

  @Test("have a training that gives what they say, and a bias whose gradient is a sum")
  func training() {
    var parameters = Parameters()
    parameters["w"] = Tensor(2)
    var optimiser = SGD(learningRate: 0.05)
    var losses: [Float] = []
    for _ in 0..<3 {
      let (loss, gradients) = parameters.gradients { parameters in
        let d = parameters["w"] * 3 - 4
        return d * d
      }
      optimiser.update(&parameters, with: gradients)
      losses.append(loss)
    }
    #expect(isClose(losses, [4, 0.04, 0.0004]))

    let tape = Tape()
    let b = tape.watch(Tensor([1, 1, 1], shape: [3]))
    let sums = Tensor.zeros([2, 3]) + b
    let weights = Tensor([1, 2, 3, 4, 5, 6], shape: [2, 3])
    #expect(tape.gradients(of: (sums * weights).sum(), for: [b])[0].values == [5, 7, 9])
  }

  @Test("have a softmax whose gradient is what was predicted minus what was right")
  func softmax() {
    let example = SoftmaxExample()
    #expect(isClose(example.probabilities, [0.125, 0.25, 0.625]))
    #expect(isClose(example.gradients.probabilities, [0, 0, -1.6]))
    #expect(isClose(example.gradients.scores, [0.125, 0.25, -0.375]))
  }

  @Test("have a bias whose gradient is the sum of the rows that it was added to")
  func broadcasting() {
    let example = BroadcastExample()
    #expect(example.result == [11, 22, 33, 14, 25, 36])
    #expect(example.biasGradient == [5, 7, 9])
  }

  @Test("have a layer normalisation whose gradient lacks its mean and its part along the row")
  func layerNorm() {
    let example = LayerNormExample()
    let (row, gradient) = (example.result, example.rowGradient)
    // μ = 4 and σ² = 6.
    let deviation = Float(6).squareRoot()
    #expect(isClose(row, [-3, -2, 0, 1, 4].map { $0 / deviation }))
    #expect(isClose(example.centred, [-0.4, -1.6, 1.2, 0.2, 0.6]))
    #expect(abs(gradient.reduce(0, +)) < 1e-6)
    #expect(abs(zip(row, gradient).map { $0 * $1 }.reduce(0, +)) < 1e-6)
    let along = zip(row, example.centred).map { $0 * $1 }.reduce(0, +) / 5
    #expect(
      isClose(gradient, zip(row, example.centred).map { ($1 - $0 * along) / deviation }))
  }

  @Test("count 4 multiplications for a sweep backwards and 12 for three forwards")
  func multiplications() {
    let forwards = Counter()
    let slopes = (0..<3).map { input in
      func number(_ value: Double, _ place: Int) -> Dual {
        Dual(value: value, slope: place == input ? 1 : 0, counter: forwards)
      }
      let d = number(2, 0) * number(3, 1) - number(4, 2)
      return (d * d).slope
    }
    #expect(slopes == [12, 8, -4])
    #expect(forwards.count == 12)

    let backwards = Counter()
    let (w, x, d) = (2.0, 3.0, 2.0)
    let byD = backwards.times(1, d) + backwards.times(1, d)
    #expect([backwards.times(byD, x), backwards.times(byD, w), -byD] == [12, 8, -4])
    #expect(backwards.count == 4)
  }

  private func isClose(_ numbers: [Float], _ expected: [Float]) -> Bool {
    numbers.count == expected.count && zip(numbers, expected).allSatisfy { abs($0 - $1) < 1e-6 }
  }
}

/// Counts multiplications that are made for derivatives.
private final class Counter {
  var count = 0

  func times(_ left: Double, _ right: Double) -> Double {
    count += 1
    return left * right
  }
}

/// A number and its derivative by one input, carried along: forward mode.
private struct Dual {
  let value: Double
  let slope: Double
  let counter: Counter

  static func * (left: Dual, right: Dual) -> Dual {
    let slope =
      left.counter.times(left.slope, right.value) + left.counter.times(left.value, right.slope)
    return Dual(value: left.value * right.value, slope: slope, counter: left.counter)
  }

  static func - (left: Dual, right: Dual) -> Dual {
    Dual(
      value: left.value - right.value, slope: left.slope - right.slope, counter: left.counter)
  }
}
