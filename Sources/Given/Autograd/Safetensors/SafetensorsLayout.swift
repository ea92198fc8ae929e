import Text

/// What the numbers of a file may be, and where they may lie.
enum SafetensorsLayout {
  /// Bits of one number of each type that the format knows.
  static let bits = [
    "F4": 4, "F6_E2M3": 6, "F6_E3M2": 6, "BOOL": 8, "U8": 8, "I8": 8, "F8_E5M2": 8, "F8_E4M3": 8,
    "F8_E8M0": 8, "F8_E5M2FNUZ": 8, "F8_E4M3FNUZ": 8, "I16": 16, "U16": 16, "F16": 16, "BF16": 16,
    "I32": 32, "U32": 32, "F32": 32, "I64": 64, "U64": 64, "F64": 64, "C64": 64,
  ]

  /// Whether all tensors together are exactly the bytes that the file has.
  ///
  /// - Parameters:
  ///   - bytes: how many follow the header.
  static func check(_ header: SafetensorsHeader, bytes: Int) throws(SafetensorsHeader.Fault) {
    for (name, entry) in header.entries.sorted(by: { $0.key < $1.key }) {
      do throws(SafetensorsHeader.Fault) {
        try check(entry, bytes: bytes)
      } catch {
        throw SafetensorsHeader.Fault(error.problem, name.text)
      }
    }
    var (end, last) = (0, Spelling(""))
    let inOrder = header.entries.sorted {
      ($0.value.offsets.lowerBound, $0.value.offsets.upperBound, $0.key)
        < ($1.value.offsets.lowerBound, $1.value.offsets.upperBound, $1.key)
    }
    for (name, entry) in inOrder {
      guard entry.offsets.lowerBound >= end else {
        throw SafetensorsHeader.Fault(.overlap(with: last.text), name.text)
      }
      guard entry.offsets.lowerBound == end else {
        throw SafetensorsHeader.Fault(.hole(end..<entry.offsets.lowerBound))
      }
      (end, last) = (entry.offsets.upperBound, name)
    }
    guard end == bytes else { throw SafetensorsHeader.Fault(.hole(end..<bytes)) }
  }

  /// Whether one tensor's type and shape fill its bytes, and the file has them.
  private static func check(
    _ entry: SafetensorsHeader.Entry, bytes: Int
  ) throws(SafetensorsHeader.Fault) {
    guard var bits = bits[entry.type] else {
      throw SafetensorsHeader.Fault(.unknownType(entry.type))
    }
    for axis in entry.shape {
      // An empty axis does not excuse the others: their product is also a stride.
      let (product, isTooLarge) = bits.multipliedReportingOverflow(by: max(axis, 1))
      guard !isTooLarge else { throw SafetensorsHeader.Fault(.hugeShape(entry.shape)) }
      bits = product
    }
    if entry.shape.contains(0) { bits = 0 }
    guard bits % 8 == 0 else { throw SafetensorsHeader.Fault(.partOfByte(bits: bits)) }
    guard bits / 8 == entry.offsets.count else {
      throw SafetensorsHeader.Fault(.wrongLength(needed: bits / 8, offsets: entry.offsets))
    }
    guard entry.offsets.upperBound <= bytes else {
      throw SafetensorsHeader.Fault(.outOfRange(entry.offsets, bytes: bytes))
    }
  }
}
