/// The plain twin of ``Tensor``: an array, a shape and one formula for each operation.
///
/// It computes in double precision, one number at a time, and knows no views, threads or gradients.
/// The tests hold every fast operation against it, and take its differences for derivatives.
struct PlainTensor {
  let shape: [Int]
  var values: [Double]

  init(_ values: [Double], shape: [Int]) {
    require(values.count == shape.reduce(1, *), "PlainTensor", "\(values.count) values, \(shape)")
    (self.values, self.shape) = (values, shape)
  }

  /// The tensor whose number at each index is a function of the index.
  init(_ shape: [Int], _ number: ([Int]) -> Double) {
    self.shape = shape
    let strides = Layout.rowMajor(shape)
    values = (0..<shape.reduce(1, *)).map { place in
      number(shape.indices.map { place / strides[$0] % shape[$0] })
    }
  }

  init(_ tensor: Tensor) { self.init(tensor.values.map(Double.init), shape: tensor.shape) }

  /// The number at an index; along an axis of size 1, or one that is missing in front, the index is
  /// passed over, as broadcasting wants it.
  subscript(index: [Int]) -> Double {
    let missing = index.count - shape.count
    return values[
      shape.indices.reduce(0) { place, axis in
        place * shape[axis] + (shape[axis] == 1 ? 0 : index[axis + missing])
      }]
  }

  func map(_ body: (Double) -> Double) -> PlainTensor {
    PlainTensor(values.map(body), shape: shape)
  }

  func zip(_ other: PlainTensor, _ body: (Double, Double) -> Double) -> PlainTensor {
    PlainTensor(broadcastShape("zip", shape, other.shape)) { body(self[$0], other[$0]) }
  }

  /// A function of the numbers along an axis, which remains with size 1.
  func reduce(along axis: Int, _ body: ([Double]) -> Double) -> PlainTensor {
    let axis = axis < 0 ? axis + shape.count : axis
    var reduced = shape
    reduced[axis] = 1
    return PlainTensor(reduced) { index in
      body(
        (0..<shape[axis]).map { place in
          var index = index
          index[axis] = place
          return self[index]
        })
    }
  }
}
