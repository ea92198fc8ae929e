/// Numbers in a rectangular arrangement of any number of axes, and the way they were computed.
///
/// A tensor is a value: to change a copy leaves the original as it is. Copies and views look at the
/// same memory until one of them is changed. Where a tensor comes from one that a ``Tape`` watches,
/// the tape knows how it was made, and can differentiate it.
///
/// A tensor and its tape are used by one thread at a time; large operations share their work between
/// threads themselves.
public struct Tensor {
  var storage: Storage
  var layout: Layout
  /// The line of a tape on which this tensor was made.
  var origin: Origin?

  init(storage: Storage, layout: Layout) {
    (self.storage, self.layout) = (storage, layout)
  }

  /// Memory for a shape; whoever asks for it writes all of it.
  init(uninitialized shape: [Int]) {
    layout = Layout(shape)
    storage = Storage(count: layout.count)
  }

  /// A tensor of some numbers.
  ///
  /// - Parameters:
  ///   - values: the numbers in row-major order: the last axis runs fastest.
  ///   - shape: the size of each axis; their product is the number of values.
  public init(_ values: [Float], shape: [Int]) {
    checkSizes("Tensor", shape)
    self.init(uninitialized: shape)
    require(
      values.count == count, "Tensor",
      "\(values.count) values do not fill the shape \(shape), which holds \(count)")
    values.withUnsafeBufferPointer { values in
      guard let first = values.baseAddress else { return }
      storage.start.update(from: first, count: values.count)
    }
  }

  /// A single number: a tensor of no axes.
  public init(_ number: Float) { self.init([number], shape: []) }

  /// A tensor of zeros.
  public static func zeros(_ shape: [Int]) -> Tensor { filled(0, shape: shape) }

  /// A tensor of equal numbers.
  public static func filled(_ value: Float, shape: [Int]) -> Tensor {
    checkSizes("filled", shape)
    let layout = Layout(shape)
    return Tensor(storage: Storage(repeating: value, count: layout.count), layout: layout)
  }

  /// The size of each axis.
  public var shape: [Int] { layout.shape }

  /// The number of axes.
  public var rank: Int { layout.shape.count }

  /// The number of numbers.
  public var count: Int { layout.count }

  /// A copy of the numbers in row-major order.
  public var values: [Float] {
    let dense = contiguous()
    return Array(UnsafeBufferPointer(start: dense.start, count: count))
  }

  /// The one number of a tensor that has one, whatever its rank.
  public var number: Float {
    require(count == 1, "number", "a tensor of shape \(shape) has \(count) numbers, not one")
    return start[0]
  }

  /// One number, by its place along each axis.
  public subscript(_ indices: Int...) -> Float {
    get { storage.start[place(of: indices)] }
    set {
      let place = place(of: indices)
      require(origin == nil, "subscript", "a tensor on a tape cannot be changed")
      if isKnownUniquelyReferenced(&storage) {
        storage.start[place] = newValue
      } else {
        // Views have their own places: a copy of the whole storage keeps them.
        let copy = Storage(count: storage.count)
        copy.start.update(from: storage.start, count: storage.count)
        copy.start[place] = newValue
        storage = copy
      }
    }
  }

  private func place(of indices: [Int]) -> Int {
    require(
      indices.count == rank, "subscript",
      "\(indices.count) indices \(indices) for a tensor of \(rank) axes, shape \(shape)")
    return indices.indices.reduce(layout.offset) { place, axis in
      require(
        (0..<shape[axis]).contains(indices[axis]), "subscript",
        "index \(indices[axis]) of axis \(axis) lies outside of 0..<\(shape[axis])")
      return place + indices[axis] * layout.strides[axis]
    }
  }
}

extension Tensor {
  /// The first number.
  var start: UnsafeMutablePointer<Float> { storage.start + layout.offset }

  /// The same numbers as a tensor that no tape knows.
  var detached: Tensor { Tensor(storage: storage, layout: layout) }

  /// Whether a tape wants to know what becomes of this tensor.
  var isRecorded: Bool { origin != nil }

  /// The same numbers, one behind the other in memory; a copy only where they are not so already.
  func contiguous() -> Tensor {
    layout.isContiguous ? detached : mapped(strided: true) { $0 }
  }

  /// Memory for a result of this shape: the tensor's own, where the result takes its place and nobody
  /// else can see it, so that a chain of operations stays in the cache; otherwise new memory.
  ///
  /// Ask before anything else holds a copy of the tensor, in a function that consumes it.
  mutating func memoryForResult() -> Tensor {
    // A tape that traces looks at the operands afterwards.
    guard layout.isContiguous, origin?.tape.inspection == nil, isKnownUniquelyReferenced(&storage)
    else { return Tensor(uninitialized: shape) }
    return detached
  }

  /// How many rows there are: the numbers along the last axis are one row.
  var rowCount: Int { shape.dropLast().reduce(1, *) }

  /// The axis's number, counted from the end where negative.
  func axis(_ axis: Int, _ operation: String) -> Int {
    let counted = axis < 0 ? axis + rank : axis
    require(
      (0..<rank).contains(counted), operation,
      "there is no axis \(axis) in a tensor of shape \(shape)")
    return counted
  }
}

/// Stops where a size is negative.
func checkSizes(_ operation: String, _ shape: [Int]) {
  require(shape.allSatisfy { $0 >= 0 }, operation, "the shape \(shape) has a negative size")
}
