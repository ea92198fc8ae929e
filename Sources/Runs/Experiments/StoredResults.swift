import Foundation

extension Results {
  /// The results that a file holds; tables are in the order of their keys.
  ///
  /// - Throws: ``RunError`` where the file is missing or no table of results.
  public init(file: String) throws(RunError) {
    guard let data = FileManager.default.contents(atPath: file) else {
      throw RunError("\(file): error: there is no such file; run the chapter first")
    }
    try self.init(json: data, file: file)
  }

  /// The results that a text holds, as a page's figures and a later run read them.
  init(json: Data, file: String) throws(RunError) {
    guard case .table(let entries)? = try? JSONDecoder().decode(ResultValue.self, from: json) else {
      throw RunError("\(file): error: these are no results; run the chapter again")
    }
    self.init()
    for (key, value) in entries { set(key, to: value) }
  }

  /// The number at a key.
  ///
  /// - Throws: ``RunError`` where there is none.
  public func number(_ key: String) throws(RunError) -> Double {
    guard let number = self[key]?.number else { throw Self.missing("number", key) }
    return number
  }

  /// The numbers of the list at a key.
  ///
  /// - Throws: ``RunError`` where there is no list, or something else in it.
  public func numbers(_ key: String) throws(RunError) -> [Double] {
    guard case .list(let values)? = self[key] else { throw Self.missing("list of numbers", key) }
    let numbers = values.compactMap(\.number)
    guard numbers.count == values.count else { throw Self.missing("list of numbers", key) }
    return numbers
  }

  /// The lists of numbers in the list at a key.
  ///
  /// - Throws: ``RunError`` where there is no such list.
  public func rows(_ key: String) throws(RunError) -> [[Double]] {
    guard case .list(let values)? = self[key] else { throw Self.missing("list of lists", key) }
    var rows: [[Double]] = []
    for index in values.indices { rows.append(try numbers("\(key).\(index)")) }
    return rows
  }

  /// The text at a key.
  ///
  /// - Throws: ``RunError`` where there is none.
  public func text(_ key: String) throws(RunError) -> String {
    guard case .text(let text)? = self[key] else { throw Self.missing("text", key) }
    return text
  }

  /// The texts of the list at a key.
  ///
  /// - Throws: ``RunError`` where there is no list, or something else in it.
  public func texts(_ key: String) throws(RunError) -> [String] {
    guard case .list(let values)? = self[key] else { throw Self.missing("list of texts", key) }
    var texts: [String] = []
    for index in values.indices { texts.append(try text("\(key).\(index)")) }
    return texts
  }

  /// The keys of the table at a key, whole numbers in their own order; none where there is no table.
  public func keys(_ key: String) -> [String] {
    guard case .table(let entries)? = self[key] else { return [] }
    return entries.map(\.key).sorted { one, other in
      if let a = Int(one), let b = Int(other) { a < b } else { one < other }
    }
  }

  /// What the description of a figure ends with.
  public var provenance: String {
    let command = (try? text("run.command")) ?? "an unknown command"
    let seed = (try? text("run.seed")).map { ", seed \($0)" } ?? ""
    return "Made by `\(command)`\(seed)."
  }

  private static func missing(_ kind: String, _ key: String) -> RunError {
    RunError("error: the results have no \(kind) “\(key)”; run the chapter again")
  }
}

extension ResultValue: Decodable {
  /// A value of JSON; tables are in the order of their keys.
  public init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if let flag = try? value.decode(Bool.self) {
      self = .flag(flag)
    } else if let integer = try? value.decode(Int.self) {
      self = .integer(integer)
    } else if let number = try? value.decode(Double.self) {
      self = .number(number)
    } else if let text = try? value.decode(String.self) {
      self = .text(text)
    } else if let values = try? value.decode([ResultValue].self) {
      self = .list(values)
    } else {
      let entries = try value.decode([String: ResultValue].self)
      self = .table(entries.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
    }
  }

  /// The number that it is; nil for everything else, but for what results write of an infinite one.
  fileprivate var number: Double? {
    switch self {
    case .integer(let integer): Double(integer)
    case .number(let number): number
    case .text("∞"): .infinity
    case .text("−∞"): -.infinity
    default: nil
    }
  }
}
