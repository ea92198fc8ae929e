import Mutation

/// What became of an exercise's mutants.
struct Outcome {
  let exercise: String
  var killed = 0
  var equivalent = 0
  /// Changes that do not compile.
  var impossible = 0
  /// The holes in the grader.
  var survivors: [Mutant] = []
  /// Entries among the equivalents that are none, each with what is wrong.
  var staleEntries: [String] = []
  /// What went wrong with the grader itself.
  var faults: [String] = []

  /// Whether the exercise can be entered in the record.
  var isClean: Bool { survivors.isEmpty && staleEntries.isEmpty && faults.isEmpty }

  /// Sorts an exercise's mutants.
  ///
  /// - Parameter judgements: by index; mutants without one did not compile.
  init(
    _ exercise: String, _ mutants: [Mutant], _ judgements: [Int: Grader.Judgement],
    _ equivalents: Equivalents
  ) {
    self.exercise = exercise
    var entries = Dictionary(
      uniqueKeysWithValues: equivalents.entries.filter { $0.exercise == exercise }
        .map { ($0.identity, $0) })
    for (index, mutant) in mutants.enumerated() where mutant.identity.exercise == exercise {
      switch judgements[index] {
      case nil: impossible += 1
      case .fault(let message): faults.append("\(mutant.told): \(message)")
      case .survived:
        if entries.removeValue(forKey: mutant.identity) == nil {
          survivors.append(mutant)
        } else {
          equivalent += 1
        }
      case .killed:
        killed += 1
        if entries.removeValue(forKey: mutant.identity) != nil {
          staleEntries.append("this equivalent is killed, remove it: \(mutant.told)")
        }
      }
    }
    for entry in entries.values.sorted(by: { ($0.line, $0.change) < ($1.line, $1.change) }) {
      staleEntries.append(
        "this equivalent is no mutant, remove it: \(entry.line)  →  \(entry.change)")
    }
  }

  /// The outcome as lines.
  var told: String {
    let counts =
      "\(exercise): \(killed) killed, \(equivalent) equivalent, \(survivors.count) surviving"
      + " (\(impossible) do not compile)"
    return ([counts] + (survivors.map(\.told) + staleEntries + faults).map { "  " + $0 })
      .joined(separator: "\n")
  }
}

extension Mutant {
  /// Where it stands, the line as it is, and what becomes of it.
  var told: String {
    let place = identity.occurrence.map { " (occurrence \($0))" } ?? ""
    return "\(file):\(line)\(place): \(identity.line)  →  \(identity.change)"
  }
}
