extension Verdict.Kind {
  /// One character for lists.
  public var symbol: String {
    switch self {
    case .passed: "✓"
    case .notAttempted: "○"
    case .wrong: "✗"
    case .tooSlow: "≫"
    case .crashed: "!"
    case .timedOut: "∞"
    case .outOfMemory: "▲"
    case .doesNotCompile: "⌁"
    case .notFound: "∅"
    case .blocked: "⧖"
    case .graderFault: "?"
    }
  }

  /// The outcome in words.
  public var words: String {
    switch self {
    case .passed: "passed"
    case .notAttempted: "open"
    case .wrong: "not right yet"
    case .tooSlow: "right, but too slow"
    case .crashed: "crashed"
    case .timedOut: "timed out"
    case .outOfMemory: "out of memory"
    case .doesNotCompile: "does not compile"
    case .notFound: "declaration not found"
    case .blocked: "blocked"
    case .graderFault: "the grader's own fault"
    }
  }
}

extension Verdict {
  /// How a verdict is written.
  public enum Style: Sendable {
    /// For files and pipes.
    case plain
    /// With the terminal's colours.
    case colour
  }

  /// The verdict for people; the first line stands alone.
  ///
  /// - Parameters:
  ///   - title: the exercise's title, where it is known.
  ///   - style: whether colours are used.
  public func text(title: String? = nil, style: Style = .plain) -> String {
    var head = "\(kind.symbol) \(exercise)"
    if let title { head += " · \(title)" }
    head += ": \(kind.words)"
    if let blockedBy { head += " by \(blockedBy)" }
    var lines = [style == .colour ? coloured(head) : head]
    let details = details(naming: kind == .passed ? nil : location)
    if !details.isEmpty {
      lines += details.split(separator: "\n", omittingEmptySubsequences: false)
        .map { "    \($0)" }
    }
    return lines.joined(separator: "\n")
  }

  /// What a page says below the outcome; the place is not named again.
  public var details: String { details(naming: nil) }

  private func details(naming place: String?) -> String {
    var lines = message.split(separator: "\n").map(String.init)
    if kind == .blocked, let blockedBy {
      let chapter = exercise.split(separator: ".").first ?? ""
      lines.append(
        "It calls exercise \(blockedBy), which is open. `swift run course check \(chapter)` grades it "
          + "with the reference's \(blockedBy).")
    }
    if kind == .graderFault { lines.append("This is not your mistake; please report it.") }
    if let place, !message.contains(place) { lines.append(place) }
    if !output.isEmpty {
      lines.append("Your code printed:")
      lines += output.split(separator: "\n", omittingEmptySubsequences: false).map { "| \($0)" }
    }
    return lines.joined(separator: "\n")
  }

  private func coloured(_ text: String) -> String {
    let colour =
      switch kind {
      case .passed: 32
      case .notAttempted: 90
      case .blocked, .graderFault: 33
      default: 31
      }
    return "\u{1B}[\(colour)m\(text)\u{1B}[0m"
  }
}
