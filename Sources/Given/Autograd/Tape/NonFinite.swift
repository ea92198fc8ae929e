/// Where numbers first went wrong: an operation whose operands were all numbers, and whose result is
/// not.
public struct NonFinite: CustomStringConvertible, Sendable {
  /// The operation that made it.
  public let operation: String
  /// Which operation of the tape it was, counted from 1.
  public let position: Int
  /// The first place of the result that is not a finite number.
  public let index: [Int]
  /// What stands there: NaN, ∞ or −∞.
  public let value: Float
  /// The result's shape.
  public let shape: [Int]
  /// For each operand its shape and its least and greatest number.
  public let operands: [(shape: [Int], least: Float, greatest: Float)]

  /// One sentence for people.
  public var description: String {
    let causes = operands.map { "\($0.shape) with numbers from \($0.least) to \($0.greatest)" }
    return "operation \(position), \(operation), made \(value) at \(index) of \(shape), "
      + "from \(causes.joined(separator: " and "))"
  }
}

extension Tape {
  /// What a tracing tape has seen.
  struct Inspection {
    var operations = 0
    var first: NonFinite?
  }

  /// The first operation on a tracing tape that made a NaN or an infinity; nil where all numbers are
  /// finite, and on a tape that does not trace.
  ///
  /// An infinity that was put in on purpose, by ``Tensor/masked(where:with:)``, is passed over.
  public var firstNonFinite: NonFinite? { inspection?.first }
}

extension Tape {
  /// Looks at a result before it is written, where the tape traces.
  func inspect(_ result: Tensor, _ operation: String, _ operands: [Tensor]) {
    guard var seen = inspection else { return }
    defer { inspection = seen }
    seen.operations += 1
    guard seen.first == nil, operation != "masked" else { return }
    let inputs = operands.map(\.values)
    let hadInfinity = inputs.contains { $0.contains(where: \.isInfinite) }
    let hadNaN = inputs.contains { $0.contains(where: \.isNaN) }
    let values = result.values
    guard
      let place = values.firstIndex(where: {
        $0.isNaN && !hadNaN || $0.isInfinite && !hadInfinity && !hadNaN
      })
    else { return }
    seen.first = NonFinite(
      operation: operation, position: seen.operations,
      index: zip(result.shape, Layout.rowMajor(result.shape)).map { place / $1 % $0 },
      value: values[place], shape: result.shape,
      operands: zip(operands, inputs).map { operand, values in
        (operand.shape, values.min() ?? .nan, values.max() ?? .nan)
      })
  }
}
