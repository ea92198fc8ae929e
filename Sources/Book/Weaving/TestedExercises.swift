import Foundation

/// The tests of a chapter under `swift test`, in which each exercise has a function.
///
/// They are read as text: what is missing there compiles, passes, and is heard of by nobody.
public struct TestedExercises: Sendable {
  /// The folder of the chapter's tests, as a path from the package's root.
  private let folder: String
  private let root: URL

  /// The tests of one chapter; nothing is read yet.
  public init(folder: String, root: URL) { (self.folder, self.root) = (folder, root) }

  /// A diagnostic for each exercise that no test asks for.
  ///
  /// - Parameter exercises: the numbers of the chapter's exercises that have a grader.
  public func missing(of exercises: [String]) -> [Diagnostic] {
    let tested = tested
    let file = testFiles.first { text(of: $0).contains("expectPassed(") } ?? folder
    return exercises.filter { !tested.contains($0) }.map { exercise in
      Diagnostic(
        file: file,
        "exercise \(exercise) has no test; write @Test(\"Exercise \(exercise): …\") "
          + "func exercise\(exercise.replacing(".", with: "_"))() throws { "
          + "try expectPassed(\"\(exercise)\") }")
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
    (SwiftFiles.names(below: root.appending(path: folder)) ?? []).map { "\(folder)/\($0)" }
  }

  private func text(of path: String) -> String {
    (try? AuthorFile.text(path, root: root)) ?? ""
  }
}
