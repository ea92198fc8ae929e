/// Reads the few forms of JSON that a header has, from left to right.
struct HeaderScanner {
  typealias Fault = SafetensorsHeader.Fault

  let bytes: [UInt8]
  private var place = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  func fault(_ expected: String) -> Fault { Fault(.notJSON(byte: place, expected: expected)) }

  /// `{ "name": …, "name": … }`; the body reads what stands behind each colon.
  mutating func object(
    _ body: (inout HeaderScanner, String) throws(Fault) -> Void
  ) throws(Fault) {
    try take("{")
    if has("}") { return }
    repeat {
      let name = try string()
      try take(":")
      try body(&self, name)
    } while has(",")
    try take("}")
  }

  /// `[1, 2, 3]`.
  mutating func integers() throws(Fault) -> [Int] {
    try take("[")
    var integers: [Int] = []
    if has("]") { return integers }
    repeat { integers.append(try integer()) } while has(",")
    try take("]")
    return integers
  }

  private mutating func integer() throws(Fault) -> Int {
    skipBlanks()
    var value: Int?
    let first = place
    while place < bytes.count, (0x30...0x39).contains(bytes[place]) {
      let (tens, tooLarge) = (value ?? 0).multipliedReportingOverflow(by: 10)
      let (sum, tooLargeStill) = tens.addingReportingOverflow(Int(bytes[place] - 0x30))
      guard !tooLarge, !tooLargeStill else { throw fault("part of a number below 2⁶³") }
      value = sum
      place += 1
    }
    guard let value else { throw fault("a whole number, not negative") }
    // JSON has no such numbers.
    guard place == first + 1 || bytes[first] != 0x30 else {
      place = first
      throw fault("a number without a zero before it")
    }
    return value
  }

  /// `"text"`, with JSON's escapes.
  mutating func string() throws(Fault) -> String {
    try take("\"")
    var text: [UInt8] = []
    while place < bytes.count, bytes[place] != UInt8(ascii: "\"") {
      guard bytes[place] >= 0x20 else { throw fault("a visible character") }
      if bytes[place] == UInt8(ascii: "\\") {
        text += try escape()
      } else {
        text.append(bytes[place])
        place += 1
      }
    }
    guard place < bytes.count else { throw fault("a closing quote") }
    place += 1
    return String(decoding: text, as: UTF8.self)
  }

  private mutating func escape() throws(Fault) -> [UInt8] {
    place += 1
    guard place < bytes.count else { throw fault("an escaped character") }
    defer { place += 1 }
    switch bytes[place] {
    case UInt8(ascii: "n"): return [0x0a]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "r"): return [0x0d]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0c]
    case UInt8(ascii: "u"):
      var unit = try hexadecimal()
      // Two escapes together write a character beyond the first 65,536.
      if 0xd800..<0xdc00 ~= unit {
        guard bytes[(place + 1)...].starts(with: "\\u".utf8) else {
          throw fault("the second half of an escape")
        }
        place += 2
        let low = try hexadecimal()
        guard 0xdc00..<0xe000 ~= low else { throw fault("the second half of an escape") }
        unit = 0x10000 + (unit - 0xd800) << 10 + (low - 0xdc00)
      }
      guard let scalar = Unicode.Scalar(unit) else { throw fault("the escape of a character") }
      return Array(String(scalar).utf8)
    case let byte where #""\/"#.utf8.contains(byte): return [byte]
    default: throw fault("an escaped character")
    }
  }

  /// Four hexadecimal digits; stays on the last.
  private mutating func hexadecimal() throws(Fault) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      place += 1
      guard place < bytes.count,
        let digit = Character(Unicode.Scalar(bytes[place])).hexDigitValue
      else { throw fault("a hexadecimal digit") }
      value = value << 4 | UInt32(digit)
    }
    return value
  }

  /// Whether `null` comes next; it is taken.
  mutating func hasNull() -> Bool {
    skipBlanks()
    guard bytes[place...].starts(with: "null".utf8) else { return false }
    place += 4
    return true
  }

  /// The header's end, behind blanks.
  mutating func end() throws(Fault) {
    skipBlanks()
    guard place == bytes.count else { throw fault("the end") }
  }

  private mutating func take(_ character: Unicode.Scalar) throws(Fault) {
    guard has(character) else { throw fault("“\(character)”") }
  }

  /// Whether a character comes next; it is taken.
  private mutating func has(_ character: Unicode.Scalar) -> Bool {
    skipBlanks()
    guard place < bytes.count, bytes[place] == UInt8(ascii: character) else { return false }
    place += 1
    return true
  }

  private mutating func skipBlanks() {
    while place < bytes.count, [0x20, 0x0a, 0x0d, 0x09].contains(bytes[place]) { place += 1 }
  }
}
