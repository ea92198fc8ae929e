import Coursework
import Foundation
import Grading
import Testing
import Weaving

@testable import Preview

/// What open pages are told, and that they always get a whole page.
@Suite(.serialized)
struct LiveTests {
  private static let listen = "GET /course/events?/chapter/ HTTP/1.1\r\nHost: localhost\r\n\r\n"

  @Test("while the site is replaced fifty times, every page comes whole and from one build")
  func replaced() async throws {
    let board = Board()
    let pages = (0..<10).map { String(repeating: "\($0)", count: 400_000) }
    board.show(Site(files: ["index.html": Data(pages[0].utf8)], exercises: []))
    try await Client.withServer(board: board) { client in
      try await withThrowingTaskGroup(of: [String].self) { group in
        for _ in 0..<4 {
          group.addTask {
            var bodies: [String] = []
            for _ in 0..<15 { bodies.append(await client.get("/").body) }
            return bodies
          }
        }
        group.addTask {
          for number in 1...50 {
            board.show(Site(files: ["index.html": Data(pages[number % 10].utf8)], exercises: []))
            try await Task.sleep(for: .milliseconds(10))
          }
          return []
        }
        for try await bodies in group {
          #expect(bodies.allSatisfy { pages.contains($0) })
        }
      }
    }
  }

  @Test("a file that vanishes with a build is not found, and comes back with another")
  func vanished() async throws {
    let board = Board()
    board.show(Client.site())
    try await Client.withServer(board: board) { client in
      #expect(await client.get("/chapter/").status == 200)
      board.show(Site(files: ["index.html": Data("start".utf8)], exercises: []))
      #expect(await client.get("/chapter/").status == 404)
      board.show(Client.site())
      #expect(await client.get("/chapter/").status == 200)
    }
  }

  @Test("a page hears at once what holds, and then what changes of it")
  func events() async throws {
    let board = Board()
    board.show(Client.site())
    try await Client.withServer(board: board, heartbeat: .seconds(60)) { client in
      let reader = try #require(client.connect())
      reader.write(Data(Self.listen.utf8))
      let first = await onThread { reader.read(until: "event: progress") } ?? ""
      let tag = try #require(Client.site().tag(ofPage: "chapter/index.html"))
      #expect(first.contains("event: page\ndata: \(tag)\n") && first.contains("data: []"))

      var learner = LearnerProgress()
      learner.record(
        Verdict(exercise: "1.1", kind: .wrong, message: "a\nb", location: "A.swift:3"),
        isSolution: false)
      board.show(learner)
      let verdict = await onThread { reader.read(until: "not right yet") } ?? ""
      #expect(verdict.contains(#""message":"a\nb""#) && verdict.contains("A.swift:3"))
      #expect(!verdict.contains("event: page") && !verdict.contains("event: diagnostics"))

      board.show([Diagnostic(file: "Chapters/a.md", line: 7, "is wrong")])
      let wrong = await onThread { reader.read(until: "is wrong") } ?? ""
      #expect(wrong.contains(#""place":"Chapters/a.md:7""#) && !wrong.contains("event: page"))

      board.show(Client.site("two"))
      let mended = await onThread { reader.read(until: "event: diagnostics") } ?? ""
      #expect(mended.contains("event: page") && mended.contains("data: []"))
    }
  }

  @Test("a page that did not change is not told to reload; one whose style did is")
  func tags() {
    let tag = { (files: [String: String]) in
      Site(files: files.mapValues { Data($0.utf8) }, exercises: []).tag(ofPage: "a.html")
    }
    let files = ["a.html": "a", "b.html": "b", "s.css": "s"]
    #expect(tag(files) == tag(files.merging(["b.html": "other"]) { $1 }))
    #expect(tag(files) != tag(files.merging(["s.css": "t"]) { $1 }))
    #expect(tag(files) != tag(files.merging(["a.html": "c"]) { $1 }))
  }

  @Test(
    "pages that are closed, or never read, are forgotten, and the number of listeners is bounded")
  func manyReaders() async throws {
    let board = Board()
    board.show(Client.site())
    try await Client.withServer(board: board) { client in
      var readers = await onThread { (0..<100).compactMap { _ in client.connect() } }
      #expect(readers.count == 100)
      for reader in readers { reader.write(Data(Self.listen.utf8)) }
      #expect(await eventually { board.readerCount == Board.readerLimit })
      for number in 0..<200 { board.show(Client.site("\(number)")) }
      #expect(await client.get("/").status == 200)
      readers.removeAll()
      #expect(await eventually { board.readerCount == 0 })
    }
  }

  @Test("a page comes with the verdicts that are known, open ones too, and no text as markup")
  func slots() async throws {
    let board = Board()
    board.show(Client.site())
    var learner = LearnerProgress()
    learner.record(
      Verdict(exercise: "1.1", kind: .crashed, message: "<img src=x> & \"y\""), isSolution: false)
    board.show(learner)
    try await Client.withServer(board: board) { client in
      let page = await client.get("/chapter/").body
      #expect(page.contains("<p class=\"message\">&lt;img src=x&gt; &amp; &quot;y&quot;</p>"))
      #expect(page.contains(#"data-kind="crashed""#) && page.hasSuffix("</div>one"))
      #expect(await client.get("/").body == "<p>start one")

      var fresh = LearnerProgress()
      fresh.record(Verdict(exercise: "1.1", kind: .notAttempted), isSolution: false)
      board.show(fresh)
      let open = await client.get("/chapter/").body
      #expect(open.contains(">○</span><strong>open</strong>"))
    }
  }

  @Test("what is open has an open circle in the page")
  func open() async throws {
    let board = Board()
    board.show(Client.site())
    var learner = LearnerProgress()
    learner.record(Verdict(exercise: "1.1", kind: .notAttempted), isSolution: false)
    board.show(learner)
    try await Client.withServer(board: board) { client in
      let page = await client.get("/chapter/").body
      #expect(page.contains(">○</span><strong>open</strong>"))
    }
  }
}
