import Grading
import SiteBuilder

/// Verdicts as JUnit XML, which classroom systems read.
///
/// What is open, or waits for something that is, is skipped there and no failure.
enum JUnit {
  static func xml(
    _ verdicts: [Verdict], _ catalogue: [BookExercise], chapter: Int, areReference: Bool
  ) -> String {
    let titles = Dictionary(catalogue.map { ($0.id, $0.title) }, uniquingKeysWith: { $1 })
    let cases = verdicts.map { verdict in
      let name = [verdict.exercise, titles[verdict.exercise]].compactMap { $0 }
        .joined(separator: " · ")
      let open =
        "  <testcase classname=\"Chapter\(chapter)\" name=\"\(name.xmlEscaped)\" "
        + "time=\"\(verdict.seconds)\""
      guard let element = verdict.kind.element else { return open + "/>" }
      return open + ">\n\(outcome(verdict, element))  </testcase>"
    }
    let count = { (element: Element) in verdicts.count { $0.kind.element == element } }
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuite name="Chapter\(chapter)\(areReference ? ", the reference" : "")" tests="\(verdicts.count)" failures="\(count(.failure))" errors="\(count(.error))" skipped="\(count(.skipped))">
      \(cases.joined(separator: "\n"))
      </testsuite>

      """
  }

  private static func outcome(_ verdict: Verdict, _ element: Element) -> String {
    // What is skipped has no type in JUnit's schema.
    let attribute =
      element == .skipped
      ? "message=\"\(verdict.kind.words)\"" : "type=\"\(verdict.kind.rawValue)\""
    let name = element.rawValue
    var text = "    <\(name) \(attribute)>\(verdict.message.xmlEscaped)</\(name)>\n"
    if !verdict.output.isEmpty {
      text += "    <system-out>\(verdict.output.xmlEscaped)</system-out>\n"
    }
    return text
  }

  /// What stands in a test case that has not passed.
  fileprivate enum Element: String {
    case skipped
    case failure
    case error
  }
}

extension Verdict.Kind {
  /// What tells this outcome; nil where it has passed.
  fileprivate var element: JUnit.Element? {
    switch self {
    case .passed: nil
    case .notAttempted, .blocked: .skipped
    case .graderFault: .error
    case .wrong, .tooSlow, .crashed, .timedOut, .outOfMemory, .doesNotCompile, .notFound: .failure
    }
  }
}

extension String {
  /// Escaped for XML text and attributes; control characters, which XML 1.0 forbids, are dropped.
  fileprivate var xmlEscaped: String {
    var result = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\n", "\t": result.unicodeScalars.append(scalar)
      case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: break
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
