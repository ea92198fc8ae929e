import Foundation
import Grading

extension LearnerProgress {
  /// What is known of one exercise.
  public struct Entry: Sendable, Equatable {
    /// The latest verdict; nil before the first, and after the text was exchanged.
    public var verdict: Verdict.Kind? { didSet { others["verdict"] = nil } }
    /// Whether any verdict was “passed”.
    public var hasPassedOnce = false
    /// How many hints were asked for.
    public var hintsShown = 0
    /// Whether what passed was the reference's own text; nil in files of before this was kept.
    public var isSolution: Bool?
    /// What the latest verdict said; nil in files of before this was kept, as the two below.
    public var message: String?
    /// The learner's file and line that the latest verdict names.
    public var location: String?
    /// When the latest verdict was given.
    public var time: Date?
    /// Names the text that the latest verdict is on; nil in files of before this was kept.
    public var text: String?
    /// The exercise that has to be done first, if the verdict is “blocked”.
    public var blockedBy: String?
    /// What a newer version has written, an outcome that is not known here among it.
    private var others: [String: JSONValue] = [:]

    /// Nothing is known.
    public init() {}
  }
}

extension LearnerProgress.Entry: Codable {
  private static let known: Set = [
    "verdict", "hasPassedOnce", "hintsShown", "isSolution", "message", "location", "time",
    "blockedBy", "text",
  ]
  /// No exercise has as many hints.
  private static let mostHints = 1000

  /// Reads an entry; what is missing is as at the beginning.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: AnyKey.self)
    for key in values.allKeys where !Self.known.contains(key.stringValue) {
      others[key.stringValue] = try values.decode(JSONValue.self, forKey: key)
    }
    let outcome = try values.decodeIfPresent(String.self, forKey: "verdict")
    verdict = outcome.flatMap(Verdict.Kind.init)
    if let outcome, verdict == nil { others["verdict"] = .text(outcome) }
    hasPassedOnce = try values.decodeIfPresent(Bool.self, forKey: "hasPassedOnce") ?? false
    hintsShown = try values.decodeIfPresent(Int.self, forKey: "hintsShown") ?? 0
    guard (0...Self.mostHints).contains(hintsShown) else {
      throw DecodingError.dataCorruptedError(
        forKey: "hintsShown", in: values, debugDescription: "\(hintsShown) is no number of hints")
    }
    isSolution = try values.decodeIfPresent(Bool.self, forKey: "isSolution")
    message = try values.decodeIfPresent(String.self, forKey: "message")
    location = try values.decodeIfPresent(String.self, forKey: "location")
    time = try values.decodeIfPresent(Date.self, forKey: "time")
    blockedBy = try values.decodeIfPresent(String.self, forKey: "blockedBy")
    text = try values.decodeIfPresent(String.self, forKey: "text")
  }

  /// Writes what is known, and what only another version knows.
  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: AnyKey.self)
    for (name, value) in others { try values.encode(value, forKey: AnyKey(name)) }
    try values.encodeIfPresent(verdict, forKey: "verdict")
    try values.encode(hasPassedOnce, forKey: "hasPassedOnce")
    try values.encode(hintsShown, forKey: "hintsShown")
    try values.encodeIfPresent(isSolution, forKey: "isSolution")
    try values.encodeIfPresent(message, forKey: "message")
    try values.encodeIfPresent(location, forKey: "location")
    try values.encodeIfPresent(time, forKey: "time")
    try values.encodeIfPresent(blockedBy, forKey: "blockedBy")
    try values.encodeIfPresent(text, forKey: "text")
  }
}
