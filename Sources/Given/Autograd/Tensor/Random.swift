import Foundation

extension Tensor {
  /// Random numbers of a normal distribution around 0.
  ///
  /// - Parameters:
  ///   - standardDeviation: the root of the variance.
  ///   - generator: the source of chance; the same state gives the same tensor.
  /// - Source: Box and Muller, *A Note on the Generation of Random Normal Deviates*, 1958.
  public static func normal(
    _ shape: [Int], standardDeviation: Float = 1, using generator: inout some RandomNumberGenerator
  ) -> Tensor {
    checkSizes("normal", shape)
    let result = Tensor(uninitialized: shape)
    for place in 0..<result.count {
      // A pair of uniform numbers makes a pair of normal ones; the second is not worth a state.
      let radius = (-2 * Foundation.log(1 - generator.nextUnit())).squareRoot()
      let angle = 2 * Double.pi * generator.nextUnit()
      result.start[place] = standardDeviation * Float(radius * cos(angle))
    }
    return result
  }

  /// Random numbers that are equally likely everywhere in a range.
  public static func uniform(
    _ shape: [Int], in range: ClosedRange<Float>, using generator: inout some RandomNumberGenerator
  ) -> Tensor {
    checkSizes("uniform", shape)
    let result = Tensor(uninitialized: shape)
    let width = Double(range.upperBound) - Double(range.lowerBound)
    for place in 0..<result.count {
      result.start[place] = Float(Double(range.lowerBound) + width * generator.nextUnit())
    }
    return result
  }
}

extension RandomNumberGenerator {
  /// A number of 0..<1, a multiple of 2⁻⁵³.
  mutating func nextUnit() -> Double { Double(next() >> 11) * 0x1p-53 }
}
