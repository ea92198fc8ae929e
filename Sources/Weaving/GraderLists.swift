import Foundation

/// The two lists in which each grader of a chapter has a line: the proofs that GradingTests goes
/// through, and the tests of `swift test`.
///
/// They are read as text: what is missing there compiles, passes, and is heard of by nobody.
public struct GraderLists: Sendable {
  /// The folder of the graders and their `Proofs.swift`, as a path from the package's root.
  private let checks: String
  /// The folder of the chapter's tests.
  private let tests: String
  private let root: URL

  private static let proofs = "Proofs.swift"

  /// The lists of one chapter; nothing is read yet.
  public init(checks: String, tests: String, root: URL) {
    (self.checks, self.tests, self.root) = (checks, tests, root)
  }

  /// A diagnostic for each line that is not there.
  ///
  /// - Parameter exercises: the numbers of the chapter's exercises that have a grader.
  public func missing(of exercises: [String]) -> [Diagnostic] {
    let numbers = GradeBindings.numbersByGrader(in: root.appending(path: checks))
    let graders = Dictionary(numbers.map { ($0.value, $0.key) }) { first, _ in first }
    let proved = Set(proved.compactMap { numbers[$0] })
    let tested = tested
    let file = testFiles.first { text(of: $0).contains("expectPassed(") } ?? tests
    return exercises.flatMap { exercise in
      var faults: [Diagnostic] = []
      if !proved.contains(exercise) {
        let line = graders[exercise].map { "“\($0).proofs,”" } ?? "its grader with “.proofs”"
        faults.append(
          Diagnostic(
            file: "\(checks)/\(Self.proofs)",
            "exercise \(exercise) has no proofs, so nobody tries its mistakes; write \(line)"))
      }
      if !tested.contains(exercise) {
        let name = exercise.replacing(".", with: "_")
        faults.append(
          Diagnostic(
            file: file,
            "exercise \(exercise) has no test; write @Test(\"Exercise \(exercise): …\") "
              + "func exercise\(name)() throws { try expectPassed(\"\(exercise)\") }"))
      }
      return faults
    }
  }

  /// The names before `.proofs` in the list.
  private var proved: [String] {
    let tokens = SwiftTokenizer.tokens(of: text(of: "\(checks)/\(Self.proofs)"))
    return tokens.indices.dropLast(2).compactMap { index in
      tokens[index + 1].text == "." && tokens[index + 2].text == "proofs"
        ? String(tokens[index].text) : nil
    }
  }

  /// The exercises that a function with `@Test` asks for.
  private var tested: Set<String> {
    var tested: Set<String> = []
    for file in testFiles {
      let tokens = SwiftTokenizer.tokens(of: text(of: file))
      var isTest = false
      for (index, token) in tokens.enumerated() {
        switch token.text {
        case "}": isTest = false
        case "Test" where index > 0 && tokens[index - 1].text == "@": isTest = true
        case "expectPassed" where isTest && index + 2 < tokens.count:
          let number = tokens[index + 2].text
          if tokens[index + 1].text == "(", number.first == "\"" {
            tested.insert(String(number.dropFirst().dropLast()))
          }
        default: break
        }
      }
    }
    return tested
  }

  private var testFiles: [String] {
    (SwiftFiles.names(below: root.appending(path: tests)) ?? []).map { "\(tests)/\($0)" }
  }

  private func text(of path: String) -> String {
    (try? AuthorFile.text(path, root: root)) ?? ""
  }
}
