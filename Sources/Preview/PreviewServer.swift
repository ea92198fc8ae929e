import FlyingFox
import FlyingSocks
import Foundation

/// Serves what a board shows, to this computer alone.
public struct PreviewServer: Sendable {
  private let board: Board
  private let port: UInt16
  private let patience: Duration
  private let heartbeat: Duration

  /// - Parameters:
  ///   - board: what to serve.
  ///   - port: where; 0 for any that is free.
  ///   - patience: how long a client may keep silent in the middle of a request or an answer.
  ///   - heartbeat: how often it is found out whether the pages that listen are still there.
  public init(
    board: Board, port: UInt16, patience: Duration = .seconds(15),
    heartbeat: Duration = .seconds(5)
  ) {
    self.board = board
    self.port = port
    self.patience = patience
    self.heartbeat = heartbeat
  }

  /// Serves until the task is cancelled.
  ///
  /// - Parameter onListening: told the port once requests are answered.
  /// - Throws: ``PreviewError`` where the port cannot be had.
  public func run(onListening: @escaping @Sendable (UInt16) -> Void) async throws {
    // Who closes a page while it is being sent must not end the program.
    signal(SIGPIPE, SIG_IGN)
    try await withThrowingTaskGroup(of: Void.self) { group in
      defer { group.cancelAll() }
      group.addTask { try await serve(onListening: onListening) }
      group.addTask {
        while true {
          try await Task.sleep(for: heartbeat)
          board.wakeReaders()
        }
      }
      try await group.next()
    }
  }

  /// The server gives up when a connection cannot be taken, as when too many files are open; those
  /// it had are closed then, and it can start again at the same place.
  private func serve(onListening: @escaping @Sendable (UInt16) -> Void) async throws {
    var place = port
    var hasListened = false
    while !Task.isCancelled {
      let server = try makeServer(port: place)
      let isFirst = !hasListened
      async let listening: UInt16? = {
        try? await server.waitUntilListening()
        guard case .ip4(_, let port)? = await server.listeningAddress else { return nil }
        if isFirst { onListening(port) }
        return port
      }()
      do {
        try await server.run()
      } catch let error as SocketError where isFirst {
        if case .failed("Bind", let code, _) = error {
          throw PreviewError(port: port, code: code)
        }
      } catch is CancellationError {
        return
      } catch {}
      if let port = await listening { (place, hasListened) = (port, true) }
      try await Task.sleep(for: .milliseconds(200))
    }
  }

  private func makeServer(port: UInt16) throws -> HTTPServer {
    let silence: DisabledLogger = .disabled
    return HTTPServer(
      config: HTTPServer.Configuration(
        address: try .inet(ip4: "127.0.0.1", port: port),
        pool: PatientPool(base: HTTPServer.defaultPool(), patience: patience),
        logger: silence),
      handler: Responder(board: board))
  }
}
