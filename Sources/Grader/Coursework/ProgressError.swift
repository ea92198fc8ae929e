import Foundation

/// Why progress cannot be kept.
public enum ProgressError: Error, CustomStringConvertible, Equatable {
  /// The file is there, but of another version or damaged.
  case unreadable(reason: String)
  /// The folder or one of its files cannot be written.
  case unwritable(reason: String)

  /// What is wrong and what to do.
  public var description: String {
    switch self {
    case .unreadable(let reason):
      ".course/progress.json cannot be read: \(reason). It stays as it is; mend it, or move it away "
        + "to start afresh"
    case .unwritable(let reason):
      ".course/progress.json cannot be written: \(reason)"
    }
  }

  /// A file in which something does not mean anything.
  init(damage: any Error) {
    let reason =
      switch damage {
      case DecodingError.dataCorrupted(let context): Self.words(context)
      case DecodingError.typeMismatch(_, let context): Self.words(context)
      case DecodingError.valueNotFound(_, let context): Self.words(context)
      case DecodingError.keyNotFound(let key, _): "\(key.stringValue) is missing"
      default: "\(damage)"
      }
    self = .unreadable(reason: reason)
  }

  private static func words(_ context: DecodingError.Context) -> String {
    let place = context.codingPath.map(\.stringValue).joined(separator: " › ")
    let words = context.debugDescription.trimmingCharacters(in: .init(charactersIn: ". "))
    return place.isEmpty ? "it is damaged (\(words))" : "\(place) is damaged (\(words))"
  }
}
