/// Whose functions answer: the learner's, or the reference's in their place.
public struct Ownership: Sendable {
  private let exercises: [String]
  private let lent: [String]
  private let changed: [String]

  /// As the command line says it.
  public init(_ options: PlayOptions) {
    (exercises, lent, changed) = (options.exercises, options.lent, options.changed)
  }

  /// What to say of it at the start.
  public var greeting: String {
    guard !exercises.isEmpty else { return "" }
    let own = exercises.filter { !lent.contains($0) }
    let chapter = Self.chapter(of: exercises[0])
    var lines: [String] = []
    if own.isEmpty {
      lines.append(
        "None of the exercises is done yet, so the reference answers. What you write, and "
          + "`swift run course check \(chapter)` passes, takes its place.")
    } else if lent.isEmpty {
      lines.append(
        "Every answer is computed by your own functions, \(Self.ranges(own, exercises)).")
    } else {
      lines.append("Yours: \(Self.ranges(own, exercises)).")
      lines.append("The reference's, for now: \(Self.ranges(lent, exercises)).")
    }
    if changed.count == 1 {
      lines.append(
        "\(changed[0]) was changed since it passed: once `swift run course check \(changed[0])` passes "
          + "it again, it plays.")
    } else if !changed.isEmpty {
      lines.append(
        "\(Self.ranges(changed, exercises)) were changed since they passed: what `swift run course "
          + "check \(chapter)` passes again, plays.")
    }
    return lines.joined(separator: "\n")
  }

  /// What to say under an answer in which some exercises took part, a bit for each; nothing where all
  /// of them are the learner's.
  func note(on tookPart: UInt64) -> String {
    let others = lent.filter { exercise in
      exercise.split(separator: ".").last.flatMap { UInt64($0) }.map { tookPart >> $0 & 1 == 1 }
        ?? false
    }
    guard let last = others.last else { return "" }
    let names = others.count == 1 ? last : Self.ranges(others, exercises)
    return "\(names) \(others.count == 1 ? "is" : "are") the reference's: write yours, and this "
      + "answer is yours."
  }

  private static func chapter(of exercise: String) -> Substring {
    exercise.split(separator: ".").first ?? ""
  }

  /// “1.1 to 1.4, 1.6 and 1.7”: runs of three or more are joined.
  static func ranges(_ chosen: [String], _ all: [String]) -> String {
    var runs: [[String]] = []
    for (place, exercise) in all.enumerated() where chosen.contains(exercise) {
      if place > 0, runs.last?.last == all[place - 1] {
        runs[runs.count - 1].append(exercise)
      } else {
        runs.append([exercise])
      }
    }
    let parts = runs.flatMap { run in
      run.count > 2 ? ["\(run[0]) to \(run[run.count - 1])"] : run
    }
    guard parts.count > 1, let last = parts.last else { return parts.first ?? "none" }
    return parts.dropLast().joined(separator: ", ") + " and " + last
  }
}
