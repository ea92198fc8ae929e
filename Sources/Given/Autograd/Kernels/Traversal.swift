/// How two tensors, stretched to one shape, are walked through together: rows of numbers that lie
/// evenly spaced in both, and the places where they start.
struct Traversal {
  /// How many rows there are.
  let rows: Int
  /// How many numbers to a row.
  let width: Int
  /// The spacing of a row's numbers in either tensor.
  let spacing: (Int, Int)

  /// The axes before the last: size, and stride in either tensor.
  private let outer: [(size: Int, left: Int, right: Int)]

  /// Neighbouring axes that both tensors run through evenly become one, so that two equal shapes make
  /// a single long row.
  init(_ shape: [Int], _ left: [Int], _ right: [Int]) {
    var axes: [(size: Int, left: Int, right: Int)] = []
    for axis in shape.indices where shape[axis] != 1 {
      let size = shape[axis]
      if let last = axes.last, last.left == left[axis] * size, last.right == right[axis] * size {
        axes[axes.count - 1] = (last.size * size, left[axis], right[axis])
      } else {
        axes.append((size, left[axis], right[axis]))
      }
    }
    let inner = axes.popLast() ?? (1, 1, 1)
    (width, spacing) = (inner.size, (inner.left, inner.right))
    outer = axes
    rows = axes.reduce(1) { $0 * $1.size }
  }

  /// Where a row starts in either tensor.
  @inline(__always)
  func start(of row: Int) -> (left: Int, right: Int) {
    var (rest, left, right) = (row, 0, 0)
    for axis in outer.indices.reversed() {
      let (quotient, index) = rest.quotientAndRemainder(dividingBy: outer[axis].size)
      left += index * outer[axis].left
      right += index * outer[axis].right
      rest = quotient
    }
    return (left, right)
  }

  /// Numbers that are worth a thread of their own.
  static let grain = 1 << 14

  /// Walks through all rows, or parts of a single one, on several threads.
  ///
  /// - Parameter body: gets the start of a run in the left tensor, in the right one and in a
  ///   row-major result, and its length.
  @inline(__always)
  func share(_ body: (_ left: Int, _ right: Int, _ result: Int, _ count: Int) -> Void) {
    guard width > 0, rows > 0 else { return }
    if rows == 1 {
      // Parts of whole cache lines, so that no two threads write to one.
      let lines = (width + 15) / 16
      Workers.share(lines, grain: Self.grain / 16) { part in
        let first = part.lowerBound * 16
        let last = min(part.upperBound * 16, width)
        body(first * spacing.0, first * spacing.1, first, last - first)
      }
    } else {
      Workers.share(rows, grain: max(1, Self.grain / width)) { part in
        for row in part {
          let (left, right) = start(of: row)
          body(left, right, row * width, width)
        }
      }
    }
  }
}

extension Tensor {
  /// A function of each number, as a new tensor.
  ///
  /// - Parameters:
  ///   - strided: reads a view where it lies; otherwise a view is copied first.
  ///   - memory: where to write it.
  @inline(__always)
  func mapped(strided: Bool = false, into memory: Tensor? = nil, _ body: (Eight) -> Eight) -> Tensor
  {
    let source = strided ? detached : contiguous()
    let result = memory ?? Tensor(uninitialized: shape)
    let walk = Traversal(shape, source.layout.strides, result.layout.strides)
    walk.share { from, _, to, count in
      let (x, y) = (source.start + from, result.start + to)
      if walk.spacing.0 == 1 { return mapRun(x, into: y, count: count, body) }
      for place in 0..<count { y[place] = body(Eight(repeating: x[place * walk.spacing.0]))[0] }
    }
    return result
  }

  /// A function of each pair of numbers of two tensors of one shape, or of shapes that broadcast to
  /// one, as a new tensor.
  @inline(__always)
  func zipped(
    _ operation: String, _ other: Tensor, into memory: Tensor? = nil,
    _ body: (Eight, Eight) -> Eight
  ) -> Tensor {
    let result = memory ?? Tensor(uninitialized: broadcastShape(operation, shape, other.shape))
    // Along a row the numbers of either tensor are neighbours, or one number is repeated.
    let (left, right) = (contiguous(), other.contiguous())
    let walk = Traversal(
      result.shape, left.layout.strides(broadcastTo: result.shape),
      right.layout.strides(broadcastTo: result.shape))
    walk.share { leftStart, rightStart, place, count in
      zipRuns(
        left.start + leftStart, walk.spacing.0, right.start + rightStart, walk.spacing.1,
        into: result.start + place, count: count, body)
    }
    return result
  }
}
