extension Tensor {
  /// A range of the indices along an axis: a view, nothing is copied.
  ///
  /// ```
  /// ∂L/∂x = ∂L/∂y inside of the range, 0 outside
  /// ```
  ///
  /// - Parameters:
  ///   - axis: counted from the end where negative.
  ///   - range: inside of 0..<size; may be empty.
  public func sliced(along axis: Int, _ range: Range<Int>) -> Tensor {
    let axis = self.axis(axis, "sliced")
    let full = shape
    require(
      range.lowerBound >= 0 && range.upperBound <= full[axis], "sliced",
      "\(range) does not lie inside of 0..<\(full[axis]), axis \(axis) of \(full)")
    return part(axis, range).recorded(
      "sliced",
      Operand(self) { gradient in
        let spread = Tensor.zeros(full)
        spread.part(axis, range).write(gradient)
        return spread
      })
  }

  private func part(_ axis: Int, _ range: Range<Int>) -> Tensor {
    var shape = shape
    shape[axis] = range.count
    let offset = layout.offset + range.lowerBound * layout.strides[axis]
    return Tensor(
      storage: storage, layout: Layout(shape: shape, strides: layout.strides, offset: offset))
  }

  /// Writes numbers of the same shape where this view looks; only for memory that nobody else knows.
  fileprivate func write(_ source: Tensor) {
    let walk = Traversal(shape, layout.strides, source.layout.strides)
    walk.share { to, from, _, count in
      let (target, source) = (start + to, source.start + from)
      for place in 0..<count {
        target[place * walk.spacing.0] = source[place * walk.spacing.1]
      }
    }
  }

  /// Tensors one behind the other along an axis.
  ///
  /// ```
  /// ∂L/∂(part) = the part's range of ∂L/∂y
  /// ```
  ///
  /// - Parameters:
  ///   - parts: at least one, with equal sizes along all other axes.
  ///   - axis: counted from the end where negative.
  public static func concatenated(_ parts: [Tensor], along axis: Int) -> Tensor {
    guard let first = parts.first else { fatalError("concatenated: there are no parts") }
    let axis = first.axis(axis, "concatenated")
    var shape = first.shape
    for part in parts.dropFirst() {
      var wanted = part.shape
      if wanted.indices.contains(axis) { wanted[axis] = first.shape[axis] }
      require(
        wanted == first.shape, "concatenated",
        "\(first.shape) and \(part.shape) must be equal but for axis \(axis)")
      shape[axis] += part.shape[axis]
    }
    let result = Tensor(uninitialized: shape)
    var (end, operands): (Int, [Operand]) = (0, [])
    for part in parts {
      let range = end..<end + part.shape[axis]
      end = range.upperBound
      result.part(axis, range).write(part)
      operands.append(Operand(part) { $0.part(axis, range) })
    }
    return result.recorded("concatenated", operands)
  }
}

extension PlainTensor {
  func sliced(along axis: Int, _ range: Range<Int>) -> PlainTensor {
    var part = shape
    part[axis] = range.count
    return PlainTensor(part) { index in
      var index = index
      index[axis] += range.lowerBound
      return self[index]
    }
  }

  static func concatenated(_ parts: [PlainTensor], along axis: Int) -> PlainTensor {
    var shape = parts[0].shape
    shape[axis] = parts.reduce(0) { $0 + $1.shape[axis] }
    return PlainTensor(shape) { index in
      var (index, part) = (index, 0)
      while index[axis] >= parts[part].shape[axis] {
        index[axis] -= parts[part].shape[axis]
        part += 1
      }
      return parts[part][index]
    }
  }
}
