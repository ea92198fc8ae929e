import FlyingSocks
import Foundation

/// The body of `/course/events`: server-sent events, for as long as the page listens.
///
/// | event | data |
/// |---|---|
/// | `page` | the tag of the page that listens; one that holds another tag reloads |
/// | `diagnostics` | a JSON list of `{place, message}`, empty when all is well |
/// | `progress` | the JSON of `/course/progress` |
///
/// Each is sent at once to begin with and again when it changes.
struct EventStream: AsyncBufferedSequence {
  typealias Element = UInt8

  let board: Board
  /// The page that listens, as a path in the site.
  let page: String
  /// After this a page has to ask again, so that no forgotten connection stays for ever.
  var lifetime: Duration = .seconds(600)

  func makeAsyncIterator() -> Iterator {
    Iterator(
      board: board, page: page, end: .now + lifetime, signals: board.listen().makeAsyncIterator())
  }

  struct Iterator: AsyncBufferedIteratorProtocol {
    fileprivate let board: Board
    fileprivate let page: String
    fileprivate let end: ContinuousClock.Instant
    fileprivate var signals: AsyncStream<Void>.Iterator
    private var sent: [String: Data] = [:]

    fileprivate init(
      board: Board, page: String, end: ContinuousClock.Instant,
      signals: AsyncStream<Void>.Iterator
    ) {
      self.board = board
      self.page = page
      self.end = end
      self.signals = signals
    }

    /// What is new, at any size: an event is never longer than what is known of all exercises.
    mutating func nextBuffer(suggested count: Int) async throws -> [UInt8]? {
      if sent.isEmpty { return Array("retry: 1000\n\n".utf8) + news() }
      guard await signals.next() != nil, ContinuousClock.now < end else { return nil }
      let news = news()
      // A line that says nothing finds out whether anybody is there still.
      return news.isEmpty ? Array(":\n\n".utf8) : news
    }

    mutating func next() async throws -> UInt8? {
      preconditionFailure("the body is read in buffers")
    }

    private mutating func news() -> [UInt8] {
      let state = board.state
      var text = Data()
      let current: [(String, Data?)] = [
        ("page", state.site?.tag(ofPage: page).map { Data($0.utf8) }),
        ("diagnostics", DiagnosticReport.json(of: state.diagnostics)),
        ("progress", state.progress),
      ]
      for case (let name, let data?) in current where sent[name] != data {
        sent[name] = data
        text += Data("event: \(name)\ndata: ".utf8) + data + Data("\n\n".utf8)
      }
      return Array(text)
    }
  }
}
