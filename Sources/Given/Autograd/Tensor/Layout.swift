/// Where the numbers of a tensor lie in its storage.
///
/// ```
/// place of x[i, j, …] = offset + i · strides[0] + j · strides[1] + …
/// ```
struct Layout {
  let shape: [Int]
  let strides: [Int]
  let offset: Int
  /// Whether the numbers lie one behind the other in row-major order.
  let isContiguous: Bool

  /// Row-major: the last axis lies closest together.
  init(_ shape: [Int]) {
    self.shape = shape
    (strides, offset, isContiguous) = (Self.rowMajor(shape), 0, true)
  }

  init(shape: [Int], strides: [Int], offset: Int) {
    // The stride of an axis of size 1 is never taken, so that it may be as row-major order has it.
    let wanted = Self.rowMajor(shape)
    isContiguous =
      shape.contains(0) || shape.indices.allSatisfy { shape[$0] == 1 || strides[$0] == wanted[$0] }
    (self.shape, self.offset) = (shape, offset)
    self.strides = isContiguous ? wanted : strides
  }

  /// The number of numbers.
  var count: Int { shape.reduce(1, *) }

  static func rowMajor(_ shape: [Int]) -> [Int] {
    var strides = [Int](repeating: 1, count: shape.count)
    for axis in shape.indices.dropLast().reversed() {
      strides[axis] = strides[axis + 1] * shape[axis + 1]
    }
    return strides
  }

  /// The layout that reads the same numbers in the same order as another shape; nil where no strides
  /// can.
  ///
  /// Axes may be cut into several, and joined where the numbers of one lie evenly behind those of the
  /// next.
  func reshaped(_ target: [Int]) -> Layout? {
    guard !isContiguous else {
      return Layout(shape: target, strides: Self.rowMajor(target), offset: offset)
    }
    // From the back: axes of the source, joined until they hold as many numbers as some of the target's.
    var (strides, axis) = ([Int](repeating: 1, count: target.count), target.count - 1)
    var (joined, open, step) = (1, 1, 0)
    for source in shape.indices.reversed() where shape[source] != 1 {
      if open == joined {
        (joined, open, step) = (1, 1, self.strides[source])
      } else if self.strides[source] != step * joined {
        return nil
      }
      joined *= shape[source]
      while axis >= 0, joined % (open * target[axis]) == 0, open < joined || target[axis] == 1 {
        strides[axis] = step * open
        open *= target[axis]
        axis -= 1
      }
    }
    guard open == joined else { return nil }
    return Layout(shape: target, strides: strides, offset: offset)
  }

  /// The strides with which the layout's numbers are read as a larger shape: 0 along an axis that is
  /// repeated.
  func strides(broadcastTo target: [Int]) -> [Int] {
    let missing = target.count - shape.count
    return target.indices.map { axis in
      guard axis >= missing, shape[axis - missing] == target[axis] else { return 0 }
      return strides[axis - missing]
    }
  }
}

/// The shape that two shapes are stretched to before their numbers are combined one by one.
///
/// From the last axis on, two sizes must be equal, or one of them 1, which is repeated; an axis that
/// one shape lacks counts as 1.
///
/// - Source: NumPy's rule; Harris et al., *Array programming with NumPy*, 2020.
func broadcastShape(_ operation: String, _ left: [Int], _ right: [Int]) -> [Int] {
  let rank = max(left.count, right.count)
  return (0..<rank).map { axis in
    let one = axis - (rank - left.count)
    let other = axis - (rank - right.count)
    let (size, otherSize) = (one < 0 ? 1 : left[one], other < 0 ? 1 : right[other])
    require(
      size == otherSize || size == 1 || otherSize == 1, operation,
      "left \(left) and right \(right): from the right, axis \(rank - axis) has \(size) here and "
        + "\(otherSize) there; they must be equal, or one of them 1")
    return size == 1 ? otherSize : size
  }
}

/// Stops the program with a sentence that names the operation, where a claim does not hold.
///
/// Unlike `precondition`, it says its sentence in an optimised build too.
@inline(__always)
func require(_ holds: Bool, _ operation: String, _ sentence: @autoclosure () -> String) {
  if !holds { fatalError("\(operation): \(sentence())") }
}
