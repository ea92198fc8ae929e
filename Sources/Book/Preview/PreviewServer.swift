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

  private func serve(onListening: @Sendable (UInt16) -> Void) async throws {
    let pool = PatientPool(base: HTTPServer.defaultPool(), patience: patience)
    try await pool.prepare()
    let socket = try listen()
    defer { try? socket.close() }
    let listener = try AsyncSocket(socket: socket, pool: pool)
    if case .ip4(_, let port) = try socket.sockname() { onListening(port) }
    try await withThrowingTaskGroup(of: Void.self) { group in
      defer { group.cancelAll() }
      group.addTask { try await pool.run() }
      group.addTask { try await accept(from: listener) }
      try await group.next()
    }
  }

  private func listen() throws -> Socket {
    let socket = try Socket(domain: AF_INET)
    do {
      // A server that has just ended does not keep the next one from its port.
      try socket.setValue(true, for: .localAddressReuse)
      try socket.bind(to: try .inet(ip4: "127.0.0.1", port: port))
      try socket.listen()
    } catch {
      try? socket.close()
      guard case .failed("Bind", let code, _)? = error as? SocketError else { throw error }
      throw PreviewError(port: port, code: code)
    }
    return socket
  }

  private func accept(from listener: AsyncSocket) async throws {
    let responder = Responder(board: board)
    try await withThrowingDiscardingTaskGroup { group in
      while true {
        do {
          let socket = try await listener.accept()
          group.addTask { await Conversation(socket: socket, responder: responder).run() }
        } catch let error as SocketError {
          // One who left while waiting, or more than may be open: some will be closed soon.
          guard case .failed("Accept", _, _) = error else { throw error }
          try await Task.sleep(for: .milliseconds(20))
        }
      }
    }
  }
}
