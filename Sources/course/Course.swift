import ArgumentParser
import Weaving

/// Starts the command line.
///
/// Diagnostics are printed as they are, `file:line: error: …`, so that editors can jump to them.
@main
enum Main {
  static func main() async {
    do {
      var command = try Course.parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch let error where error is Diagnostic || error is Diagnostics {
      Terminal.complain("\(error)")
      Course.exit(withError: ExitCode.failure)
    } catch {
      Course.exit(withError: error)
    }
  }
}

/// The command line of the course.
struct Course: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "course",
    abstract: "Work through From Word2Vec to BERT, in Swift.",
    discussion: """
      Learners: fill in Sources/Chapter1, then `swift run course check 1`; `swift run course serve` shows the book.
      `swift run course play 1` has your own functions answer what you type.
      Authors: edit Chapters and Solutions, then `swift run course build`; `swift run course stubs` renews the stubs.
      Exit codes: 0 all well, 1 something is not, 64 the command was not understood.
      """,
    subcommands: [
      Check.self, Play.self, Serve.self, List.self, Hint.self, Solution.self, Reset.self,
      Fetch.self, Doctor.self,
      Build.self, Run.self, Stubs.self, Verify.self,
    ])
}
