import Foundation

/// Compares the results of a run with those in a file.
public enum ResultsComparison {
  /// What differs, one line each, `key: here 1, in the file 2`; empty where all agrees.
  ///
  /// Everything counts but what stands under `timing` and `machine`, which is another on every run,
  /// and the line of the command. Numbers agree when they differ by less than `tolerance`, relative
  /// to the greater: the last digits of a logarithm are not the same on every machine.
  ///
  /// - Throws: ``RunError`` where `json` is no JSON.
  public static func differences(
    of results: Results, from json: Data, file: String, tolerance: Double = 1e-4
  ) throws(RunError) -> [String] {
    let here = try leaves(of: Data(results.json.utf8), file: "the run's own results")
    let there = try leaves(of: json, file: file)
    return Set(here.keys).union(there.keys).sorted().compactMap { key in
      let (one, other) = (here[key], there[key])
      if let one, let other, agree(one, other, tolerance: tolerance) { return nil }
      return "\(key): here \(one ?? "missing"), in \(file) \(other ?? "missing")"
    }
  }

  private static func agree(_ one: String, _ other: String, tolerance: Double) -> Bool {
    if one == other { return true }
    guard let a = Double(one), let b = Double(other) else { return false }
    return abs(a - b) <= tolerance * max(abs(a), abs(b))
  }

  private static func leaves(of json: Data, file: String) throws(RunError) -> [String: String] {
    guard let tree = try? JSONSerialization.jsonObject(with: json) else {
      throw RunError("\(file): error: this is no JSON; give a results file of an earlier run")
    }
    var leaves: [String: String] = [:]
    collect(tree, key: "", into: &leaves)
    return leaves
  }

  private static func collect(_ tree: Any, key: String, into leaves: inout [String: String]) {
    if ["timing", "run.machine", "run.command", "run.swift"].contains(key) { return }
    let prefix = key.isEmpty ? "" : key + "."
    if let table = tree as? [String: Any] {
      for (name, value) in table { collect(value, key: prefix + name, into: &leaves) }
    } else if let list = tree as? [Any] {
      for (index, value) in list.enumerated() {
        collect(value, key: prefix + String(index), into: &leaves)
      }
    } else {
      leaves[key] = "\(tree)"
    }
  }
}
