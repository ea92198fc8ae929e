import Text

// #given parameters
/// The tensors that training changes, by name; a value like a dictionary.
///
/// ```
/// var parameters = Parameters()
/// parameters["layer.0.weight"] = .normal([128, 512], standardDeviation: 0.02, using: &generator)
/// let layer = parameters.scope("layer.0")        // layer["weight"] is that tensor
/// ```
public struct Parameters {
  private(set) var tensors: [Spelling: Tensor] = [:]
  /// What stands before the names: "layer.0.".
  private var prefix = ""

  /// A collection of nothing.
  public init() {}

  /// A tensor by its name.
  ///
  /// To ask for a name that is not there is a programmer's error; the message lists the nearest ones.
  public subscript(name: String) -> Tensor {
    get {
      guard let tensor = tensors[Spelling(prefix + name)] else {
        fatalError("Parameters: there is no “\(prefix + name)”; \(nearest(prefix + name))")
      }
      return tensor
    }
    set { tensors[Spelling(prefix + name)] = newValue }
  }

  /// The same collection, seen from one of its parts: names are those behind the prefix and a dot.
  public func scope(_ part: String) -> Parameters {
    var scoped = self
    scoped.prefix = prefix + part + "."
    return scoped
  }

  /// The names of the part that is seen, in the order of their bytes.
  public var names: [String] {
    tensors.keys.filter { $0.text.utf8.starts(with: prefix.utf8) }.sorted()
      .map { String(Substring($0.text.utf8.dropFirst(prefix.utf8.count))) }
  }

  /// How many numbers there are in all tensors of the part that is seen.
  public var count: Int { names.reduce(0) { $0 + self[$1].count } }

  private func nearest(_ name: String) -> String {
    let known = names.prefix(8).joined(separator: ", ")
    return known.isEmpty ? "nothing is called \(prefix)…" : "names here are \(known) …"
  }
}
// #end

// #given parameters-gradients
extension Parameters {
  /// A loss, and how it grows with each number of each parameter.
  ///
  /// ```
  /// let (loss, gradients) = parameters.gradients { parameters in … }     // gradients["weight"] = ∂L/∂weight
  /// ```
  ///
  /// - Parameter loss: computes one number from the parameters that it is given.
  /// - Returns: the number, and a collection of the same names and shapes.
  public func gradients(
    of loss: (Parameters) throws -> Tensor
  ) rethrows -> (loss: Float, gradients: Parameters) {
    let tape = Tape()
    var (watched, result) = (self, self)
    for (name, tensor) in tensors { watched.tensors[name] = tape.watch(tensor) }
    let loss = try loss(watched)
    let names = Array(tensors.keys)
    let found = tape.gradients(of: loss, for: names.map { watched.tensors[$0] ?? Tensor(0) })
    for (name, gradient) in zip(names, found) { result.tensors[name] = gradient }
    return (loss.number, result)
  }
}
// #end

extension Parameters {
  /// Changes each tensor in place, together with the one of the same name in another collection.
  ///
  /// - Parameter body: gets the name, the numbers, and the other tensor's numbers, equally many.
  mutating func update(
    _ operation: String, with other: Parameters,
    _ body: (String, UnsafeMutableBufferPointer<Float>, UnsafePointer<Float>) -> Void
  ) {
    for name in other.tensors.keys.sorted() {
      guard let partner = other.tensors[name]?.contiguous() else { continue }
      require(
        tensors[name]?.shape == partner.shape, operation,
        "“\(name)” has shape \(tensors[name].map { "\($0.shape)" } ?? "of nothing, it is missing")"
          + " here and \(partner.shape) among the gradients")
      tensors[name]?.withOwnNumbers { body(name.text, $0, partner.start) }
    }
  }
}

extension Tensor {
  /// Gives access to the numbers, of which nobody else sees the change.
  mutating func withOwnNumbers(_ body: (UnsafeMutableBufferPointer<Float>) -> Void) {
    if !layout.isContiguous || !isKnownUniquelyReferenced(&storage) {
      let copy = Tensor(uninitialized: shape)
      let dense = contiguous()
      copy.start.update(from: dense.start, count: count)
      self = copy
    }
    body(UnsafeMutableBufferPointer(start: start, count: count))
  }
}
