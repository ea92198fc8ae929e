import Autograd

/// The encoder of the comparison: that of BERT, normalised after its sub-layers, with the names of
/// published checkpoints.
struct BERTEncoder {
  private let layers = 6
  private let heads = 12
  private let parameters: Parameters

  /// - Parameter parameters: of a checkpoint; for each layer, the matrices that make queries, keys and
  ///   values are put together, so that a sentence is multiplied once and not three times.
  init(_ parameters: Parameters) {
    var joined = parameters
    for number in 0..<layers {
      let name = "encoder.layer.\(number).attention.self"
      for kind in ["weight", "bias"] {
        joined["\(name).all.\(kind)"] = .concatenated(
          ["query", "key", "value"].map { parameters["\(name).\($0).\(kind)"] }, along: 0)
      }
    }
    self.parameters = joined
  }

  /// The hidden states of the last layer, `[batch, time, width]`.
  ///
  /// - Parameters:
  ///   - tokens: sequences of equal length.
  ///   - lengths: how many tokens of each are no padding.
  func hiddenStates(_ tokens: [[Int]], _ lengths: [Int]) -> Tensor {
    let p = parameters
    let (batch, length) = (tokens.count, tokens[0].count)
    let embeddings = p.scope("embeddings")
    let width = embeddings["word_embeddings.weight"].shape[1]
    let words = embeddings["word_embeddings.weight"].rows(at: tokens.flatMap { $0 })
      .reshaped([batch, length, width])
    let places = embeddings["position_embeddings.weight"].sliced(along: 0, 0..<length)
    let segment = embeddings["token_type_embeddings.weight"].sliced(along: 0, 0..<1)
    var x = normalised(words + (places + segment), embeddings.scope("LayerNorm"), epsilon: 1e-12)
    let padding = Mask(
      lengths.flatMap { known in (0..<length).map { $0 >= known } }, shape: [batch, 1, 1, length])
    for number in 0..<layers {
      x = layer(x, padding, p.scope("encoder.layer.\(number)"))
    }
    return x
  }

  private func layer(_ x: Tensor, _ padding: Mask, _ p: Parameters) -> Tensor {
    let (batch, length, width) = (x.shape[0], x.shape[1], x.shape[2])
    let attention = p.scope("attention")
    let all = linear(x, attention.scope("self.all"))
    let parts = (0..<3).map { split(all.sliced(along: 2, $0 * width..<($0 + 1) * width)) }
    let (queries, keys, values) = (parts[0], parts[1], parts[2])
    let weights = queries.matmul(keys.transposed())
      .softmax(scale: 1 / Float(width / heads).squareRoot(), hiding: padding)
    let context = weights.matmul(values).transposed(1, 2).reshaped([batch, length, width])
    let seen = normalised(
      linear(context, attention.scope("output.dense")) + x, attention.scope("output.LayerNorm"),
      epsilon: 1e-12)
    let inner = linear(seen, p.scope("intermediate.dense")).gelu()
    return normalised(
      linear(inner, p.scope("output.dense")) + seen, p.scope("output.LayerNorm"), epsilon: 1e-12)
  }

  /// From `[batch, time, width]` to `[batch, heads, time, width / heads]`.
  private func split(_ x: Tensor) -> Tensor {
    x.reshaped([x.shape[0], x.shape[1], heads, x.shape[2] / heads]).transposed(1, 2)
  }
}
