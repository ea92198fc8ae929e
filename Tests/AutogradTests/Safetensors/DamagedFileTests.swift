import Foundation
import Testing
import Text

@testable import Autograd

/// A file that is not what it should be, and what is said about it.
struct DamagedFile: CustomTestStringConvertible {
  let testDescription: String
  let bytes: [UInt8]
  let tensor: String?
  let problem: SafetensorsError.Problem

  /// - Parameters:
  ///   - header: its length is put before it.
  ///   - numbers: how many bytes follow it.
  init(
    _ name: String, header: String, numbers: Int = 0, tensor: String? = nil,
    _ problem: SafetensorsError.Problem
  ) {
    self.init(
      name, bytes: length(header.utf8.count) + header.utf8 + Array(repeating: 0, count: numbers),
      tensor: tensor, problem)
  }

  init(
    _ name: String, bytes: [UInt8], tensor: String? = nil, _ problem: SafetensorsError.Problem
  ) {
    (testDescription, self.bytes, self.tensor, self.problem) = (name, bytes, tensor, problem)
  }
}

private func length(_ count: Int) -> [UInt8] {
  (0..<8).map { UInt8(truncatingIfNeeded: count >> (8 * $0)) }
}

private func entry(
  _ name: String, _ shape: String, _ offsets: String, type: String = "F32"
) -> String {
  #""\#(name)":{"dtype":"\#(type)","shape":\#(shape),"data_offsets":\#(offsets)}"#
}

private let damagedFiles = [
  DamagedFile("nothing at all", bytes: [], .truncated(needed: 8, found: 0)),
  DamagedFile("half a length", bytes: [1, 2, 3], .truncated(needed: 8, found: 3)),
  DamagedFile("a header of no bytes", bytes: length(0), .headerLength(0)),
  DamagedFile("a header of one byte", bytes: length(1) + [0x7b], .headerLength(1)),
  DamagedFile(
    "a header larger than the file", bytes: length(90) + [0x7b, 0x7d],
    .truncated(needed: 98, found: 10)),
  DamagedFile(
    "a header of 2⁶⁴ − 1 bytes", bytes: Array(repeating: 255, count: 16), .headerLength(.max)),
  DamagedFile(
    "a header of 101 MB", bytes: length(101_000_000) + [0x7b, 0x7d], .headerLength(101_000_000)),
  DamagedFile(
    "text of another kind", bytes: Array("import Foundation".utf8),
    .headerLength(0x4620_7472_6f70_6d69)),
  DamagedFile("bytes that are no UTF-8", bytes: length(3) + [0x7b, 0xff, 0x7d], .notUTF8),
  DamagedFile("no object", header: "[1, 2]", .notJSON(byte: 0, expected: "“{”")),
  DamagedFile(
    "a header that is cut off", header: #"{"a":{"dtyp"#,
    .notJSON(byte: 11, expected: "a closing quote")),
  DamagedFile("two objects", header: "{}{}", .notJSON(byte: 2, expected: "the end")),
  DamagedFile("a comma too many", header: "{,}", .notJSON(byte: 1, expected: "“\"”")),
  DamagedFile(
    "a thousand open brackets", header: #"{"a":"# + String(repeating: "[", count: 1000),
    .notJSON(byte: 5, expected: "“{”")),
  DamagedFile(
    "an unknown field", header: #"{"a":{"dtype":"F32","size":[1]}}"#,
    .notJSON(byte: 27, expected: "one of dtype, shape and data_offsets, not “size”")),
  DamagedFile(
    "a number in the metadata", header: #"{"__metadata__":{"a":1}}"#,
    .notJSON(byte: 21, expected: "“\"”")),
  DamagedFile(
    "two tensors of one name",
    header: "{\(entry("a", "[1]", "[0,4]")),\(entry("a", "[1]", "[4,8]"))}",
    numbers: 8, tensor: "a", .duplicateName),
  DamagedFile(
    "one name, written in two ways",
    header: "{\(entry("a", "[1]", "[0,4]")),\(entry(#"\u0061"#, "[1]", "[4,8]"))}",
    numbers: 8, tensor: "a", .duplicateName),
  DamagedFile(
    "no type", header: #"{"a":{"shape":[1],"data_offsets":[0,4]}}"#, numbers: 4, tensor: "a",
    .missing("dtype")),
  DamagedFile(
    "no shape", header: #"{"a":{"dtype":"F32","data_offsets":[0,4]}}"#, numbers: 4, tensor: "a",
    .missing("shape")),
  DamagedFile(
    "one offset", header: "{\(entry("a", "[1]", "[4]"))}", numbers: 4, tensor: "a",
    .missing("two data_offsets")),
  DamagedFile(
    "a type that nobody knows", header: "{\(entry("a", "[1]", "[0,4]", type: "F31"))}", numbers: 4,
    tensor: "a", .unknownType("F31")),
  DamagedFile(
    "a negative size", header: "{\(entry("a", "[-1]", "[0,4]"))}", numbers: 4,
    .notJSON(byte: 29, expected: "a whole number, not negative")),
  DamagedFile(
    "half a size", header: "{\(entry("a", "[1.5]", "[0,4]"))}", numbers: 4,
    .notJSON(byte: 30, expected: "“]”")),
  DamagedFile(
    "a size beyond 64 bits", header: "{\(entry("a", "[99999999999999999999]", "[0,4]"))}",
    numbers: 4,
    .notJSON(byte: 47, expected: "a smaller number")),
  DamagedFile(
    "sizes whose product is beyond 64 bits",
    header: "{\(entry("a", "[4294967296,4294967296]", "[0,4]"))}", numbers: 4, tensor: "a",
    .hugeShape([4_294_967_296, 4_294_967_296])),
  DamagedFile(
    "a shape that its bytes do not fill", header: "{\(entry("a", "[3]", "[0,8]"))}", numbers: 8,
    tensor: "a", .wrongLength(needed: 12, offsets: 0..<8)),
  DamagedFile(
    "a type that its bytes do not fill", header: "{\(entry("a", "[2]", "[0,8]", type: "F64"))}",
    numbers: 8, tensor: "a", .wrongLength(needed: 16, offsets: 0..<8)),
  DamagedFile(
    "a tensor of 4 TB in a file of 4 bytes",
    header: "{\(entry("a", "[1099511627776]", "[0,4398046511104]"))}", numbers: 4, tensor: "a",
    .outOfRange(0..<4_398_046_511_104, bytes: 4)),
  DamagedFile(
    "numbers that are cut off", header: "{\(entry("a", "[2]", "[0,8]"))}", numbers: 7, tensor: "a",
    .outOfRange(0..<8, bytes: 7)),
  DamagedFile(
    "an end before the beginning", header: "{\(entry("a", "[1]", "[4,0]"))}", numbers: 4,
    tensor: "a", .reversedOffsets(4, 0)),
  DamagedFile(
    "two tensors in one place",
    header: "{\(entry("a", "[2]", "[0,8]")),\(entry("b", "[2]", "[4,12]"))}", numbers: 12,
    tensor: "b", .overlap(with: "a")),
  DamagedFile(
    "a hole between two tensors",
    header: "{\(entry("a", "[1]", "[0,4]")),\(entry("b", "[1]", "[8,12]"))}", numbers: 12,
    .hole(4..<8)),
  DamagedFile(
    "bytes behind the last tensor", header: "{\(entry("a", "[1]", "[0,4]"))}", numbers: 6,
    .hole(4..<6)),
]

