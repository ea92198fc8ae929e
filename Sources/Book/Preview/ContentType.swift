/// What a browser is told of a file.
enum ContentType {
  /// The media type by the file's name, with the character set of everything that is text.
  static func of(_ path: String) -> String {
    let ending = path.split(separator: ".", omittingEmptySubsequences: false).last ?? ""
    switch ending.lowercased() {
    case "html": return html
    case "css": return "text/css; charset=utf-8"
    case "js": return "text/javascript; charset=utf-8"
    case "json": return json
    case "svg": return "image/svg+xml; charset=utf-8"
    case "txt", "md": return "text/plain; charset=utf-8"
    case "xml": return "application/xml; charset=utf-8"
    case "woff2": return "font/woff2"
    case "png": return "image/png"
    case "jpg", "jpeg": return "image/jpeg"
    case "ico": return "image/x-icon"
    default: return "application/octet-stream"
    }
  }

  static let html = "text/html; charset=utf-8"
  static let json = "application/json; charset=utf-8"
  static let events = "text/event-stream; charset=utf-8"
}
