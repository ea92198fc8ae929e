import Foundation

/// A file of tensors in the safetensors format, in which models are published.
///
/// ```
/// 8 bytes          N, the header's length, little-endian
/// N bytes          JSON: {"name": {"dtype": "F32", "shape": [2, 3], "data_offsets": [0, 24]}, …}
/// the rest         the numbers, row-major, little-endian, without gaps
/// ```
///
/// The header is checked as a whole before a number is read: nothing that it says is trusted.
///
/// - Source: the format's description, github.com/huggingface/safetensors.
public struct SafetensorsFile {
  /// The names of the tensors, in alphabetical order.
  public let names: [String]
  /// What the file's author wrote beside the tensors.
  public let metadata: [String: String]

  private let path: String
  private let handle: FileHandle
  private let entries: [String: SafetensorsHeader.Entry]
  /// Where the numbers begin.
  private let start: Int

  /// Longer headers are refused, as they are by the format's own library.
  static let longestHeader = 100_000_000

  /// Opens a file and checks its header.
  ///
  /// - Throws: ``SafetensorsError``.
  public init(contentsOf url: URL) throws {
    path = url.path
    let error = { [path] (problem: SafetensorsError.Problem) in
      SafetensorsError(file: path, tensor: nil, problem: problem)
    }
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw error(.unreadable("there is no such file. Check the path."))
    }
    guard !isFolder.boolValue else {
      throw error(.unreadable("this is a folder. Name the .safetensors file in it."))
    }
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw error(.unreadable("the file may not be read. Check its permissions."))
    }
    self.handle = handle
    let size = Int(try handle.seekToEnd())
    guard size >= 8 else { throw error(.truncated(needed: 8, found: size)) }
    let length = try Self.read(handle, 0..<8).enumerated().reduce(UInt64(0)) {
      $0 | UInt64($1.element) << (8 * UInt64($1.offset))
    }
    guard length >= 2, length <= Self.longestHeader else { throw error(.headerLength(length)) }
    start = 8 + Int(length)
    guard start <= size else { throw error(.truncated(needed: start, found: size)) }
    do {
      let header = try SafetensorsHeader([UInt8](Self.read(handle, 8..<start)))
      try Self.check(header, bytes: size - start)
      (entries, metadata) = (header.entries, header.metadata)
      names = header.entries.keys.sorted()
    } catch let fault as SafetensorsHeader.Fault {
      throw SafetensorsError(file: path, tensor: fault.tensor, problem: fault.problem)
    }
  }

  /// The shape and the type of a tensor's numbers, such as F32; nil where there is no such tensor.
  public func description(of name: String) -> (shape: [Int], type: String)? {
    entries[name].map { ($0.shape, $0.type) }
  }

  /// Reads one tensor; numbers of 16 bits become `Float`s of the same value.
  ///
  /// - Throws: ``SafetensorsError``, where there is no such tensor, or it is no tensor of F32, F16 or
  ///   BF16, or the file was changed since it was opened.
  public func tensor(_ name: String) throws -> Tensor {
    let error = { (problem: SafetensorsError.Problem) in
      SafetensorsError(file: path, tensor: name, problem: problem)
    }
    guard let entry = entries[name] else {
      throw error(.noSuchTensor(known: Array(names.prefix(5))))
    }
    guard ["F32", "F16", "BF16"].contains(entry.type) else { throw error(.unreadType(entry.type)) }
    let result = Tensor(uninitialized: entry.shape)
    // In pieces, so that a large tensor does not stand in memory twice.
    let piece = 1 << 22
    let numberSize = SafetensorsFile.sizes[entry.type] ?? 4
    for first in stride(from: entry.offsets.lowerBound, to: entry.offsets.upperBound, by: piece) {
      let range = start + first..<start + min(first + piece, entry.offsets.upperBound)
      let data = try Self.read(handle, range)
      guard data.count == range.count else {
        throw error(.truncated(needed: range.upperBound, found: range.lowerBound + data.count))
      }
      let place = (first - entry.offsets.lowerBound) / numberSize
      Self.decode(data, entry.type, into: result.start + place)
    }
    return result
  }

  private static func read(_ handle: FileHandle, _ range: Range<Int>) throws -> Data {
    try handle.seek(toOffset: UInt64(range.lowerBound))
    return range.isEmpty ? Data() : try handle.read(upToCount: range.count) ?? Data()
  }

  private static func decode(
    _ data: Data, _ type: String, into target: UnsafeMutablePointer<Float>
  ) {
    data.withUnsafeBytes { bytes in
      switch type {
      case "F32":
        for place in 0..<bytes.count / 4 {
          let bits = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 4 * place, as: UInt32.self))
          target[place] = Float(bitPattern: bits)
        }
      default:
        for place in 0..<bytes.count / 2 {
          let bits = UInt16(littleEndian: bytes.loadUnaligned(fromByteOffset: 2 * place, as: UInt16.self))
          target[place] =
            type == "BF16" ? Float(bitPattern: UInt32(bits) << 16) : Float(halfPrecision: bits)
        }
      }
    }
  }
}

