import Autograd
import Experiments

/// The page's example, (w x − y)² with small numbers, worked out by the library line by line.
struct WorkedExample {
  /// The inputs: a weight, what it is multiplied by, and what the product should be.
  let w: Float = 2
  let x: Float = 3
  let y: Float = 4
  /// The length of the step that is made with the gradient.
  let learningRate: Float = 0.05

  /// The three lines that are computed, from tensors that may be recorded.
  func product(_ w: Tensor, _ x: Tensor) -> Tensor { w * x }
  func difference(_ p: Tensor, _ y: Tensor) -> Tensor { p - y }
  func square(_ d: Tensor) -> Tensor { d * d }

  func loss(_ w: Tensor, _ x: Tensor, _ y: Tensor) -> Tensor {
    square(difference(product(w, x), y))
  }

  /// What each line of the tape came to, in the tape's order.
  var values: [(name: String, value: Float)] {
    let p = product(Tensor(w), Tensor(x))
    let d = difference(p, Tensor(y))
    return [
      ("w", w), ("x", x), ("y", y), ("p", p.number), ("d", d.number), ("loss", square(d).number),
    ]
  }

  /// The derivative of the loss by each line, in the tape's order.
  ///
  /// A tape gives the gradients of what it watches, so for a line in the middle one is begun there.
  var gradients: [(name: String, value: Float)] {
    let p = product(Tensor(w), Tensor(x))
    let d = difference(p, Tensor(y))
    let inputs = slopes(at: [w, x, y]) { loss($0[0], $0[1], $0[2]) }
    return [
      ("w", inputs[0]), ("x", inputs[1]), ("y", inputs[2]),
      ("p", slopes(at: [p.number]) { square(difference($0[0], Tensor(y))) }[0]),
      ("d", slopes(at: [d.number]) { square($0[0]) }[0]),
      ("loss", slopes(at: [1]) { $0[0] }[0]),
    ]
  }

  /// The local derivatives: of a line by one of those that it uses.
  var locals: [(name: String, value: Float)] {
    let d = values[4].value
    let product = slopes(at: [w, x]) { self.product($0[0], $0[1]) }
    let difference = slopes(at: [w * x, y]) { self.difference($0[0], $0[1]) }
    // d · d uses d twice: each use has a derivative of its own.
    let square = slopes(at: [d, d]) { $0[0] * $0[1] }
    return [
      ("pByW", product[0]), ("pByX", product[1]), ("dByP", difference[0]),
      ("dByY", difference[1]), ("lossByFirst", square[0]), ("lossBySecond", square[1]),
    ]
  }

  /// The weight and its loss before each step of gradient descent, and after the last.
  func training(steps: Int) -> [(w: Float, loss: Float)] {
    var parameters = Parameters()
    parameters["w"] = Tensor(w)
    var optimiser = SGD(learningRate: learningRate)
    return (0...steps).map { _ in
      let w = parameters["w"].number
      let (loss, gradients) = parameters.gradients { parameters in
        self.loss(parameters["w"], Tensor(x), Tensor(y))
      }
      optimiser.update(&parameters, with: gradients)
      return (w, loss)
    }
  }

  /// How a result grows with each of some numbers.
  private func slopes(at numbers: [Float], of result: ([Tensor]) -> Tensor) -> [Float] {
    let tape = Tape()
    let watched = numbers.map { tape.watch(Tensor($0)) }
    return tape.gradients(of: result(watched), for: watched).map(\.number)
  }
}

extension WorkedExample {
  /// The numbers, as the page quotes them.
  func write(to results: inout Results) {
    for (name, value) in values { results.set("example.\(name)", to: .number(Double(value))) }
    for (name, value) in gradients {
      results.set("example.gradient.\(name)", to: .number(Double(value)))
    }
    for (name, value) in locals { results.set("example.local.\(name)", to: .number(Double(value))) }
    results.set("example.rate", to: .number(Double(learningRate)))
    let training = training(steps: 3)
    results.set("training.w", to: .list(training.map { .number(Double($0.w)) }))
    results.set("training.loss", to: .list(training.map { .number(Double($0.loss)) }))
  }

  /// The tape as a drawing.
  func diagram(_ provenance: String) -> TapeDiagram {
    let names = ["w", "x", "y", "p = w · x", "d = p − y", "L = d · d"]
    let places = [(0, 0.0), (0, 1.0), (0, 2.0), (1, 0.5), (2, 1.0), (3, 1.0)]
    let (values, gradients) = (values.map(\.value), gradients.map(\.value))
    let steps = names.indices.map { line in
      TapeDiagram.Step(
        names[line], value: text(values[line]), gradient: text(gradients[line]),
        column: places[line].0, row: places[line].1)
    }
    let uses = zip([(0, 3), (1, 3), (3, 4), (2, 4), (4, 5), (4, 5)], locals).map {
      TapeDiagram.Use($0.0, $0.1, text($1.value))
    }
    let lines = names.indices.map {
      "\(names[$0]): value \(text(values[$0])), derivative \(text(gradients[$0]))"
    }
    return TapeDiagram(
      title: "The tape of (w x − y)²",
      description: lines.joined(separator: "; ") + ". " + provenance,
      steps: steps, uses: uses)
  }

  private func text(_ number: Float) -> String {
    let text = number == number.rounded() ? "\(Int(number))" : "\(number)"
    return text.replacing("-", with: "−")
  }
}
