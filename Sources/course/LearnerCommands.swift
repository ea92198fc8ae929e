import ArgumentParser
import Coursework
import Foundation
import Grading
import SiteBuilder
import Weaving

/// `course list`.
struct List: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show every exercise, what is done and what is next.")

  mutating func run() throws {
    let workspace = try Workspace()
    let progress = try LearnerProgress.load(root: workspace.root)
    var next: BookExercise?
    for chapter in workspace.chapters() {
      let exercises = try workspace.catalogue(chapter)
      let done = exercises.filter { progress.exercises[$0.id]?.verdict == .passed }
      let points = done.reduce(0) { $0 + $1.points }
      let total = exercises.reduce(0) { $0 + $1.points }
      let counts = VerdictCounts(of: exercises.map { progress.exercises[$0.id]?.verdict })
      let play =
        DeclaredPlay.all(of: chapter, root: workspace.root).isEmpty
        ? "" : "; `swift run course play \(chapter)` plays it"
      print("Chapter \(chapter): \(counts.text); \(points) of \(total) points\(play)")
      for exercise in exercises {
        let verdict = progress.exercises[exercise.id]?.verdict
        print(
          "  \((verdict ?? .notAttempted).symbol) \(exercise.id.padded(to: 5)) \(exercise.title)\(state(progress.exercises[exercise.id]))"
        )
        if verdict != .passed, next == nil { next = exercise }
      }
    }
    print(
      next.map {
        "\nNext: \($0.id) · \($0.title), in \($0.sourceFile). Then `swift run course check \($0.id)`."
      }
        ?? "\nEverything is done.")
  }

  private func state(_ entry: LearnerProgress.Entry?) -> String {
    switch entry?.verdict {
    case .passed?: entry?.isSolution == true ? " (the solution)" : ""
    case nil, .notAttempted?: ""
    case let kind?: " (\(kind.words))"
    }
  }
}

/// `course hint 1.4`.
struct Hint: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show an exercise's hints, one more each time.")

  @Argument(help: "The exercise, such as 1.4.")
  var exercise: ExerciseArgument

  mutating func run() throws {
    let workspace = try Workspace()
    try workspace.validate(.exercise(chapter: exercise.chapter, id: exercise.id))
    guard
      let entry = try workspace.catalogue(exercise.chapter).first(where: { $0.id == exercise.id })
    else { throw Failure("exercise \(exercise.id) has no text in its chapter") }
    let shown = count(oneMoreOf: entry.hints.count, in: workspace)
    print("\(entry.id) · \(entry.title)")
    for (index, hint) in entry.hints.prefix(shown).enumerated() {
      print("\nHint \(index + 1) of \(entry.hints.count)\n\(hint)")
    }
    print(
      shown < entry.hints.count
        ? "\nOne more: `swift run course hint \(entry.id)`."
        : "\nThat was the last one. The solution: `swift run course solution \(entry.id)`.")
  }

  /// How many hints are shown now; where that cannot be kept, the hints are shown all the same.
  private func count(oneMoreOf all: Int, in workspace: Workspace) -> Int {
    var shown = 1
    do {
      try LearnerProgress.update(root: workspace.root) { progress in
        shown = min((progress.exercises[exercise.id]?.hintsShown ?? 0) + 1, all)
        progress.exercises[exercise.id, default: .init()].hintsShown = shown
      }
    } catch { Terminal.complain("What you have seen was not kept: \(error)") }
    return shown
  }
}

