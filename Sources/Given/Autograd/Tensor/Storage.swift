import Synchronization

/// Numbers in memory that stays where it is; several tensors may look at the same ones.
final class Storage {
  /// The first number.
  let start: UnsafeMutablePointer<Float>
  /// How many there are.
  let count: Int

  private let memory: UnsafeMutableRawPointer
  private let size: Int

  /// Memory that may hold anything: whoever asks for it writes all of it.
  init(count: Int) {
    size = StoragePool.size(for: count * MemoryLayout<Float>.stride)
    memory = StoragePool.shared.take(size)
    start = memory.bindMemory(to: Float.self, capacity: count)
    self.count = count
  }

  /// As many equal numbers.
  convenience init(repeating value: Float, count: Int) {
    self.init(count: count)
    start.update(repeating: value, count: count)
  }

  deinit { StoragePool.shared.giveBack(memory, size: size) }
}

/// Keeps large blocks of memory for the next tensor of the same size.
///
/// A training step asks for the same sizes as the step before. Fresh memory of the operating system
/// comes one page at a time, each with an interruption and 4 KB of zeros: for the scores of a
/// vocabulary that costs as much as the arithmetic.
final class StoragePool: Sendable {
  static let shared = StoragePool()

  /// Blocks below this size come from `malloc`, which keeps such blocks itself.
  private static let smallest = 1 << 16
  /// More than this is never kept, in bytes.
  private static let limit = 1 << 31

  private struct Spares {
    var blocks: [Int: [UInt]] = [:]
    var bytes = 0
  }
  private let spares = Mutex(Spares())

  /// The size of the block for so many bytes: one of eight between two powers of two, so that
  /// sentences of almost the same length share their blocks.
  static func size(for bytes: Int) -> Int {
    guard bytes > smallest else { return max(bytes, 1) }
    let step = 1 << (Int.bitWidth - 1 - bytes.leadingZeroBitCount - 3)
    return (bytes + step - 1) / step * step
  }

  func take(_ size: Int) -> UnsafeMutableRawPointer {
    let spare: UInt? =
      size < Self.smallest
      ? nil
      : spares.withLock { spares in
        guard let block = spares.blocks[size]?.popLast() else { return nil }
        spares.bytes -= size
        return block
      }
    if let spare, let block = UnsafeMutableRawPointer(bitPattern: spare) { return block }
    return .allocate(byteCount: size, alignment: 64)
  }

  func giveBack(_ block: UnsafeMutableRawPointer, size: Int) {
    let isKept =
      size >= Self.smallest
      && spares.withLock { spares in
        guard spares.bytes + size <= Self.limit else { return false }
        spares.blocks[size, default: []].append(UInt(bitPattern: block))
        spares.bytes += size
        return true
      }
    if !isKept { block.deallocate() }
  }
}
