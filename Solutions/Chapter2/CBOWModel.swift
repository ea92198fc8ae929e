// #given model
/// The two tables of word vectors that make a continuous bag of words (CBOW).
///
/// ```
/// V ∈ ℝ^{n×|V|}    input vectors: column i is vᵢ, word i as a part of a context
/// U ∈ ℝ^{|V|×n}    output vectors: row j is uⱼ, word j as the word to predict
/// ```
public struct CBOWModel: Sendable, Equatable {
  /// The input vectors V: `[n, |V|]`, a column for each word.
  public var inputVectors: Matrix
  /// The output vectors U: `[|V|, n]`, a row for each word.
  public var outputVectors: Matrix

  /// A model of given vectors.
  ///
  /// - Precondition: `inputVectors` is n × |V| and `outputVectors` is |V| × n.
  public init(inputVectors: Matrix, outputVectors: Matrix) {
    precondition(
      inputVectors.rows == outputVectors.columns && inputVectors.columns == outputVectors.rows,
      "V is \(inputVectors.rows) × \(inputVectors.columns), but "
        + "U is \(outputVectors.rows) × \(outputVectors.columns)")
    (self.inputVectors, self.outputVectors) = (inputVectors, outputVectors)
  }

  /// The number of words, |V|.
  public var vocabularySize: Int { inputVectors.columns }

  /// The number of numbers in a word's vector, n.
  public var embeddingSize: Int { inputVectors.rows }
}
// #end

// #given first-weights
extension CBOWModel {
  /// A model that knows nothing: small random input vectors, and zeros for output vectors.
  ///
  /// All scores are 0 then, so every word is as probable as any other and the loss is ln |V|.
  /// Input vectors must differ from each other, or they would stay alike for ever.
  ///
  /// - Parameters:
  ///   - vocabularySize: the number of words, |V|.
  ///   - embeddingSize: the number of numbers in a vector, n.
  ///   - generator: draws the input vectors word after word, each number in −0.5/n…0.5/n.
  /// - Note: the first weights of the word2vec tool (Mikolov and others, 2013).
  public init(
    vocabularySize: Int, embeddingSize: Int, using generator: inout some RandomNumberGenerator
  ) {
    var vectors = Matrix(rows: vocabularySize, columns: embeddingSize)
    for place in vectors.values.indices {
      let uniform = Float(generator.next() >> 40) * 0x1p-24
      vectors.values[place] = (uniform - 0.5) / Float(embeddingSize)
    }
    self.init(
      inputVectors: vectors.transposed(),
      outputVectors: Matrix(rows: vocabularySize, columns: embeddingSize))
  }
}
// #end
