/// What is wrong with a file of tensors: which file, which tensor, and what to do.
public struct SafetensorsError: Error, Equatable, CustomStringConvertible {
  /// The kinds of damage.
  public enum Problem: Equatable, Sendable {
    /// The file cannot be opened, read or written; the system's reason.
    case unreadable(String)
    /// The file ends too early: how many bytes it should have at least, and has.
    case truncated(needed: Int, found: Int)
    /// The first eight bytes give a length that no header has.
    case headerLength(UInt64)
    /// The header is no UTF-8 text.
    case notUTF8
    /// The header is not the JSON that it should be: at which byte of it, and what was expected there.
    case notJSON(byte: Int, expected: String)
    /// Two tensors have one name.
    case duplicateName
    /// The file does not say something about the tensor.
    case missing(String)
    /// No such type of numbers is known.
    case unknownType(String)
    /// The shape's numbers are more than memory can hold.
    case hugeShape([Int])
    /// The tensor's bytes do not fill its shape: how many it needs, and where it has them.
    case wrongLength(needed: Int, offsets: Range<Int>)
    /// The tensor's bytes lie behind the end of the file: where, and how many bytes of numbers it has.
    case outOfRange(Range<Int>, bytes: Int)
    /// The tensor ends before it begins.
    case reversedOffsets(Int, Int)
    /// The tensor shares bytes with another.
    case overlap(with: String)
    /// Bytes that belong to no tensor.
    case hole(Range<Int>)
    /// The file has no tensor of that name; names that it has.
    case noSuchTensor(known: [String])
    /// The tensor's numbers are of a type that is not read.
    case unreadType(String)
  }

  /// The file's path.
  public let file: String
  /// The tensor's name, where one is to blame.
  public let tensor: String?
  /// What is wrong.
  public let problem: Problem

  /// One or two sentences for people.
  public var description: String {
    "\(file): \(tensor.map { "tensor “\($0)”: " } ?? "")\(problem.sentence)"
  }
}

extension SafetensorsError.Problem {
  fileprivate var sentence: String {
    switch self {
    case .unreadable(let reason): reason
    case .truncated(let needed, let found):
      "the file has \(found) bytes and needs at least \(needed); it was not copied or downloaded to its "
        + "end. Fetch it again."
    case .headerLength(let length):
      "the first eight bytes say that the header has \(length) bytes, which no safetensors file has. "
        + "Is it a file of another kind?"
    case .notUTF8: "the header is no UTF-8 text. Is it a file of another kind, or damaged?"
    case .notJSON(let byte, let expected):
      "byte \(byte) of the header should be \(expected). The file is damaged, or not safetensors."
    case .duplicateName: "two tensors have this name. Write the file again with different ones."
    case .missing(let key): "the header does not give its \(key). Write the file again."
    case .unknownType(let type): "its numbers are of type “\(type)”, which safetensors does not know."
    case .hugeShape(let shape): "its shape \(shape) holds more numbers than memory has addresses."
    case .wrongLength(let needed, let offsets):
      "its shape and type need \(needed) bytes, and it has \(offsets.count), from \(offsets.lowerBound) "
        + "to \(offsets.upperBound). The header is damaged."
    case .outOfRange(let range, let bytes):
      "it lies at bytes \(range.lowerBound) to \(range.upperBound), but the file has only \(bytes) bytes "
        + "of numbers. It was not copied or downloaded to its end, or is damaged."
    case .reversedOffsets(let start, let end):
      "it begins at byte \(start) and ends before, at \(end). The header is damaged."
    case .overlap(let other): "its bytes are also those of “\(other)”. The header is damaged."
    case .hole(let range):
      "bytes \(range.lowerBound) to \(range.upperBound) of the numbers belong to no tensor. The file is "
        + "damaged, or something was added to it."
    case .noSuchTensor(let known):
      known.isEmpty
        ? "there is no such tensor; the file has none."
        : "there is no such tensor; the file has \(known.joined(separator: ", ")) …"
    case .unreadType(let type):
      "its numbers are of type \(type); F32, F16 and BF16 are read. Convert it with the Python package."
    }
  }
}
