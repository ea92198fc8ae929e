import Exercises
import Foundation

/// One run of a chapter's experiments: its results, its figures and how it ends.
///
/// A run ends in one of four ways: done; interrupted by Ctrl-C; at an exercise that is still to be
/// written; or by an error. In each of them what it has found so far is written first.
public final class Experiment {
  /// What the command line asked for.
  public let options: RunOptions
  /// What the run has found so far.
  public var results = Results()

  private let folder: String
  private let resultsName: String
  private let figures: FigureList
  private let start = ContinuousClock.now
  private var written: [String] = []

  /// A run of a chapter.
  ///
  /// - Parameters:
  ///   - chapter: its number.
  ///   - folder: where its results and figures go unless `options` name another folder.
  ///   - figures: what is drawn from the results of a whole run.
  public init(
    chapter: Int, folder: String, options: RunOptions, figures: @escaping FigureList = { _ in [] }
  ) {
    self.figures = figures
    self.options = options
    self.folder = options.output ?? folder
    resultsName = options.isQuick ? "quick-results.json" : "results.json"
    var command = "course run \(chapter)"
    if options.isQuick { command += " --quick" }
    if let corpus = options.corpus { command += " --corpus \(corpus)" }
    if options.seed != 1 { command += " --seed \(options.seed)" }
    self.command = command
    results.set("run.command", to: .text(command))
    results.set("run.seed", to: .text(String(options.seed)))
    results.set("run.swift", to: .text(Machine.swiftVersion))
    results.set("run.machine", to: .text(Machine.processor + ", " + Machine.system))
    results.set("run.isComplete", to: false)
  }

  /// The command that repeats this run; figures carry it, by way of the results.
  public let command: String

  /// The text that the options name: `--corpus`, else the public-domain corpus, or King James
  /// Bible for a quick run.
  ///
  /// - Throws: ``RunError`` that says how to fetch the corpus where it is not there yet.
  public func corpusFile() throws(RunError) -> (path: String, name: String) {
    let own = options.isQuick ? FetchedFile.kingJames : .publicTexts
    let path = options.corpus ?? own.path
    let name = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
    if options.corpus == nil, !own.isHere {
      throw RunError("error: \(own.absence), or give any text with --corpus FILE")
    }
    return (path, name)
  }

  /// Names the corpus in the results' header.
  public func setCorpus(name: String, bytes: some Collection<UInt8>, tokens: Int) {
    results.set("run.corpus.name", to: .text(name))
    results.set("run.corpus.sha256", to: .text(SHA256.hexDigest(of: bytes)))
    results.set("run.corpus.tokens", to: .integer(tokens))
  }

  /// Makes one step of the run; not after Ctrl-C.
  ///
  /// - Returns: what `body` returns, and how many seconds it took.
  /// - Throws: ``RunStop`` where Ctrl-C was pressed, else what `body` throws.
  @discardableResult
  public func step<Value>(
    _ name: String, _ body: () throws -> Value
  ) throws -> (value: Value, seconds: Double) {
    if Interruption.isRequested { throw RunStop.interrupted(before: name) }
    if ProgressLine.isTerminal { Self.say(name + " …") }
    let clock = ContinuousClock()
    let begin = clock.now
    let value = try body()
    return (value, begin.duration(to: clock.now) / .seconds(1))
  }

  /// Writes what the script of an interactive figure works on, see ``DataScript``; a quick run writes
  /// none.
  public func write(dataOf name: String, _ data: ResultValue) throws(RunError) {
    if !options.isQuick { try write("figures/\(name).data.js", DataScript.text(name, data)) }
  }

  /// Draws the figures of the results that lie in the folder.
  private func drawAnew() -> Never {
    do {
      let file = URL(fileURLWithPath: folder).appending(path: resultsName).path
      try drawFigures(of: Results(file: file))
      Self.say("wrote \(written.joined(separator: ", ")) in \(folder)")
      exit(0)
    } catch {
      Self.say("\(error)")
      exit(1)
    }
  }

  private func drawFigures(of results: Results) throws {
    for (path, text) in try results.files(of: figures) { try write(path, text) }
  }

  /// Runs `body` and ends the program.
  public func run(_ body: (Experiment) throws -> Void) -> Never {
    if options.isDrawing { drawAnew() }
    Interruption.listen()
    TodoReport.handler = { [self] exercise, file, line in
      finish(
        "\(file):\(line): exercise \(exercise) is not written yet; the run stops here.", status: 1)
    }
    do {
      try body(self)
      results.set("run.isComplete", to: true)
      if options.check == nil, !options.isQuick {
        // Drawn from what is written: the same file gives the same figures at any later time.
        try drawFigures(of: Results(json: Data(results.json.utf8), file: resultsName))
      }
      let elapsed = start.duration(to: .now).components.seconds
      if let file = options.check {
        compare(with: file)
      } else {
        finish("done in \(elapsed) s.", status: 0)
      }
    } catch RunStop.interrupted(let step) {
      finish("interrupted before “\(step)”.", status: 130)
    } catch RunStop.kept(let step, let file) {
      finish(
        "interrupted during “\(step)”. What it has come to is kept in \(file): "
          + "the same command goes on from there.", status: 130)
    } catch {
      finish("\(error)", status: 1)
    }
  }

  private func compare(with file: String) -> Never {
    guard let data = FileManager.default.contents(atPath: file) else {
      Self.say("\(file): error: there is no such file; make it with \(command)")
      exit(1)
    }
    do {
      let differences = try ResultsComparison.differences(of: results, from: data, file: file)
      for difference in differences { Self.say(difference) }
      Self.say(
        differences.isEmpty
          ? "every number agrees with \(file)." : "\(differences.count) values differ.")
      exit(differences.isEmpty ? 0 : 1)
    } catch {
      Self.say("\(error)")
      exit(1)
    }
  }

  /// Writes the results, says how it ended and leaves.
  private func finish(_ message: String, status: Int32) -> Never {
    do throws(RunError) {
      // What a stopped run has found stands beside the results of a whole one, not in their place.
      let isComplete = results["run.isComplete"] == true
      if options.check == nil, isComplete || results["run.corpus"] != nil {
        try write(isComplete ? resultsName : "partial-" + resultsName, results.json)
      }
      Self.say(message)
      if !written.isEmpty { Self.say("wrote \(written.joined(separator: ", ")) in \(folder)") }
      exit(status)
    } catch {
      Self.say(message + "\n\(error)")
      exit(1)
    }
  }

  private func write(_ name: String, _ text: String) throws(RunError) {
    let file = URL(fileURLWithPath: folder).appending(path: name)
    do {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file, options: .atomic)
      written.append(name)
    } catch {
      throw RunError(
        "\(file.path): error: this cannot be written; check the folder, its "
          + "permissions and free space")
    }
  }

  private static func say(_ message: String) {
    FileHandle.standardError.write(Data((message + "\n").utf8))
  }
}

/// Why a run stopped before its end.
public enum RunStop: Error {
  /// Ctrl-C was pressed before this step.
  case interrupted(before: String)
  /// Ctrl-C was pressed during this step, and a file keeps what it had come to.
  case kept(during: String, in: String)
}
