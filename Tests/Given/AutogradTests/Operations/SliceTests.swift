import Testing

@testable import Autograd

@Suite("sliced and concatenated")
struct SliceTests {
  @Test("a slice agrees with its twin, and with its differences", arguments: [0..<2, 1..<3, 2..<2])
  func slice(_ range: Range<Int>) {
    for axis in 0..<3 {
      expectAgreement([[3, 4, 3]]) {
        $0[0].sliced(along: axis, range)
      } plain: {
        $0[0].sliced(along: axis, range)
      }
    }
  }

  @Test("a concatenation agrees with its twin, and with its differences", arguments: 0..<3)
  func concatenation(_ axis: Int) {
    let shapes = [2, 1, 0, 9].map { size in
      var shape = [2, 3, 4]
      shape[axis] = size
      return shape
    }
    expectAgreement(shapes) {
      .concatenated($0, along: axis)
    } plain: {
      .concatenated($0, along: axis)
    }
  }

  @Test("give PyTorch's numbers")
  func oracle() throws {
    try PyTorch.expectAgreement("sliced") { example in
      let range = example.integers("range")
      return example.inputs[0].sliced(along: example.integer("axis") ?? 0, range[0]..<range[1])
    }
    try PyTorch.expectAgreement("concatenated") {
      .concatenated($0.inputs, along: $0.integer("axis") ?? 0)
    }
  }

  @Test("a slice copies nothing, and a concatenation of slices is what was cut")
  func view() {
    let x = Tensor([1, 2, 3, 4, 5, 6], shape: [2, 3])
    let (left, right) = (x.sliced(along: 1, 0..<1), x.sliced(along: 1, 1..<3))
    #expect(left.storage === x.storage)
    #expect(Tensor.concatenated([left, right], along: -1).values == x.values)
  }

  @Test("one tensor twice in a concatenation collects both gradients")
  func twice() {
    let tape = Tape()
    let x = tape.watch(Tensor([1, 2], shape: [2]))
    let y = Tensor.concatenated([x, x], along: 0) * Tensor([1, 2, 3, 4], shape: [4])
    #expect(tape.gradients(of: y.sum(), for: [x])[0].values == [4, 6])
  }
}