@Suite("A damaged safetensors file")
struct DamagedFileTests {
  @Test("is refused with a sentence that names it, and the tensor", arguments: damagedFiles)
  func refused(_ damaged: DamagedFile) throws {
    try withTemporaryFile(damaged.bytes) { url in
      let error = #expect(throws: SafetensorsError.self) { try SafetensorsFile(contentsOf: url) }
      #expect(error?.problem == damaged.problem)
      #expect(error?.tensor == damaged.tensor)
      let sentence = error?.description ?? ""
      #expect(sentence.hasPrefix(url.path + ": "))
      #expect(damaged.tensor.map { sentence.contains("tensor “\($0)”") } ?? true)
      #expect(sentence.hasSuffix(".") || sentence.hasSuffix("?"))
    }
  }

  @Test("that is not there, or a folder, is named as such")
  func absent() throws {
    let folder = FileManager.default.temporaryDirectory
    let missing = folder.appending(path: "no-such-file.safetensors")
    let error = #expect(throws: SafetensorsError.self) { try SafetensorsFile(contentsOf: missing) }
    #expect(error?.description == "\(missing.path): there is no such file. Check the path.")
    let other = #expect(throws: SafetensorsError.self) { try SafetensorsFile(contentsOf: folder) }
    #expect(other?.description.contains("this is a folder") == true)
  }

  @Test("whatever is damaged in it, is refused or read, and never takes the program with it")
  func chance() throws {
    var generator = SeededGenerator(seed: 11)
    var parameters = Parameters()
    parameters["layer.weight"] = .uniform([3, 5], in: -1...1, using: &generator)
    parameters["layer.bias"] = .uniform([5], in: -1...1, using: &generator)
    parameters["scalar"] = Tensor(1)
    let whole = try withTemporaryFile([]) { url in
      try parameters.write(to: url, metadata: ["made": "by chance"])
      return [UInt8](try Data(contentsOf: url))
    }
    var refused = 0
    for _ in 0..<3_000 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        // Mostly the header, where the damage is.
        let end = Bool.random(using: &generator) ? 220 : bytes.count
        bytes[Int.random(in: 0..<end, using: &generator)] = UInt8.random(
          in: 0...255, using: &generator)
      }
      if Int.random(in: 0..<4, using: &generator) == 0 {
        bytes.removeLast(Int.random(in: 0..<bytes.count, using: &generator))
      }
      try withTemporaryFile(bytes) { url in
        do {
          let file = try SafetensorsFile(contentsOf: url)
          for name in file.names { _ = try? file.tensor(name) }
        } catch is SafetensorsError {
          refused += 1
        }
      }
    }
    #expect(refused > 2_000)
  }
}

/// A file with some bytes, for as long as it is needed.
func withTemporaryFile<Result>(_ bytes: [UInt8], _ body: (URL) throws -> Result) throws -> Result {
  let url = FileManager.default.temporaryDirectory.appending(
    path: "\(UUID().uuidString).safetensors")
  try Data(bytes).write(to: url)
  defer { try? FileManager.default.removeItem(at: url) }
  return try body(url)
}
