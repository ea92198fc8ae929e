import Testing
import Text

@testable import Autograd

@Suite("reshaped")
struct ReshapeTests {
  @Test(
    "agrees with its twin, and with its differences",
    arguments: [
      [[2, 3], [6]], [[6], [3, 2]], [[1], []], [[2, 0], [0, 5]], [[2, 3, 4], [4, 6]],
    ])
  func twin(_ shapes: [[Int]]) {
    expectAgreement([shapes[0]]) {
      $0[0].reshaped(shapes[1])
    } plain: {
      $0[0].reshaped(shapes[1])
    }
  }

  @Test("gives PyTorch's numbers")
  func oracle() throws {
    try PyTorch.expectAgreement("reshaped") { $0.inputs[0].reshaped($0.integers("shape")) }
  }

  @Test("copies a view only where it must", arguments: 0..<400)
  func views(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let shape = (0..<3).map { _ in [1, 2, 3, 4, 6].randomElement(using: &generator) ?? 1 }
    var x = Tensor.uniform(shape, in: -1...1, using: &generator)
    x = x.transposed(
      Int.random(in: 0..<3, using: &generator), Int.random(in: 0..<3, using: &generator))
    if x.shape[2] > 1 { x = x.sliced(along: 2, 0..<x.shape[2] - 1) }
    // Any way to write the count as a product, with a 1 somewhere.
    var (rest, target) = (x.count, [Int]())
    while rest > 1 {
      let factors = (2...rest).filter { rest % $0 == 0 }
      target.append(factors.randomElement(using: &generator) ?? rest)
      rest /= target[target.count - 1]
    }
    target.insert(1, at: Int.random(in: 0...target.count, using: &generator))
    #expect(x.reshaped(target).values == x.values, "\(x.layout) as \(target)")
  }

  @Test("cuts an axis of a slice into heads without a copy, and joins what lies evenly")
  func heads() {
    let all = Tensor.zeros([2, 5, 12])
    let part = all.sliced(along: 2, 4..<8)
    #expect(part.reshaped([2, 5, 2, 2]).storage === all.storage)
    #expect(part.reshaped([10, 4]).storage === all.storage)
    #expect(part.reshaped([10, 2, 1, 2]).layout.strides == [12, 2, 2, 1])
    #expect(part.reshaped([2, 20]).storage !== all.storage)
  }

  @Test("copies nothing, and leaves the original as it is when a view is changed")
  func view() {
    let x = Tensor([1, 2, 3, 4], shape: [4])
    var y = x.reshaped([2, 2])
    #expect(x.storage === y.storage)
    y[1, 0] = 9
    #expect(x.values == [1, 2, 3, 4] && y.values == [1, 2, 9, 4])
  }
}
