import Foundation
import Testing

@testable import Experiments

@Suite("What an interactive figure is made of")
struct InteractiveTests {
  @Test("data are a script of one assignment, with JSON that needs no reader of its own")
  func dataScript() {
    let value = ResultValue.table([
      ("words", "a \"b\" \\"), ("sizes", [1, 2.5, 1e-7]), ("none", .number(.infinity)),
      ("isOn", true),
    ])
    #expect(
      DataScript.text("loss", value)
        == "((window.book=window.book||{}).data=window.book.data||{})[\"loss\"]="
        + #"{"words":"a \"b\" \\","sizes":[1,2.5,1e-07],"none":null,"isOn":true};"# + "\n")
  }

  @Test("numbers keep all their digits in data")
  func precision() throws {
    let text = DataScript.text("a", [.number(0.1 + 0.2)])
    #expect(text.hasSuffix("[0.30000000000000004];\n"))
  }

  @Test(
    "packed numbers are base 45 with the last digit marked",
    arguments: [(0, "#"), (44, "O"), (45, "Q#"), (46, "Q$"), (2024, "}O"), (2025, "QP#")])
  func packed(_ number: Int, _ text: String) {
    var packed = PackedNumbers()
    packed.append(number)
    #expect(packed.text == text)
  }

  @Test("packed numbers never need an escape")
  func characters() {
    var packed = PackedNumbers()
    for number in 0..<5000 { packed.append(number) }
    #expect(!packed.text.contains("\\") && !packed.text.contains("\""))
    #expect(packed.text.unicodeScalars.allSatisfy { (35...125).contains($0.value) })
  }

  @Test(
    "small numbers have a power of ten",
    arguments: [
      (0.0, "0"), (1, "1"), (0.062, "0.062"), (0.001, "0.001"), (4.9e-6, "4.9·10⁻⁶"),
      (9.99e-5, "1.0·10⁻⁴"), (3.8e-23, "3.8·10⁻²³"),
    ])
  func small(_ number: Double, _ text: String) {
    #expect(Magnitude.small(number) == text)
  }

  private func chart(_ factors: [Double], other: [Double]) -> FactorChart {
    FactorChart(
      title: "t", description: "d", tokens: ["the", "cat", "</s>"],
      models: [.init("one", factors: factors), .init("two", factors: other)],
      parts: (title: "from", names: ["a", "b"], shares: [[1, 0], [0.5, 0.5], [0, 1]]))
  }

  @Test("a product without a zero is drawn to its end and never dashed")
  func whole() {
    let svg = chart([0.1, 0.1, 0.1], other: [0.5, 0.5, 0.5]).svg(.wide)
    #expect(!svg.contains("stroke-dasharray"))
    #expect(svg.contains("one 0.001") && svg.contains("two 0.12"))
  }

  @Test("a factor of 0 is a cross in the lane of zeros, and the product stays there")
  func zero() {
    let svg = chart([0.1, 0, 0.1], other: [0.5, 0.5, 0.5]).svg(.wide)
    // Off to the lane, and one step down in it.
    #expect(svg.matches(of: /stroke-dasharray/).count == 2)
    #expect(svg.matches(of: /m-4,-4l8,8m0,-8l-8,8/).count == 1)
    #expect(svg.contains(">one 0<"))
  }

  @Test("shares fill the column, each with the width that it has")
  func shares() throws {
    let svg = chart([0.1, 0.1, 0.1], other: [0.5, 0.5, 0.5]).svg(.wide)
    let widths = svg.matches(of: #/width="([\d.]+)" height="14"/#).compactMap { Double($0.1) }
    // Each leaves one unit to tell it from the next; the last two are the key.
    #expect(widths == [137, 68, 68, 137, 14, 14])
  }
}
