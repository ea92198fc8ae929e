/// The colour of a part of a chart.
public enum Ink: Equatable, Sendable, ExpressibleByIntegerLiteral {
  /// One of several alike, counted from 0: it means nothing but “not the other”.
  case series(Int)
  /// What has this colour all through the book.
  case quantity(Quantity)
  /// What is less important than the rest.
  case quiet

  /// One of several alike.
  public init(integerLiteral value: Int) { self = .series(value) }

  /// The colour, as CSS.
  public var css: String {
    switch self {
    case .series(let index): Drawing.series(index)
    case .quantity(let quantity): quantity.colour
    case .quiet: Drawing.quiet
    }
  }
}
