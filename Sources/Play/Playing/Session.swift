import Foundation

/// A session in a terminal, or with lines from a pipe: it asks a worker, and outlives it.
public struct Session {
  private let chapter: Int
  private let options: PlayOptions
  private let arguments: [String]
  private let isTerminal = isatty(STDIN_FILENO) == 1
  private var worker: Worker?
  /// How often in a row a worker has ended before it could answer.
  private var failures = 0

  /// Plays a chapter until its lines end.
  public static func run<Chapter: Player>(_ player: Chapter.Type, chapter: Int) -> Never {
    let arguments = Array(CommandLine.arguments.dropFirst())
    Signals.unblock()
    do throws(PlayOptions.Fault) {
      let options = try PlayOptions(arguments: arguments)
      if options.page != nil { Work.run(player, options) }
      Signals.listen()
      var session = Session(chapter: chapter, options: options, arguments: arguments)
      let code = session.play()
      // Whatever it is doing, nobody waits for it any more.
      session.worker = nil
      exit(code)
    } catch {
      FileHandle.standardError.write(Data("\(error)\n".utf8))
      exit(64)
    }
  }

  private init(chapter: Int, options: PlayOptions, arguments: [String]) {
    (self.chapter, self.options, self.arguments) = (chapter, options, arguments)
  }

  /// Asks line by line; returns the exit code.
  private mutating func play() -> Int32 {
    guard start(greeting: true) else { return Signals.isInterrupted ? farewell(0) : 1 }
    var lines = LineReader(STDIN_FILENO)
    while true {
      if isTerminal { say("> ") }
      guard let line = lines.next() else { break }
      let word = String(decoding: line, as: UTF8.self).trimmingCharacters(in: .whitespaces)
      if ["quit", "exit", ":q"].contains(word) { return 0 }
      guard answer(line) else { return Signals.isInterrupted ? farewell(0) : 1 }
    }
    return farewell(0)
  }

  /// A prompt without a line behind it is ended.
  private func farewell(_ code: Int32) -> Int32 {
    if isTerminal { say("\n") }
    return code
  }

  /// Starts a worker and waits until it is ready; false where there will be none.
  private mutating func start(greeting: Bool) -> Bool {
    do {
      let worker = try Worker(
        arguments + (isTerminal ? ["--terminal"] : []) + (greeting ? [] : ["--silent"]))
      self.worker = worker
      switch worker.ask(nil) {
      case .answered: return true
      case .interrupted: return false
      // It has said why.
      case .ended(0, Work.cannotBegin) where !worker.page.isStub: return false
      case let outcome:
        complain(describe(outcome, worker.page))
        return false
      }
    } catch {
      complain("error: the session cannot begin: \(error)")
      return false
    }
  }

  /// Has a line answered; false where the session cannot go on.
  private mutating func answer(_ line: [UInt8]) -> Bool {
    if worker == nil, !start(greeting: false) { return false }
    guard let worker else { return false }
    let outcome = worker.ask(line)
    switch outcome {
    case .answered:
      failures = 0
      return true
    case .interrupted: return false
    case .ended, .silent:
      complain(describe(outcome, worker.page) + "\n")
      self.worker = nil
      // What stops before any answer will stop before the next one.
      if !worker.page.isPrepared { failures += 1 }
      if failures > 1 { complain("So there is nothing to play with until that is mended.") }
      return failures < 2
    }
  }

  /// Why there is no answer, and what to do.
  private func describe(_ outcome: Worker.Outcome, _ page: WorkPage) -> String {
    let reason =
      switch outcome {
      case .ended(SIGXCPU, _): "had no answer after \(options.answerSeconds) s of processor time"
      case .silent: "had no answer after \(Int(Worker.patience)) s, and did not compute either"
      case .ended(SIGSEGV, _), .ended(SIGBUS, _):
        "used memory that is not its own, or called itself without end"
      case .ended(SIGILL, _), .ended(SIGTRAP, _), .ended(SIGABRT, _):
        "stopped: an index out of range, an overflow, or a precondition that does not hold"
      case .ended(0, _) where page.isStub: "met a part of it that is not written yet"
      case .ended(0, let code): "left the program with exit code \(code)"
      case .ended(let signal, _): "was ended by signal \(signal)"
      case .answered, .interrupted: "is done"
      }
    guard page.atWork > 0 else {
      return "There is no answer: the session's own code \(reason).\nThat is no fault of yours."
    }
    let exercise = "\(chapter).\(page.atWork)"
    let owner = options.lent.contains(exercise) ? "The reference's" : "Your"
    return Paragraph.wrapped(
      "\(owner) \(exercise) \(reason). `swift run course check \(exercise)` looks into it; then play "
        + "again.")
  }

  private func say(_ text: String) { Terminal.write(text.utf8, to: STDOUT_FILENO) }
  private func complain(_ text: String) { Terminal.write((text + "\n").utf8, to: STDERR_FILENO) }
}
