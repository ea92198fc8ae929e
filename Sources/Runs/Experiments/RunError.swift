/// Why a run cannot go on, with what to do next; printed as it stands.
public struct RunError: Error, CustomStringConvertible, Sendable {
  /// The whole sentence.
  public let description: String

  /// An error with this sentence.
  public init(_ description: String) { self.description = description }
}
