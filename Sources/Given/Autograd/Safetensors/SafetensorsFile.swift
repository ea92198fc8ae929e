import Foundation
import Text

/// A file of tensors in the safetensors format, in which models are published.
///
/// ```
/// 8 bytes          N, the header's length, little-endian
/// N bytes          JSON: {"name": {"dtype": "F32", "shape": [2, 3], "data_offsets": [0, 24]}, …}
/// the rest         the numbers, row-major, little-endian, without gaps
/// ```
///
/// The header is checked as a whole before a number is read: nothing that it says is trusted. What the
/// format's own library refuses is refused. So are some files which that library opens: two equal names
/// (it keeps the last, though the format forbids them), unknown keys beside dtype, shape and
/// data_offsets, a tensor given as a list, and an empty tensor whose other sizes overflow.
///
/// Names are equal where their bytes are: é can be written in two ways, which make two names.
///
/// - Source: the format's description, github.com/huggingface/safetensors.
public struct SafetensorsFile {
  /// The names of the tensors, in the order of their bytes.
  public let names: [String]
  /// What the file's author wrote beside the tensors.
  public let metadata: [Spelling: String]

  private let path: String
  private let bytes: FileBytes
  private let entries: [Spelling: SafetensorsHeader.Entry]
  /// Where the numbers begin.
  private let start: Int

  /// Longer headers are refused, as they are by the format's own library.
  static let longestHeader = 100_000_000

  /// Opens a file and checks its header.
  ///
  /// - Throws: ``SafetensorsError``.
  public init(contentsOf url: URL) throws {
    path = url.path
    do throws(SafetensorsHeader.Fault) {
      bytes = try FileBytes(path: path)
      let size = bytes.count
      guard size >= 8 else { throw .init(.truncated(needed: 8, found: size)) }
      let length = UInt64(littleEndian: try bytes.read(UInt64.self, at: 0, count: 1)[0])
      guard length >= 2, length <= Self.longestHeader else { throw .init(.headerLength(length)) }
      start = 8 + Int(length)
      guard start <= size else { throw .init(.truncated(needed: start, found: size)) }
      let header = try SafetensorsHeader(bytes.read(UInt8.self, at: 8, count: Int(length)))
      try SafetensorsLayout.check(header, bytes: size - start)
      (entries, metadata) = (header.entries, header.metadata)
      names = header.entries.keys.sorted().map(\.text)
    } catch {
      throw SafetensorsError(file: path, tensor: error.tensor, problem: error.problem)
    }
  }

  /// The shape and the type of a tensor's numbers, such as F32; nil where there is no such tensor.
  public func description(of name: String) -> (shape: [Int], type: String)? {
    entries[Spelling(name)].map { ($0.shape, $0.type) }
  }

  /// Reads one tensor; numbers of 16 bits become `Float`s of the same value.
  ///
  /// - Throws: ``SafetensorsError``, where there is no such tensor, or it is no tensor of F32, F16 or
  ///   BF16, or the file was changed since it was opened.
  public func tensor(_ name: String) throws -> Tensor {
    let entry = try readableEntry(name)
    let result = Tensor(uninitialized: entry.shape)
    do throws(SafetensorsHeader.Fault) {
      let first = start + entry.offsets.lowerBound
      switch entry.type {
      case "F32":
        // Straight to its place. All processors that Swift runs on are little-endian, like the file.
        try bytes.read(
          into: UnsafeMutableRawBufferPointer(start: result.start, count: entry.offsets.count),
          at: first)
      case "F16": try decode(at: first, into: result, Float.init(halfPrecision:))
      default: try decode(at: first, into: result) { Float(bitPattern: UInt32($0) << 16) }
      }
    } catch {
      throw SafetensorsError(file: path, tensor: name, problem: error.problem)
    }
    return result
  }

  /// Where a tensor lies whose numbers can be read.
  ///
  /// - Throws: ``SafetensorsError``.
  @discardableResult
  func readableEntry(_ name: String) throws -> SafetensorsHeader.Entry {
    guard let entry = entries[Spelling(name)] else {
      throw SafetensorsError(
        file: path, tensor: name, problem: .noSuchTensor(known: Array(names.prefix(5))))
    }
    guard ["F32", "F16", "BF16"].contains(entry.type) else {
      throw SafetensorsError(file: path, tensor: name, problem: .unreadType(entry.type))
    }
    return entry
  }

  /// Reads numbers of 16 bits, in pieces, so that a large tensor does not stand in memory twice.
  private func decode(
    at first: Int, into tensor: Tensor, _ value: (UInt16) -> Float
  ) throws(SafetensorsHeader.Fault) {
    let piece = 1 << 20
    for place in stride(from: 0, to: tensor.count, by: piece) {
      let numbers = try bytes.read(
        UInt16.self, at: first + 2 * place, count: min(piece, tensor.count - place))
      for (index, bits) in numbers.enumerated() {
        tensor.start[place + index] = value(UInt16(littleEndian: bits))
      }
    }
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
