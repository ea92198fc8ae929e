import Foundation

/// A check that ended without a verdict, and what that tells the learner.
struct Crash {
  let exercise: String
  let ending: ChildProcess.Ending?
  /// The limit that it has reached, if one.
  let excess: CheckClock.Excess?
  /// The most memory that it held at a time, in kilobytes.
  let peakMemory: Int
  /// What was being checked.
  let claim: String?
  /// What had failed before, in words for the learner.
  let failure: String?
  /// What it wrote to standard output and standard error, the runtime's backtrace included.
  let output: String

  /// Asks the Swift runtime for a backtrace that can be read back, or for none.
  static func environment(isTraced: Bool) -> [String] {
    var environment = ProcessInfo.processInfo.environment
    environment["SWIFT_BACKTRACE"] =
      isTraced
      ? "enable=yes,color=no,interactive=no,threads=crashed,registers=none,images=none,"
        + "limit=24,top=4,sanitize=no,output-to=stderr,symbolicate=full,timeout=5s" : "enable=no"
    return environment.map { "\($0.key)=\($0.value)" }
  }

  /// The verdict, with the reason in words.
  var verdict: Verdict {
    let (kind, reason) = diagnosis
    var lines = [reason]
    if let claim { lines.append("It happened while checking: \(claim).") }
    // Given code may be where it stops, but it is not where the mistake is.
    let frames = learnerFrames.map(Self.relative)
    if let first = frames.first, let caller = frames.first(where: { $0.file != first.file }) {
      lines.append("\(first) was called from \(caller).")
    }
    if let failure { lines.append("Before that, \(failure)") }
    return Verdict(
      exercise: exercise, kind: kind, message: lines.joined(separator: "\n"),
      location: learnerFrames.first, output: Self.shortened(printed))
  }

  private var diagnosis: (Verdict.Kind, String) {
    let signal = ending?.signal ?? 0
    if let excess { return (.timedOut, excess.words) }
    if hasRunOutOfMemory {
      return (
        .outOfMemory,
        "Your code asked for more than \(CheckedExercise.addressBytes >> 20) MiB of memory. "
          + "Does something grow without end?"
      )
    }
    if let message = fatalError { return (.crashed, "Your code stopped: \(message)") }
    if signal == SIGSEGV || signal == SIGBUS {
      return isEndlessRecursion
        ? (.crashed, "The stack ran out: a function calls itself without end.")
        : (.crashed, "Your code used memory that is not its own (signal \(signal)).")
    }
    if signal == SIGKILL { return (.crashed, "Your code killed its own process.") }
    if signal == SIGXFSZ { return (.crashed, "Your code wrote a file of more than 64 MiB.") }
    if signal != 0 { return (.crashed, "Your code was ended by signal \(signal).") }
    return (
      .crashed,
      "Your code left the program with exit code \(ending?.code ?? 0) before the check was over. "
        + "A function returns its result; it does not call exit."
    )
  }

  /// What stands behind `Fatal error:`, or the runtime's own words for a trap.
  private var fatalError: String? {
    let markers = ["Fatal error: ", "Precondition failed: ", "Assertion failed: "]
    // The last one: what a learner printed earlier may quote such words.
    for line in output.split(separator: "\n").reversed() {
      for marker in markers {
        if let range = line.range(of: marker) { return String(line[range.upperBound...]) }
      }
    }
    for name in Self.reports where output.contains(": \(name)\n") { return name.lowercased() }
    if ending?.signal == SIGILL || ending?.signal == SIGTRAP {
      return "a trap, such as an overflow or a number that does not fit its type"
    }
    return nil
  }

  /// A failed allocation does not always say so: what follows may be a use of address 0.
  private var hasRunOutOfMemory: Bool {
    if ending?.signal == SIGSEGV, peakMemory > Int(CheckedExercise.addressBytes >> 10) / 3 {
      return true
    }
    return saysItHasRunOutOfMemory
  }

  private var saysItHasRunOutOfMemory: Bool {
    ["failed to allocate", "ailed to allocate memory", "Cannot allocate memory", "std::bad_alloc"]
      .contains { output.contains($0) }
  }

  private var isEndlessRecursion: Bool {
    // One call on the stack again and again; the grader's own frames make any stack deep.
    let calls = Dictionary(grouping: learnerFrames, by: \.self)
    return calls.values.contains { $0.count >= 4 }
  }

  /// Frames of the backtrace that lie in a chapter's folder, as `path:line`, the innermost first.
  private var learnerFrames: [String] {
    output.split(separator: "\n").compactMap { line in
      // `at /full/path.swift:3:5`, or a path from the root where `#sourceLocation` set it.
      guard let at = line.range(of: " at ", options: .backwards) else { return nil }
      let place = line[at.upperBound...].split(separator: ":")
      guard place.count >= 2, Int(place[1]) != nil, Self.isChapterFile(place[0]) else { return nil }
      return "\(place[0]):\(place[1])"
    }
  }

  /// Whether a path lies in a folder `ChapterN`, be it of stubs, solutions or an overlay.
  private static func isChapterFile(_ path: Substring) -> Bool {
    let folders = path.split(separator: "/").dropLast()
    guard let folder = folders.last, folder.hasPrefix("Chapter") else { return false }
    return Int(folder.dropFirst("Chapter".count)) != nil
  }

  /// A path as a learner types it, from the package's root, where it lies in a chapter's folder.
  static func relative(_ location: String) -> String {
    for folder in ["Sources/Chapter", "Solutions/Chapter", ".build/overlay/Chapter"] {
      if let range = location.range(of: folder, options: .backwards) {
        return String(location[range.lowerBound...])
      }
    }
    return location
  }

  /// What the learner's code printed: the output up to the runtime's report.
  private var printed: String {
    let marks = [
      "\n*** Signal ", "*** Signal ", "\n*** Program crashed", "\n💣", "*** Swift runtime",
    ]
    var end = output.endIndex
    for mark in marks {
      if let range = output.range(of: mark), range.lowerBound < end { end = range.lowerBound }
    }
    return output[..<end].split(separator: "\n", omittingEmptySubsequences: false)
      .filter { line in !Self.reports.contains { line.contains(": \($0)") } }
      .joined(separator: "\n")
  }

  /// How the runtime's last words begin, behind a file and a line.
  private static let reports = ["Fatal error", "Precondition failed", "Assertion failed"]

  /// The first lines of a learner's output, enough to find a `print` again.
  static func shortened(_ output: String) -> String {
    let lines = output.split(separator: "\n", omittingEmptySubsequences: false)
    let kept = lines.prefix(20).map { line in
      line.count > 200 ? line.prefix(200) + "…" : line
    }
    let text = kept.joined(separator: "\n").trimmingCharacters(in: .whitespacesAndNewlines)
    return lines.count > 21 ? text + "\n… (\(lines.count - 20) more lines)" : text
  }
}

extension String {
  /// The part of `path:line` before the last colon.
  fileprivate var file: Substring { self[..<(lastIndex(of: ":") ?? endIndex)] }
}
