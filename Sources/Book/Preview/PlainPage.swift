import Foundation
import Weaving

/// Pages that are the preview's own, not the book's.
enum PlainPage {
  /// Says that a page is not there, and which ones are.
  static func missing(_ path: String, in site: Site) -> Data {
    let links = site.pages.map { page in
      let address = page.hasSuffix("index.html") ? String(page.dropLast("index.html".count)) : page
      return "<li><a href=\"/\(HTML.escape(address))\">\(HTML.escape(page))</a></li>"
    }
    return page(
      title: "Not in the book",
      content: """
        <h1>Not in the book</h1>
        <p>There is no <code>\(HTML.escape(path))</code>. These pages are there:</p>
        <ul>
        \(links.joined(separator: "\n"))
        </ul>
        """,
      head: """
        <link rel="stylesheet" href="/assets/style.css">
        <script defer src="/assets/book.js"></script>
        """)
  }

  /// Says why there is no book yet; asks again every second.
  static func unbuilt(_ diagnostics: [Diagnostic]) -> Data {
    let lines = diagnostics.map {
      "<li><code>\(HTML.escape($0.place))</code>: \(HTML.escape($0.message))</li>"
    }
    let content =
      lines.isEmpty
      ? "<h1>The book is being built</h1>"
      : """
      <h1>The book cannot be built yet</h1>
      <p>This page goes on by itself when these are mended:</p>
      <ul>
      \(lines.joined(separator: "\n"))
      </ul>
      """
    return page(
      title: "Not built yet", content: content,
      head: "<meta http-equiv=\"refresh\" content=\"1\">")
  }

  private static func page(title: String, content: String, head: String) -> Data {
    Data(
      """
      <!doctype html>
      <html lang="en" data-root="/">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src data:">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>\(title)</title>
      <link rel="icon" href="data:,">
      \(head)
      </head>
      <body>
      <div class="frame"><main id="content">
      \(content)
      </main></div>
      </body>
      </html>

      """.utf8)
  }
}
