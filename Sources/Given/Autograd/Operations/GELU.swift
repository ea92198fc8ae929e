import Foundation

/// How the Gaussian error linear unit is computed.
public enum GELU: Sendable {
  /// With the normal distribution itself.
  case exact
  /// With a hyperbolic tangent that is close to it, as the first BERT did.
  case tanhApproximation
}

extension Tensor {
  /// Each number times the share of a normal distribution that lies below it: the Gaussian error
  /// linear unit.
  ///
  /// ```
  /// y = x Φ(x)                                      ∂L/∂x = (Φ(x) + x φ(x)) ∂L/∂y
  /// y = x σ(2u)  with u = √(2/π) (x + 0.044715 x³)     close to it, and the same as x (1 + tanh u) / 2
  /// ```
  ///
  /// - Source: Hendrycks and Gimpel, *Gaussian Error Linear Units*, 2016.
  public consuming func gelu(_ form: GELU = .exact) -> Tensor {
    switch form {
    case .exact:
      // x Φ(x) is x less its part of the tail on the right, and minus that part on the left.
      withSlope("gelu", { positive($0) - magnitude($0) * normalTail($0).tail }) { x in
        let (tail, power) = normalTail(x)
        let below = tail.replacing(with: 1 - tail, where: x .> 0)
        return (positive(x) - magnitude(x) * tail, below + x * power * 0.398_942_28)
      }
    case .tanhApproximation:
      withSlope("geluTanh", { tanhGELU($0).value }, tanhGELU)
    }
  }

  /// A function of each number; where a tape records it, its slope is computed along with it, since
  /// the two share their exponential.
  @inline(__always)
  private consuming func withSlope(
    _ operation: String, _ value: (Eight) -> Eight, _ both: (Eight) -> (Eight, Eight)
  ) -> Tensor {
    let y = memoryForResult()
    let x = contiguous()
    guard isRecorded else { return x.mapped(into: y, value) }
    let slope = Tensor(uninitialized: shape)
    let count = count
    Workers.share((count + 7) / 8, grain: Traversal.grain / 8) { eights in
      for place in stride(from: eights.lowerBound * 8, to: eights.upperBound * 8, by: 8) {
        let rest = count - place
        let (value, rise) = both(rest >= 8 ? (x.start + place).eight : x.start.rest(place, rest))
        if rest >= 8 {
          (y.start + place).eight = value
          (slope.start + place).eight = rise
        } else {
          (y.start + place).store(value, first: rest)
          (slope.start + place).store(rise, first: rest)
        }
      }
    }
    return y.recorded(operation, Operand(self) { $0 * slope })
  }
}

extension UnsafeMutablePointer<Float> {
  fileprivate func rest(_ place: Int, _ count: Int) -> Eight {
    UnsafePointer(self + place).eight(first: count)
  }
}

/// max(0, x); NaN stays.
@inline(__always)
private func positive(_ x: Eight) -> Eight { x.replacing(with: 0, where: x .< 0) }

@inline(__always)
private func tanhGELU(_ x: Eight) -> (value: Eight, slope: Eight) {
  let square = x * x
  let gate = logisticSigmoid(x * (square * 0.071_354_816 + 1.595_769_1))
  let rise = gate * (1 - gate) * (square * 0.214_064_45 + 1.595_769_1)
  return (x * gate, gate + x * rise)
}

extension PlainTensor {
  func gelu(_ form: GELU = .exact) -> PlainTensor {
    map { x in
      switch form {
      case .exact: x * 0.5 * erfc(-x / 2.0.squareRoot())
      case .tanhApproximation:
        x * 0.5 * (1 + Foundation.tanh((2 / Double.pi).squareRoot() * (x + 0.044715 * x * x * x)))
      }
    }
  }
}
