import Grading

/// Loops of exercise 2.11 that make the wrong steps, or look at the wrong losses.
let trainingLoopMistakes: [NamedImplementation<Training>] = [
  .loop("each loss is measured after its step, not before it") { model, gaps, epochs, rate in
    (0..<epochs).map { epoch in
      gaps.enumerated().map { index, gap in
        _ = stepped(&model, gap, rate(epoch * gaps.count + index))
        return Oracle(gap, model).loss
      }
    }
  },
  .loop("the losses are measured before the epoch, not each before its own step") {
    model, gaps, epochs, rate in
    (0..<epochs).map { epoch in
      let losses = gaps.map { [model] in Oracle($0, model).loss }
      for (index, gap) in gaps.enumerated() {
        _ = stepped(&model, gap, rate(epoch * gaps.count + index))
      }
      return losses
    }
  },
  .loop("every epoch begins again with the model as it was given") { model, gaps, epochs, rate in
    let given = model
    return (0..<epochs).map { epoch in
      model = given
      return gaps.enumerated().map { index, gap in
        stepped(&model, gap, rate(epoch * gaps.count + index))
      }
    }
  },
  .loop("the epochs are counted from 1, and one is missing") { model, gaps, epochs, rate in
    (0..<max(epochs - 1, 0)).map { epoch in
      gaps.enumerated().map { index, gap in
        stepped(&model, gap, rate(epoch * gaps.count + index))
      }
    }
  },
  .loop("every second epoch goes through the windows backwards") { model, gaps, epochs, rate in
    (0..<epochs).map { epoch in
      (epoch % 2 == 0 ? gaps : gaps.reversed()).enumerated().map { index, gap in
        stepped(&model, gap, rate(epoch * gaps.count + index))
      }
    }
  },
]

extension NamedImplementation<Training> {
  /// A loop of its own, with right rates; it gives every loss, epoch by epoch.
  fileprivate static func loop(
    _ name: String,
    _ body:
      @escaping @Sendable (
        _ model: inout WordVectors, _ gaps: [Gap], _ epochs: Int, _ rate: (Int) -> Double
      ) -> [[Double]]
  ) -> Self {
    .init(
      name,
      Training(rate: rightRate) { model, gaps, epochs, start, end in
        gaps.isEmpty
          ? []
          : body(&model, gaps, epochs) {
            Double(rightRate(start, end, $0, epochs * gaps.count))
          }.map(mean)
      })
  }
}
