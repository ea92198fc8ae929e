import FlyingFox
import FlyingSocks
import Foundation

/// One connection: a request, its answer, the end.
struct Conversation {
  let socket: AsyncSocket
  let responder: Responder

  /// Answers and closes; what goes wrong on the way concerns nobody else.
  func run() async {
    do {
      try await send(await answer())
      try await finish()
    } catch {}
    try? socket.close()
  }

  private func answer() async throws -> HTTPResponse {
    var bytes: [UInt8] = []
    var searched = 0
    while true {
      let end = bytes[searched...].firstRange(of: Array("\r\n\r\n".utf8))
      if let end {
        guard let head = RequestHead(bytes[..<end.lowerBound]) else {
          return responder.refusal(.badRequest, "This is no request that is understood here.")
        }
        return responder.answer(head)
      }
      guard bytes.count < RequestHead.limit else {
        return responder.refusal(
          HTTPStatusCode(431, phrase: "Request Header Fields Too Large"), "The request is too long."
        )
      }
      searched = max(0, bytes.count - 3)
      bytes += try await socket.read(atMost: 4096)
    }
  }

  private func send(_ response: HTTPResponse) async throws {
    guard case .httpBody(let body) = response.payload else { return }
    var headers = response.headers
    headers[.connection] = "close"
    if let count = body.count {
      headers[.contentLength] = headers[.contentLength] ?? String(count)
    } else {
      headers[.transferEncoding] = "chunked"
    }
    let lines = headers.map { "\($0.key.rawValue): \($0.value)\r\n" }.sorted().joined()
    let status = "HTTP/1.1 \(response.statusCode.code) \(response.statusCode.phrase)\r\n"
    try await socket.write(Data("\(status)\(lines)\r\n".utf8))
    for try await part in body { try await socket.write(part) }
  }

  /// Says that nothing more comes, and hears the other side out: closing while something has not
  /// been read would take the answer away from it.
  private func finish() async throws {
    shutdown(socket.socket.file.rawValue, Int32(SHUT_WR))
    for _ in 0..<64 { _ = try await socket.read(atMost: 4096) }
  }
}
