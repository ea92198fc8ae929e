import CProcess
import Exercises
import Foundation

/// A chapter's side of a session: it answers lines.
public protocol Player {
  /// What one can do; the first ones are named at the start.
  static var plays: [Play] { get }

  /// Reads what the session works on.
  ///
  /// - Throws: an error whose description is printed; the session ends then.
  init(_ options: PlayOptions) throws

  /// What the session works on, and how to get more; a few lines.
  var source: String { get }

  /// Computes what many answers need, while the reader thinks.
  mutating func prepare()

  /// The answer to a line that is not empty.
  mutating func answer(_ line: String) -> String
}

/// The worker's side: it runs in a process of its own, so that what becomes of the learner's code does
/// not reach the terminal.
enum Work {
  /// How a worker ends that cannot begin, once it has said why.
  static let cannotBegin: Int32 = 65

  /// Answers every line of standard input.
  static func run<Chapter: Player>(_ chapter: Chapter.Type, _ options: PlayOptions) -> Never {
    course_write_lines_at_once()
    signal(SIGINT, SIG_IGN)
    if let file = options.page {
      if let page = WorkPage(file: file) { WorkPage.own = page }
      // The memory stays; nobody else needs its name.
      unlink(file)
    }
    let page = WorkPage.own
    page.forget()
    TodoReport.handler = { _, _, _ in
      WorkPage.own.isStub = true
      exit(cannotBegin)
    }
    let ownership = Ownership(options)
    var player: Chapter
    do {
      player = try Chapter(options)
    } catch {
      FileHandle.standardError.write(Data("\(error)\n".utf8))
      exit(cannotBegin)
    }
    if !options.isSilent { say(greeting(player, ownership)) }
    finishAnswer()
    limitProcessorTime(options.answerSeconds)
    player.prepare()
    page.isPrepared = true
    var lines = LineReader(STDIN_FILENO)
    while let bytes = lines.next() {
      page.forget()
      limitProcessorTime(options.answerSeconds)
      let line = Self.line(of: bytes)
      if !line.isEmpty {
        let text = line == "help" ? help(Chapter.plays) : player.answer(line)
        let note = ownership.note(on: page.tookPart)
        say(note.isEmpty ? text : "\(text)\n\n\(Paragraph.wrapped(note))")
        say("")
      }
      finishAnswer()
    }
    exit(0)
  }

  /// A line as text: bytes that are no UTF-8 become replacement characters, and what steers a terminal
  /// becomes a space.
  private static func line(of bytes: [UInt8]) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    let printable = text.unicodeScalars.map { scalar in
      scalar.properties.generalCategory == .control ? " " : String(scalar)
    }
    return printable.joined().trimmingCharacters(in: .whitespaces)
  }

  private static func greeting(_ player: some Player, _ ownership: Ownership) -> String {
    let plays = type(of: player).plays
    let width = plays.map(\.typed.count).max() ?? 0
    let examples = plays.prefix(3).map { play in
      "  \(play.typed.padding(toLength: width + 3, withPad: " ", startingAt: 0))to \(play.does)"
    }
    return [
      lines(player.source), lines(ownership.greeting),
      (["Type a line, for instance"] + examples).joined(separator: "\n"),
      "`help` shows everything; `quit` or Ctrl-D ends.\n",
    ].filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  private static func lines(_ text: String) -> String {
    text.split(separator: "\n").map { Paragraph.wrapped(String($0)) }.joined(separator: "\n")
  }

  private static func help(_ plays: [Play]) -> String {
    (plays.map { play in "\(play.typed)\n\(Paragraph.wrapped(play.tells, indent: 4))" }
      + ["quit\n    Ends the session, as Ctrl-D does."]).joined(separator: "\n")
  }

  private static func say(_ text: String) { print(text) }

  private static func finishAnswer() {
    fflush(nil)
    WorkPage.own.answers += 1
  }

  /// From now on so many seconds of processor time are left, and then the system ends the worker.
  private static func limitProcessorTime(_ answerSeconds: UInt) {
    var used = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used)
    let seconds = UInt(used.tv_sec)
    #if os(Linux)
      var limit = rlimit(rlim_cur: rlim_t(seconds + 1 + answerSeconds), rlim_max: rlim_t.max)
      setrlimit(__rlimit_resource_t(RLIMIT_CPU.rawValue), &limit)
    #else
      var limit = rlimit(rlim_cur: rlim_t(seconds + 1 + answerSeconds), rlim_max: rlim_t(Int64.max))
      setrlimit(RLIMIT_CPU, &limit)
    #endif
  }
}
