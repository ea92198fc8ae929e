import Foundation

@testable import Preview

/// A client that sends what it is told to, right or wrong, and a server for it.
struct Client {
  let port: UInt16

  /// Runs a server at a free port while `body` runs.
  static func withServer(
    board: Board, patience: Duration = .seconds(15), heartbeat: Duration = .milliseconds(50),
    _ body: @escaping @Sendable (Client) async throws -> Void
  ) async throws {
    let (ports, continuation) = AsyncStream<UInt16>.makeStream()
    let server = PreviewServer(board: board, port: 0, patience: patience, heartbeat: heartbeat)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await server.run { continuation.yield($0) } }
      group.addTask {
        for await port in ports {
          try await body(Client(port: port))
          return
        }
      }
      defer { group.cancelAll() }
      try await group.next()
    }
  }

  /// A site of two pages, a style sheet and a file that is nobody's business.
  static func site(_ text: String = "one") -> Site {
    Site(
      files: [
        "index.html": Data("<p>start \(text)".utf8),
        "chapter/index.html": Data(
          "<div class=\"verdict\" data-exercise=\"1.1\" role=\"status\"></div>\(text)".utf8),
        "assets/style.css": Data("p{}".utf8), "a b/ü.txt": Data("x".utf8),
        ".secret": Data("x".utf8), "assets/.hidden/a.css": Data("x".utf8),
      ], exercises: ["1.1", "1.2"])
  }

  /// A connection, or nil where there is none to be had.
  func connect() -> Connection? { Connection(port: port) }

  /// Sends a whole request on a connection of its own and waits until the server closes it.
  func get(
    _ path: String, method: String = "GET", host: String? = "localhost"
  ) async -> (status: Int, head: String, body: String) {
    let hostLine = host.map { "Host: \($0)\r\n" } ?? ""
    return await send("\(method) \(path) HTTP/1.1\r\n\(hostLine)Connection: close\r\n\r\n")
  }

  /// Sends text as it is and waits for the end of the answer; status 0 where there is none.
  func send(_ text: String) async -> (status: Int, head: String, body: String) {
    await onThread {
      guard let connection = connect() else { return (0, "", "") }
      connection.write(Data(text.utf8))
      let answer = String(decoding: connection.readAll(), as: UTF8.self)
      let parts = answer.split(separator: "\r\n\r\n", maxSplits: 1).map(String.init)
      let status = parts.first?.split(separator: " ").dropFirst().first.flatMap { Int($0) }
      return (status ?? 0, parts.first ?? "", parts.count > 1 ? parts[1] : "")
    }
  }
}

/// Blocking calls must not take the threads on which the server answers.
func onThread<Value: Sendable>(_ body: @escaping @Sendable () -> Value) async -> Value {
  await withCheckedContinuation { continuation in
    Thread.detachNewThread { continuation.resume(returning: body()) }
  }
}

/// A blocking socket that waits no longer than ten seconds; closed when it goes out of use.
final class Connection: Sendable {
  private let descriptor: Int32

  init?(port: UInt16) {
    #if canImport(Darwin)
      let type = SOCK_STREAM
    #else
      let type = Int32(SOCK_STREAM.rawValue)
    #endif
    descriptor = socket(AF_INET, type, 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var limit = timeval(tv_sec: 10, tv_usec: 0)
    setsockopt(
      descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    let result = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    if result != 0 {
      close(descriptor)
      return nil
    }
  }

  deinit { close(descriptor) }

  /// True where everything was taken.
  @discardableResult
  func write(_ data: Data) -> Bool {
    data.withUnsafeBytes { bytes in
      var sent = 0
      while sent < bytes.count {
        let count = send(
          descriptor, bytes.baseAddress?.advanced(by: sent), bytes.count - sent,
          Int32(MSG_NOSIGNAL))
        if count <= 0 { return false }
        sent += count
      }
      return true
    }
  }

  /// What has come, at least a byte; nil at the end, or after ten seconds.
  func read() -> Data? {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = recv(descriptor, &buffer, buffer.count, 0)
    return count > 0 ? Data(buffer.prefix(count)) : nil
  }

  /// Everything until the other side closes.
  func readAll() -> Data {
    var all = Data()
    while let data = read() { all += data }
    return all
  }

  /// Everything until a text has come; nil if it does not come.
  func read(until text: String) -> String? {
    var all = Data()
    while let data = read() {
      all += data
      if all.range(of: Data(text.utf8)) != nil { return String(decoding: all, as: UTF8.self) }
    }
    return nil
  }
}

/// Asks again until something holds; false where it does not within the time.
func eventually(within seconds: Double = 60, _ holds: () -> Bool) async -> Bool {
  let end = Date().addingTimeInterval(seconds)
  while Date() < end {
    if holds() { return true }
    try? await Task.sleep(for: .milliseconds(10))
  }
  return holds()
}
