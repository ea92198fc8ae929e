import Foundation

/// The numbers of a chapter's runs, as `results.json` holds them: an ordered tree.
///
/// A key names its place by dots: `set("perplexity.kneserNey.3", to: .number(93.1))`. A page quotes
/// a value by the same key.
public struct Results: Equatable, Sendable {
  /// The whole tree; always a table.
  public private(set) var root: ResultValue = .table([])

  /// Results without any value.
  public init() {}

  /// Sets the value at a dotted key, making the tables on the way; a later value replaces it.
  public mutating func set(_ key: String, to value: ResultValue) {
    root = Self.setting(root, path: key.split(separator: ".").map(String.init)[...], to: value)
  }

  /// The value at a dotted key; nil where there is none.
  public subscript(key: String) -> ResultValue? {
    var value = root
    for part in key.split(separator: ".") {
      switch value {
      case .table(let entries):
        guard let entry = entries.first(where: { $0.key == part }) else { return nil }
        value = entry.value
      case .list(let values):
        guard let index = Int(part), values.indices.contains(index) else { return nil }
        value = values[index]
      default: return nil
      }
    }
    return value
  }

  private static func setting(
    _ tree: ResultValue, path: ArraySlice<String>, to value: ResultValue
  ) -> ResultValue {
    guard let name = path.first else { return value }
    var entries: [(key: String, value: ResultValue)] = []
    if case .table(let known) = tree { entries = known }
    let index = entries.firstIndex { $0.key == name }
    let child = setting(
      index.map { entries[$0].value } ?? .table([]), path: path.dropFirst(), to: value)
    if let index { entries[index].value = child } else { entries.append((name, child)) }
    return .table(entries)
  }

  /// The tree as JSON, two spaces deeper at each table, equal byte for byte for equal results.
  public var json: String { Self.json(root, indent: "") + "\n" }

  private static func json(_ value: ResultValue, indent: String) -> String {
    switch value {
    case .integer(let integer): return String(integer)
    case .number(let number): return json(number)
    case .text(let text): return quoted(text)
    case .flag(let flag): return flag ? "true" : "false"
    case .list(let values):
      return "[" + values.map { json($0, indent: indent) }.joined(separator: ", ") + "]"
    case .table(let entries):
      guard !entries.isEmpty else { return "{}" }
      let deeper = indent + "  "
      let lines = entries.map { deeper + quoted($0.key) + ": " + json($0.value, indent: deeper) }
      return "{\n" + lines.joined(separator: ",\n") + "\n" + indent + "}"
    }
  }

  /// Six significant digits: enough for prose, and short of where machines begin to differ.
  private static func json(_ number: Double) -> String {
    guard number.isFinite else {
      return quoted(number.isNaN ? "not a number" : number < 0 ? "−∞" : "∞")
    }
    let rounded = String(format: "%.6g", number)
    return rounded == "-0" ? "0" : rounded
  }

  /// A text as JSON writes it.
  static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\t": out += "\\t"
      case _ where scalar.value < 0x20: out += String(format: "\\u%04x", scalar.value)
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }
}
