import Autograd

/// The language model of the comparison: a Transformer that predicts each next token, normalised
/// before its sub-layers, with the parameters' names and shapes of PyTorch's `nn.TransformerEncoder`.
struct TransformerLM {
  var layers = 4
  var heads = 4

  /// The mean cross-entropy of each sequence's tokens after those before them, in nats.
  ///
  /// - Parameters:
  ///   - batch: sequences of equal length, one longer than what the model reads.
  func loss(_ batch: [[Int]], _ parameters: Parameters) -> Tensor {
    let length = batch[0].count - 1
    let read = batch.flatMap { $0.dropLast() }
    let logits = logits(read, batch.count, length, parameters)
    return logits.crossEntropy(batch.flatMap { $0.dropFirst() })
  }

  /// `[batch · time, vocabulary]`.
  private func logits(_ tokens: [Int], _ batch: Int, _ length: Int, _ p: Parameters) -> Tensor {
    let width = p["e.weight"].shape[1]
    let positions = p["p.weight"].sliced(along: 0, 0..<length)
    var x = p["e.weight"].rows(at: tokens).reshaped([batch, length, width]) + positions
    let mask = Mask.causal(length)
    for number in 0..<layers {
      let layer = p.scope("t.layers.\(number)")
      x = x + attention(normalised(x, layer.scope("norm1")), mask, layer.scope("self_attn"))
      let inner = linear(normalised(x, layer.scope("norm2")), layer.scope("linear1")).gelu()
      x = x + linear(inner, layer.scope("linear2"))
    }
    return linear(x, p.scope("o")).reshaped([batch * length, p["o.bias"].count])
  }

  private func attention(_ x: Tensor, _ mask: Mask, _ p: Parameters) -> Tensor {
    let (batch, length, width) = (x.shape[0], x.shape[1], x.shape[2])
    // One matrix holds the three; a part of it is a view.
    let parts = (0..<3).map { part in
      let range = part * width..<(part + 1) * width
      return x.linear(
        p["in_proj_weight"].sliced(along: 0, range).transposed(),
        p["in_proj_bias"].sliced(along: 0, range)
      )
      .reshaped([batch, length, heads, width / heads]).transposed(1, 2)
    }
    let size = Float(width / heads)
    let weights = parts[0].matmul(parts[1].transposed())
      .softmax(scale: 1 / size.squareRoot(), hiding: mask)
    let context = weights.matmul(parts[2]).transposed(1, 2).reshaped([batch, length, width])
    return linear(context, p.scope("out_proj"))
  }
}

/// A linear layer whose weight is stored as PyTorch does, `[outputs, inputs]`.
func linear(_ x: Tensor, _ p: Parameters) -> Tensor {
  x.linear(p["weight"].transposed(), p["bias"])
}

/// Layer normalisation with PyTorch's names.
func normalised(_ x: Tensor, _ p: Parameters, epsilon: Float = 1e-5) -> Tensor {
  x.layerNormalized(gain: p["weight"], bias: p["bias"], epsilon: epsilon)
}
