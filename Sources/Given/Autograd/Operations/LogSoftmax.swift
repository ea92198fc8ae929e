import Foundation

extension Tensor {
  /// The logarithm of the softmax along an axis, which stays exact where a probability is so small
  /// that it would be 0.
  ///
  /// ```
  /// y_j = x_j − M − ln Σ_k exp(x_k − M)     with M = max x
  /// ∂L/∂x_j = g_j − exp(y_j) Σ_k g_k        with g = ∂L/∂y
  /// ```
  ///
  /// - Parameter axis: counted from the end where negative.
  public func logSoftmax(along axis: Int = -1) -> Tensor {
    let axis = self.axis(axis, "logSoftmax")
    guard axis == rank - 1 else {
      return transposed(axis, -1).logSoftmax().transposed(axis, -1)
    }
    let (x, y) = (contiguous(), Tensor(uninitialized: shape))
    x.shareRows { row, width in
      let (scores, result) = (x.start + row * width, y.start + row * width)
      let maximum = maximumRun(scores, count: width)
      let sum = sumRun(scores, count: width) { exponentialBelowOne($0 - maximum) }
      let all = maximum + Foundation.log(sum)
      mapRun(scores, into: result, count: width) { $0 - all }
    }
    return y.recorded(
      "logSoftmax",
      Operand(self) { gradient in
        let (gradient, result) = (gradient.contiguous(), Tensor(uninitialized: y.shape))
        y.shareRows { row, width in
          let (y, g) = (y.start + row * width, gradient.start + row * width)
          let sum = sumRun(g, count: width)
          zipRuns(y, 1, g, 1, into: result.start + row * width, count: width) { y, g in
            g - exponentialBelowOne(y) * sum
          }
        }
        return result
      })
  }
}

extension PlainTensor {
  func logSoftmax(along axis: Int = -1) -> PlainTensor {
    let distances = self - reduce(along: axis) { $0.max() ?? 0 }
    return distances - distances.exp().sum(along: axis).log()
  }
}
