import Foundation
import Testing

@testable import Preview

/// What is served, to whom, and as what.
struct RequestTests {
  @Test(
    "a path leads to a file of the site or nowhere",
    arguments: [
      ("/", SitePath.file("index.html")), ("/index.html", .file("index.html")),
      ("/chapter/", .file("chapter/index.html")), ("/chapter", .redirect("/chapter/")),
      ("/assets/style.css", .file("assets/style.css")), ("/a%20b/%C3%BC.txt", .file("a b/ü.txt")),
      ("/assets/style.css/", .missing), ("/nowhere", .missing), ("/assets/", .missing),
      ("/chapter?x", .missing), ("/%2e%2e%2fetc/passwd", .invalid),
      ("", .invalid), ("index.html", .invalid), ("http://localhost/", .invalid),
      ("/..", .invalid), ("/../index.html", .invalid), ("/chapter/../index.html", .invalid),
      ("/./index.html", .invalid), ("/%2e%2e/index.html", .invalid),
      ("/%2E%2E/%2E%2E/etc/passwd", .invalid), ("/chapter%2findex.html", .invalid),
      ("/chapter%5cindex.html", .invalid), ("/chapter\\index.html", .invalid),
      ("//evil.example/", .invalid), ("//chapter", .invalid), ("/chapter//", .invalid),
      ("/index.html%00", .invalid), ("/index.html%00.css", .invalid), ("/%0d%0aX: y", .invalid),
      ("/%", .invalid), ("/%zz", .invalid), ("/%ff%fe", .invalid), ("/.secret", .invalid),
      ("/%2esecret", .invalid), ("/assets/.hidden/a.css", .invalid),
    ])
  func paths(target: String, expected: SitePath) {
    #expect(SitePath(target, in: Client.site()) == expected)
  }

  @Test("files that start with a dot are no part of the site, however they are asked for")
  func dotFiles() {
    #expect(Client.site().files.keys.allSatisfy { !$0.contains("/.") && !$0.hasPrefix(".") })
  }

  @Test(
    "only a name of this computer is answered to",
    arguments: [
      ("localhost", true), ("localhost:8000", true), ("LOCALHOST:1", true), ("127.0.0.1", true),
      ("127.0.0.1:65535", true), ("[::1]", true), ("[::1]:8000", true), ("", false),
      ("evil.example", false), ("localhost.evil.example", false), ("localhost:", false),
      ("localhost:80a", false), ("localhost:123456", false), ("127.0.0.10", false),
      ("127.0.0.1.evil.example", false), ("xlocalhost", false), ("::1", false),
      ("localhost:80:80", false), ("user@localhost", false), ("0.0.0.0", false),
    ])
  func hosts(header: String, isOurs: Bool) {
    #expect(LocalHost.isNamed(by: header) == isOurs)
  }

  @Test("a strange host gets 403, none at all 400, and neither the page")
  func rebinding() async throws {
    let board = Board()
    board.show(Client.site())
    try await Client.withServer(board: board) { client in
      #expect(await client.get("/").status == 200)
      let strange = await client.get("/", host: "evil.example:8000")
      #expect(strange.status == 403 && !strange.body.contains("start"))
      #expect(await client.get("/course/progress", host: "evil.example").status == 403)
      #expect(await client.get("/", host: nil).status == 400)
    }
  }

  @Test("a page can be read and asked about, not written to")
  func methods() async throws {
    let board = Board()
    board.show(Client.site())
    try await Client.withServer(board: board) { client in
      for method in ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "BREW"] {
        let answer = await client.get("/", method: method)
        #expect(answer.status == 405 && answer.head.contains("Allow: GET, HEAD"), "\(method)")
      }
      let head = await client.get("/", method: "HEAD")
      #expect(head.status == 200 && head.body.isEmpty)
      #expect(head.head.contains("Content-Length: 12"))
    }
  }

  @Test(
    "a file comes with its type and with leave for nobody to keep or reinterpret it",
    arguments: [
      ("/", "text/html; charset=utf-8"), ("/assets/style.css", "text/css; charset=utf-8"),
      ("/a%20b/%C3%BC.txt", "text/plain; charset=utf-8"),
      ("/course/progress", "application/json; charset=utf-8"),
      ("/nowhere", "text/html; charset=utf-8"),
    ])
  func headers(path: String, type: String) async throws {
    let board = Board()
    board.show(Client.site())
    try await Client.withServer(board: board) { client in
      let head = await client.get(path).head
      for line in [
        "Content-Type: \(type)", "Cache-Control: no-store", "X-Content-Type-Options: nosniff",
        "Cross-Origin-Resource-Policy: same-origin",
      ] { #expect(head.contains(line), "\(path)") }
    }
  }

  @Test("fonts, figures and scripts have their types, unknown files none that a browser runs")
  func types() {
    let types = ["a.js", "a.SVG", "a.woff2", "a.png", "a.json", "a", "a.exe"].map(ContentType.of)
    #expect(
      types == [
        "text/javascript; charset=utf-8", "image/svg+xml; charset=utf-8", "font/woff2", "image/png",
        "application/json; charset=utf-8", "application/octet-stream", "application/octet-stream",
      ])
  }

  @Test("a folder without its slash is led to its page, a wrong address to the pages there are")
  func addresses() async throws {
    let board = Board()
    board.show(Client.site())
    try await Client.withServer(board: board) { client in
      let folder = await client.get("/chapter")
      #expect(folder.status == 301 && folder.head.contains("Location: /chapter/"))
      let missing = await client.get("/%3Cscript%3E<b>")
      #expect(missing.status == 404 && missing.body.contains("href=\"/chapter/\""))
      #expect(!missing.body.contains("<b>"))
      #expect(await client.get("/../../etc/passwd").status == 400)
    }
  }

  @Test("before the first book there is a page that says why, and goes on by itself")
  func unbuilt() async throws {
    let board = Board()
    try await Client.withServer(board: board) { client in
      #expect(await client.get("/").status == 503)
      board.show([.init(file: "Chapters/a.md", line: 3, "<wrong>")])
      let page = await client.get("/")
      #expect(page.body.contains("Chapters/a.md:3") && page.body.contains("&lt;wrong&gt;"))
      #expect(page.body.contains("http-equiv=\"refresh\""))
    }
  }
}
