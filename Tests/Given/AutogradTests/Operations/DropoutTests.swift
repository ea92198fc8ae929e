import Testing
import Text

@testable import Autograd

@Suite("dropout")
struct DropoutTests {
  @Test("puts about its rate of the numbers to 0 and keeps the mean")
  func rate() {
    var generator = SeededGenerator(seed: 2)
    let y = Tensor.filled(1, shape: [100_000]).dropout(0.1, using: &generator)
    let zeros = Double(y.values.count { $0 == 0 }) / 100_000
    // Ten standard deviations of a share of 0.1 among 100,000.
    #expect(abs(zeros - 0.1) < 0.01)
    #expect(Set(y.values) == [0, 1 / (1 - 0.1)])
  }

  @Test("has its own zeros for a gradient")
  func gradient() {
    var generator = SeededGenerator(seed: 2)
    let tape = Tape()
    let x = tape.watch(.filled(1, shape: [64]))
    let y = x.dropout(0.5, using: &generator)
    #expect(tape.gradients(of: y.sum(), for: [x])[0].values == y.values)
  }

  @Test("draws the same for the same seed, and nothing at rate 0")
  func seed() {
    let x = Tensor.filled(1, shape: [50])
    var (one, other) = (SeededGenerator(seed: 9), SeededGenerator(seed: 9))
    #expect(x.dropout(0.3, using: &one).values == x.dropout(0.3, using: &other).values)
    let before = one
    #expect(x.dropout(0, using: &one).values == x.values)
    var (unused, used) = (before, one)
    #expect(unused.next() == used.next())
  }

  @Test("gives PyTorch's numbers for PyTorch's lots")
  func oracle() throws {
    try PyTorch.expectAgreement("dropout") { example in
      var lots = Lots(kept: example.numbers("kept"))
      return example.inputs[0].dropout(example.number("rate") ?? 0, using: &lots)
    }
  }
}

/// A generator whose draws keep or drop as was decided before.
private struct Lots: RandomNumberGenerator {
  var kept: [Float]

  mutating func next() -> UInt64 { kept.removeFirst() == 0 ? 0 : .max }
}
