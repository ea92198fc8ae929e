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
    /// The header does not say something about the tensor.
    case missing(String)
    /// The header says something about the tensor that the format does not have.
    case unknownKey(String)
    /// The header says something twice.
    case repeated(String)
    /// No such type of numbers is known.
    case unknownType(String)
    /// The shape's numbers are more than memory can hold.
    case hugeShape([Int])
    /// The numbers are smaller than bytes, and do not fill the last one: how many bits there are.
    case partOfByte(bits: Int)
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
    /// No tensor can be written under this name.
    case reservedName
  }

  /// The file's path.
  public let file: String
  /// The tensor's name, where one is to blame.
  public let tensor: String?
  /// What is wrong.
  public let problem: Problem

  /// One or two sentences for people.
  public var description: String {
    "\(file): \(tensor.map { "tensor “\($0.legible)”: " } ?? "")\(problem.sentence)"
  }
}
