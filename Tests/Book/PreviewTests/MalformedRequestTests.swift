import Foundation
import Testing

@testable import Preview

/// Whatever one client does, the next one is served.
@Suite(.serialized)
struct MalformedRequestTests {
  @Test(
    "a request that is none is refused at once, and pages are served as before",
    arguments: [
      "\r\n\r\n", "\0\u{1}\u{2}garbage\r\n\r\n", "GET\r\n\r\n", "GET /\r\n\r\n", "GET / HTTP/1.1",
      "GET / HTTP/9.9\r\nHost: localhost\r\nConnection: close\r\n\r\n",
      "GET  /  HTTP/1.1\r\nHost localhost\r\nConnection: close\r\n\r\n",
      "POST / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 10\r\n\r\nabc",
      "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n",
      "POST / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
      "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nA: \(String(repeating: "a", count: 60_000))\r\n\r\n",
      "GET /\(String(repeating: "a/", count: 10_000)) HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
    ])
  func malformed(request: String) async throws {
    let board = Board()
    board.show(Client.site())
    try await Client.withServer(board: board, patience: .milliseconds(300)) { client in
      let start = Date()
      let answer = await client.send(request)
      #expect(answer.status != 200, "\(request.prefix(60)) is answered as if it were one")
      #expect(Date().timeIntervalSince(start) < 5, "the client was kept waiting")
      let next = await client.get("/")
      #expect(next.status == 200 && next.body.contains("start"))
    }
  }

  @Test(
    "a page is sent whatever length a request claims for a body that nobody reads",
    arguments: [
      "Content-Length: -1", "Content-Length: 99999999999999999999",
      (0..<2000).map { "A\($0): b" }.joined(separator: "\r\n"),
    ])
  func unreadBody(headers: String) async throws {
    let board = Board()
    board.show(Client.site())
    try await Client.withServer(board: board, patience: .milliseconds(300)) { client in
      let start = Date()
      let answer = await client.send("GET / HTTP/1.1\r\nHost: localhost\r\n\(headers)\r\n\r\n")
      #expect(answer.status == 200 && answer.body.contains("start"))
      #expect(Date().timeIntervalSince(start) < 5, "the client was kept waiting")
    }
  }

  @Test("bytes that are no text harm nobody")
  func garbage() async throws {
    let board = Board()
    board.show(Client.site())
    try await Client.withServer(board: board, patience: .milliseconds(300)) { client in
      var state: UInt64 = 7
      for _ in 0..<20 {
        let bytes = (0..<2000).map { _ -> UInt8 in
          state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
          return UInt8(truncatingIfNeeded: state >> 33)
        }
        await onThread { _ = client.connect()?.write(Data(bytes)) }
      }
      #expect(await client.get("/").status == 200)
    }
  }

  @Test("who falls silent in the middle of a request is cut off, and keeps nobody waiting")
  func silence() async throws {
    let board = Board()
    board.show(Client.site())
    try await Client.withServer(board: board, patience: .milliseconds(300)) { client in
      let silent = (0..<30).compactMap { _ in client.connect() }
      for connection in silent { connection.write(Data("GET / HTT".utf8)) }
      #expect(await client.get("/").status == 200)
      let start = Date()
      let left = await onThread { silent.map { $0.readAll().count } }
      #expect(left.allSatisfy { $0 == 0 } && Date().timeIntervalSince(start) < 5)
    }
  }

  @Test("who never takes the answer is cut off, and keeps nobody waiting")
  func neverReading() async throws {
    let board = Board()
    board.show(
      Site(
        files: ["index.html": Data("start".utf8), "big.txt": Data(count: 30_000_000)],
        exercises: []))
    try await Client.withServer(board: board, patience: .milliseconds(300)) { client in
      let clients = (0..<4).compactMap { _ in client.connect() }
      for connection in clients {
        connection.write(Data("GET /big.txt HTTP/1.1\r\nHost: localhost\r\n\r\n".utf8))
      }
      #expect(await client.get("/").status == 200)
      try await Task.sleep(for: .seconds(1))
      let taken = await onThread { clients.map { $0.readAll().count } }
      #expect(taken.allSatisfy { $0 < 30_000_000 })
    }
  }
}
