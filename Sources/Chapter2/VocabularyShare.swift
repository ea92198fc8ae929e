import Foundation
import LinearAlgebra

/// One thread's part of the vocabulary, cut into tiles, with the memory to work on them.
final class VocabularyShare {
  /// Words to a tile: with a batch of 128 its scores take 256 KB, half of a usual second-level cache.
  static let tileSize = 512

  /// ∂J/∂v̂ as far as these words make it, `[batch, n]`.
  let meanGradients: Buffer

  private let words: Range<Int>
  private let embeddingSize: Int
  private let tiles: [Range<Int>]
  /// The scores, then their exponentials: for each tile `[batch, words of the tile]`.
  private let scores: [Buffer]
  /// The greatest score and the sum of the exponentials, `[tiles, batch]` each.
  private let maxima: Buffer
  private let sums: Buffer
  /// What turns an exponential into a probability, `[tiles, batch]`.
  private let factors: Buffer
  /// The means times a tile's factors, and a tile's part of ∂J/∂v̂: `[batch, n]` each.
  private let scaledMeans: Buffer
  private let tileGradients: Buffer
  private let batchSize: Int

  /// Deals a vocabulary out to threads, in parts as equal as can be.
  static func deal(
    _ vocabularySize: Int, to threads: Int, batchSize: Int, embeddingSize: Int
  ) -> [VocabularyShare] {
    let count = min(threads, vocabularySize)
    return (0..<count).map { thread in
      let words = vocabularySize * thread / count..<vocabularySize * (thread + 1) / count
      return VocabularyShare(words, batchSize: batchSize, embeddingSize: embeddingSize)
    }
  }

  private init(_ words: Range<Int>, batchSize: Int, embeddingSize: Int) {
    (self.words, self.batchSize, self.embeddingSize) = (words, batchSize, embeddingSize)
    tiles = stride(from: words.lowerBound, to: words.upperBound, by: Self.tileSize).map {
      $0..<min($0 + Self.tileSize, words.upperBound)
    }
    scores = tiles.map { Buffer(count: batchSize * $0.count) }
    maxima = Buffer(count: batchSize * tiles.count)
    sums = Buffer(count: batchSize * tiles.count)
    factors = Buffer(count: batchSize * tiles.count)
    meanGradients = Buffer(count: batchSize * embeddingSize)
    scaledMeans = Buffer(count: batchSize * embeddingSize)
    tileGradients = Buffer(count: batchSize * embeddingSize)
  }
}

extension VocabularyShare {
  /// Pass 1: the scores Z = H Uᵀ of each tile, and their exponentials while they are in the cache.
  func takeScores(means: Buffer, windows: Int, outputRows: Buffer) {
    for (tile, words) in tiles.enumerated() {
      let scores = scores[tile].matrix(rows: windows, columns: words.count)
      BLAS.multiply(
        means.matrix(rows: windows, columns: embeddingSize).view,
        rows(words, of: outputRows).view.transposed, into: scores)
      for window in 0..<windows {
        let found = exponentiate(scores.start + window * words.count, count: words.count)
        maxima.start[tile * batchSize + window] = found.maximum
        sums.start[tile * batchSize + window] = found.sum
      }
    }
  }

  /// The greatest score of a window among these words.
  func maximum(of window: Int) -> Float {
    var maximum = -Float.infinity
    for tile in tiles.indices { maximum = max(maximum, maxima.start[tile * batchSize + window]) }
    return maximum
  }

  /// The window's exponentials added up, with the maximum of all words taken out.
  func sum(of window: Int, above maximum: Float) -> Float {
    var sum: Float = 0
    for place in tiles.indices.lazy.map({ $0 * self.batchSize + window }) {
      sum += sums.start[place] * exp(maxima.start[place] - maximum)
    }
    return sum
  }

  /// Notes what turns the window's exponentials into probabilities, tile by tile.
  func setFactors(of window: Int, maximum: Float, sum: Float) {
    for place in tiles.indices.lazy.map({ $0 * self.batchSize + window }) {
      factors.start[place] = exp(maxima.start[place] - maximum) / sum
    }
  }

  /// Pass 2: the gradients ∂J/∂v̂ = ŷ U of these words, then U ← U − η ŷᵀ H.
  ///
  /// ŷ is E times a factor for each window, so the factors go to the small matrices beside E.
  func learn(means: Buffer, windows: Int, outputRows: Buffer, learningRate: Float) {
    meanGradients.start.update(repeating: 0, count: windows * embeddingSize)
    for (tile, words) in tiles.enumerated() {
      let exponentials = scores[tile].matrix(rows: windows, columns: words.count).view
      let output = rows(words, of: outputRows)
      let gradients = tileGradients.matrix(rows: windows, columns: embeddingSize)
      BLAS.multiply(exponentials, output.view, into: gradients)
      for window in 0..<windows {
        let factor = factors.start[tile * batchSize + window]
        for place in window * embeddingSize..<(window + 1) * embeddingSize {
          meanGradients.start[place] += factor * gradients.start[place]
          scaledMeans.start[place] = factor * means.start[place]
        }
      }
      // The gradients above are taken: only now may U change.
      BLAS.multiply(
        exponentials.transposed,
        scaledMeans.matrix(rows: windows, columns: embeddingSize).view, into: output,
        scale: -learningRate, keeping: 1)
    }
  }

  private func rows(_ words: Range<Int>, of table: Buffer) -> MutableMatrixView {
    MutableMatrixView(
      table.start + words.lowerBound * embeddingSize, rows: words.count, columns: embeddingSize)
  }
}
