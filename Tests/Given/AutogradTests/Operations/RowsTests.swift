import Testing

@testable import Autograd

@Suite("rows")
struct RowsTests {
  @Test(
    "agrees with its twin, and with its differences",
    arguments: [[[4, 3], [0, 2, 2, 3, 2]], [[4, 3], []], [[4], [1, 1]], [[2, 3, 9], [1]]])
  func twin(_ example: [[Int]]) {
    expectAgreement([example[0]]) {
      $0[0].rows(at: example[1])
    } plain: {
      $0[0].rows(at: example[1])
    }
  }

  @Test("gives PyTorch's numbers")
  func oracle() throws {
    try PyTorch.expectAgreement("rows") { $0.inputs[0].rows(at: $0.integers("numbers")) }
  }

  @Test("adds up the gradients of a row that is looked up twice")
  func repeated() {
    let tape = Tape()
    let table = tape.watch(.zeros([3, 2]))
    let sum = table.rows(at: [1, 1, 0]).sum()
    #expect(tape.gradients(of: sum, for: [table])[0].values == [1, 1, 2, 2, 0, 0])
  }
}
