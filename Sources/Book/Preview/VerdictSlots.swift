import Foundation

/// Puts verdicts into a page while it is sent, so that nothing moves once it is there.
///
/// What it writes is what live.js writes when a verdict comes in later.
enum VerdictSlots {
  /// A page in which every empty slot has its exercise's verdict, where there is one.
  static func fill(_ page: Data, with verdicts: [VerdictLine], now: Date) -> Data {
    var filled = Data()
    var rest = page[...]
    for verdict in verdicts where verdict.kind != nil {
      let slot = slot(of: verdict.exercise)
      guard let place = rest.range(of: Data("\(slot.start)\(slot.end)".utf8)) else { continue }
      filled += rest[..<place.lowerBound]
      filled += Data(
        "\(slot.start)\(attributes(of: verdict))>\(content(of: verdict, now))</div>".utf8)
      rest = rest[place.upperBound...]
    }
    return filled + rest
  }

  private static func slot(of exercise: String) -> (start: String, end: String) {
    (#"<div class="verdict" data-exercise="\#(HTML.escape(exercise))" role="status""#, "></div>")
  }

  private static func attributes(of verdict: VerdictLine) -> String {
    #" data-kind="\#(verdict.kind?.rawValue ?? "")" data-state="\#(HTML.escape(verdict.state))""#
  }

  private static func content(of verdict: VerdictLine, _ now: Date) -> String {
    var line = #"<span class="sign" aria-hidden="true">\#(verdict.sign)</span>"#
    line += "<strong>\(HTML.escape(verdict.title))</strong>"
    if let location = verdict.location { line += "<code>\(HTML.escape(location))</code>" }
    if let time = verdict.time {
      let seconds = Int(now.timeIntervalSince1970) - time
      line += #"<time aria-hidden="true" data-time="\#(time)">\#(age(seconds))</time>"#
    }
    let message =
      verdict.message.isEmpty ? "" : "<p class=\"message\">\(HTML.escape(verdict.message))</p>"
    return "<p class=\"outcome\">\(line)</p>\(message)"
  }

  private static func age(_ seconds: Int) -> String {
    switch seconds / 60 {
    case ..<1: "just now"
    case let minutes where minutes < 60: "\(minutes) min ago"
    case let minutes where minutes < 1440: "\(minutes / 60) h ago"
    case let minutes: "\(minutes / 1440) d ago"
    }
  }
}

/// Text in HTML.
enum HTML {
  /// The text with the four characters replaced that mean something else.
  static func escape(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }
}
