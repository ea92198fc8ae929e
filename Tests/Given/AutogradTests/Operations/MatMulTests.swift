import Testing
import Text

@testable import Autograd

@Suite("matmul")
struct MatMulTests {
  @Test(
    "agrees with its twin, and with its differences",
    arguments: [
      [[2, 3], [3, 4]], [[1, 1], [1, 1]], [[1, 3], [3, 1]], [[17, 9], [9, 19]], [[3, 1], [1, 5]],
      [[2, 3, 4], [4, 5]], [[2, 3, 4], [2, 4, 5]], [[2, 1, 3, 4], [5, 4, 2]],
      [[3, 4], [2, 4, 2]],
      [[2, 3, 2, 4], [2, 3, 4, 2]], [[1, 3, 4], [6, 4, 2]],
    ])
  func twin(_ shapes: [[Int]]) {
    expectAgreement(shapes) {
      $0[0].matmul($0[1])
    } plain: {
      $0[0].matmul($0[1])
    }
  }

  @Test(
    "with an empty side is empty or zero",
    arguments: [
      [[0, 3], [3, 4]], [[2, 0], [0, 4]], [[2, 3], [3, 0]], [[0, 2, 3], [3, 4]],
      [[2, 0, 3], [2, 3, 4]], [[2, 3, 0], [0, 4]],
    ])
  func empty(_ shapes: [[Int]]) {
    expectAgreement(shapes) {
      $0[0].matmul($0[1])
    } plain: {
      $0[0].matmul($0[1])
    }
  }

  @Test("reads transposed operands, and heads cut out of a wide tensor, where they lie")
  func views() {
    expectAgreement([[3, 2], [4, 3]]) {
      $0[0].transposed().matmul($0[1].transposed())
    } plain: {
      $0[0].transposed(0, 1).matmul($0[1].transposed(0, 1))
    }
    // [batch, time, heads, size] → [batch, heads, time, size]
    expectAgreement([[2, 5, 3, 4], [2, 5, 3, 4]]) {
      $0[0].transposed(1, 2).matmul($0[1].transposed(1, 2).transposed())
    } plain: {
      $0[0].transposed(1, 2).matmul($0[1].transposed(1, 2).transposed(2, 3))
    }
  }

  @Test("gives PyTorch's numbers")
  func oracle() throws {
    try PyTorch.expectAgreement("matmul") { $0.inputs[0].matmul($0.inputs[1]) }
  }

  @Test("gives the same however many threads share it")
  func threads() {
    var generator = SeededGenerator(seed: 3)
    for (rows, inner, columns) in [(300, 70, 200), (70, 200, 300), (1, 500, 700), (700, 500, 1)] {
      let left = Tensor.uniform([rows, inner], in: -1...1, using: &generator)
      let right = Tensor.uniform([inner, columns], in: -1...1, using: &generator)
      let alone = withWorkers(1) { left.matmul(right) }
      for threads in [2, 3, 16] {
        let together = withWorkers(threads) { left.matmul(right) }
        expectClose(together, PlainTensor(alone), "\(threads) threads", #_sourceLocation)
      }
    }
  }
}
