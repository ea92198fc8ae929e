import Foundation

/// How work may grow with its size n.
public struct Growth: Sendable {
  /// The power of n.
  let exponent: Double

  /// The same for every n.
  public static let constant = Growth(exponent: 0)
  /// With n, or with n log n, which no measurement tells from it.
  public static let linear = Growth(exponent: 1)
  /// With the square of n.
  public static let quadratic = Growth(exponent: 2)

  /// What a factor of size makes of the work.
  func factor(_ sizes: Double) -> Double { pow(sizes, exponent) }

  /// The greatest factor that still counts as this growth: half a power of n above it, so that as
  /// much lies between it and the measurement on either side.
  func limit(_ sizes: Double) -> Double { pow(sizes, exponent + 0.5) }

  /// How the work grows, as far as a measurement tells it.
  ///
  /// - Parameters:
  ///   - work: what a factor of size has made of it.
  ///   - sizes: the factor.
  static func words(_ work: Double, sizes: Double) -> String {
    switch log(work) / log(sizes) {
    case ..<1.5: "grows with n, and should not"
    case ..<2.8: "grows with about the square of n"
    default: "grows far faster than n"
    }
  }
}

/// A chapter's run: what a growth means there.
public struct RunSize: Sendable {
  /// n of the run.
  let size: Int
  /// What it is, as in “for … it would take”: `"the 4.9 million words of the run"`.
  let name: String

  /// Names the size of a chapter's run.
  public init(_ size: Int, _ name: String) { (self.size, self.name) = (size, name) }
}

extension Examination {
  /// Claims how often something is called, by counting: exact, and the same on every machine.
  ///
  /// Looked at only where every value so far was right.
  ///
  /// - Parameters:
  ///   - work: what is counted for n, as in “… for n = 10”: `"calls of the model for a sentence of n words"`.
  ///   - counting: does the work of size n and returns the number of calls.
  public mutating func checkGrowth(
    of work: String, from small: Int, to large: Int, atMost growth: Growth = .linear,
    counting: (Int) -> Int
  ) {
    guard failure == nil, !isTrace, !isOfOneClaim else { return }
    report("how work grows: \(work)")
    let (few, many) = (max(counting(small), 1), counting(large))
    let sizes = Double(large) / Double(small)
    guard Double(many) > Double(few) * growth.limit(sizes) else { return }
    failAsTooSlow(
      "\(work): \(few) for n = \(small), but \(many) for n = \(large)", Double(many) / Double(few),
      sizes)
  }

  /// Claims how processor time grows with the size of the work.
  ///
  /// Sizes rise by doubling, so that work which grows too fast is given up early. Time below a
  /// twentieth of a second is never too much. Looked at only where every value so far was right.
  ///
  /// - Parameters:
  ///   - work: what is done for n: `"counting n sentences"`.
  ///   - small: a size for which it takes about a millisecond.
  ///   - large: at least 16 times as much.
  ///   - run: what n is in the chapter's run, to say what the growth means there.
  ///   - prepare: makes the input; its time does not count.
  ///   - perform: the call of the implementation.
  public mutating func checkGrowth<Input>(
    of work: String, from small: Int, to large: Int, atMost growth: Growth = .linear,
    run: RunSize? = nil, preparing prepare: (Int) -> Input, working perform: (Input) -> Void
  ) {
    precondition(large >= 16 * small, "sizes \(small) and \(large) are too close to tell growths")
    guard failure == nil, !isTrace, !isOfOneClaim else { return }
    report("how work grows: \(work)")
    func seconds(_ size: Int, repeats: Int) -> Double {
      (0..<repeats).map { _ in
        let input = prepare(size)
        let start = ProcessorTime.seconds
        perform(input)
        return ProcessorTime.seconds - start
      }.min() ?? 0
    }
    // The first call also pays for what is made once.
    _ = seconds(small, repeats: 1)
    let first = max(seconds(small, repeats: 3), 1e-4)
    var size = small
    while size < large {
      size = min(size * 2, large)
      let sizes = Double(size) / Double(small)
      func isTooMuch(_ time: Double) -> Bool { time > max(0.05, first * growth.limit(sizes)) }
      let time = seconds(size, repeats: 1)
      guard sizes >= 16, isTooMuch(time), isTooMuch(min(time, seconds(size, repeats: 1))) else {
        continue
      }
      let factor = time / first
      var message =
        "\(work) takes \(Self.words(first)) for n = \(small), but \(Self.words(time)) for n = \(size)"
      if let run {
        // One power more than is due: a measurement may find more, but promises no more.
        let there = time * pow(Double(run.size) / Double(size), growth.exponent + 1)
        message += "; for \(run.name) it would take at least \(Self.words(there))"
      }
      failAsTooSlow(message, factor, sizes)
      return
    }
  }

  private mutating func failAsTooSlow(_ measured: String, _ factor: Double, _ sizes: Double) {
    isTooSlow = true
    restate(
      "The results are right, but the work \(Growth.words(factor, sizes: sizes)).\n\(measured).")
  }

  /// A time as people say it.
  private static func words(_ seconds: Double) -> String {
    switch seconds {
    case ..<0.001: "less than a millisecond"
    case ..<1: "\(Int((seconds * 1000).rounded())) ms"
    case ..<120: "\(Int(seconds.rounded())) s"
    case ..<7200: "\(Int((seconds / 60).rounded())) minutes"
    case ..<172_800: "\(Int((seconds / 3600).rounded())) hours"
    case ..<1e9: "\(Int((seconds / 86400).rounded())) days"
    default: "longer than a lifetime"
    }
  }
}
