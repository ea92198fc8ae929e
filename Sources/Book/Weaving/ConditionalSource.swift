/// A source whose `#if`, `#elseif`, `#else` and `#endif` lines can be taken out.
///
/// Asked for a syntax tree, the compiler leaves out every branch, so it is given all of them.
/// `#sourceLocation` lines are taken out in any case, so that its answers are about this source.
/// Spaces stand in the place of a line: every other byte keeps its own.
struct ConditionalSource {
  /// The source without the lines of conditions.
  let everyBranch: String
  /// The source with them.
  let withConditions: String
  /// From an `#if` to its `#endif`, in UTF-8 offsets, outermost ones.
  private let conditions: [Range<Int>]

  /// Whether there are such lines.
  var hasConditions: Bool { !conditions.isEmpty }

  init(_ source: String) {
    guard source.contains("#if") || source.contains("#sourceLocation") else {
      (everyBranch, withConditions, conditions) = (source, source, [])
      return
    }
    let bytes = Array(source.utf8)
    var everyBranch = bytes
    var withConditions = bytes
    var conditions: [Range<Int>] = []
    var depth = 0
    var start = 0
    var line = 0
    while line < bytes.count {
      let end = bytes[line...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
      let blank = Array(repeating: UInt8(ascii: " "), count: end - line)
      switch Self.directive(in: bytes[line..<end]) {
      case "#sourceLocation":
        everyBranch.replaceSubrange(line..<end, with: blank)
        withConditions.replaceSubrange(line..<end, with: blank)
      case let word where ["#if", "#elseif", "#else", "#endif"].contains(word):
        everyBranch.replaceSubrange(line..<end, with: blank)
        if word == "#if", depth == 0 { start = line }
        if word == "#if" { depth += 1 }
        if word == "#endif" { depth -= 1 }
        if word == "#endif", depth == 0 { conditions.append(start..<end) }
      default: break
      }
      line = end + 1
    }
    self.everyBranch = String(decoding: everyBranch, as: UTF8.self)
    self.withConditions = String(decoding: withConditions, as: UTF8.self)
    self.conditions = conditions
  }

  /// Whether what stands there depends on a condition.
  func isConditional(_ place: Int) -> Bool { conditions.contains { $0.contains(place) } }

  private static func directive(in line: ArraySlice<UInt8>) -> String {
    let text = line.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    guard text.first == UInt8(ascii: "#") else { return "" }
    return String(decoding: text, as: UTF8.self).prefix { $0 == "#" || $0.isLetter }.description
  }
}
