import Testing

@testable import Mutation

@Suite("Operators")
struct OperatorTests {
  @Test("a difference: the other sign, each term alone, both exchanged, each without its fraction")
  func difference() {
    expectChanges(
      "return a - b",
      [
        "return a + b", "return a", "return b", "return b - a",
        "return a.rounded(.towardZero) - b", "return a - b.rounded(.towardZero)",
      ], exactly: true)
  }

  @Test("terms follow the precedence of the operators")
  func precedence() {
    expectChanges("return a + b * 2", ["return a", "return b * 2", "return a + b"])
    #expect(!changesOf("return a + b * 2").contains("return (a + b) * 2"))
  }

  @Test("a comparison is turned round and moved by one")
  func comparisons() {
    expectChanges("while a < b {}", ["while a <= b {}", "while a > b {}"])
    expectChanges("if a == b {}", ["if a != b {}"])
    expectChanges(
      "return x.sorted { ($1.0, $0.1) < ($0.0, $1.1) }", ["return x.sorted { $1.0 < $0.0 }"])
  }

  @Test("constants go up and down by one; a summand that would be 0 is a term left out")
  func literals() {
    expectChanges("return f(3)", ["return 3", "return f(4)", "return f(2)"], exactly: true)
    expectChanges("return f(0.5)", ["return f(1.5)", "return f(-0.5)"])
    #expect(!changesOf("return a - 1").contains("return a - 0"))
  }

  @Test("assignments add, take off and keep the last")
  func assignments() { expectChanges("a += b", ["a -= b", "a = b", "(dropped)"]) }

  @Test("ranges, indices and parts are one longer and one shorter")
  func bounds() {
    expectChanges(
      "for i in a..<b { f() }",
      [
        "for i in a...b { f() }", "for i in a + 1..<b { f() }", "for i in a..<b - 1 { f() }",
        "for i in (a..<b).dropFirst() { f() }", "for i in a..<b { f() } … break",
      ])
    expectChanges("return x[a]", ["return x[a + 1]", "return x[a - 1]"], exactly: true)
    expectChanges(
      "return x.prefix(a)", ["return x.suffix(a)", "return x.prefix(a + 1)", "return x"])
  }

  @Test("calls are left out, and arguments change places")
  func calls() {
    expectChanges("return a.squareRoot()", ["return a"], exactly: true)
    expectChanges("return log(x)", ["return log2(x)", "return log10(x)", "return x"])
    expectChanges("return max(0, x)", ["return min(0, x)", "return 0", "return x"])
    expectChanges("return f(of: x, in: y)", ["return f(of: y, in: x)"], exactly: true)
  }

  @Test("whole numbers are divided before they are real")
  func wholeNumbers() {
    expectChanges("return Double(a) / Double(b)", ["return Double(a / b)"])
  }

  @Test("guards and loops are dropped; returns and declarations are not")
  func statements() {
    expectChanges(
      "guard a > b else { return a }\nreturn b", ["(dropped)", "guard a >= b else { return a }"])
    expectChanges("let c = x\nreturn c", [], exactly: true)
  }

  @Test("a precondition is only tightened, and its message is left alone")
  func preconditions() {
    expectChanges(
      "precondition(a >= 1, \"\\(a + 1)\")\nreturn a",
      ["precondition(a > 1, \"\\(a + 1)\")"], exactly: true)
    expectChanges("precondition(a == b, \"\")\nreturn a", [], exactly: true)
  }
}
