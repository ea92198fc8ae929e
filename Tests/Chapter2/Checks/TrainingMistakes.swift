import Foundation
import Grading

/// What goes wrong in exercise 2.11: first the rate, then the loop around it.
let trainingMistakes: [NamedImplementation<Training>] =
  trainingLoopMistakes + [
    .ofRate("the rate rises, from the end to the start") { start, end, step, total in
      rightRate(end, start, step, total)
    },
    .ofRate("the rate stays at its start") { start, _, _, _ in start },
    .ofRate("step / total is a division of whole numbers, and 0 up to the last step") {
      start, end, step, total in start + (end - start) * Float(min(step, total) / total)
    },
    .ofRate("the rate falls on beyond the end, where step is greater than total") {
      start, end, step, total in start + (end - start) * Float(step) / Float(total)
    },
    .ofRate("the steps are counted from 1 in the rate, so that the first is not at the start") {
      start, end, step, total in rightRate(start, end, step + 1, total)
    },
    .ofRate("the rate is at its end one step too early, at step total − 1") {
      start, end, step, total in rightRate(start, end, step, max(total - 1, 1))
    },
    .ofRate("the rate falls to 0, and the end is only a lower bound") { start, end, step, total in
      max(end, rightRate(start, 0, step, total))
    },
    .ofRate("the difference of the rates is multiplied by the step, but not divided by total") {
      start, end, step, total in start + (end - start) * Float(min(step, total))
    },
    .ofRate("the end is taken for the amount by which the rate falls") { start, end, step, total in
      rightRate(start, start - end, step, total)
    },
    .ofRate("the step is cut to total − 1, and the rate never gets to its end") {
      start, end, step, total in rightRate(start, end, min(step, total - 1), total)
    },
    .ofRate("the rate is 0 from step total on, not the end") { start, end, step, total in
      step < total ? rightRate(start, end, step, total) : 0
    },
    .ofRate("the rate falls to 0, and the end plays no part") { start, _, step, total in
      rightRate(start, 0, step, total)
    },
    .ofRate("the rate falls towards 0, and the end comes at once where step is total") {
      start, end, step, total in step < total ? rightRate(start, 0, step, total) : end
    },
    .ofSteps("the counter of steps is set back to 0 when an epoch begins") { step, epochs, count in
      (step % count, epochs * count)
    },
    .ofSteps("the rate falls from epoch to epoch, not from step to step") { step, epochs, count in
      (step / count, epochs)
    },
    .ofSteps("the rate starts again with every epoch") { step, _, count in (step % count, count) },
    .ofSteps("the total is one epoch's steps, and from the second epoch on the rate is at its end")
    {
      step, _, count in (step, count)
    },
    .ofSteps("the counter of steps is never moved on, and every step has the first one's rate") {
      _, epochs, count in (0, epochs * count)
    },
    .ofSteps("the counter of steps is moved on before the step, not after it") {
      step, epochs, count in (step + 1, epochs * count)
    },
    .ofLosses("the losses of an epoch are summed, and the sum is not divided") { losses in
      losses.map { Float($0.reduce(0, +)) }
    },
    .ofLosses("the sum of the losses is not set back to 0 when an epoch begins") { losses in
      losses.indices.map { epoch in
        Float(losses[...epoch].joined().reduce(0, +) / Double(losses[epoch].count))
      }
    },
    .ofLosses("only the last window's loss of each epoch is returned") { losses in
      losses.map { Float($0.last ?? 0) }
    },
    .ofLosses("every step's loss is returned, not each epoch's mean") { losses in
      losses.joined().map(Float.init)
    },
    .ofLosses("the mean of all epochs is returned, a single number") { losses in
      losses.isEmpty ? [] : [mean(Array(losses.joined()))]
    },
    .ofLosses("the losses of all epochs so far are averaged, not those of the epoch alone") {
      losses in
      losses.indices.map { mean(Array(losses[...$0].joined())) }
    },
    .ofLosses("the sum of an epoch's losses is divided by the steps of the whole training") {
      losses in
      losses.map { Float($0.reduce(0, +) / Double($0.count * losses.count)) }
    },
    .ofLosses("the exponential of the mean loss is returned, the perplexity") { losses in
      losses.map { Float(exp(Double(mean($0)))) }
    },
    .init(
      "each loss is weighted by the number of its context's words",
      Training(rate: rightRate) { model, gaps, epochs, start, end in
        let losses = run(&model, gaps, epochs) { Double(rightRate(start, end, $0, $1)) }
        let weights = gaps.map { Double($0.context.count) }
        return losses.map { Float(dot($0, weights) / weights.reduce(0, +)) }
      }),
    .init(
      "each loss is multiplied by its step's rate before the mean is taken",
      Training(rate: rightRate) { model, gaps, epochs, start, end in
        let losses = run(&model, gaps, epochs) { Double(rightRate(start, end, $0, $1)) }
        return losses.enumerated().map { epoch, losses in
          mean(
            losses.enumerated().map { index, loss in
              let step = epoch * gaps.count + index
              return loss * Double(rightRate(start, end, step, epochs * gaps.count))
            })
        }
      }),
    .init(
      "equal windows are taken once in an epoch, as in a set",
      Training(rate: rightRate) { model, gaps, epochs, start, end in
        var different: [Gap] = []
        for gap in gaps where !different.contains(gap) { different.append(gap) }
        return run(&model, different, epochs) { Double(rightRate(start, end, $0, $1)) }.map(mean)
      }),
    .init(
      "one epoch too many is run",
      Training(rate: rightRate) { model, gaps, epochs, start, end in
        run(&model, gaps, epochs + 1) { step, _ in
          Double(rightRate(start, end, step, max(epochs * gaps.count, 1)))
        }.map(mean)
      }),
    .init(
      "the steps of one window come after each other, all epochs of the first before the second",
      Training(rate: rightRate) { model, gaps, epochs, start, end in
        let total = epochs * gaps.count
        var losses: [[Double]] = Array(
          repeating: gaps.map { _ in 0 }, count: gaps.isEmpty ? 0 : epochs)
        for step in 0..<total {
          let (index, epoch) = step.quotientAndRemainder(dividingBy: epochs)
          losses[epoch][index] = stepped(
            &model, gaps[index], Double(rightRate(start, end, step, total)))
        }
        return losses.map(mean)
      }),
    .init(
      "the losses are measured after the epoch, not before each step",
      Training(rate: rightRate) { model, gaps, epochs, start, end in
        let total = epochs * gaps.count
        return (0..<(gaps.isEmpty ? 0 : epochs)).map { epoch in
          for (index, gap) in gaps.enumerated() {
            let step = epoch * gaps.count + index
            _ = stepped(&model, gap, Double(rightRate(start, end, step, total)))
          }
          return mean(gaps.map { [model] in Oracle($0, model).loss })
        }
      }),
    .init(
      "the windows are taken from the last to the first",
      Training(rate: rightRate) { model, gaps, epochs, start, end in
        run(&model, gaps.reversed(), epochs) { Double(rightRate(start, end, $0, $1)) }.map(mean)
      }),
    .init(
      "an epoch is run even where none is asked for",
      Training(rate: rightRate) { model, gaps, epochs, start, end in
        run(&model, gaps, max(epochs, 1)) { Double(rightRate(start, end, $0, $1)) }.map(mean)
      }),
    .init(
      "only the first epoch is run",
      Training(rate: rightRate) { model, gaps, epochs, start, end in
        run(&model, gaps, min(epochs, 1)) { Double(rightRate(start, end, $0, epochs * $1)) }.map(
          mean)
      }),
    .init(
      "a copy of the model is trained, and the model itself stays as it was",
      Training(rate: rightRate) { model, gaps, epochs, start, end in
        var copy = model
        return run(&copy, gaps, epochs) { Double(rightRate(start, end, $0, $1)) }.map(mean)
      }),
    .init(
      "the case of no windows is forgotten, and 0 / 0 is not a number",
      Training(rate: rightRate) { model, gaps, epochs, start, end in
        let losses = run(&model, gaps, epochs) { Double(rightRate(start, end, $0, $1)) }.map(mean)
        return gaps.isEmpty ? Array(repeating: .nan, count: epochs) : losses
      }),
    .init(
      "no windows have a loss of 0 in every epoch, in place of no losses at all",
      Training(rate: rightRate) { model, gaps, epochs, start, end in
        let losses = run(&model, gaps, epochs) { Double(rightRate(start, end, $0, $1)) }.map(mean)
        return gaps.isEmpty ? Array(repeating: 0, count: epochs) : losses
      }),
  ]

