/// The names under which this computer calls itself.
///
/// Any web page can have its own name lead to 127.0.0.1 and then read what is served there (DNS
/// rebinding). The browser still sends that name, so a request under another name than these is not
/// the reader's.
enum LocalHost {
  /// Whether a `Host` header names this computer: a name, or a name and a port.
  ///
  /// Any port will do: the reader may have led another one here, through `ssh -L` for instance.
  static func isNamed(by header: String) -> Bool {
    let host = header.lowercased()
    for name in ["localhost", "127.0.0.1", "[::1]"] where host.hasPrefix(name) {
      let rest = host.dropFirst(name.count)
      if rest.isEmpty { return true }
      let port = rest.dropFirst()
      return rest.first == ":" && (1...5).contains(port.count)
        && port.utf8.allSatisfy { (48...57).contains($0) }
    }
    return false
  }
}
