/// What a build of the book has made.
public struct BuildReport: Sendable {
  /// How much of a reference module its chapter shows.
  public struct Coverage: Sendable, Hashable {
    /// Code lines that stand in the page, woven or as a folded solution.
    public var shownLines: Int
    /// Code lines of the module: neither blank, nor an import, nor a marker.
    public var lines: Int

    /// From 0 to 1; an empty module is shown in full.
    public var share: Double { lines == 0 ? 1 : Double(shownLines) / Double(lines) }
  }

  /// The pages, as paths in the site, in reading order.
  public var pages: [String]
  /// The size of each page in bytes, in the same order.
  public var pageSizes: [Int]
  /// How much of each chapter's reference module its page shows.
  public var coverage: [Int: Coverage]
  /// The exercises of all chapters, in reading order.
  public var exercises: [BookExercise]
  /// How many different formulas the book has.
  public var formulaCount: Int
  /// Whether the book has its own fonts, or is set in the reader's.
  public var hasFonts: Bool
}