extension SafetensorsFile {
  /// Bytes of one number of each type that the format knows.
  static let sizes = [
    "BOOL": 1, "U8": 1, "I8": 1, "F8_E5M2": 1, "F8_E4M3": 1, "I16": 2, "U16": 2, "F16": 2, "BF16": 2,
    "I32": 4, "U32": 4, "F32": 4, "F64": 8, "I64": 8, "U64": 8,
  ]

  /// Whether all tensors together are exactly the bytes that the file has.
  private static func check(_ header: SafetensorsHeader, bytes: Int) throws(SafetensorsHeader.Fault) {
    for (name, entry) in header.entries.sorted(by: { $0.key < $1.key }) {
      guard let size = sizes[entry.type] else {
        throw SafetensorsHeader.Fault(.unknownType(entry.type), name)
      }
      var needed = size
      for axis in entry.shape {
        let (product, isTooLarge) = needed.multipliedReportingOverflow(by: axis)
        guard !isTooLarge else { throw SafetensorsHeader.Fault(.hugeShape(entry.shape), name) }
        needed = product
      }
      guard needed == entry.offsets.count else {
        throw SafetensorsHeader.Fault(.wrongLength(needed: needed, offsets: entry.offsets), name)
      }
      guard entry.offsets.upperBound <= bytes else {
        throw SafetensorsHeader.Fault(.outOfRange(entry.offsets, bytes: bytes), name)
      }
    }
    var (end, last) = (0, "")
    let inOrder = header.entries.sorted {
      ($0.value.offsets.lowerBound, $0.value.offsets.upperBound, $0.key)
        < ($1.value.offsets.lowerBound, $1.value.offsets.upperBound, $1.key)
    }
    for (name, entry) in inOrder {
      guard entry.offsets.lowerBound >= end else {
        throw SafetensorsHeader.Fault(.overlap(with: last), name)
      }
      guard entry.offsets.lowerBound == end else {
        throw SafetensorsHeader.Fault(.hole(end..<entry.offsets.lowerBound))
      }
      (end, last) = (entry.offsets.upperBound, name)
    }
    guard end == bytes else { throw SafetensorsHeader.Fault(.hole(end..<bytes)) }
  }
}

extension Float {
  /// The value of a number of 16 bits: a sign, five bits of exponent, ten of fraction.
  ///
  /// Not by `Float16`, which Swift does not have on all processors.
  init(halfPrecision bits: UInt16) {
    let sign = UInt32(bits & 0x8000) << 16
    let exponent = UInt32(bits >> 10 & 0x1f)
    let fraction = UInt32(bits & 0x3ff)
    switch exponent {
    case 0:
      let size = Float(fraction) * 0x1p-24
      self = sign == 0 ? size : -size
    case 0x1f: self = Float(bitPattern: sign | 0x7f80_0000 | fraction << 13)
    default: self = Float(bitPattern: sign | (exponent + 112) << 23 | fraction << 13)
    }
  }
}
