import Testing

@testable import Mutation

/// Expects that the body of an exercise has some changes among its mutants; all of them, in order,
/// where `exactly` is true.
func expectChanges(
  _ body: String, _ changes: [String], exactly: Bool = false,
  at location: SourceLocation = #_sourceLocation
) {
  let found = changesOf(body)
  if exactly {
    #expect(found == changes, sourceLocation: location)
  } else {
    for change in changes { #expect(found.contains(change), "\(found)", sourceLocation: location) }
  }
}

/// What becomes of the lines of an exercise's body.
func changesOf(_ body: String) -> [String] {
  mutants(of: body).map(\.identity.change)
}

func mutants(of body: String) -> [Mutant] {
  Mutant.all(
    of: """
      // #given helper
      func helper(_ a: Int) -> Int { a + 1 }
      // #end

      // #exercise 1.1
      func answer(_ a: Int, _ b: Int) -> Int {
      \(body)
      }
      // #end
      """, file: "Answer.swift")
}
