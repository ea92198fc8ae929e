import Foundation

/// Where a text stops being JSON, and why, as far as the parser tells.
struct JSONFault {
  /// The parser's reason, without a place.
  let reason: String
  /// The line, counted from 1.
  let line: Int

  /// - Returns: nil where the data are JSON.
  init?(in data: Data) {
    do {
      _ = try JSONSerialization.jsonObject(with: data, options: .fragmentsAllowed)
      return nil
    } catch {
      let said = (error as NSError).userInfo["NSDebugDescription"] as? String ?? "unknown reason"
      // The parser says “around character 4”, “around line 1, column 2”, or nothing at the end.
      let parts = said.split(separator: " around ", maxSplits: 1).map(String.init)
      reason = parts[0].trimmingCharacters(in: CharacterSet(charactersIn: "."))
      let place = parts.count < 2 ? nil : parts[1].firstMatch(of: /(line|character) (\d+)/)
      if let place, place.1 == "line", let line = Int(place.2) {
        self.line = line
      } else {
        let end = place.flatMap { Int($0.2) } ?? data.count
        line = data.prefix(end).count { $0 == UInt8(ascii: "\n") } + 1
      }
    }
  }
}