/// What others do in exercise 2.11.
let trainingConventions: [NamedImplementation<Training>] = [
  .ofRate("the rate falls along half a cosine, not in a straight line") {
    start, end, step, total in
    let share = Double(min(step, total)) / Double(total)
    return end + (start - end) * Float((1 + cos(Double.pi * share)) / 2)
  },
  .ofSteps(
    "the rate is that of step k of total + 1, and never gets to its end, as in the word2vec program"
  ) { step, epochs, count in (step, epochs * count + 1) },
  .ofRate("the rate falls by the same factor from step to step, not by the same amount") {
    start, end, step, total in
    guard start > 0 else { return 0 }
    return start * Float(pow(Double(end / start), Double(min(step, total)) / Double(total)))
  },
]

extension NamedImplementation<Training> {
  /// A wrong rate, in a right loop.
  static func ofRate(_ name: String, _ rate: @escaping RateOfStep) -> Self {
    .init(
      name,
      Training(rate: rate) { model, gaps, epochs, start, end in
        run(&model, gaps, epochs) { Double(rate(start, end, $0, $1)) }.map(mean)
      })
  }

  /// A right rate, asked for the wrong step or the wrong total.
  static func ofSteps(
    _ name: String,
    _ asked: @escaping @Sendable (_ step: Int, _ epochs: Int, _ count: Int) -> (Int, Int)
  ) -> Self {
    .init(
      name,
      Training(rate: rightRate) { model, gaps, epochs, start, end in
        run(&model, gaps, epochs) { step, _ in
          let (step, total) = asked(step, epochs, gaps.count)
          return Double(rightRate(start, end, step, total))
        }.map(mean)
      })
  }

  /// A right training, of which the wrong losses are returned.
  static func ofLosses(
    _ name: String, _ summary: @escaping @Sendable (_ losses: [[Double]]) -> [Float]
  ) -> Self {
    .init(
      name,
      Training(rate: rightRate) { model, gaps, epochs, start, end in
        summary(run(&model, gaps, epochs) { Double(rightRate(start, end, $0, $1)) })
      })
  }
}
