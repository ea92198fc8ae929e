/// Where a request's path leads.
enum SitePath: Equatable {
  /// A file of the site.
  case file(String)
  /// A folder asked for without its slash at the end; the address with it.
  case redirect(String)
  /// Nothing of that name.
  case missing
  /// No path of ours: not absolute, badly encoded, or trying to leave the site.
  case invalid

  /// Finds what a path, as it stands in the request, means in a site.
  ///
  /// Nothing is looked up on disk: a path is a key among the site's files or it leads nowhere. The
  /// checks before that keep meaningless paths out of addresses and messages.
  ///
  /// - Parameter target: percent-encoded, without the query, such as `/chapter/`.
  init(_ target: String, in site: Site) {
    guard target.hasPrefix("/"), let parts = Self.parts(of: target) else {
      self = .invalid
      return
    }
    let isFolder = target.hasSuffix("/")
    let path = parts.joined(separator: "/")
    let index = (parts + ["index.html"]).joined(separator: "/")
    if !isFolder, site.files[path] != nil {
      self = .file(path)
    } else if site.files[index] != nil {
      self = isFolder ? .file(index) : .redirect("/" + Self.encoded(parts) + "/")
    } else {
      self = .missing
    }
  }

  /// The path's decoded segments; nil where one is nothing that a site has.
  private static func parts(of target: String) -> [String]? {
    var parts: [String] = []
    let segments = target.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
    for (place, segment) in segments.enumerated() {
      // An empty segment is the slash at the end; anywhere else “//” is another site's address.
      if segment.isEmpty, place == segments.count - 1 { continue }
      guard let name = segment.removingPercentEncoding, !name.isEmpty, !name.hasPrefix("."),
        !name.unicodeScalars.contains(where: { "/\\".unicodeScalars.contains($0) || $0.value < 32 })
      else { return nil }
      parts.append(name)
    }
    return parts
  }

  private static func encoded(_ parts: [String]) -> String {
    parts.map {
      $0.addingPercentEncoding(
        withAllowedCharacters: .alphanumerics.union(.init(charactersIn: "-._~"))) ?? ""
    }
    .joined(separator: "/")
  }
}
