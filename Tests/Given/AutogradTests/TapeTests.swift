import Testing

@testable import Autograd

@Suite("A tape")
struct TapeTests {
  @Test("adds up the gradients of a value that is used twice")
  func valueUsedTwice() {
    let tape = Tape()
    let x = tape.watch(Tensor(3))
    #expect(tape.gradients(of: x * x + x, for: [x])[0].number == 7)
  }

  @Test("gives zeros for what the loss does not depend on, and 1 for the loss itself")
  func independent() {
    let tape = Tape()
    let (x, y) = (tape.watch(Tensor(3)), tape.watch(.zeros([2, 2])))
    let gradients = tape.gradients(of: x, for: [x, y])
    #expect(gradients[0].number == 1)
    #expect(gradients[1].values == [0, 0, 0, 0])
  }

  @Test("is written on only by what comes from a watched tensor")
  func recording() {
    let tape = Tape()
    let (x, constant) = (tape.watch(Tensor(3)), Tensor(4))
    #expect(!(constant * constant).isRecorded)
    #expect((constant * x).isRecorded)
  }

  @Test("unwinds a hundred thousand lines without a deep recursion")
  func long() {
    let tape = Tape()
    let x = tape.watch(Tensor(1))
    var y = x
    for _ in 0..<100_000 { y = y + x }
    #expect(tape.gradients(of: y, for: [x])[0].number == 100_001)
  }

  @Test("frees what it kept as it unwinds, and itself when nobody looks at it")
  func memory() {
    weak var tapeAfterwards: Tape?
    weak var keptAfterwards: Storage?
    weak var unusedAfterwards: Tape?
    do {
      let tape = Tape()
      let x = tape.watch(.filled(2, shape: [100]))
      do {
        let square = x * x
        keptAfterwards = square.storage
        let loss = (square * square).sum()
        #expect(keptAfterwards != nil)
        #expect(tape.gradients(of: loss, for: [x])[0][0] == 32)
      }
      #expect(keptAfterwards == nil)
      tapeAfterwards = tape
      let unused = Tape()
      _ = (unused.watch(x.detached) * x.detached).exp().softmax()
      unusedAfterwards = unused
    }
    #expect(tapeAfterwards == nil)
    #expect(unusedAfterwards == nil)
  }

  @Test("leaves gradients alone that two operands share")
  func sharedGradient() {
    // x + y hands the same gradient to both; what is added to one must not reach the other.
    let tape = Tape()
    let (x, y) = (tape.watch(.zeros([4])), tape.watch(.zeros([4])))
    let loss = ((x + y) + x * 2).sum()
    let gradients = tape.gradients(of: loss, for: [x, y])
    #expect(gradients[0].values == [3, 3, 3, 3])
    #expect(gradients[1].values == [1, 1, 1, 1])
  }
}

@Suite("A result in its operand's memory")
struct MemoryTests {
  @Test("is had where the operand was made on the way, and never where somebody sees it")
  func reuse() {
    let made = { Tensor.filled(1, shape: [2, 3]) + 0 }
    let kept = made()
    for operation: (consuming Tensor) -> Tensor in [
      { $0.softmax() }, { $0.gelu() }, { $0 + Tensor.filled(1, shape: [2, 3]) },
      { Tensor.filled(1, shape: [2, 3]) + $0 },
      { $0.layerNormalized(gain: .zeros([3]), bias: .zeros([3])) },
    ] {
      _ = operation(kept)
      #expect(kept.values == Array(repeating: 1, count: 6))
      let view = kept.transposed()
      _ = operation(kept.reshaped([6]).reshaped([2, 3]))
      #expect(view.values == Array(repeating: 1, count: 6))
    }
    var address: ObjectIdentifier?
    let noted = {
      let tensor = made()
      address = ObjectIdentifier(tensor.storage)
      return tensor
    }
    #expect(ObjectIdentifier(noted().gelu().storage) == address)
  }

  @Test("leaves a watched tensor as it was")
  func watched() {
    let (tape, scores) = (Tape(), Tensor([1, 2, 3, 4], shape: [2, 2]))
    let x = tape.watch(scores)
    _ = x.crossEntropy([0, 1])
    _ = x.softmax()
    #expect(x.values == [1, 2, 3, 4] && scores.values == [1, 2, 3, 4])
  }
}

@Suite("A tape that traces")
struct TracingTests {
  @Test("names the first operation that made a NaN or an infinity, and what it was made of")
  func first() throws {
    let tape = Tape(tracing: true)
    let x = tape.watch(Tensor([1, 0, 2], shape: [3]))
    let logarithm = (x * 1).log()
    _ = (logarithm - logarithm).sum()
    let found = try #require(tape.firstNonFinite)
    #expect(found.operation == "log" && found.index == [1] && found.value == -.infinity)
    #expect(
      found.description
        == "operation 2, log, made -inf at [1] of [3], from [3] with numbers from 0.0 to 2.0")
  }

  @Test("tells a NaN that comes from an infinity, and passes over one that was masked in")
  func masked() throws {
    let tape = Tape(tracing: true)
    let x = tape.watch(Tensor([1, 2], shape: [1, 2]))
    let hidden = x.masked(where: Mask([true, true], shape: [1, 2]))
    #expect(tape.firstNonFinite == nil)
    _ = hidden - hidden.max(along: 1, keepingAxis: true)
    #expect(tape.firstNonFinite?.operation == "subtract")
    #expect(tape.firstNonFinite?.value.isNaN == true)
  }

  @Test("says nothing where all numbers are finite, or nobody asked")
  func nothing() {
    let tape = Tape(tracing: true)
    _ = tape.watch(Tensor(1)).exp()
    #expect(tape.firstNonFinite == nil)
    let silent = Tape()
    _ = silent.watch(Tensor(0)).log()
    #expect(silent.firstNonFinite == nil)
  }
}
