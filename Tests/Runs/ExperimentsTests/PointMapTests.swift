import Foundation
import Testing

@testable import Experiments

@Suite("A map of points")
struct PointMapTests {
  /// Sixty names on a small place.
  private static let crowd = (0..<60).map { number in
    PointMap.Point(
      "word\(number)", x: Double(number * 37 % 11), y: Double(number * 53 % 13), group: number % 5)
  }

  @Test("has room for every name, however close the points are", arguments: Breadth.allCases)
  func names(_ breadth: Breadth) {
    let points = Array(Self.crowd.prefix(breadth == .wide ? 60 : 30))
    let texts = PlacedTexts(
      PointMap(title: "t", description: "d", points: points).svg(breadth))
    #expect(texts.all.count == points.count)
    #expect(texts.outside.isEmpty, "\(texts.outside)")
    #expect(texts.overlaps.isEmpty, "\(texts.overlaps)")
  }

  @Test("has a unit that is equally long in both directions, and a group for each point in order")
  func unit() {
    let svg = PointMap(
      title: "t", description: "d",
      points: [
        .init("a", x: 0, y: 0), .init("b", x: 1, y: 0, group: 1), .init("c", x: 0, y: 1, group: 2),
      ]
    ).svg(.wide)
    let places = svg.matches(of: /<path d="M([\d.]+),([\d.]+)m/).compactMap { match in
      Double(match.1).flatMap { x in Double(match.2).map { (x: x, y: $0) } }
    }
    #expect(places.count == 3)
    #expect(abs((places[1].x - places[0].x) - (places[0].y - places[2].y)) < 0.21)
    #expect(places[1].x > places[0].x && places[2].y < places[0].y)
    let groups = svg.matches(of: #/<g>(?:(?!</g>)[\s\S])*>(\w)</text>/#).map { String($0.1) }
    #expect(groups == ["a", "b", "c"])
  }

  @Test("has no colour of a quantity for its groups")
  func colours() {
    let svg = PointMap(title: "t", description: "d", points: Self.crowd).svg(.wide)
    for name in ["--quantity", "--series-1", "--series-2", "--series-5", "--series-6"] {
      #expect(!svg.contains(name))
    }
  }

  @Test("puts a name where it is asked to, unless something is there")
  func placer() {
    let area = PlotArea(left: 0, right: 200, top: 0, bottom: 200)
    var placer = LabelPlacer(in: area)
    let free = placer.place("name", at: (100, 100), size: 14, towards: .pi)
    #expect(free.x + free.width <= 94)
    let other = placer.place("name", at: (100, 100), size: 14, towards: .pi)
    #expect(free.overlap(with: other) == 0)
    let corner = placer.place("name", at: (199, 1), size: 14, towards: 0)
    #expect(corner.excess(over: area) < 1e-6)
  }
}
