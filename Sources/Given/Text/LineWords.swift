/// Where the words of a line stand in its bytes: between spaces and tabs.
struct LineWords: Sequence, IteratorProtocol {
  private let line: UnsafeBufferPointer<UInt8>
  private var position = 0

  init(_ line: UnsafeBufferPointer<UInt8>) { self.line = line }

  mutating func next() -> Range<Int>? {
    while position < line.count, Self.isSpace(line[position]) { position += 1 }
    let start = position
    // Eight bytes at once, as long as so many are left.
    while position + 8 <= line.count {
      let chunk = ByteChunk.load(line, position..<position + 8)
      let length = Swift.min(
        ByteChunk.firstIndex(of: 0x20, in: chunk), ByteChunk.firstIndex(of: 0x09, in: chunk))
      position += length
      if length < 8 { return start..<position }
    }
    while position < line.count, !Self.isSpace(line[position]) { position += 1 }
    return start < position ? start..<position : nil
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
