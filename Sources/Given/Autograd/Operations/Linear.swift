import LinearAlgebra

extension Tensor {
  /// A linear layer: a matrix product and a bias, in one pass over the result.
  ///
  /// ```
  /// Y = X W + b        ∂L/∂X = ∂L/∂Y Wᵀ,  ∂L/∂W = Xᵀ ∂L/∂Y,  ∂L/∂b = Σ over all rows of ∂L/∂Y
  /// ```
  ///
  /// The rows of Y are filled with b before the product is added to them: the library that multiplies
  /// would otherwise fill them with zeros.
  ///
  /// - Parameters:
  ///   - weight: W, `[inputs, outputs]`. PyTorch stores it the other way round; `transposed()` of such
  ///     a weight is a view, and is read as it lies.
  ///   - bias: b, `[outputs]`.
  /// - Returns: `[…, outputs]` for a tensor of `[…, inputs]`.
  public func linear(_ weight: Tensor, _ bias: Tensor) -> Tensor {
    require(
      weight.rank == 2 && rank >= 1 && weight.shape[0] == shape[rank - 1], "linear",
      "input \(shape) and weight \(weight.shape): the input's last axis must be the weight's first")
    require(
      bias.shape == [weight.shape[1]], "linear",
      "weight \(weight.shape) and bias \(bias.shape): one bias is needed for each output")
    let (inputs, outputs) = (weight.shape[0], weight.shape[1])
    let rows = rowCount
    let x = detached.reshaped([rows, inputs]).withEvenRows()
    let (w, b) = (weight.detached.withEvenRows(), bias.contiguous())
    let result = Tensor(uninitialized: [rows, outputs])
    multiplyShared(
      x.matrix(at: 0), w.matrix(at: 0),
      into: MutableMatrixView(result.start, rows: rows, columns: outputs), bias: b.start)
    let shape = shape
    return result.reshaped(shape.dropLast() + [outputs]).recorded(
      "linear",
      Operand(self) { $0.reshaped([rows, outputs]).product(w.transposed()).reshaped(shape) },
      Operand(weight) { x.transposed().product($0.reshaped([rows, outputs])) },
      Operand(bias) { $0.reshaped([rows, outputs]).sum(along: 0) })
  }
}

extension PlainTensor {
  func linear(_ weight: PlainTensor, _ bias: PlainTensor) -> PlainTensor { matmul(weight) + bias }
}
