import Foundation
import Mutation

/// The course's package once more, with mutants in place of a chapter's reference.
///
/// Sources, tests and other chapters' references are links to the course's own; only the chapter's
/// reference is another.
struct Mirror {
  let workplace: Workplace

  /// All errors at once, without the warnings of changed code; and an end to the search for types
  /// that would make an impossible mutant possible. The reference needs a fifth of this number, and
  /// ten times as much finds nothing more, in minutes for an expression.
  private static let compilerFlags = [
    "-continue-building-after-errors", "-suppress-warnings",
    "-Xfrontend", "-solver-scope-threshold=100000",
  ]

  /// Builds the grading program with every mutant that compiles.
  ///
  /// The compiler finds mistakes of types first, and only when there are none, those of the flow of
  /// values: so it takes some rounds.
  ///
  /// - Returns: the program, and the indices of the mutants that are in it.
  func build(_ mutants: [Mutant]) throws -> (program: URL, alive: Set<Int>) {
    try prepare()
    let sources = try workplace.sources()
    var alive = Set(mutants.indices)
    for _ in 0..<20 {
      let schema = Schema(sources: sources, mutants: mutants, alive: alive)
      try write(schema)
      let product = "\(workplace.name)Grade"
      let (status, log) = try Command.run(
        [
          "swift", "build", "--package-path", workplace.mirror.path, "--product", product,
        ] + Self.compilerFlags.flatMap { ["-Xswiftc", $0] },
        environment: ["SOLUTIONS": "all", "CHAPTER": "\(workplace.chapter)"])
      if status == 0 {
        return (workplace.mirror.appending(path: ".build/debug/\(product)"), alive)
      }
      let broken = CompileErrors.mutants(in: log, of: schema, chapter: workplace.name)
      guard !broken.isEmpty else {
        throw Failure("the mutants cannot be built:\n" + CompileErrors.lines(of: log))
      }
      alive.subtract(broken)
    }
    throw Failure("the mutants cannot be built: every round shows more errors")
  }

  private func prepare() throws {
    let files = FileManager.default
    try files.createDirectory(at: workplace.mirror, withIntermediateDirectories: true)
    let solutions = workplace.root.appending(path: "Solutions")
    try files.createDirectory(
      at: workplace.mirror.appending(path: "Solutions"), withIntermediateDirectories: true)
    let others = try files.contentsOfDirectory(atPath: solutions.path)
      .filter { $0 != workplace.name }.map { "Solutions/\($0)" }
    for folder in ["Sources", "Tests"] + others {
      let link = workplace.mirror.appending(path: folder)
      try? files.removeItem(at: link)
      try files.createSymbolicLink(
        at: link, withDestinationURL: workplace.root.appending(path: folder))
    }
    let manifest = "Package.swift"
    try write(
      String(contentsOf: workplace.root.appending(path: manifest), encoding: .utf8),
      to: workplace.mirror.appending(path: manifest))
  }

  private func write(_ schema: Schema) throws {
    let files = FileManager.default
    let folder = workplace.mirror.appending(path: "Solutions/\(workplace.name)")
    try files.createDirectory(at: folder, withIntermediateDirectories: true)
    for name in try files.contentsOfDirectory(atPath: folder.path) where schema.files[name] == nil {
      try files.removeItem(at: folder.appending(path: name))
    }
    for (name, text) in schema.files { try write(text, to: folder.appending(path: name)) }
  }

  /// A file that would not change is not touched, so that builds stay short.
  private func write(_ text: String, to file: URL) throws {
    if (try? String(contentsOf: file, encoding: .utf8)) == text { return }
    try Data(text.utf8).write(to: file, options: .atomic)
  }
}
