/// Escaping as libcmark does it, so that plain CommonMark comes out byte for byte as its own.
enum HTMLText {
  /// Text and attribute values: the four characters that HTML gives a meaning.
  static func escape(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x26 || $0 == 0x3C || $0 == 0x3E || $0 == 0x22 }) else {
      return text
    }
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Addresses: everything that is not safe in one becomes a percent escape.
  static func escapeAddress(_ address: String) -> String {
    let digits = Array("0123456789ABCDEF")
    var result = ""
    for byte in address.utf8 {
      switch byte {
      case UInt8(ascii: "&"): result += "&amp;"
      case UInt8(ascii: "'"): result += "&#x27;"
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      case _ where "!#$%()*+,-./:;=?@_~".utf8.contains(byte):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default: result += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
      }
    }
    return result
  }

  /// Whether a browser might run the address instead of opening it.
  static func isDangerous(_ address: String) -> Bool {
    let lowered = address.lowercased()
    if lowered.hasPrefix("data:") {
      return !["png", "gif", "jpeg", "webp"].contains { lowered.hasPrefix("data:image/\($0)") }
    }
    return ["javascript:", "vbscript:", "file:"].contains { lowered.hasPrefix($0) }
  }
}
