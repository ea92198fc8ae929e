import FlyingFox
import Foundation

/// The first lines of a request, as RFC 9112 has them, without the tolerance that it allows.
struct RequestHead {
  /// More than any browser sends: an address, the cookies of everything on this computer.
  static let limit = 32_768

  let method: HTTPMethod
  let target: HTTPRequest.Target
  /// The one `Host` header; nil where there is none.
  let host: String?

  /// Reads the lines before the empty one; nil where they are no request.
  init?(_ bytes: some Collection<UInt8>) {
    guard let text = String(validating: bytes, as: UTF8.self), !text.utf8.contains(0) else {
      return nil
    }
    var lines = text.split(separator: "\r\n", omittingEmptySubsequences: false)[...]
    let words = lines.removeFirst().split(separator: " ", omittingEmptySubsequences: false)
    guard words.count == 3, !words[0].isEmpty, words[0].allSatisfy({ $0.isASCII && $0.isLetter }),
      words[2].wholeMatch(of: /HTTP\/1\.[0-9]/) != nil
    else { return nil }
    method = HTTPMethod(String(words[0]))
    let target = words[1].split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    self.target = HTTPRequest.Target(
      path: String(target[0]), query: target.count > 1 ? String(target[1]) : "")
    var hosts: [String] = []
    for line in lines {
      let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[0].isEmpty, !parts[0].contains(where: \.isWhitespace) else {
        return nil
      }
      if parts[0].lowercased() == "host" {
        hosts.append(parts[1].trimmingCharacters(in: .whitespaces))
      }
    }
    // With two of them it depends on the reader which one counts.
    guard hosts.count < 2 else { return nil }
    host = hosts.first
  }
}
