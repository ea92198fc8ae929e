/// Eight bytes of a text at a time, as one number; the first byte is the lowest.
///
/// A loop over a word's bytes ends somewhere else for each word, and a processor that guesses the end
/// wrongly throws away some twenty steps of work. Most words fit into one such number.
enum ByteChunk {
  /// The bytes of a range, at most the first eight of them, and zeros behind them.
  static func load(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> UInt64 {
    guard let start = text.baseAddress, !range.isEmpty else { return 0 }
    if range.lowerBound + 8 <= text.count {
      let bytes = UnsafeRawPointer(start + range.lowerBound)
      let chunk = UInt64(littleEndian: bytes.loadUnaligned(as: UInt64.self))
      return range.count < 8 ? chunk & (1 << UInt64(range.count * 8) - 1) : chunk
    }
    var chunk: UInt64 = 0
    for place in range.prefix(8).reversed() { chunk = chunk << 8 | UInt64(text[place]) }
    return chunk
  }

  /// The place of the first byte of a chunk that has this value, 8 where none has.
  static func firstIndex(of byte: UInt8, in chunk: UInt64) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    // A byte that has the value becomes 0; taking 1 off it sets its top bit, which was not set.
    let difference = chunk ^ (ones &* UInt64(byte))
    return ((difference &- ones) & ~difference & (ones << 7)).trailingZeroBitCount / 8
  }
}
