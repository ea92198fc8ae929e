import Foundation
import Mutation
import Synchronization

/// All mutants before their graders, some at a time.
struct Trial: Sendable {
  let grader: Grader
  let mutants: [Mutant]
  /// How long each exercise's check of the reference takes, in seconds.
  let times: [String: Double]

  /// Judges the mutants at some indices.
  func judge(_ indices: [Int]) -> [Int: Grader.Judgement] {
    let next = Mutex(0)
    let judgements = Mutex<[Int: Grader.Judgement]>([:])
    DispatchQueue.concurrentPerform(iterations: ProcessInfo.processInfo.activeProcessorCount) { _ in
      while true {
        let place = next.withLock { place in
          place += 1
          return place - 1
        }
        guard place < indices.count else { return }
        let index = indices[place]
        let judgement = grader.judge(mutants[index], at: index, within: limit(of: mutants[index]))
        judgements.withLock { $0[index] = judgement }
      }
    }
    return judgements.withLock { $0 }
  }

  /// An endless loop costs this much processor time: far more than the reference takes.
  private func limit(of mutant: Mutant) -> Int {
    2 + Int(10 * times[mutant.identity.exercise, default: 1])
  }
}
