import ArgumentParser
import Foundation
import SiteBuilder
import Weaving

/// The package that a command works on.
struct Workspace {
  let root: URL

  /// Finds the package at or above the current directory.
  ///
  /// - Throws: ``Failure`` where there is none.
  init() throws {
    let start = URL(filePath: FileManager.default.currentDirectoryPath)
    var folder = start
    while !Self.isRoot(folder) {
      let parent = folder.deletingLastPathComponent()
      guard parent.path != folder.path else {
        throw Failure(
          "\(start.path) is not inside the course; `cd` to the folder of its Package.swift")
      }
      folder = parent
    }
    root = folder
  }

  private static func isRoot(_ folder: URL) -> Bool {
    ["Package.swift", "Chapters", "Solutions"].allSatisfy {
      FileManager.default.fileExists(atPath: folder.appending(path: $0).path)
    }
  }

  /// Numbers of the chapters that have a reference module, in order.
  func chapters() -> [Int] { PackageFolders.chapters(root: root) }

  /// The learner's side of a chapter.
  func learner(_ chapter: Int) throws -> LearnerModule {
    LearnerModule(reference: try ReferenceModule(chapter: chapter, root: root), root: root)
  }

  /// The folder of a chapter's page, `Chapters/01-name`.
  func page(ofChapter chapter: Int) throws -> URL {
    let folder = root.appending(path: "Chapters")
    let prefix = (chapter < 10 ? "0" : "") + "\(chapter)-"
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    guard let name = names.first(where: { $0.hasPrefix(prefix) }) else {
      throw Failure("Chapters has no folder \(prefix)name")
    }
    return folder.appending(path: name)
  }

  /// Statements, hints and points, from the chapter's page.
  func catalogue(_ chapter: Int) throws -> [BookExercise] {
    try ExerciseCatalogue.load(chapter: chapter, root: root)
  }
}

/// What a command says when it cannot go on: one line, and what to do.
struct Failure: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}

/// What a learner means by `1` or `1.4`.
enum Selection: ExpressibleByArgument, Equatable {
  case chapter(Int)
  case exercise(chapter: Int, id: String)

  init?(argument: String) {
    let parts = argument.split(separator: ".", omittingEmptySubsequences: false)
    guard let chapter = parts.first.flatMap({ Int($0) }) else { return nil }
    switch parts.count {
    case 1: self = .chapter(chapter)
    case 2 where Int(parts[1]) != nil: self = .exercise(chapter: chapter, id: argument)
    default: return nil
    }
  }

  /// As it is typed.
  var text: String {
    switch self {
    case .chapter(let chapter): "\(chapter)"
    case .exercise(_, let id): id
    }
  }

  var chapter: Int {
    switch self {
    case .chapter(let chapter), .exercise(let chapter, _): chapter
    }
  }
}

/// An exercise's number on the command line.
struct ExerciseArgument: ExpressibleByArgument {
  let id: String
  let chapter: Int

  init?(argument: String) {
    guard case .exercise(let chapter, let id) = Selection(argument: argument) else { return nil }
    self.id = id
    self.chapter = chapter
  }
}

extension Workspace {
  /// Checks that a chapter, and an exercise of it, exist.
  ///
  /// - Throws: `ValidationError` (exit code 64) that lists what there is.
  func validate(_ selection: Selection) throws {
    let chapters = chapters()
    guard chapters.contains(selection.chapter) else {
      throw ValidationError(
        "there is no chapter \(selection.chapter) yet; there is \(chapters.map(String.init).joined(separator: ", "))"
      )
    }
    guard case .exercise(let chapter, let id) = selection else { return }
    let known = try ReferenceModule(chapter: chapter, root: root).exercises
    guard known.contains(id) else {
      throw ValidationError(
        "there is no exercise \(id); chapter \(chapter) has \(known.first ?? "none") to \(known.last ?? "none")"
      )
    }
  }
}
