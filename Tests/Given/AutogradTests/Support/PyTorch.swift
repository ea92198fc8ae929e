import Foundation
import Testing

@testable import Autograd

/// What PyTorch computed: `peers/autograd/oracle.json`, written by the script beside it.
enum PyTorch {
  /// An operation on some tensors, as PyTorch did it.
  struct Example {
    let name: String
    let attributes: [String: Any]
    var inputs: [Tensor]
    let output: PlainTensor
    let cotangent: Tensor
    let gradients: [PlainTensor?]
  }

  /// Something that the file should hold.
  struct Missing: Error {
    let name: String
  }

  /// The whole file.
  static func contents() throws -> [String: Any] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let data = try Data(contentsOf: root.appending(path: "peers/autograd/oracle.json"))
    guard let contents = try JSONSerialization.jsonObject(with: data) as? [String: Any] else {
      throw Missing(name: "an object in oracle.json")
    }
    return contents
  }

  /// Expects an operation of ours to give PyTorch's results and gradients, to within 1e-5 of the
  /// largest number of each.
  static func expectAgreement(
    _ operation: String, sourceLocation: SourceLocation = #_sourceLocation,
    _ body: (Example) throws -> Tensor
  ) throws {
    let operations = try contents()["operations"] as? [[String: Any]] ?? []
    let examples = try operations.filter { $0["operation"] as? String == operation }.map(
      Example.init)
    try #require(
      !examples.isEmpty, "oracle.json has no “\(operation)”", sourceLocation: sourceLocation)
    for var example in examples {
      let tape = Tape()
      example.inputs = example.inputs.map(tape.watch)
      let result = try body(example)
      expectClose(result, example.output, "PyTorch, \(example.name)", sourceLocation)
      guard result.shape == example.cotangent.shape else { continue }
      let gradients = tape.gradients(of: (result * example.cotangent).sum(), for: example.inputs)
      for (place, (found, expected)) in zip(gradients, example.gradients).enumerated() {
        guard let expected else { continue }
        expectClose(found, expected, "PyTorch, \(example.name), gradient \(place)", sourceLocation)
      }
    }
  }
}

extension PyTorch.Example {
  init(_ json: [String: Any]) throws {
    name = json["case"] as? String ?? "?"
    attributes = json["attributes"] as? [String: Any] ?? [:]
    inputs = try (json["inputs"] as? [Any] ?? []).map { Tensor(try PlainTensor(json: $0)) }
    output = try PlainTensor(json: json["output"])
    cotangent = Tensor(try PlainTensor(json: json["cotangent"]))
    gradients = try (json["gradients"] as? [Any] ?? []).map {
      $0 is NSNull ? nil : try PlainTensor(json: $0)
    }
  }

  func integer(_ name: String) -> Int? { attributes[name] as? Int }
  func integers(_ name: String) -> [Int] { attributes[name] as? [Int] ?? [] }
  func number(_ name: String) -> Float? { (attributes[name] as? Double).map { Float($0) } }
  func numbers(_ name: String) -> [Float] {
    (attributes[name] as? [Double] ?? []).map { Float($0) }
  }
  func flag(_ name: String) -> Bool { attributes[name] as? Bool ?? false }

  /// A mask: its shape, and true where it hides.
  func mask(_ name: String) -> Mask? {
    guard let mask = attributes[name] as? [String: Any], let shape = mask["shape"] as? [Int],
      let hidden = mask["values"] as? [Bool]
    else { return nil }
    return Mask(hidden, shape: shape)
  }
}

extension PlainTensor {
  /// A shape and numbers; what JSON cannot write, NaN and ±∞, stands as a string.
  init(json: Any?) throws {
    guard let json = json as? [String: Any], let shape = json["shape"] as? [Int],
      let values = json["values"] as? [Any]
    else { throw PyTorch.Missing(name: "shape and values") }
    self.init(
      try values.map { value in
        if let number = value as? Double { return number }
        guard let number = Double(value as? String ?? "") else {
          throw PyTorch.Missing(name: "a number")
        }
        return number
      }, shape: shape)
  }
}

extension Tensor {
  init(_ plain: PlainTensor) { self.init(plain.values.map { Float($0) }, shape: plain.shape) }
}
