import Foundation
import LinearAlgebra
import Synchronization

/// The threads that share the work of one large operation.
public enum Workers {
  /// How many threads work together, the calling one included; at first one for each processor.
  public static var count: Int {
    get { crew.count.load(ordering: .relaxed) }
    set { crew.count.store(max(1, min(newValue, Crew.most)), ordering: .relaxed) }
  }

  private static let crew = Crew()

  /// Cuts a number of items into parts and does them on several threads.
  ///
  /// - Parameters:
  ///   - items: how many there are.
  ///   - grain: how many are worth a thread; to wake one costs some microseconds.
  ///   - body: does the items of a range. It runs on several threads at once, in any order, and
  ///     writes nothing that another range's call reads or writes.
  static func share(_ items: Int, grain: Int, _ body: (Range<Int>) -> Void) {
    let parts = min(count, max(1, items / max(grain, 1)))
    guard parts > 1 else { return body(0..<items) }
    crew.run(parts) { part in body(items * part / parts..<items * (part + 1) / parts) }
  }
}

/// Threads that wait for a job, take its parts one by one, and wait for the next.
///
/// A waiting thread looks for a new job for a short while before it goes to sleep: within a training
/// step the next job comes at once, and to wake a sleeping thread takes longer than many a job.
private final class Crew: @unchecked Sendable {
  /// A job's parts are counted in sixteen bits.
  static let most = 256

  let count: Atomic<Int>
  /// The job's number, its number of parts and the next part to be taken, in one word: whoever takes
  /// a part takes it of this job.
  private let ticket = Atomic<UInt64>(0)
  private let unfinished = Atomic<Int>(0)
  private let isTaken = Atomic<Bool>(false)
  /// Written while no part can be taken, read by those who took one.
  private var body: (Int) -> Void = { _ in }
  private let bell = NSCondition()
  private var threads = 0

  init() {
    count = Atomic(min(ProcessInfo.processInfo.activeProcessorCount, Self.most))
    BLAS.useCallingThreadOnly()
  }

  func run(_ parts: Int, _ part: (Int) -> Void) {
    // A job inside of a job, or one of another thread at the same time, is done here alone.
    guard !isTaken.exchange(true, ordering: .acquiring) else { return (0..<parts).forEach(part) }
    defer { isTaken.store(false, ordering: .releasing) }
    withoutActuallyEscaping(part) { part in
      body = part
      unfinished.store(parts, ordering: .relaxed)
      let job = (ticket.load(ordering: .relaxed) >> 32 &+ 1) << 32
      ticket.store(job | UInt64(parts) << 16, ordering: .releasing)
      wake(parts - 1)
      takeParts()
      while unfinished.load(ordering: .acquiring) > 0 { sched_yield() }
      body = { _ in }
    }
  }

  /// Does parts of the present job until none is left.
  private func takeParts() {
    var seen = ticket.load(ordering: .acquiring)
    while seen & 0xffff < seen >> 16 & 0xffff {
      let (isMine, now) = ticket.compareExchange(
        expected: seen, desired: seen + 1, ordering: .acquiringAndReleasing)
      guard isMine else {
        seen = now
        continue
      }
      body(Int(seen & 0xffff))
      unfinished.subtract(1, ordering: .releasing)
      seen = ticket.load(ordering: .acquiring)
    }
  }

  /// Rings for those who sleep, and hires who is missing.
  private func wake(_ helpers: Int) {
    bell.lock()
    while threads < helpers {
      threads += 1
      let thread = Thread { self.work() }
      thread.name = "Autograd worker"
      thread.start()
    }
    bell.broadcast()
    bell.unlock()
  }

  private func work() -> Never {
    var last: UInt64 = 0
    while true {
      last = nextJob(after: last)
      takeParts()
    }
  }

  /// Waits for a job with another number: first awake, then asleep.
  private func nextJob(after last: UInt64) -> UInt64 {
    for _ in 0..<100 {
      for _ in 0..<30 {
        let job = ticket.load(ordering: .acquiring) >> 32
        if job != last { return job }
      }
      sched_yield()
    }
    bell.lock()
    defer { bell.unlock() }
    while ticket.load(ordering: .acquiring) >> 32 == last { bell.wait() }
    return ticket.load(ordering: .acquiring) >> 32
  }
}
