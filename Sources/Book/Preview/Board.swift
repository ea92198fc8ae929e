import Coursework
import Foundation
import Synchronization
import Weaving

/// What the open pages are to show now, and who is to be told when it changes.
///
/// Readers get states, never steps: one who was away, or slow, misses nothing that still holds, and
/// nothing piles up for one who never reads.
public final class Board: Sendable {
  /// Everything at one moment.
  struct State: Sendable {
    /// The last book that could be built; nil before the first.
    var site: Site?
    /// Why the book as it stands cannot be built; empty if it can.
    var diagnostics: [Diagnostic] = []
    /// What is known of the exercises.
    var verdicts: [VerdictLine] = []
    /// The same as the body of `/course/progress`.
    var progress = VerdictLine.json(of: [])
  }

  private struct Contents {
    var state = State()
    var learner = LearnerProgress()
    var readers: [UInt64: AsyncStream<Void>.Continuation] = [:]
    var nextReader: UInt64 = 0
  }

  /// So many pages can listen; one more, and the one that listens for longest has to come back.
  static let readerLimit = 64

  private let contents = Mutex(Contents())

  /// Nothing is built yet.
  public init() {}

  /// What holds now.
  var state: State { contents.withLock { $0.state } }

  /// How many pages listen.
  var readerCount: Int { contents.withLock { $0.readers.count } }

  /// Puts up a new book; what was wrong with the one before is mended.
  public func show(_ site: Site) {
    change { contents in
      contents.state.site = site
      contents.state.diagnostics = []
    }
  }

  /// Puts up why the book cannot be built; the last one that could stays.
  public func show(_ diagnostics: [Diagnostic]) {
    change { $0.state.diagnostics = diagnostics }
  }

  /// Puts up what is known of the exercises.
  public func show(_ learner: LearnerProgress) {
    change { $0.learner = learner }
  }

  private func change(_ body: (inout Contents) -> Void) {
    contents.withLock { contents in
      body(&contents)
      contents.state.verdicts = VerdictLine.all(
        of: contents.learner, exercises: contents.state.site?.exercises ?? [])
      contents.state.progress = VerdictLine.json(of: contents.state.verdicts)
    }
    wakeReaders()
  }

  /// Lets every reader look at the state again, and write, which shows who is gone.
  func wakeReaders() {
    let readers = contents.withLock { Array($0.readers.values) }
    for reader in readers { reader.yield() }
  }

  /// A signal whenever there may be something new, until the reader lets go of it.
  func listen() -> AsyncStream<Void> {
    let (signals, continuation) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
    let (id, oldest) = contents.withLock { contents in
      let id = contents.nextReader
      contents.nextReader += 1
      contents.readers[id] = continuation
      guard contents.readers.count > Self.readerLimit, let longest = contents.readers.keys.min()
      else { return (id, nil as AsyncStream<Void>.Continuation?) }
      // Taken out here, so that another who comes at the same moment ends another one.
      return (id, contents.readers.removeValue(forKey: longest))
    }
    // Outside of the lock: it is called at once where the stream ends here and now.
    continuation.onTermination = { [weak self] _ in self?.forget(id) }
    oldest?.finish()
    return signals
  }

  private func forget(_ id: UInt64) {
    _ = contents.withLock { $0.readers.removeValue(forKey: id) }
  }
}
