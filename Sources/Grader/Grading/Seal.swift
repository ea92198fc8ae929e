import Foundation

/// A secret number that signs what one process tells another.
///
/// A check's lines are signed for its supervisor, and the supervisor's lines for its client:
/// a process of the same user can open another's pipes through `/proc` and write into them.
enum Seal {
  /// Characters of a seal.
  static let length = 32

  /// A new seal, of 128 random bits.
  static func make() -> String {
    let digits = Array("0123456789abcdef")
    return String((0..<length).map { _ in digits[Int.random(in: 0..<16)] })
  }

  /// The seal that the parent wrote to standard input; empty if it wrote none.
  static func read() -> String {
    var bytes = [UInt8](repeating: 0, count: length)
    let descriptor: Int32 = 0
    let count = bytes.withUnsafeMutableBytes { buffer in
      #if os(Linux)
        Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      #else
        Darwin.read(descriptor, buffer.baseAddress, buffer.count)
      #endif
    }
    return count == length ? String(decoding: bytes, as: UTF8.self) : ""
  }
}
