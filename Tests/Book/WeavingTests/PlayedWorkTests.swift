import Foundation
import Testing

@testable import Weaving

@Suite("What a session needs to know of a chapter")
struct PlayedWorkTests {
  @Test("an exercise's digest changes with its text, and with no other")
  func digest() throws {
    try LearnerFixture.with { fixture in
      let before = try #require(fixture.learner.digest(of: "1.3"))
      try fixture.replace(#"todo("1.4")"#, with: "return 1", in: "Models.swift")
      #expect(fixture.learner.digest(of: "1.3") == before)
      try fixture.replace(#"todo("1.3")"#, with: "sum = 0", in: "Models.swift")
      let after = fixture.learner.digest(of: "1.3")
      #expect(after != nil && after != before)
      try fixture.replace("sum = 0", with: #"todo("1.3")"#, in: "Models.swift")
      #expect(fixture.learner.digest(of: "1.3") == before)
      try fixture.replace(
        "public init(of numbers", with: "public init(from numbers", in: "Models.swift")
      #expect(fixture.learner.digest(of: "1.3") != before)
    }
  }

  /// Writes what chapter 1 plays.
  private func declare(_ text: String, in fixture: LearnerFixture) throws {
    let folder = fixture.learner.root.appending(path: PackageFolders.play(1))
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: folder.appending(path: "Plays.swift"))
  }

  @Test("plays are read from their declarations, in whatever layout")
  func declarations() throws {
    try LearnerFixture.with { fixture in
      #expect(DeclaredPlay.all(of: 1, root: fixture.learner.root).isEmpty)
      try declare(
        """
        // Play(does: "no play", needs: "1.9")
        let plays = [
          Play(does: "say one", typed: "one", tells: "Says “needs: two”.", needs: "1.1"),
          Play(
            does: "say more",
            typed: "more",
            tells: "Says"
              + " more.",
            needs: "1.2 1.3"),
        ]
        """, in: fixture)
      #expect(
        DeclaredPlay.all(of: 1, root: fixture.learner.root) == [
          DeclaredPlay(does: "say one", needs: ["1.1"]),
          DeclaredPlay(does: "say more", needs: ["1.2", "1.3"]),
        ])
    }
  }

  @Test("a chapter without plays, and a play that needs no exercise of it, are faults")
  func faults() throws {
    try LearnerFixture.with { fixture in
      let (reference, root) = (fixture.learner.reference, fixture.learner.root)
      #expect(
        DeclaredPlay.faults(of: reference, root: root).first?.message.contains("plays nothing")
          == true)
      try declare(
        #"let plays = [Play(does: "say it", typed: "", tells: "", needs: "1.1 1.77")]"#, in: fixture
      )
      #expect(
        DeclaredPlay.faults(of: reference, root: root).map(\.message) == [
          "“say it” needs 1.77, but there is no such exercise"
        ])
    }
  }
}
