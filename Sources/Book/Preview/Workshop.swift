import Coursework
import Dispatch
import Foundation
import SiteBuilder
import Weaving

/// Keeps a board up to date with what is on disk: the book's sources and the learner's progress.
public struct Workshop: Sendable {
  /// What there is to tell in the terminal.
  public enum News: Sendable {
    /// The book was built, in so many seconds.
    case built(seconds: Double)
    /// It cannot be built.
    case failed(Diagnostics)
    /// The learner's progress cannot be read.
    case progressUnreadable(ProgressError)
  }

  /// How often it looks.
  private static let interval = Duration.milliseconds(100)
  /// A file that was changed so shortly ago may be changing still.
  private static let settling = Duration.milliseconds(30)

  private let root: URL
  private let board: Board
  private let sources: [String]
  private let build: @Sendable () throws(Diagnostics) -> Site
  private let tell: @Sendable (News) -> Void
  private let queue = DispatchQueue(label: "book")

  /// - Parameters:
  ///   - root: the package's root.
  ///   - board: what the pages show.
  ///   - tell: told what happens.
  public init(root: URL, board: Board, tell: @escaping @Sendable (News) -> Void) {
    let builder = BookBuilder(root: root)
    self.init(
      root: root, board: board, tell: tell,
      build: { () throws(Diagnostics) -> Site in
        let (files, report) = try builder.make()
        return Site(files: files, exercises: report.exercises.map(\.id))
      })
  }

  init(
    root: URL, board: Board, tell: @escaping @Sendable (News) -> Void,
    build: @escaping @Sendable () throws(Diagnostics) -> Site
  ) {
    self.root = root
    self.board = board
    self.tell = tell
    self.build = build
    sources = BookBuilder.sources.map { root.appending(path: $0).path }
  }

  /// Works until the task is cancelled.
  public func run() async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      defer { group.cancelAll() }
      group.addTask { try await watchSources() }
      group.addTask { try await watchProgress() }
      try await group.next()
    }
  }

  private func watchSources() async throws {
    var built: FolderStamp?
    while true {
      var stamp = FolderStamp(of: sources)
      if stamp != built {
        stamp = try await settled(after: stamp)
        // Taken before the build: what is saved meanwhile makes another stamp, and another build.
        built = stamp
        await rebuild()
      }
      try await Task.sleep(for: Self.interval)
    }
  }

  /// Waits until nothing changes any more; editors write in several steps.
  private func settled(after first: FolderStamp) async throws -> FolderStamp {
    var stamp = first
    while true {
      try await Task.sleep(for: Self.settling)
      let next = FolderStamp(of: sources)
      if next == stamp { return stamp }
      stamp = next
    }
  }

  private func rebuild() async {
    let clock = ContinuousClock()
    let start = clock.now
    let outcome = await onQueue { () -> Result<Site, Diagnostics> in
      do throws(Diagnostics) { return .success(try build()) } catch { return .failure(error) }
    }
    switch outcome {
    case .success(let site):
      board.show(site)
      tell(.built(seconds: (clock.now - start) / .seconds(1)))
    case .failure(let diagnostics):
      board.show(diagnostics.all)
      tell(.failed(diagnostics))
    }
  }

  /// A build takes its time and waits for Node: on a thread of its own it keeps no request waiting.
  private func onQueue<Value: Sendable>(
    _ body: @escaping @Sendable () -> Value
  ) async -> Value {
    await withCheckedContinuation { continuation in
      queue.async { continuation.resume(returning: body()) }
    }
  }

  // MARK: Progress

  private func watchProgress() async throws {
    let file = LearnerProgress.file(root: root).path
    var shown: FolderStamp?
    while true {
      let stamp = FolderStamp(of: [file])
      if stamp != shown {
        shown = stamp
        showProgress()
      }
      try await Task.sleep(for: Self.interval)
    }
  }

  /// What cannot be read leaves what was shown before.
  private func showProgress() {
    do {
      board.show(try LearnerProgress.load(root: root))
    } catch let error as ProgressError {
      tell(.progressUnreadable(error))
    } catch {}
  }
}
