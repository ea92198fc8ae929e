import Foundation
import Weaving

/// The numbers that a chapter's runs have written down, by dotted path.
///
/// `perplexity.bigram` stands in `results.json`. Where that has no `perplexity`, the key's first part
/// names another file of the folder: `peers.kenlm.perplexity` stands in `peers.json`.
struct Results: Sendable {
  private static let main = "results"
  private let folder: String
  /// The folder's JSON files, by name without ending.
  private var files: [String: Value] = [:]
  /// Files that cannot be read. What is quoted from them is no second mistake.
  private var unreadable: Set<String> = []
  /// What is wrong with the files.
  private(set) var diagnostics: [Diagnostic] = []

  /// Reads the JSON files of a chapter's folder; a missing one is a fault only where it is quoted.
  init(folder: String, root: URL) {
    self.folder = folder
    for name in BookFolder.names(in: root.appending(path: folder))
    where name.hasSuffix(".json") && !name.hasPrefix(".") && name != CodeQuantities.fileName {
      let path = "\(folder)/\(name)"
      let stem = String(name.dropLast(5))
      do throws(Diagnostic) {
        files[stem] = try Self.value(of: AuthorFile.data(path, root: root), at: path)
      } catch {
        unreadable.insert(stem)
        diagnostics.append(error)
      }
    }
  }

  /// Adds what is known of the chapters: `chapter.1.exercises`.
  mutating func add(_ facts: ChapterFacts) {
    files["chapter"] = .table(
      facts.exercises.reduce(into: [:]) { chapters, entry in
        chapters["\(entry.key)"] = .table(["exercises": .integer(entry.value)])
      })
  }

  private static func value(of data: Data, at path: String) throws(Diagnostic) -> Value {
    do {
      return try JSONDecoder().decode(Value.self, from: data)
    } catch {
      let fault = JSONFault(in: data)
      throw Diagnostic(
        file: path, line: fault?.line ?? 1,
        "this is no JSON (\(fault?.reason ?? "a value of no known kind")); run the chapter again to "
          + "write it")
    }
  }

  /// The value at `key`, such as `models.trigram.perplexity` or `losses.0`, written as `format` says.
  func text(_ key: String, format: String?) throws(Fault) -> String {
    let (file, parts) = try place(of: key)
    if unreadable.contains(file) { return "…" }
    let path = "\(folder)/\(file).json"
    guard var value = files[file] else {
      throw Fault(message: "“\(key)” is quoted, but there is no \(path); run the chapter first")
    }
    for part in parts {
      guard let next = value[part] else {
        throw Fault(message: "“\(part)” of “\(key)” is not in \(path)")
      }
      value = next
    }
    guard let format else {
      if let text = value.text { return text }
      throw Fault(message: "“\(key)” in \(path) is not a value that “text” can show")
    }
    // A format that does not exist is told first, whatever the value is.
    let text = try NumberFormat.text(value.number ?? 0, format)
    guard value.number != nil else {
      throw Fault(message: "“\(key)” in \(path) is not a value that “\(format)” can show")
    }
    return text
  }

  /// Every number that has a key of its own, in the order of the keys; those in lists are a figure's.
  var numbers: [(key: String, value: Double)] {
    // A quick run's numbers are for tests.
    files.keys.filter { !$0.hasPrefix("quick") }.sorted().flatMap { name in
      files[name]?.numbers(below: name == Self.main ? "" : name + ".") ?? []
    }
  }

  /// The file that a key is about, and the key's parts in it.
  private func place(of key: String) throws(Fault) -> (file: String, parts: ArraySlice<String>) {
    let parts = key.split(separator: ".").map(String.init)[...]
    guard let first = parts.first, first != Self.main,
      files[first] != nil || unreadable.contains(first)
    else { return (Self.main, parts) }
    guard files[Self.main]?[first] == nil else {
      throw Fault(
        message: "“\(first)” of “\(key)” is a key of \(folder)/\(Self.main).json and the file "
          + "\(folder)/\(first).json; rename one of them")
    }
    return (first, parts.dropFirst())
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

    func numbers(below prefix: String) -> [(key: String, value: Double)] {
      guard case .table(let table) = self else { return [] }
      return table.sorted { $0.key < $1.key }.flatMap { key, value in
        value.number.map { [(prefix + key, $0)] } ?? value.numbers(below: "\(prefix)\(key).")
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
