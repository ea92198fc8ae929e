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
}
