import Foundation

/// What an axis of a chart shows and how.
public struct Axis: Sendable {
  /// What is measured, with its unit: `words of training text`.
  public let label: String
  /// How values are spaced.
  public let kind: Scale.Kind
  /// The values to print; nil leaves the choice to the scale.
  public let ticks: [Double]?
  /// How a value is printed.
  public let format: @Sendable (Double) -> String

  /// An axis.
  public init(
    _ label: String, kind: Scale.Kind = .linear, ticks: [Double]? = nil,
    format: @escaping @Sendable (Double) -> String = { Magnitude.text($0) }
  ) {
    (self.label, self.kind, self.ticks, self.format) = (label, kind, ticks, format)
  }

  /// Prints a share of 1 in percent.
  public static let percent: @Sendable (Double) -> String = {
    (Magnitude.grouped($0 * 100, decimals: 1) + "%").replacing(".0%", with: "%")
  }

  /// Prints a whole number with a comma at each thousand.
  public static let grouped: @Sendable (Double) -> String = { Magnitude.grouped($0, decimals: 0) }
}

/// The place of a chart's data inside its drawing, in the drawing's units.
struct PlotArea {
  let left: Double
  let right: Double
  let top: Double
  let bottom: Double
}

extension Drawing {
  /// Draws the upright axis: grid lines, their values at the left and the label on top.
  mutating func verticalAxis(_ axis: Axis, _ scale: Scale, in area: PlotArea) {
    text(axis.label, (area.left - 44, area.top - 22), colour: Self.quiet)
    for tick in axis.ticks ?? scale.ticks {
      let y = scale.position(of: tick)
      let isBase = abs(y - area.bottom) < 0.5
      line((area.left, y), (area.right, y), colour: isBase ? Self.quiet : Self.grid)
      text(axis.format(tick), (area.left - 10, y + 5), anchor: .end, colour: Self.quiet, size: 13)
    }
  }

  /// Writes the label of the level axis under its values.
  mutating func horizontalLabel(_ label: String, in area: PlotArea) {
    text(
      label, ((area.left + area.right) / 2, area.bottom + 46), anchor: .middle, colour: Self.quiet)
  }
}

/// Places for labels at the right end of lines, moved apart where they would overlap.
enum LabelPlacement {
  /// The places nearest to the wanted ones that lie at least `gap` apart, in the same order.
  ///
  /// Labels that collide form a block, and the block sits where its labels wanted to be on average.
  static func spread(_ wanted: [Double], gap: Double, upTo limit: Double) -> [Double] {
    let order = wanted.indices.sorted { (wanted[$0], $0) < (wanted[$1], $1) }
    var blocks: [(sum: Double, count: Int)] = []
    func start(_ block: (sum: Double, count: Int)) -> Double {
      let span = Double(block.count - 1) * gap
      return min(block.sum / Double(block.count) - span / 2, limit - span)
    }
    for index in order {
      blocks.append((wanted[index], 1))
      while blocks.count > 1,
        start(blocks[blocks.count - 1])
          < start(blocks[blocks.count - 2]) + Double(blocks[blocks.count - 2].count) * gap
      {
        let last = blocks.removeLast()
        blocks[blocks.count - 1].sum += last.sum
        blocks[blocks.count - 1].count += last.count
      }
    }
    let places = blocks.flatMap { block in (0..<block.count).map { start(block) + Double($0) * gap }
    }
    var spread = wanted
    for (place, index) in zip(places, order) { spread[index] = place }
    return spread
  }
}
