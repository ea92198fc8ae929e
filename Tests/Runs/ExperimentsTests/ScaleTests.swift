import Testing

@testable import Experiments

@Suite("Axes")
struct ScaleTests {
  @Test(
    "A linear axis has round ticks from end to end",
    arguments: [
      ([0.0, 4.7], [0.0, 1, 2, 3, 4, 5]),
      ([0, 4_920_099], [0, 1e6, 2e6, 3e6, 4e6, 5e6]),
      ([-0.3, 0.9], [-0.4, -0.2, 0, 0.2, 0.4, 0.6, 0.8, 1]),
      ([0, 100], [0, 20, 40, 60, 80, 100]),
      ([7, 7], [0, 2, 4, 6, 8]),
    ])
  func linearTicks(values: [Double], expected: [Double]) {
    let ticks = Scale(.linear, around: values, from: 0, to: 100).ticks
    #expect(ticks.count == expected.count, "\(ticks)")
    #expect(zip(ticks, expected).allSatisfy { abs($0 - $1) <= 1e-9 * max(1, abs($1)) }, "\(ticks)")
  }

  @Test("An axis that ends with the data has ticks up to the last round value")
  func endsWithData() {
    let scale = Scale(.linear, around: [278_000, 4_441_867], from: 0, to: 1, endsOnTicks: false)
    #expect(scale.domain == 0...4_441_867)
    #expect(scale.ticks == [0, 1e6, 2e6, 3e6, 4e6])
  }

  @Test("A linear axis that leaves out zero starts near its least value")
  func withoutZero() {
    let scale = Scale(.linear, around: [93, 98], from: 0, to: 1, includesZero: false)
    #expect(scale.domain == 93...98)
    #expect(scale.ticks == [93, 94, 95, 96, 97, 98])
  }

  @Test(
    "A logarithmic axis has ticks at 1, 2 and 5, and over many decades at powers of ten",
    arguments: [
      ([120.0, 4_000.0], [100.0, 200, 500, 1000, 2000, 5000]),
      ([1e-5, 0.9], [1e-5, 1e-4, 1e-3, 1e-2, 0.1, 1]),
      ([60, 400], [50, 70, 100, 200, 300, 500]),
    ])
  func logarithmicTicks(values: [Double], expected: [Double]) {
    let ticks = Scale(.logarithmic, around: values, from: 0, to: 100).ticks
    #expect(ticks.count == expected.count, "\(ticks)")
    #expect(zip(ticks, expected).allSatisfy { abs($0 - $1) <= 1e-9 * $1 }, "\(ticks)")
  }

  @Test("The ends of the domain lie at the ends of the range, also where the range falls")
  func ends() {
    let linear = Scale(.linear, around: [0, 10], from: 300, to: 20)
    #expect(linear.position(of: 0) == 300)
    #expect(linear.position(of: 10) == 20)
    #expect(linear.position(of: 5) == 160)
    let logarithmic = Scale(.logarithmic, around: [1, 100], from: 0, to: 200)
    #expect(abs(logarithmic.position(of: 10) - 100) < 1e-9)
  }

  @Test("Labels that would overlap move apart around where they wanted to be")
  func labels() {
    func spread(_ wanted: [Double], _ heights: [Double]) -> [Double] {
      LabelPlacement.spread(wanted, heights: heights, within: 5...300)
    }
    #expect(spread([10, 100], [20, 20]) == [10, 100])
    #expect(spread([50, 50, 50], [20, 20, 20]) == [30, 50, 70])
    #expect(spread([100, 95], [20, 20]) == [107.5, 87.5])
    #expect(spread([300, 300], [20, 20]) == [280, 300])
    #expect(spread([2, 4], [20, 20]) == [5, 25])
    // One of three lines among one-line labels: each has the room that it needs, and no more.
    #expect(spread([50, 50, 50], [20, 60, 20]) == [10, 50, 90])
  }

  @Test("Numbers read as people write them")
  func magnitudes() {
    #expect(Magnitude.text(4_920_099) == "4.92 M")
    #expect(Magnitude.text(12_000) == "12 k")
    #expect(Magnitude.text(0.25) == "0.25")
    #expect(Magnitude.text(0) == "0")
    #expect(Magnitude.text(-5) == "−5")
    #expect(Axis.percent(0.0735) == "7.3%")
    #expect(Axis.percent(0.25) == "25%")
    #expect(Axis.percent(1) == "100%")
    #expect(Axis.grouped(21_953.8) == "21,954")
    #expect(Axis.grouped(950) == "950")
    #expect(Axis.grouped(1_234_567) == "1,234,567")
  }
}
