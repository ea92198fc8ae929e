import Foundation
import LinearAlgebra

/// Trains a model fast: the twin of ``step(_:on:learningRate:)`` for many windows at once.
///
/// A batch moves the tables by the *sum* of its windows' gradients, all taken at the same weights:
///
/// ```
/// V ← V − η Σ_b ∂J_b/∂V,     U ← U − η Σ_b ∂J_b/∂U
/// ```
///
/// so a batch of one is the plain step, and η means the same for a batch of any size.
///
/// Four things make it fast. A word's vector is looked up, never multiplied for, in a table that has
/// one *row* per word in both V and U, so that a vector is one run of memory. The windows of a
/// batch share one reading of U: vectors times a matrix become matrix times matrix. No gradient of
/// U is ever stored: the product that would make it is added to U at once. And each thread keeps to
/// words of its own, in tiles whose scores stay in the processor's cache.
public final class CBOWTrainer {
  /// The number of words, |V|.
  public let vocabularySize: Int
  /// The number of numbers in a vector, n.
  public let embeddingSize: Int
  /// The most windows that a step can take.
  public let batchSize: Int
  /// How many threads share the work.
  public let threadCount: Int

  /// V with a row per word, `[|V|, n]`.
  let inputRows: Buffer
  /// U, `[|V|, n]`.
  let outputRows: Buffer
  /// The means v̂ of a batch: H, `[batch, n]`.
  let means: Buffer
  /// ∂J/∂v̂ of each window, `[batch, n]`.
  let meanGradients: Buffer
  /// What each thread works on.
  let shares: [VocabularyShare]

  /// A trainer that starts with a model's vectors.
  ///
  /// - Precondition: `batchSize` and `threadCount` are at least 1.
  public init(_ model: CBOWModel, batchSize: Int, threadCount: Int) {
    precondition(
      batchSize >= 1 && threadCount >= 1, "\(batchSize) windows on \(threadCount) threads")
    (self.batchSize, self.threadCount) = (batchSize, threadCount)
    (vocabularySize, embeddingSize) = (model.vocabularySize, model.embeddingSize)
    inputRows = Buffer(model.inputVectors.transposed().values)
    outputRows = Buffer(model.outputVectors.values)
    means = Buffer(count: batchSize * model.embeddingSize)
    meanGradients = Buffer(count: batchSize * model.embeddingSize)
    shares = VocabularyShare.deal(
      model.vocabularySize, to: threadCount, batchSize: batchSize,
      embeddingSize: model.embeddingSize)
    BLAS.useCallingThreadOnly()
  }

  /// The vectors as they are now, as the plain version keeps them.
  public var model: CBOWModel {
    CBOWModel(
      inputVectors: Matrix(
        rows: vocabularySize, columns: embeddingSize, values: inputRows.values
      ).transposed(),
      outputVectors: Matrix(
        rows: vocabularySize, columns: embeddingSize, values: outputRows.values))
  }
}

extension CBOWTrainer {
  /// Learns from a batch of windows.
  ///
  /// - Parameters:
  ///   - batch: at most `batchSize` windows, each with a context.
  ///   - learningRate: η.
  /// - Returns: the sum of the windows' losses before the step, in nats.
  /// - Complexity: 3 · windows · |V| · n multiplications, as three matrix products.
  @discardableResult
  public func step(on batch: WindowBatch, learningRate: Float) -> Double {
    precondition(batch.count <= batchSize, "\(batch.count) windows > \(batchSize) of the trainer")
    guard batch.count > 0 else { return 0 }
    takeMeans(of: batch)
    inParallel { share in
      share.takeScores(means: means, windows: batch.count, outputRows: outputRows)
    }
    let loss = takeLosses(of: batch)
    inParallel { share in
      share.learn(
        means: means, windows: batch.count, outputRows: outputRows, learningRate: learningRate)
    }
    moveCentres(of: batch, learningRate: learningRate)
    moveContexts(of: batch, learningRate: learningRate)
    return loss
  }

  private func inParallel(_ work: (VocabularyShare) -> Void) {
    guard shares.count > 1 else { return work(shares[0]) }
    // Threads write to tables of their own and to rows of U that no other thread has.
    nonisolated(unsafe) let (work, shares) = (work, shares)
    DispatchQueue.concurrentPerform(iterations: shares.count) { work(shares[$0]) }
  }
}

extension CBOWTrainer {
  /// Steps 1 to 3 for each window: look up, add, divide.
  private func takeMeans(of batch: WindowBatch) {
    for window in 0..<batch.count {
      let mean = means.start + window * embeddingSize
      mean.update(repeating: 0, count: embeddingSize)
      let words = Int(batch.starts[window])..<Int(batch.starts[window + 1])
      for place in words {
        add(inputRows.start + Int(batch.context[place]) * embeddingSize, 1, to: mean)
      }
      scale(mean, 1 / Float(words.count))
    }
  }

  /// Adds up what the threads found: the loss, and for each tile what its exponentials are worth.
  ///
  /// ```
  /// M = max_t M_t,    S = Σ_t s_t exp(M_t − M),    J = M + ln S − z_c
  /// ŷ_j = exp(z_j − M_t) · f_t      with f_t = exp(M_t − M) / S in tile t
  /// ```
  private func takeLosses(of batch: WindowBatch) -> Double {
    var loss = 0.0
    for window in 0..<batch.count {
      var maximum = -Float.infinity
      for share in shares { maximum = max(maximum, share.maximum(of: window)) }
      var sum: Float = 0
      for share in shares { sum += share.sum(of: window, above: maximum) }
      for share in shares { share.setFactors(of: window, maximum: maximum, sum: sum) }
      // The one-hot part of ŷ − y, with U as it was: −u_c for ∂J/∂v̂.
      let output = outputRows.start + Int(batch.centres[window]) * embeddingSize
      let gradient = meanGradients.start + window * embeddingSize
      let mean = means.start + window * embeddingSize
      var score: Float = 0
      for place in 0..<embeddingSize {
        score += output[place] * mean[place]
        gradient[place] = -output[place]
      }
      loss += Double(maximum - score) + log(Double(sum))
    }
    return loss
  }

  /// The one-hot part of ∂J/∂U: the centre's output vector moves towards the mean.
  private func moveCentres(of batch: WindowBatch, learningRate: Float) {
    for window in 0..<batch.count {
      add(
        means.start + window * embeddingSize, learningRate,
        to: outputRows.start + Int(batch.centres[window]) * embeddingSize)
    }
  }

  /// Each word of a context moves against 1/|C| of ∂J/∂v̂, as often as it stands there.
  private func moveContexts(of batch: WindowBatch, learningRate: Float) {
    for window in 0..<batch.count {
      let gradient = meanGradients.start + window * embeddingSize
      for share in shares {
        add(share.meanGradients.start + window * embeddingSize, 1, to: gradient)
      }
      let words = Int(batch.starts[window])..<Int(batch.starts[window + 1])
      let rate = -learningRate / Float(words.count)
      for place in words {
        add(gradient, rate, to: inputRows.start + Int(batch.context[place]) * embeddingSize)
      }
    }
  }

  @inline(__always)
  private func add(
    _ vector: UnsafePointer<Float>, _ factor: Float, to sum: UnsafeMutablePointer<Float>
  ) {
    for place in 0..<embeddingSize { sum[place] += factor * vector[place] }
  }

  @inline(__always)
  private func scale(_ vector: UnsafeMutablePointer<Float>, _ factor: Float) {
    for place in 0..<embeddingSize { vector[place] *= factor }
  }
}
