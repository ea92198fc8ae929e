/// Which places of a tensor must not be seen; broadcasts against the tensor it hides from.
public struct Mask {
  /// 0 for what may be seen, −∞ for what is hidden: what is added to a score.
  let penalties: Tensor

  init(penalties: Tensor) { self.penalties = penalties }

  /// A mask of any shape.
  ///
  /// - Parameters:
  ///   - hidden: true for what must not be seen, in row-major order.
  ///   - shape: as many as there are places; broadcasts.
  public init(_ hidden: [Bool], shape: [Int]) {
    penalties = Tensor(hidden.map { $0 ? -.infinity : 0 }, shape: shape)
  }

  /// Hides from each of a sequence's places what comes behind it.
  ///
  /// - Returns: a mask of `[length, length]`, a row for each place that looks.
  public static func causal(_ length: Int) -> Mask {
    Mask(
      (0..<length).flatMap { row in (0..<length).map { $0 > row } }, shape: [length, length])
  }

  /// Hides what either of two masks hides; their shapes broadcast.
  public static func | (left: Mask, right: Mask) -> Mask {
    Mask(penalties: left.penalties + right.penalties)
  }

  /// The shape, before it broadcasts.
  public var shape: [Int] { penalties.shape }

  /// The mask of a tensor of so many axes with one of them exchanged for the last.
  func transposed(_ axis: Int, _ rank: Int) -> Mask {
    let missing = Array(repeating: 1, count: rank - penalties.rank)
    return Mask(penalties: penalties.reshaped(missing + shape).transposed(axis, -1).contiguous())
  }

  /// The mask's rows for each row of a larger shape.
  func rows(of target: [Int], _ operation: String) -> Rows {
    require(
      broadcastShape(operation, target, shape) == target, operation,
      "a mask of shape \(shape) does not broadcast to \(target)")
    let strides = penalties.layout.strides(broadcastTo: target)
    return Rows(
      penalties: penalties, stride: strides.last ?? 0,
      walk: Traversal(
        target.dropLast(), strides.dropLast(),
        Array(repeating: 0, count: Swift.max(target.count - 1, 0))))
  }

  /// Where the penalties of each row of a tensor start, and how far apart they lie: 1, or 0 where one
  /// holds for the whole row.
  struct Rows {
    let penalties: Tensor
    let stride: Int
    let walk: Traversal

    func row(_ number: Int) -> (start: UnsafePointer<Float>, stride: Int) {
      let (row, step) = number.quotientAndRemainder(dividingBy: walk.width)
      let place = walk.start(of: row).left + step * walk.spacing.0
      return (UnsafePointer(penalties.start + place), stride)
    }
  }
}

extension Tensor {
  /// The tensor with another number at all places that a mask hides.
  ///
  /// ```
  /// y_i = value where hidden, else x_i        ∂L/∂x_i = 0 where hidden, else ∂L/∂y_i
  /// ```
  ///
  /// - Parameters:
  ///   - mask: broadcasts to the tensor's shape.
  ///   - value: −∞ makes a probability of 0 of a hidden score.
  public func masked(where mask: Mask, with value: Float = -.infinity) -> Tensor {
    require(
      broadcastShape("masked", shape, mask.shape) == shape, "masked",
      "a mask of shape \(mask.shape) does not broadcast to \(shape)")
    let penalties = mask.penalties
    return zipped("masked", penalties) { x, penalty in
      x.replacing(with: value, where: penalty .< 0)
    }
    .recorded(
      "masked",
      Operand(self) {
        $0.zipped("masked", penalties) { g, penalty in g.replacing(with: 0, where: penalty .< 0) }
      })
  }
}

extension PlainTensor {
  func masked(where penalties: PlainTensor, with value: Double) -> PlainTensor {
    zip(penalties) { x, penalty in penalty < 0 ? value : x }
  }
}
