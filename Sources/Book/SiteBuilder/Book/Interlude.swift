/// Pages that belong to no chapter: they stand between two chapters, have no exercises, and show
/// code of a library that learners are given, as much of it as is marked.
struct Interlude: Sendable, Hashable {
  /// The folder, as a path from the package's root.
  let path: String
  /// The number of the chapter behind which it stands, or of the last one before that there is.
  let chapter: Int
  /// The library, a folder below Sources/Given.
  let library: String

  /// All of the book. One whose folder is not there is passed over.
  static let all = [Interlude(path: "Chapters/gradients", chapter: 4, library: "Autograd")]
}

/// A folder of pages: what is counted, woven and turned over as one.
enum Part: Sendable, Hashable {
  case chapter(Int)
  case interlude(Interlude)

  /// The number, if it is a chapter.
  var chapter: Int? { if case .chapter(let number) = self { number } else { nil } }

  /// What stands above its title, such as “Chapter 1”.
  var label: String {
    switch self {
    case .chapter(let number): "Chapter \(number)"
    case .interlude: "Interlude"
    }
  }
}
