/// Which of the known wrong answers gives what an examination has seen.
///
/// A wrong cause is worse than none. So what a wrong answer fails and the learner passes counts
/// against it, and a value that many a slip would give, such as 0, counts for nothing.
struct Cause {
  /// The index of the wrong answer.
  let index: Int
  /// Whether it gives the same values throughout, and unlike ones.
  let isCertain: Bool

  /// The cause of an examination that has come to its end.
  ///
  /// - Parameters:
  ///   - examination: the learner's.
  ///   - traces: those of the wrong answers.
  init?(of examination: Examination, among traces: [Trace]) {
    let count = examination.observations.count
    if let same = traces.firstIndex(where: {
      !$0.failing.isEmpty && $0.observations.count == count && examination.begins(like: $0)
    }) {
      index = same
      isCertain = examination.unlikeFailures > 1
      return
    }
    // Often a learner makes two mistakes at once, or the known one in part.
    let evidence = traces.map { Evidence(of: examination, for: $0) }
    let best = evidence.map(\.balance).max() ?? 0
    guard best > 0, evidence.count(where: { $0.balance == best }) == 1,
      let index = evidence.firstIndex(where: { $0.balance == best }),
      evidence[index].isEnough(for: examination)
    else { return nil }
    self.index = index
    isCertain = false
  }

  /// The cause of an examination that has just met its first failure, and may end by a crash.
  init?(ofBeginning examination: Examination, among traces: [Trace]) {
    let same = traces.indices.filter {
      !traces[$0].failing.isEmpty && examination.begins(like: traces[$0])
    }
    guard same.count == 1, let failed = examination.failing.first,
      examination.observations[failed].isTelling
    else { return nil }
    (index, isCertain) = (same[0], false)
  }
}

/// What a known wrong answer gives where it is examined like a learner's.
struct Trace: Sendable {
  /// Every value, in order.
  let observations: [Observation]
  /// Indices of those whose claims did not hold.
  let failing: [Int]
}

/// What speaks for a wrong answer as the cause, and what against it.
private struct Evidence {
  /// Claims that both fail with the same value.
  private let shared: [Int]
  /// Claims that the wrong answer fails, and the learner passes or fails with another value.
  private let against: Int
  private let isFirstShared: Bool

  init(of examination: Examination, for trace: Trace) {
    let failing = Set(trace.failing)
    shared = examination.failing.filter {
      failing.contains($0) && examination.agrees(with: trace, at: $0)
    }
    against = failing.subtracting(shared).count { $0 < examination.observations.count }
    isFirstShared = shared.first == examination.failing.first
  }

  var balance: Int { isFirstShared ? shared.count - against : 0 }

  /// Whether three of four failures are explained, few are contradicted, and not all are alike.
  func isEnough(for examination: Examination) -> Bool {
    let values = Set(shared.map { examination.observations[$0] }.filter(\.isTelling).map(\.display))
    return shared.count * 4 >= examination.failing.count * 3 && against * 4 <= shared.count
      && values.count > 1
  }
}

extension Examination {
  /// What rounding may make of equal numbers of type Float.
  private static let resolution = 1e-6

  /// Whether both have the same values, as closely as each claim looks, as far as this one got.
  func begins(like other: Trace) -> Bool {
    observations.count <= other.observations.count
      && observations.indices.allSatisfy { agrees(with: other, at: $0) }
  }

  /// Whether both have the same value at an index.
  func agrees(with other: Trace, at index: Int) -> Bool {
    guard observations.indices.contains(index), other.observations.indices.contains(index) else {
      return false
    }
    let closeness = closenesses[index]
    return observations[index].isClose(
      to: other.observations[index],
      closeness: Closeness(max(closeness.tolerance, Self.resolution), floor: closeness.floor),
      nanEqualsNaN: true)
  }

  /// How many different values there are among the wrong ones.
  fileprivate var unlikeFailures: Int { Set(failing.map { observations[$0].display }).count }
}

extension Observation {
  /// Whether few slips give this value: not only zeros, ones, or what is no number.
  var isTelling: Bool {
    switch self {
    case .number(let number): number.isFinite && ![0, 1, -1].contains(number)
    case .integer(let number): ![0, 1, -1].contains(number)
    case .truth, .missing: false
    case .text(let text): !text.isEmpty
    case .list(let list): list.contains(where: \.isTelling) || Set(list.map(\.display)).count > 1
    case .table(let table): table.count > 1
    }
  }
}
