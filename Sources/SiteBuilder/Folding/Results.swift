import Foundation

/// The numbers that a chapter's runs have written down, by dotted path.
struct Results: Sendable {
  private let path: String
  private let root: Value?

  /// Reads `results.json` of a chapter's folder; a missing file is a fault only where it is quoted.
  init(path: String, root: URL) throws(Fault) {
    self.path = path
    guard let data = try? Data(contentsOf: root.appending(path: path)) else {
      self.root = nil
      return
    }
    do {
      self.root = try JSONDecoder().decode(Value.self, from: data)
    } catch {
      throw Fault(message: "this is no JSON: \(error.localizedDescription)")
    }
  }

  /// The value at `key`, such as `models.trigram.perplexity` or `losses.0`, written as `format` says.
  func text(_ key: String, format: String?) throws(Fault) -> String {
    guard let root else {
      throw Fault(message: "“\(key)” is quoted, but there is no \(path); run the chapter first")
    }
    var value = root
    for part in key.split(separator: ".") {
      guard let next = value[String(part)] else {
        throw Fault(message: "“\(part)” of “\(key)” is not in \(path)")
      }
      value = next
    }
    guard let text = try Self.format(value, format) else {
      throw Fault(message: "“\(key)” in \(path) is not a value that “\(format ?? "text")” can show")
    }
    return text
  }

  private static func format(_ value: Value, _ format: String?) throws(Fault) -> String? {
    guard let format else { return value.text }
    guard ["count", "percent", "mb"].contains(format) || format.contains(".") else {
      throw unknown(format)
    }
    guard let number = value.number else { return nil }
    let parts = format.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    let digits = parts.count == 2 ? try count(parts[1], format) : nil
    switch (parts[0], digits) {
    case ("count", nil): return grouped(number)
    case ("percent", _): return fixed(number * 100, digits ?? 0) + "%"
    case ("mb", nil): return fixed(number / 1e6, 1) + " MB"
    case ("", let digits?): return fixed(number, digits)
    default: throw unknown(format)
    }
  }

  private static func count(_ digits: String, _ format: String) throws(Fault) -> Int {
    guard let count = Int(digits), (0...9).contains(count) else { throw unknown(format) }
    return count
  }

  private static func unknown(_ format: String) -> Fault {
    Fault(
      message: "“\(format)” is no format; write .2 (decimals), count, percent, percent.1 or mb")
  }

  private static func fixed(_ number: Double, _ digits: Int) -> String {
    String(format: "%.\(digits)f", number).replacingOccurrences(of: "-", with: "−")
  }

  private static func grouped(_ number: Double) -> String {
    var digits = String(format: "%.0f", abs(number))
    var position = digits.count - 3
    while position > 0 {
      digits.insert(",", at: digits.index(digits.startIndex, offsetBy: position))
      position -= 3
    }
    return (number < 0 ? "−" : "") + digits
  }

  /// JSON as a tree.
  private enum Value: Sendable, Decodable {
    case integer(Int), number(Double), text(String), flag(Bool)
    case list([Value]), table([String: Value]), none

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if container.decodeNil() {
        self = .none
      } else if let flag = try? container.decode(Bool.self) {
        self = .flag(flag)
      } else if let integer = try? container.decode(Int.self) {
        self = .integer(integer)
      } else if let number = try? container.decode(Double.self) {
        self = .number(number)
      } else if let text = try? container.decode(String.self) {
        self = .text(text)
      } else if let list = try? container.decode([Value].self) {
        self = .list(list)
      } else {
        self = .table(try container.decode([String: Value].self))
      }
    }

    subscript(key: String) -> Value? {
      switch self {
      case .table(let table): return table[key]
      case .list(let list):
        guard let index = Int(key), list.indices.contains(index) else { return nil }
        return list[index]
      default: return nil
      }
    }

    var number: Double? {
      switch self {
      case .integer(let integer): Double(integer)
      case .number(let number): number
      default: nil
      }
    }

    var text: String? {
      switch self {
      case .integer(let integer): "\(integer)".replacingOccurrences(of: "-", with: "−")
      case .number(let number): "\(number)".replacingOccurrences(of: "-", with: "−")
      case .text(let text): text
      case .flag(let flag): "\(flag)"
      case .list, .table, .none: nil
      }
    }
  }
}
