import Foundation

/// A rectangle that something takes up in a drawing.
struct LabelBox: Equatable {
  var x: Double
  var y: Double
  let width: Double
  let height: Double

  /// The area that both take up.
  func overlap(with other: LabelBox) -> Double {
    let across = min(x + width, other.x + other.width) - max(x, other.x)
    let up = min(y + height, other.y + other.height) - max(y, other.y)
    return max(0, across) * max(0, up)
  }

  /// The area of it that lies outside of a place.
  func excess(over area: PlotArea) -> Double {
    let inside = LabelBox(
      x: area.left, y: area.top, width: area.right - area.left, height: area.bottom - area.top)
    return width * height - overlap(with: inside)
  }
}

/// Finds room for names beside their points: none on another, none outside, few on lines.
struct LabelPlacer {
  /// Where names may stand.
  let area: PlotArea
  /// What no name may cover.
  private(set) var taken: [LabelBox] = []
  /// What a name had better not cover.
  private var avoided: [LabelBox] = []

  init(in area: PlotArea) { self.area = area }

  /// Keeps names off a point.
  mutating func keepOff(_ point: (x: Double, y: Double), radius: Double) {
    taken.append(
      LabelBox(x: point.x - radius, y: point.y - radius, width: 2 * radius, height: 2 * radius))
  }

  /// Keeps names off a line where that is possible.
  mutating func avoid(_ from: (x: Double, y: Double), _ to: (x: Double, y: Double)) {
    let steps = max(1, Int(max(abs(to.x - from.x), abs(to.y - from.y)) / 4))
    for step in 0...steps {
      let share = Double(step) / Double(steps)
      let (x, y) = (from.x + share * (to.x - from.x), from.y + share * (to.y - from.y))
      avoided.append(LabelBox(x: x - 2, y: y - 2, width: 4, height: 4))
    }
  }

  /// The room for a name near a point, which is taken from then on; its text begins at the left, and
  /// stands on a line at 0.8 of its height.
  ///
  /// - Parameters:
  ///   - near: how far from the point the name is at the least.
  ///   - angle: where it would best stand, in radians from the right and upwards.
  mutating func place(
    _ name: String, at point: (x: Double, y: Double), size: Double, near: Double = 7,
    towards angle: Double? = nil, isBold: Bool = false
  ) -> LabelBox {
    let width = 1.15 * Drawing.width(of: name, size: size, isBold: isBold)
    let height = size * 1.15
    var best: (box: LabelBox, cost: Double)?
    for ring in 0..<8 {
      for turn in 0..<24 {
        // The first direction is the one that is wished for, then those beside it.
        let step = Double((turn + 1) / 2) * (turn % 2 == 0 ? 1 : -1)
        let direction = (angle ?? 0.5) + step * Double.pi / 12
        let (right, up) = (cos(direction), sin(direction))
        let distance = near + Double(ring) * 4
        let x = point.x + right * distance + (right - 1) * width / 2
        let y = point.y - up * distance - (up + 1) * height / 2
        let box = LabelBox(x: x, y: y, width: width, height: height)
        let detour = Double(ring) * 14 + abs(step) * (angle == nil ? 0.1 : 4)
        let cost = cost(of: box) + detour
        if best.map({ cost < $0.cost - 1e-9 }) ?? true { best = (box, cost) }
      }
    }
    let box = best?.box ?? LabelBox(x: point.x, y: point.y, width: width, height: height)
    taken.append(box)
    return box
  }

  private func cost(of box: LabelBox) -> Double {
    let covered = taken.reduce(box.excess(over: area)) { $0 + $1.overlap(with: box) }
    return 100 * covered + 1.5 * avoided.reduce(0) { $0 + $1.overlap(with: box) }
  }

  /// The room for the names of many points: each is placed, and then placed again, three times, when
  /// it is known where all others are.
  static func arrange(
    _ names: [String], at points: [(x: Double, y: Double)], in area: PlotArea, size: Double
  ) -> [LabelBox] {
    var boxes = [LabelBox?](repeating: nil, count: names.count)
    for _ in 0..<4 {
      for index in names.indices {
        var placer = LabelPlacer(in: area)
        for point in points { placer.keepOff(point, radius: 5) }
        for (other, box) in boxes.enumerated() where other != index {
          if let box { placer.taken.append(box) }
        }
        boxes[index] = placer.place(names[index], at: points[index], size: size)
      }
    }
    return boxes.compactMap { $0 }
  }
}
