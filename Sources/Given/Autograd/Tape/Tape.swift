// #given tape
/// The list of everything that was computed from some watched tensors, in order: enough to run it
/// backwards, once.
///
/// ```
/// let tape = Tape()
/// let x = tape.watch(Tensor(3))
/// let y = x * x + x                            // three lines: x, x · x, their sum
/// let gradients = tape.gradients(of: y, for: [x])     // 2 · 3 + 1 = 7
/// ```
///
/// - Source: Wengert, *A Simple Automatic Derivative Evaluation Program*, 1964, wrote the list down
///   first; Linnainmaa, 1970, ran it backwards.
public final class Tape {
  /// From which lines one was computed, and the ways back to them.
  struct Line {
    let operands: [(line: Int, pullback: (Tensor) -> Tensor)]
  }

  private var lines: [Line] = []
  private var isUsedUp = false
  /// Looks for what is not a finite number, where that was asked for.
  var inspection: Inspection?

  /// A tape on which nothing is written yet.
  ///
  /// - Parameter tracing: looks at every result, so that ``firstNonFinite`` can tell where numbers
  ///   went wrong. It reads all numbers once more.
  public init(tracing: Bool = false) {
    inspection = tracing ? Inspection() : nil
  }

  /// The same numbers as a tensor with which the tape begins: what is computed from it is recorded.
  public func watch(_ tensor: Tensor) -> Tensor { write(tensor.detached, "watch", []) }

  func write(
    _ result: Tensor, _ operation: String, _ operands: [(line: Int, pullback: (Tensor) -> Tensor)]
  ) -> Tensor {
    require(!isUsedUp, operation, "the tape is used up: its gradients were taken; begin another")
    lines.append(Line(operands: operands))
    var result = result
    result.origin = Origin(tape: self, line: lines.count - 1)
    return result
  }
}

/// The place on a tape where a tensor was made.
struct Origin {
  let tape: Tape
  let line: Int
}
// #end

// #given backward
extension Tape {
  /// Runs the tape backwards, from a loss to what was watched.
  ///
  /// ```
  /// ∂L/∂x = Σ over the lines y that use x  of  ∂L/∂y · ∂y/∂x
  /// ```
  ///
  /// - Parameters:
  ///   - loss: a tensor of one number that was computed on this tape, or does not depend on it.
  ///   - inputs: tensors that this tape watches.
  /// - Returns: for each input a tensor of its shape: how the loss grows with each of its numbers;
  ///   zeros where the loss does not depend on it.
  /// - Complexity: each line is passed once, and forgotten with all that it kept.
  public func gradients(of loss: Tensor, for inputs: [Tensor]) -> [Tensor] {
    require(loss.count == 1, "gradients", "the loss has shape \(loss.shape); it must be one number")
    require(!isUsedUp, "gradients", "the tape is used up: its gradients were taken before")
    let wanted = inputs.map { line(of: $0, "an input") }
    isUsedUp = true
    var gradients = [Tensor?](repeating: nil, count: lines.count)
    if loss.isRecorded {
      gradients[line(of: loss, "the loss")] = .filled(1, shape: loss.shape)
    }
    while let line = lines.popLast() {
      // A line that was watched has no operands: its gradient stays for the caller.
      guard !line.operands.isEmpty, let gradient = gradients[lines.count] else { continue }
      gradients[lines.count] = nil
      for operand in line.operands {
        let part = operand.pullback(gradient)
        if gradients[operand.line] == nil {
          gradients[operand.line] = part
        } else {
          gradients[operand.line]?.add(part)
        }
      }
    }
    return zip(inputs, wanted).map { input, line in
      gradients[line]?.contiguous() ?? .zeros(input.shape)
    }
  }

  private func line(of tensor: Tensor, _ name: String) -> Int {
    guard let origin = tensor.origin, origin.tape === self else {
      fatalError("gradients: \(name) of shape \(tensor.shape) is not on this tape; watch it first")
    }
    return origin.line
  }
}
// #end

// #given recorded
/// One of the tensors that an operation takes, and the way back to it.
struct Operand {
  let tensor: Tensor
  /// From ∂L/∂(result) to ∂L/∂(this operand), which has the operand's shape.
  let pullback: (Tensor) -> Tensor

  init(_ tensor: Tensor, pullback: @escaping (Tensor) -> Tensor) {
    (self.tensor, self.pullback) = (tensor, pullback)
  }
}

extension Tensor {
  /// This result of an operation, written on the tape of its operands; where none is on a tape,
  /// nothing is.
  ///
  /// A pullback keeps what it needs of the forward pass, and only the pullbacks of recorded operands
  /// are kept. It must hold no recorded tensor: the tape would hold itself.
  func recorded(_ operation: String, _ operands: Operand...) -> Tensor {
    recorded(operation, operands)
  }

  func recorded(_ operation: String, _ operands: [Operand]) -> Tensor {
    guard let tape = operands.lazy.compactMap(\.tensor.origin?.tape).first else { return self }
    let onTape = operands.compactMap { operand in
      operand.tensor.origin.map { (origin: $0, pullback: operand.pullback) }
    }
    require(
      onTape.allSatisfy { $0.origin.tape === tape }, operation,
      "its operands are on two tapes; gradients are taken along one")
    tape.inspect(self, operation, operands.map(\.tensor))
    return tape.write(self, operation, onTape.map { ($0.origin.line, $0.pullback) })
  }
}
// #end
