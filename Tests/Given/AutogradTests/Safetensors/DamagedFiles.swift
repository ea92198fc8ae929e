import Testing

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

/// The eight bytes before a header.
private func length(_ count: Int) -> [UInt8] {
  (0..<8).map { UInt8(truncatingIfNeeded: count >> (8 * $0)) }
}

/// One tensor of a header, as JSON.
private func entry(
  _ name: String, _ shape: String, _ offsets: String, type: String = "F32"
) -> String {
  #""\#(name)":{"dtype":"\#(type)","shape":\#(shape),"data_offsets":\#(offsets)}"#
}

let damagedFiles = [
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
    "a header that is cut off", header: #"{"a":{"dtyp"#, tensor: "a",
    .notJSON(byte: 11, expected: "a closing quote")),
  DamagedFile("two objects", header: "{}{}", .notJSON(byte: 2, expected: "the end")),
  DamagedFile("a comma too many", header: "{,}", .notJSON(byte: 1, expected: "“\"”")),
  DamagedFile(
    "a hundred thousand open brackets", header: #"{"a":"# + String(repeating: "[", count: 100_000),
    tensor: "a", .notJSON(byte: 5, expected: "“{”")),
  DamagedFile(
    "an unknown field", header: #"{"a":{"dtype":"F32","size":[1]}}"#, tensor: "a",
    .unknownKey("size")),
  DamagedFile(
    "a field twice", header: #"{"a":{"dtype":"F32","dtype":"F32"}}"#, tensor: "a",
    .repeated("dtype")),
  DamagedFile(
    "metadata twice", header: #"{"__metadata__":{},"__metadata__":{}}"#, .repeated("__metadata__")),
  DamagedFile(
    "a key of the metadata twice", header: #"{"__metadata__":{"k":"1","k":"2"}}"#, .repeated("k")),
  DamagedFile(
    "metadata twice, of which once null", header: #"{"__metadata__":null,"__metadata__":{}}"#,
    .repeated("__metadata__")),
  DamagedFile(
    "metadata that is almost null", header: #"{"__metadata__":nulL}"#,
    .notJSON(byte: 16, expected: "“{”")),
  DamagedFile(
    "null for a tensor", header: #"{"a":null}"#, tensor: "a", .notJSON(byte: 5, expected: "“{”")),
  DamagedFile("a mark of byte order", header: "\u{feff}{}", .notJSON(byte: 0, expected: "“{”")),
  DamagedFile(
    "half a character in a name", header: #"{"\ud83d":{}}"#,
    .notJSON(byte: 7, expected: "the second half of an escape")),
  DamagedFile(
    "an escape that is none", header: #"{"\x":{}}"#,
    .notJSON(byte: 3, expected: "an escaped character")),
  DamagedFile(
    "a line break in a name", header: "{\"a\nb\":{}}",
    .notJSON(byte: 3, expected: "a visible character")),
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
    tensor: "a", .notJSON(byte: 29, expected: "a whole number, not negative")),
  DamagedFile(
    "a size with a zero before it", header: "{\(entry("a", "[01]", "[0,4]"))}", numbers: 4,
    tensor: "a", .notJSON(byte: 29, expected: "a number without a zero before it")),
  DamagedFile(
    "half a size", header: "{\(entry("a", "[1.5]", "[0,4]"))}", numbers: 4,
    tensor: "a", .notJSON(byte: 30, expected: "“]”")),
  DamagedFile(
    "a size beyond 64 bits", header: "{\(entry("a", "[99999999999999999999]", "[0,4]"))}",
    numbers: 4, tensor: "a", .notJSON(byte: 47, expected: "part of a number below 2⁶³")),
  DamagedFile(
    "an empty tensor with sizes beyond 64 bits",
    header: "{\(entry("a", "[0,4611686018427387904,4611686018427387904]", "[0,0]"))}", tensor: "a",
    .hugeShape([0, 1 << 62, 1 << 62])),
  DamagedFile(
    "three numbers of four bits", header: "{\(entry("a", "[3]", "[0,2]", type: "F4"))}", numbers: 2,
    tensor: "a", .partOfByte(bits: 12)),
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
    "nothing, in the middle of another tensor",
    header: "{\(entry("a", "[2]", "[0,8]")),\(entry("b", "[0]", "[4,4]"))}", numbers: 8,
    tensor: "b", .overlap(with: "a")),
  DamagedFile(
    "a hole before the first tensor", header: "{\(entry("a", "[1]", "[4,8]"))}", numbers: 8,
    .hole(0..<4)),
  DamagedFile(
    "a hole between two tensors",
    header: "{\(entry("a", "[1]", "[0,4]")),\(entry("b", "[1]", "[8,12]"))}", numbers: 12,
    .hole(4..<8)),
  DamagedFile(
    "bytes behind the last tensor", header: "{\(entry("a", "[1]", "[0,4]"))}", numbers: 6,
    .hole(4..<6)),
]
