import Grading
import SiteBuilder

/// Verdicts as JUnit XML, which classroom systems read.
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
      return verdict.kind == .passed ? open + "/>" : open + ">\n\(outcome(verdict))  </testcase>"
    }
    let faults = verdicts.filter { $0.kind == .graderFault }.count
    let failures = verdicts.filter { $0.kind != .passed }.count - faults
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuite name="Chapter\(chapter)\(areReference ? ", the reference" : "")" tests="\(verdicts.count)" failures="\(failures)" errors="\(faults)">
      \(cases.joined(separator: "\n"))
      </testsuite>

      """
  }

  private static func outcome(_ verdict: Verdict) -> String {
    let element = verdict.kind == .graderFault ? "error" : "failure"
    var text =
      "    <\(element) type=\"\(verdict.kind.rawValue)\">\(verdict.message.xmlEscaped)</\(element)>\n"
    if !verdict.output.isEmpty {
      text += "    <system-out>\(verdict.output.xmlEscaped)</system-out>\n"
    }
    return text
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
