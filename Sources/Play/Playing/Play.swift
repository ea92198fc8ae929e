/// Something that one can do in a chapter's session.
///
/// A chapter declares its plays in a file `Plays.swift`, in string literals and nothing else: `course
/// check` reads that file as text, to say what can be played with the learner's own code.
public struct Play: Sendable {
  /// What one can do, such as “continue a sentence”.
  public let does: String
  /// A line that one may type to see it.
  public let typed: String
  /// What the line's words stand for and what comes back, in a sentence.
  public let tells: String
  /// The exercises whose functions answer, such as “1.8 1.12”.
  public let needs: [String]

  /// A play; `needs` are exercises with spaces between them.
  public init(does: String, typed: String, tells: String, needs: String) {
    (self.does, self.typed, self.tells) = (does, typed, tells)
    self.needs = needs.split(separator: " ").map(String.init)
  }
}
