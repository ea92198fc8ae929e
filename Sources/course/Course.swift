import ArgumentParser

/// The command line of the course.
@main
struct Course: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "course",
    abstract: "Work through From Word2Vec to BERT, in Swift.",
    discussion: """
      Learners: fill in Sources/Chapter1, then `course check 1`.
      Authors: edit Chapters and Solutions, then `course build`; `course stubs` renews the stubs.
      Exit codes: 0 all well, 1 something is not, 64 the command was not understood.
      """,
    subcommands: [
      Check.self, List.self, Hint.self, Solution.self, Reset.self,
      Build.self, Run.self, Stubs.self, Verify.self,
    ])
}
