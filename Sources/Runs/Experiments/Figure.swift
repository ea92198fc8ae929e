/// What a drawing is made for.
public enum Breadth: String, CaseIterable, Sendable {
  /// The page's full measure: 720 units, shown at 620 pixels and more.
  case wide
  /// A telephone: 360 units, shown at about as many pixels.
  case narrow

  /// The width of the drawing, in its own units.
  public var width: Double { self == .wide ? 720 : 360 }

  /// The size of letters and digits: 12 pixels at the least where the drawing is shown smallest.
  public var textSize: Double { self == .wide ? 14 : 13 }

  /// What the file of a figure is called.
  func file(of name: String) -> String {
    self == .wide ? "figures/\(name).svg" : "figures/\(name).narrow.svg"
  }
}

/// What can be drawn for a page and for a telephone: the same facts, laid out for either.
public protocol Figure: Sendable {
  /// The drawing, as an SVG file.
  func svg(_ breadth: Breadth) -> String
}

/// The figures of a chapter, by the names of their files: drawn from its results and nothing else, so
/// that a figure can be drawn anew without a new run, and says what the results say.
public typealias FigureList = @Sendable (Results) throws -> [(name: String, figure: any Figure)]

extension Results {
  /// The files of a chapter's figures, by path from its folder.
  ///
  /// - Throws: what `figures` throws, such as a ``RunError`` for a number that is missing.
  public func files(of figures: FigureList) throws -> [(path: String, text: String)] {
    try figures(self).flatMap { name, figure in
      Breadth.allCases.map { ($0.file(of: name), figure.svg($0)) }
    }
  }
}
