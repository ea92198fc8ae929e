extension SafetensorsError.Problem {
  /// What is wrong, and what to do, for people.
  var sentence: String {
    switch self {
    case .unreadable(let reason): reason
    case .truncated, .headerLength, .notUTF8, .notJSON: fileSentence
    case .duplicateName, .missing, .unknownKey, .repeated, .unknownType: headerSentence
    case .hugeShape, .partOfByte, .wrongLength, .outOfRange, .reversedOffsets, .overlap, .hole:
      placeSentence
    case .noSuchTensor, .unreadType, .reservedName: requestSentence
    }
  }

  /// About a file that is no safetensors file, or not all of it.
  private var fileSentence: String {
    switch self {
    case .truncated(let needed, let found):
      "the file has \(found) bytes and needs at least \(needed); it was not copied or downloaded to its "
        + "end. Fetch it again."
    case .headerLength(let length):
      "the first eight bytes say that the header has \(length) bytes; a safetensors file has 2 to "
        + "\(SafetensorsFile.longestHeader). Is it a file of another kind, such as a web page or a "
        + "pointer of Git LFS?"
    case .notUTF8: "the header is no UTF-8 text. Is it a file of another kind, or damaged?"
    case .notJSON(let byte, let expected):
      "byte \(byte) of the header should be \(expected). The file is damaged, or not safetensors; fetch "
        + "it again."
    default: ""
    }
  }

  /// About what the header says, or does not.
  private var headerSentence: String {
    switch self {
    case .duplicateName: "two tensors have this name. Write the file again with different ones."
    case .missing(let key): "the header does not give its \(key). Write the file again."
    case .unknownKey(let key):
      "the header gives “\(key.legible)” for it; this reader takes only the format's dtype, shape and "
        + "data_offsets. Write the file again without it."
    case .repeated(let key):
      "the header gives “\(key.legible)” twice. Write the file again."
    case .unknownType(let type):
      "its numbers are of type “\(type.legible)”, which safetensors 0.8 does not know. Is the header "
        + "damaged, or newer than this reader?"
    default: ""
    }
  }

  /// About the bytes where the tensor should be.
  private var placeSentence: String {
    switch self {
    case .hugeShape(let shape):
      "its shape \(shape.legible) holds more numbers than memory has addresses. The header is "
        + "damaged; fetch the file again."
    case .partOfByte(let bits):
      "its shape and type need \(bits) bits, which is no whole number of bytes. The header is "
        + "damaged; fetch the file again."
    case .wrongLength(let needed, let offsets):
      "its shape and type need \(needed) bytes, and it has \(offsets.count), from \(offsets.lowerBound) "
        + "to \(offsets.upperBound). The header is damaged; fetch the file again."
    case .outOfRange(let range, let bytes):
      "it lies at bytes \(range.lowerBound) to \(range.upperBound), but the file has only \(bytes) bytes "
        + "of numbers. It was not copied or downloaded to its end, or is damaged; fetch it again."
    case .reversedOffsets(let start, let end):
      "it begins at byte \(start) and ends before, at \(end). The header is damaged; fetch the "
        + "file again."
    case .overlap(let other):
      "its bytes are also those of “\(other.legible)”. The header is damaged; fetch the file again."
    case .hole(let range):
      "bytes \(range.lowerBound) to \(range.upperBound) of the numbers belong to no tensor. The file is "
        + "damaged, or something was added to it; fetch it again."
    default: ""
    }
  }

  /// About what was asked of a file that is whole.
  private var requestSentence: String {
    switch self {
    case .noSuchTensor(let known):
      known.isEmpty
        ? "there is no such tensor; the file has none."
        : "there is no such tensor; the file has \(known.map(\.legible).joined(separator: ", ")) …"
    case .unreadType(let type):
      "its numbers are of type \(type); only F32, F16 and BF16 are read. Read the other tensors one by "
        + "one with SafetensorsFile, or convert this one with the Python package."
    case .reservedName:
      "the format keeps this name for the author's notes. Give the tensor another."
    default: ""
    }
  }
}

extension String {
  /// The text as a message can show it: not too long, and nothing in it that moves a terminal's cursor.
  var legible: String {
    let shown = unicodeScalars.prefix(80).map { scalar in
      scalar.properties.generalCategory == .control ? scalar.escaped(asASCII: true) : String(scalar)
    }
    return shown.joined() + (unicodeScalars.dropFirst(80).isEmpty ? "" : "…")
  }
}

extension [Int] {
  fileprivate var legible: String {
    count <= 12 ? "\(self)" : "[\(prefix(12).map(String.init).joined(separator: ", ")), …]"
  }
}