/// `course solution 1.4 [--apply | --restore]`.
struct Solution: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show an exercise's solution, or swap it in and out.",
    discussion: """
      --apply saves what you have written before it puts the solution in its place; --restore puts
      yours back. Everything that was ever replaced is kept in .course/saved.
      """)

  @Argument(help: "The exercise, such as 1.4.")
  var exercise: ExerciseArgument

  @Flag(help: "Put the solution into your file.")
  var apply = false

  @Flag(help: "Put your own text back.")
  var restore = false

  func validate() throws {
    if apply && restore { throw ValidationError("--apply and --restore exclude each other") }
  }

  mutating func run() throws {
    let workspace = try Workspace()
    try workspace.validate(.exercise(chapter: exercise.chapter, id: exercise.id))
    let learner = try workspace.learner(exercise.chapter)
    if apply {
      try learner.apply(exercise.id)
      print(
        "The solution of \(exercise.id) is in place. Yours comes back with `swift run course solution \(exercise.id) --restore`."
      )
      try LearnerProgress.forget([exercise.id], root: workspace.root)
    } else if restore {
      try learner.restore(exercise.id)
      print("Your own \(exercise.id) is back. What stood there is kept in .course/saved.")
      try LearnerProgress.forget([exercise.id], root: workspace.root)
    } else {
      for region in learner.reference.exercise(exercise.id) {
        print("// \(region.file):\(region.lines.lowerBound)\n\(region.text)\n")
      }
    }
  }
}

/// `course reset 1.4`, `course reset --file Sources/Chapter1/OneHot.swift`.
struct Reset: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Put an exercise back to its stub; your text is kept.",
    discussion: """
      Where an exercise's declaration was deleted, its stub is put back and nothing else is changed.
      --file replaces a whole file, all your answers in it too. What is replaced is saved in
      .course/saved first.
      """)

  @Argument(help: "The exercise, such as 1.4.")
  var exercise: ExerciseArgument?

  @Option(help: "A whole file, such as Sources/Chapter1/OneHot.swift.", completion: .file())
  var file: String?

  func validate() throws {
    if (exercise == nil) == (file == nil) {
      throw ValidationError(
        "name an exercise, such as 1.4, or a file, such as --file Sources/Chapter1/OneHot.swift")
    }
  }

  mutating func run() throws {
    let workspace = try Workspace()
    if let exercise {
      try workspace.validate(.exercise(chapter: exercise.chapter, id: exercise.id))
      let learner = try workspace.learner(exercise.chapter)
      let deleted = try learner.putBack(exercise.id)
      guard deleted.isEmpty else {
        for stub in deleted {
          print(
            "The stub of `\(stub.declaration)` is back, at \(stub.location); nothing else was changed."
          )
        }
        return try LearnerProgress.forget([exercise.id], root: workspace.root)
      }
      try learner.reset(exercise.id)
      print(
        "\(exercise.id) is a stub again. Yours comes back with `swift run course solution \(exercise.id) --restore`."
      )
      try LearnerProgress.forget([exercise.id], root: workspace.root)
    } else if let file {
      let name = file.split(separator: "/").last.map(String.init) ?? file
      let learner = try owner(of: name, at: file, in: workspace)
      let saved = try learner.resetFile(name)
      let reset = learner.reference.regions.filter {
        $0.kind == .exercise && $0.file.hasSuffix("/\(name)")
      }
      let exercises = learner.reference.exercises.filter(Set(reset.map(\.name)).contains)
      let numbers = exercises.isEmpty ? "" : ", with \(ExerciseNumbers.text(exercises)) open"
      print(
        "\(learner.path(of: name)) is its stub again\(numbers)."
          + (saved.map { " Yours is in \($0)." } ?? ""))
      if saved != nil, let first = exercises.first {
        print(
          "What you had written of an exercise comes back by itself, too: `swift run course solution "
            + "\(first) --restore`.")
      }
      try LearnerProgress.forget(reset.map(\.name), root: workspace.root)
    }
  }

  /// The one chapter whose file is meant; a name alone may be that of several.
  private func owner(
    of name: String, at path: String, in workspace: Workspace
  ) throws -> LearnerModule {
    let learners = try workspace.chapters().map { try workspace.learner($0) }
    let owners = learners.filter { $0.reference.files.contains { $0.name == name } }
    let meant = owners.filter { path == name || "/\(path)".hasSuffix("/\($0.path(of: name))") }
    guard meant.count < 2 else {
      let paths = meant.map { $0.path(of: name) }.joined(separator: " or ")
      throw ValidationError("several chapters have a file \(name); write \(paths)")
    }
    guard let learner = meant.first else { throw ValidationError("no chapter has a file \(path)") }
    return learner
  }
}

extension String {
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
