import LinearAlgebra

// #given buffer
/// Numbers in memory that stays where it is, so that threads and BLAS can work on it.
final class Buffer {
  /// The first number.
  let start: UnsafeMutablePointer<Float>
  /// How many there are.
  let count: Int

  /// Zeros.
  init(count: Int) {
    // A cache line is 64 bytes: no two buffers share one.
    let memory = UnsafeMutableRawPointer.allocate(
      byteCount: max(count, 1) * MemoryLayout<Float>.stride, alignment: 64)
    start = memory.bindMemory(to: Float.self, capacity: max(count, 1))
    start.initialize(repeating: 0, count: max(count, 1))
    self.count = count
  }

  /// A copy of some numbers.
  convenience init(_ values: [Float]) {
    self.init(count: values.count)
    for (place, value) in values.enumerated() { start[place] = value }
  }

  deinit { UnsafeMutableRawPointer(start).deallocate() }

  /// A copy of the numbers.
  var values: [Float] { Array(UnsafeBufferPointer(start: start, count: count)) }

  /// The first rows · columns numbers as a table.
  func matrix(rows: Int, columns: Int) -> MutableMatrixView {
    precondition(rows * columns <= count, "\(rows) × \(columns) numbers > \(count)")
    return MutableMatrixView(start, rows: rows, columns: columns)
  }
}
// #end
