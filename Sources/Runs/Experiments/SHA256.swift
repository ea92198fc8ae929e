/// The SHA-256 digest, which names a corpus: two texts with one digest are the same text.
///
/// Source: FIPS 180-4, *Secure Hash Standard*, section 6.2.
public enum SHA256 {
  /// The digest of some bytes as 64 hexadecimal digits.
  ///
  /// - Complexity: one step per byte.
  public static func hexDigest(of bytes: some Collection<UInt8>) -> String {
    var state = initialState
    var block: [UInt8] = []
    block.reserveCapacity(64)
    var length: UInt64 = 0
    for byte in bytes {
      block.append(byte)
      length += 8
      if block.count == 64 {
        mix(block, into: &state)
        block.removeAll(keepingCapacity: true)
      }
    }
    // The padding: a one bit, zeros, and the length in bits at the end of a block.
    block.append(0x80)
    if block.count > 56 {
      block.append(contentsOf: repeatElement(0, count: 64 - block.count))
      mix(block, into: &state)
      block.removeAll(keepingCapacity: true)
    }
    block.append(contentsOf: repeatElement(0, count: 56 - block.count))
    block.append(contentsOf: (0..<8).map { UInt8(truncatingIfNeeded: length >> (56 - 8 * $0)) })
    mix(block, into: &state)
    return state.map { word in
      let digits = String(word, radix: 16)
      return String(repeating: "0", count: 8 - digits.count) + digits
    }.joined()
  }

  private static let primes: [UInt64] = {
    var primes: [UInt64] = []
    var candidate: UInt64 = 2
    while primes.count < 64 {
      if primes.allSatisfy({ candidate % $0 != 0 }) { primes.append(candidate) }
      candidate += 1
    }
    return primes
  }()

  /// The first 32 bits of the fractional part of a root: the largest r with rᵏ ≤ p · 2³²ᵏ.
  private static func rootFraction(of prime: UInt64, power: Int) -> UInt32 {
    var root: UInt64 = 0
    for bit in stride(from: 35, through: 0, by: -1) {
      let candidate = root | 1 << UInt64(bit)
      if raised(candidate, to: power, isAtMost: prime) { root = candidate }
    }
    return UInt32(truncatingIfNeeded: root)
  }

  private static func raised(_ base: UInt64, to power: Int, isAtMost prime: UInt64) -> Bool {
    let value = (1..<power).reduce(UInt128(base)) { product, _ in product * UInt128(base) }
    return value <= UInt128(prime) << UInt128(32 * power)
  }

  private static let initialState = primes.prefix(8).map { rootFraction(of: $0, power: 2) }
  private static let constants = primes.map { rootFraction(of: $0, power: 3) }

  private static func mix(_ block: [UInt8], into state: inout [UInt32]) {
    var words = [UInt32](repeating: 0, count: 64)
    for index in 0..<16 {
      words[index] = (0..<4).reduce(0) { $0 << 8 | UInt32(block[4 * index + $1]) }
    }
    for index in 16..<64 {
      let (near, far) = (words[index - 2], words[index - 15])
      let low = rotated(far, 7) ^ rotated(far, 18) ^ far >> 3
      let high = rotated(near, 17) ^ rotated(near, 19) ^ near >> 10
      words[index] = words[index - 16] &+ low &+ words[index - 7] &+ high
    }
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    for index in 0..<64 {
      let choice = (e & f) ^ (~e & g)
      let majority = (a & b) ^ (a & c) ^ (b & c)
      let first =
        h &+ (rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)) &+ choice
        &+ constants[index] &+ words[index]
      let second = (rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)) &+ majority
      (h, g, f, e, d, c, b, a) = (g, f, e, d &+ first, c, b, a, first &+ second)
    }
    for (index, word) in [a, b, c, d, e, f, g, h].enumerated() { state[index] &+= word }
  }

  private static func rotated(_ word: UInt32, _ count: UInt32) -> UInt32 {
    word >> count | word << (32 - count)
  }
}
