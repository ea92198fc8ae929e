import Foundation

@testable import Experiments

/// The texts of a drawing with the room that each takes up.
struct PlacedTexts {
  let all: [(text: String, box: CGRect)]
  let size: CGSize

  init(_ svg: String) {
    func number(_ text: Substring) -> Double { Double(text) ?? .nan }
    let view = svg.firstMatch(of: /viewBox="0 0 ([\d.]+) ([\d.]+)"/)
    size = CGSize(
      width: view.map { number($0.1) } ?? 0, height: view.map { number($0.2) } ?? 0)
    let texts = svg.matches(
      of: /<text x="([-\d.]+)" y="([-\d.]+)" text-anchor="(\w+)" style="([^"]*)">([^<]*)</)
    all = texts.map { match in
      let letters = match.4.firstMatch(of: /font-size:([\d.]+)px/).map { number($0.1) } ?? 0
      let width = Drawing.width(
        of: String(match.5), size: letters, isBold: match.4.contains("font-weight:600"))
      let left = number(match.1) - (match.3 == "end" ? width : match.3 == "middle" ? width / 2 : 0)
      // Letters stand on the line; few reach below it.
      let box = CGRect(x: left, y: number(match.2) - 0.75 * letters, width: width, height: letters)
      return (String(match.5), box)
    }
  }

  /// The texts that leave the drawing.
  var outside: [String] {
    let whole = CGRect(origin: .zero, size: size).insetBy(dx: -1, dy: -1)
    return all.filter { !whole.contains($0.box) }.map(\.text)
  }

  /// The pairs of texts that lie on each other.
  var overlaps: [String] {
    all.indices.flatMap { one in
      all.indices.filter { $0 > one }.compactMap { other in
        let common = all[one].box.intersection(all[other].box)
        return common.width > 1 && common.height > 2
          ? "“\(all[one].text)” on “\(all[other].text)”" : nil
      }
    }
  }
}
