import FlyingSocks
import Foundation

/// Why nothing can be served at a port.
public struct PreviewError: Error, CustomStringConvertible, Equatable {
  /// What is wrong and what to do.
  public let description: String

  /// - Parameters:
  ///   - port: the one that was asked for.
  ///   - code: what the system had against it, an `errno`.
  init(port: UInt16, code: Int32) {
    switch code {
    case EADDRINUSE:
      let other = Self.freePort(after: port)
      description =
        "port \(port) is taken, perhaps by another `course serve`; "
        + "try `swift run course serve --port \(other)`"
    case EACCES:
      description =
        "port \(port) is the administrator's; take one from 1024 on, as `--port 8000` does"
    default:
      description = "port \(port) cannot be used: \(String(cString: strerror(code)))"
    }
  }

  /// The next port that nobody has at this moment.
  private static func freePort(after port: UInt16) -> UInt16 {
    let candidates = (Int(port) + 1..<Int(port) + 100).compactMap { UInt16(exactly: $0) }
    return candidates.first(where: isFree) ?? 8000
  }

  private static func isFree(_ port: UInt16) -> Bool {
    guard let socket = try? Socket(domain: AF_INET),
      let address = try? sockaddr_in.inet(ip4: "127.0.0.1", port: port)
    else { return false }
    defer { try? socket.close() }
    return (try? socket.bind(to: address)) != nil
  }
}
