import Foundation
import Weaving

/// An exercise as its chapter states it, for the page and for the command line alike.
public struct BookExercise: Sendable, Hashable {
  /// A declaration that the learner writes.
  public struct Place: Sendable, Hashable {
    /// The learner's file, as a path from the package's root.
    public let file: String
    /// The line on which the declaration's region starts there.
    public let line: Int
    /// The declaration's name, such as `oneHot(_:size:)`.
    public let name: String
  }

  /// The number, such as `1.4`.
  public let id: String
  /// The title, without number and points.
  public let title: String
  /// What it counts.
  public let points: Int
  /// What to do, as plain text: paragraphs apart, formulas as TeX.
  public let statement: String
  /// The hints, each as plain text, from the gentlest to the plainest.
  public let hints: [String]
  /// The Markdown file, one of the chapter's pages.
  public let file: String
  /// The line of the exercise's heading in it.
  public let line: Int
  /// The page, as a path in the built site.
  public let page: String
  /// The exercise's id in the page.
  public let anchor: String
  /// What to write, in the learner's files.
  public let places: [Place]
}

/// The exercises of a chapter, without building the site.
public enum ExerciseCatalogue {
  /// Reads the exercises of all pages of a chapter, in the chapter's order.
  ///
  /// - Parameter root: the package's root.
  /// - Throws: ``Diagnostics`` where there is no such chapter or it cannot be read. Other mistakes
  ///   of an author's do not keep a learner from a hint; ``BookBuilder`` reports them.
  public static func load(chapter: Int, root: URL) throws(Diagnostics) -> [BookExercise] {
    guard let folder = BookFolder.all(root: root).first(where: { $0.part == .chapter(chapter) })
    else {
      throw Diagnostics([
        Diagnostic(file: "Chapters", "there is no folder of chapter \(chapter), 0\(chapter)-name")
      ])
    }
    let read = PageReader(paths: folder.pages, part: folder.part).read(root: root)
    guard read.diagnostics.isEmpty else { throw Diagnostics(read.diagnostics) }
    do {
      let module = try ReferenceModule(chapter: chapter, root: root)
      return read.pages.flatMap { exercises(of: $0, module: module) }
    } catch let faults as Diagnostics {
      throw faults
    } catch {
      throw Diagnostics([Diagnostic(file: folder.path, "\(error)")])
    }
  }

  static func exercises(of page: Page, module: ReferenceModule?) -> [BookExercise] {
    page.exercises.map { exercise in
      BookExercise(
        id: exercise.id, title: exercise.title, points: exercise.points,
        statement: PlainText.render(exercise.statement),
        hints: exercise.hints.map(PlainText.render),
        file: page.path, line: exercise.line, page: page.output, anchor: exercise.anchor,
        places: (module?.exercise(exercise.id) ?? []).map { region in
          BookExercise.Place(
            file: region.learnerFile, line: region.stubLine,
            name: DeclarationName.first(in: region.text))
        })
    }
  }
}

extension Region {
  /// The file that the learner edits: the stub of the same name.
  var learnerFile: String {
    file.hasPrefix("Solutions/") ? "Sources/" + file.dropFirst("Solutions/".count) : file
  }
}
