import Foundation
import Testing

@testable import Weaving

@Suite("Stubs that were deleted")
struct MissingStubTests {
  /// Cuts a piece out of a learner's file: from one text up to another one, or to the end.
  private func cut(
    _ fixture: LearnerFixture, from start: String, to end: String?, in file: String
  ) throws {
    let text = try fixture.learner.text(of: file)
    let from = try #require(text.range(of: start)).lowerBound
    let to = try end.map { try #require(text.range(of: $0)).lowerBound } ?? text.endIndex
    try fixture.write(String(text[..<from]) + String(text[to...]), to: file)
  }

  @Test(
    "a deleted stub comes back where it stood, and everything else stays as it was",
    arguments: [
      ("1.1", "/// A one", "/// Another", "Vector.swift"),
      ("1.2", "/// Another", nil, "Vector.swift"),
      ("1.3", "  public init", "  public func", "Models.swift"),
      ("1.4", "  public func", "}\n\npublic struct Second", "Models.swift"),
    ])
  func putBack(_ exercise: String, _ start: String, _ end: String?, _ file: String) throws {
    try LearnerFixture.with { fixture in
      let stub = try fixture.learner.text(of: file)
      for other in fixture.learner.reference.exercises where other != exercise {
        try fixture.replace(
          "todo(\"\(other)\")", with: "/* mine */ \(other)",
          in: other < "1.3" ? "Vector.swift" : "Models.swift")
      }
      let whole = try fixture.learner.text(of: file)
      try cut(fixture, from: start, to: end, in: file)
      let fault = try #require(try fixture.learner.fault(of: exercise))
      #expect(fault.message.contains("`swift run course reset \(exercise)` puts its stub back"))
      #expect(!fault.message.contains("--file"))
      let back = try fixture.learner.putBack(exercise)
      #expect(
        back.map(\.declaration) == (try fixture.learner.bodies(of: exercise).map(\.declaration)))
      #expect(back.first?.location.hasPrefix("Sources/Chapter1/\(file):") == true)
      #expect(try lines(fixture.learner.text(of: file)) == lines(whole))
      #expect(stub.contains("todo(\"\(exercise)\")"))
      #expect(try fixture.learner.putBack(exercise).isEmpty)
      #expect(try SavedBodies(exercise: exercise, root: fixture.learner.root).all().isEmpty)
    }
  }

  /// Blank lines apart.
  private func lines(_ text: String) -> [Substring] {
    text.split(separator: "\n").filter { !$0.isEmpty }
  }

  @Test("where all of its neighbours are gone, a member comes back in an extension of its type")
  func lastMember() throws {
    try LearnerFixture.with { fixture in
      try fixture.replace(
        "public func share(of part: Int) -> Double {\n    todo(\"1.5\")\n  }", with: "",
        in: "Models.swift")
      #expect(try fixture.learner.putBack("1.5").count == 1)
      #expect(
        try fixture.learner.text(of: "Models.swift").hasSuffix(
          "extension Second {\n  public func share(of part: Int) -> Double {\n    todo(\"1.5\")\n  }\n}\n"
        ))
      #expect(try fixture.learner.fault(of: "1.5") == nil)
    }
  }

  @Test("a renamed one gets its stub beside it, and its import")
  func renamed() throws {
    try LearnerFixture.with { fixture in
      try fixture.replace("import Exercises\n", with: "", in: "Vector.swift")
      try fixture.replace("todo(\"1.1\")", with: "[]", in: "Vector.swift")
      try fixture.replace("todo(\"1.2\")", with: "0", in: "Vector.swift")
      try fixture.replace("func oneHot", with: "func hotOne", in: "Vector.swift")
      _ = try fixture.learner.putBack("1.1")
      let text = try fixture.learner.text(of: "Vector.swift")
      #expect(text.contains("func hotOne") && text.contains("import Exercises\n"))
      #expect(
        text.contains("func oneHot(_ index: Int, size: Int) -> [Float] {\n  todo(\"1.1\")\n}"))
    }
  }

  @Test("where its type is gone, nothing is written, and the loss in a reset of the file is said")
  func typeGone() throws {
    try LearnerFixture.with { fixture in
      try fixture.write("import Exercises\n\nlet mine = 1\n", to: "Models.swift")
      let before = try fixture.contents()
      let error = #expect(throws: Diagnostic.self) { try fixture.learner.putBack("1.4") }
      let message = error?.message ?? ""
      #expect(message.contains("write it back. `swift run course reset --file"))
      #expect(message.contains("would replace all of this file by stubs, your answers in it too"))
      #expect(message.contains("after saving it in .course/saved"))
      #expect(try fixture.contents() == before)
    }
  }
}
