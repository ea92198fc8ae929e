import Foundation
import Testing
import Text

@testable import Autograd

@Suite("A safetensors file")
struct SafetensorsTests {
  @Test("gives back every bit, of every shape and every number")
  func roundTrip() throws {
    var generator = SeededGenerator(seed: 4)
    var parameters = Parameters()
    parameters["matrix"] = .normal([17, 9], using: &generator)
    parameters["view"] = Tensor.normal([4, 6], using: &generator).transposed()
    parameters["scalar"] = Tensor(-0.0)
    parameters["nothing"] = .zeros([3, 0, 2])
    parameters["a “name”\n\\ with \"signs\" 😀"] = Tensor(
      [.infinity, -.infinity, .nan, Float(bitPattern: 0x7fa1_2345), .leastNonzeroMagnitude, 1 / 3],
      shape: [2, 3])
    try withTemporaryFile([]) { url in
      try parameters.write(to: url, metadata: ["format": "pt", "note": "tab\tand \"quotes\""])
      let read = try Parameters(contentsOf: url)
      #expect(read.names == parameters.names)
      for name in parameters.names {
        #expect(read[name].shape == parameters[name].shape)
        let bits = { (tensor: Tensor) in tensor.values.map(\.bitPattern) }
        #expect(bits(read[name]) == bits(parameters[name]))
      }
      let file = try SafetensorsFile(contentsOf: url)
      #expect(file.metadata == ["format": "pt", "note": "tab\tand \"quotes\""])
      #expect(file.description(of: "matrix")?.shape == [17, 9])
      let data = try Data(contentsOf: url)
      #expect((8 + Int(data[0]) + Int(data[1]) << 8) % 8 == 0, "the numbers are aligned")
    }
  }

  @Test("of 16 bits is read exactly, and one of whole numbers is listed but not read")
  func types() throws {
    let header =
      #"{"half":{"dtype":"F16","shape":[5],"data_offsets":[0,10]},"#
      + #""brain":{"dtype":"BF16","shape":[2],"data_offsets":[10,14]},"#
      + #""ids":{"dtype":"I64","shape":[1],"data_offsets":[14,22]}}"#
    let halves: [UInt16] = [0x3c00, 0xc000, 0x0001, 0x7c00, 0x3555]
    let brains: [UInt16] = [0x3f80, 0xc049]
    let numbers = (halves + brains).flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    let length = (0..<8).map { UInt8(truncatingIfNeeded: header.utf8.count >> (8 * $0)) }
    try withTemporaryFile(length + header.utf8 + numbers + [7, 0, 0, 0, 0, 0, 0, 0]) { url in
      let file = try SafetensorsFile(contentsOf: url)
      #expect(file.names == ["brain", "half", "ids"])
      #expect(try file.tensor("half").values == [1, -2, 0x1p-24, .infinity, 0.33325195])
      #expect(try file.tensor("brain").values == [1, -3.140625])
      let error = #expect(throws: SafetensorsError.self) { try file.tensor("ids") }
      #expect(error?.problem == .unreadType("I64"))
      let unknown = #expect(throws: SafetensorsError.self) { try file.tensor("idz") }
      #expect(unknown?.problem == .noSuchTensor(known: ["brain", "half", "ids"]))
    }
  }

  @Test("that shrinks after it was opened is noticed")
  func shrinks() throws {
    var parameters = Parameters()
    parameters["w"] = .filled(1, shape: [100])
    try withTemporaryFile([]) { url in
      try parameters.write(to: url)
      let file = try SafetensorsFile(contentsOf: url)
      let handle = try FileHandle(forWritingTo: url)
      try handle.truncate(atOffset: 100)
      let error = #expect(throws: SafetensorsError.self) { try file.tensor("w") }
      #expect(error?.tensor == "w")
    }
  }

  // safetensors 0.8.0, torch 2.13.0: save({"weight": torch.tensor([[1, -2.5, 3], [0.1, inf, -0.0]]),
  //   "bias": torch.tensor(1e-45)}, metadata={"format": "pt"}), in base 64.
  private static let fromPython = """
    mAAAAAAAAAB7Il9fbWV0YWRhdGFfXyI6eyJmb3JtYXQiOiJwdCJ9LCJiaWFzIjp7ImR0eXBlIjoiRjMyIiwic2hhcGUiOltd\
    LCJkYXRhX29mZnNldHMiOlswLDRdfSwid2VpZ2h0Ijp7ImR0eXBlIjoiRjMyIiwic2hhcGUiOlsyLDNdLCJkYXRhX29mZnNl\
    dHMiOls0LDI4XX19ICAgIAEAAAAAAIA/AAAgwAAAQEDNzMw9AACAfwAAAIA=
    """

