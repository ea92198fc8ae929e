import Foundation

@testable import Experiments

/// The texts of a drawing, with the room that each takes up.
struct DrawnTexts {
  struct Text {
    let text: String
    let colour: String
    let box: CGRect
    /// The left end, the middle or the right end, whichever the drawing names.
    let x: Double
    let y: Double
  }

  let all: [Text]
  let width: Double
  let height: Double

  init(_ svg: String) {
    let size = svg.firstMatch(of: #/viewBox="0 0 ([\d.]+) ([\d.]+)"/#)
    width = size.flatMap { Double($0.1) } ?? 0
    height = size.flatMap { Double($0.2) } ?? 0
    let texts = svg.matches(
      of:
        #/<text x="([\d.-]+)" y="([\d.-]+)" text-anchor="(\w+)" style="fill:(.*?);font-size:([\d.]+)px([^"]*)">(.*?)</text>/#
    )
    all = texts.compactMap { match in
      guard let x = Double(match.1), let y = Double(match.2), let size = Double(match.5) else {
        return nil
      }
      let text = match.7.replacing("&lt;", with: "<").replacing("&gt;", with: ">")
        .replacing("&amp;", with: "&")
      let width = Drawing.room(
        for: String(text), size: size, isBold: match.6.contains("font-weight"))
      let left = match.3 == "start" ? x : match.3 == "end" ? x - width : x - width / 2
      return Text(
        text: String(text), colour: String(match.4),
        box: CGRect(x: left, y: y - 0.76 * size, width: width, height: size), x: x, y: y)
    }
  }

  /// The text's place; nil where nothing of the kind is written.
  subscript(text: String) -> Text? { all.first { $0.text == text } }

  /// What is wrong with them: texts outside of the drawing, and pairs that overlap.
  var faults: [String] {
    var faults: [String] = []
    for (index, one) in all.enumerated() {
      let box = one.box
      if box.minX < -0.5 || box.maxX > width + 0.5 || box.minY < 0 || box.maxY > height {
        faults.append("“\(one.text)” leaves the drawing")
      }
      for other in all[(index + 1)...] where one.box.insetBy(dx: 1, dy: 1).intersects(other.box) {
        faults.append("“\(one.text)” lies on “\(other.text)”")
      }
    }
    return faults
  }
}
