import FlyingSocks

/// A pool of sockets whose patience ends: a client that says nothing more, or takes nothing more,
/// is cut off after a while, so that no forgotten connection is kept.
struct PatientPool<Base: AsyncSocketPool>: AsyncSocketPool {
  let base: Base
  /// How long a connection may be silent while something is expected of it.
  let patience: Duration

  func prepare() async throws { try await base.prepare() }

  func run() async throws { try await base.run() }

  func suspendSocket(_ socket: Socket, untilReadyFor events: Socket.Events) async throws {
    // The socket that waits for connections has nobody at its other end, and all the time.
    guard (try? socket.remotePeer()) != nil else {
      return try await base.suspendSocket(socket, untilReadyFor: events)
    }
    try await withThrowingTaskGroup(of: Void.self) { group in
      defer { group.cancelAll() }
      group.addTask { try await base.suspendSocket(socket, untilReadyFor: events) }
      group.addTask {
        try await Task.sleep(for: patience)
        throw SocketError.disconnected
      }
      try await group.next()
    }
  }
}
