import Foundation

/// Runs a grading program and reads its verdicts: for `swift test` and for `course`.
public enum GradeClient {
  /// Grades exercises, each of which gets a verdict even if learner code kills the supervisor.
  ///
  /// - Parameters:
  ///   - executable: the grading program, `ChapterNGrade`.
  ///   - exercises: their numbers, in the order in which they are graded.
  ///   - titles: the chapter's section titles, by which verdicts name sections.
  ///   - onVerdict: told each verdict as soon as it is known.
  /// - Returns: one verdict for each exercise.
  /// - Throws: ``GradeError`` where the program is missing, does not know an exercise, or writes
  ///   what cannot be understood.
  public static func grade(
    executable: URL, exercises: [String], titles: SectionTitles? = nil,
    onVerdict: (Verdict) -> Void = { _ in }
  ) throws -> [Verdict] {
    try grade(
      executable: executable, exercises: exercises, titles: titles, longestStop: longestStop,
      onVerdict: onVerdict)
  }

  static func grade(
    executable: URL, exercises: [String], titles: SectionTitles? = nil, longestStop: Double,
    onVerdict: (Verdict) -> Void = { _ in }
  ) throws -> [Verdict] {
    guard !exercises.isEmpty else { throw GradeError.nothingToGrade }
    guard FileManager.default.isExecutableFile(atPath: executable.path) else {
      throw GradeError.noProgram(executable.path)
    }
    var verdicts: [Verdict] = []
    while verdicts.count < exercises.count {
      let remaining = Array(exercises.dropFirst(verdicts.count))
      let before = verdicts.count
      try supervise(executable, remaining, longestStop) { verdict in
        var verdict = verdict
        if let titles { verdict.message = titles.named(in: verdict.message) }
        verdicts.append(verdict)
        onVerdict(verdict)
      }
      if verdicts.count < exercises.count {
        // The supervisor is gone or stopped: the exercise under check did that.
        let culprit = Verdict(
          exercise: exercises[verdicts.count], kind: .crashed,
          message: "Your code stopped the grader itself. The other exercises were graded afresh.")
        if verdicts.count == before, remaining.isEmpty { throw GradeError.nothingToGrade }
        verdicts.append(culprit)
        onVerdict(culprit)
      }
    }
    return verdicts
  }

  /// The verdict on one exercise.
  ///
  /// - Parameters:
  ///   - executable: the chapter's grading program.
  ///   - titles: the chapter's section titles.
  public static func verdict(
    on exercise: String, executable: URL, titles: SectionTitles? = nil
  ) throws -> Verdict {
    let verdicts = try grade(executable: executable, exercises: [exercise], titles: titles)
    guard let verdict = verdicts.first, verdict.exercise == exercise else {
      return Verdict(
        exercise: exercise, kind: .graderFault, message: "exercise \(exercise) got no verdict")
    }
    return verdict
  }

  /// The exercises that a grading program knows.
  public static func catalogue(of executable: URL) throws -> [CatalogueEntry] {
    guard FileManager.default.isExecutableFile(atPath: executable.path) else {
      throw GradeError.noProgram(executable.path)
    }
    let process = try start(executable, ["--catalogue"])
    while process.ending == nil { process.advance(milliseconds: 100) }
    let data = Data(process.output(0))
    guard let entries = try? JSONDecoder().decode([CatalogueEntry].self, from: data) else {
      throw GradeError.notUnderstood(String(decoding: data.prefix(80), as: UTF8.self))
    }
    return entries
  }

  /// The folder in which the running test bundle, and so every product of the build, lies.
  public static func buildFolder() -> URL {
    #if os(Linux)
      let path =
        (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
      return URL(filePath: path).deletingLastPathComponent()
    #else
      let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") } ?? .main
      return bundle.bundleURL.deletingLastPathComponent()
    #endif
  }

  private static func start(
    _ executable: URL, _ arguments: [String], input: String = ""
  ) throws -> ChildProcess {
    try ChildProcess(
      executable: executable.path, arguments: arguments,
      environment: ProcessInfo.processInfo.environment.map { "\($0.key)=\($0.value)" },
      input: input,
      outputs: [([1], 64 << 20), ([2], 64 << 10)])
  }

  /// Runs the supervisor until it ends, or until it has been stopped for too long.
  ///
  /// How long it is silent says nothing: it bounds each check by itself, and waits for its turn on a
  /// machine that has much to do.
  private static func supervise(
    _ executable: URL, _ exercises: [String], _ longestStop: Double,
    onVerdict: (Verdict) -> Void
  ) throws {
    let seal = Seal.make()
    let process = try start(executable, [GradeMain.sealedFlag] + exercises, input: seal)
    var awaited = exercises[...]
    var foreign: String?
    var stopped = 0.0
    var looked = ContinuousClock.now
    var read = 0
    while true {
      let hasEnded = process.ending != nil
      process.advance(milliseconds: 20)
      let lines = process.output(0)[read...]
      if let end = lines.lastIndex(of: 10) {
        for line in lines[...end].split(separator: 10) {
          // A line without the seal may be learner code's, and is nobody's verdict.
          guard line.starts(with: seal.utf8),
            let verdict = try? JSONDecoder().decode(
              Verdict.self, from: Data(line.dropFirst(Seal.length))),
            verdict.exercise == awaited.first
          else {
            foreign = foreign ?? String(decoding: line.prefix(80), as: UTF8.self)
            continue
          }
          awaited.removeFirst()
          onVerdict(verdict)
        }
        read = end + 1
      }
      if hasEnded { break }
      let now = ContinuousClock.now
      // Where we were stopped with it, our own time has not passed either.
      stopped = process.isStopped ? stopped + min(1, (now - looked) / .seconds(1)) : 0
      looked = now
      if stopped > longestStop { process.end() }
    }
    if let foreign, process.ending == .init(signal: 0, code: 0), !awaited.isEmpty {
      throw GradeError.notUnderstood(foreign)
    }
    if process.ending == .init(signal: 0, code: 64) {
      let words = String(decoding: process.output(1), as: UTF8.self)
      throw GradeError.notUnderstood(words.trimmingCharacters(in: .whitespacesAndNewlines))
    }
  }

  /// How long the supervisor may be stopped by a signal, in seconds.
  private static let longestStop = 30.0
}
