import ArgumentParser
import Dispatch
import Foundation
import Preview
import Weaving

/// `course serve`.
struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show the book in your browser, with the verdicts of `course check`.",
    discussion: """
      Pages reload when a chapter, a solution, the theme or a library that a page shows is \
      saved. A verdict stands beside its exercise as soon as `course check` has run in another \
      terminal, also with --watch. Only this computer can see it. Control-C ends.
      """)

  @Option(help: "The port on 127.0.0.1.")
  var port: UInt16 = 8000

  mutating func run() async throws {
    let workspace = try Workspace()
    let board = Board()
    let workshop = Workshop(root: workspace.root, board: board, tell: Self.say)
    let server = PreviewServer(board: board, port: port)
    let (interruption, signals) = Self.interruption()
    defer { for signal in signals { signal.cancel() } }
    try await withThrowingTaskGroup(of: Void.self) { group in
      defer { group.cancelAll() }
      group.addTask {
        try await server.run { port in
          Self.say("The book is at http://localhost:\(port)/ (127.0.0.1 only); Control-C ends.")
        }
      }
      group.addTask { try await workshop.run() }
      group.addTask { for await _ in interruption {} }
      try await group.next()
    }
    Self.say("\nStopped.")
  }

  private static func say(_ news: Workshop.News) {
    switch news {
    case .built(let seconds): say("Built in \(String(format: "%.2f", seconds)) s")
    case .failed(let diagnostics):
      Terminal.complain("\(diagnostics)")
      say("The book as it was last stays until this is mended.")
    case .progressUnreadable(let error): Terminal.complain("\(error)")
    }
  }

  /// Prints at once, also where the output is a file that somebody follows.
  private static func say(_ text: String) {
    print(text)
    fflush(nil)
  }

  /// Control-C, or the end asked for by `kill`, as something to wait for; the sources have to live.
  private static func interruption() -> (AsyncStream<Void>, [any DispatchSourceSignal]) {
    let (stream, continuation) = AsyncStream<Void>.makeStream()
    let sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number)
      source.setEventHandler { continuation.finish() }
      source.resume()
      return source
    }
    return (stream, sources)
  }
}