  @Test("of the Python package has its numbers, and is the one that we would write")
  func python() throws {
    let bytes = [UInt8](try #require(Data(base64Encoded: Self.fromPython)))
    try withTemporaryFile(bytes) { url in
      let parameters = try Parameters(contentsOf: url)
      #expect(parameters.names == ["bias", "weight"])
      #expect(parameters["bias"].shape == [] && parameters["bias"].number == .leastNonzeroMagnitude)
      #expect(parameters["weight"].shape == [2, 3])
      #expect(parameters["weight"].values == [1, -2.5, 3, 0.1, .infinity, 0])
      #expect(parameters["weight"][1, 2].sign == .minus)
      try parameters.write(to: url, metadata: ["format": "pt"])
      #expect(try [UInt8](Data(contentsOf: url)) == bytes)
    }
  }

  /// Each a pair that Swift's `==` calls equal, and the package safetensors 0.8.0 does not.
  private static let twins = [
    ("caf\u{E9}", "cafe\u{301}"), ("\u{2126}", "\u{3A9}"), ("a\u{323}\u{307}", "a\u{307}\u{323}"),
  ]

  @Test("has as many names as it has spellings, and so has what is made of it", arguments: twins)
  func spellings(first: String, second: String) throws {
    #expect(first == second)
    let header =
      #"{"__metadata__":{"\#(first)":"1","\#(second)":"2"},"#
      + #""\#(first)":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"#
      + #""\#(second)":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}"#
    let length = (0..<8).map { UInt8(truncatingIfNeeded: header.utf8.count >> (8 * $0)) }
    let numbers: [UInt8] = [0, 0, 0x80, 0x3F, 0, 0, 0, 0x40]
    try withTemporaryFile(length + header.utf8 + numbers) { url in
      let parameters = try Parameters(contentsOf: url)
      // First as it came, then as we write it.
      for _ in 1...2 {
        let file = try SafetensorsFile(contentsOf: url)
        #expect(Set(file.names.map { Spelling($0) }) == [Spelling(first), Spelling(second)])
        #expect(file.metadata == [Spelling(first): "1", Spelling(second): "2"])
        let (one, two) = (try file.tensor(first), try file.tensor(second))
        #expect(one.values == [1] && two.values == [2])
        try parameters.write(to: url, metadata: file.metadata)
      }
      var (trained, adam) = (parameters, Adam(learningRate: 1))
      for _ in 0..<2 {
        let gradients = trained.gradients { ($0[first] * 0 + $0[second]).sum() }.gradients
        adam.update(&trained, with: gradients)
      }
      #expect(trained[first].values == [1] && trained[second].values != [2])
    }
  }

  @Test("may have null for metadata, as the package's may")
  func nullMetadata() throws {
    let header =
      #"{"__metadata__": null,"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}"#
    let length = (0..<8).map { UInt8(truncatingIfNeeded: header.utf8.count >> (8 * $0)) }
    try withTemporaryFile(length + header.utf8 + [0, 0, 0xE0, 0x40]) { url in
      let file = try SafetensorsFile(contentsOf: url)
      let tensor = try file.tensor("a")
      #expect(file.metadata.isEmpty && tensor.values == [7])
    }
  }

  @Test("with a tensor that cannot be read names it, and gives the others one by one")
  func wholeNumbers() throws {
    let header =
      #"{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"#
      + #""ids":{"dtype":"I64","shape":[1],"data_offsets":[4,12]}}"#
    let length = (0..<8).map { UInt8(truncatingIfNeeded: header.utf8.count >> (8 * $0)) }
    try withTemporaryFile(length + header.utf8 + [UInt8](repeating: 0, count: 12)) { url in
      let error = #expect(throws: SafetensorsError.self) { try Parameters(contentsOf: url) }
      #expect(error?.tensor == "ids" && error?.problem == .unreadType("I64"))
      let other = try SafetensorsFile(contentsOf: url).tensor("a")
      #expect(other.number == 0)
    }
  }

  #if !(os(macOS) && arch(x86_64))
    @Test("has 65,536 numbers of 16 bits, each the one that the processor makes of it")
    func halves() {
      let different = (UInt16.min...UInt16.max).filter { bits in
        let (ours, other) = (Float(halfPrecision: bits), Float(Float16(bitPattern: bits)))
        return ours.bitPattern != other.bitPattern && !(ours.isNaN && other.isNaN)
      }
      #expect(different.isEmpty)
    }
  #endif
}
