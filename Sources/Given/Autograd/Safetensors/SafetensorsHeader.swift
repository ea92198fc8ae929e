import Text

/// What the header of a file says about its tensors.
struct SafetensorsHeader {
  struct Entry: Equatable {
    let type: String
    let shape: [Int]
    /// Where its bytes lie, counted from the end of the header.
    let offsets: Range<Int>
  }

  var entries: [Spelling: Entry] = [:]
  var metadata: [Spelling: String] = [:]

  /// Reads the JSON that a header may be, and nothing else.
  ///
  /// A reader of its own, because general ones keep one of two equal names and say nothing, and hold
  /// numbers that are too large for an `Int` as something near them.
  ///
  /// - Throws: what is wrong, and with which tensor.
  init(_ text: [UInt8]) throws(Fault) {
    guard String(validating: text, as: UTF8.self) != nil else { throw Fault(.notUTF8) }
    var scanner = HeaderScanner(bytes: text)
    var hasMetadata = false
    try scanner.object { scanner, name throws(Fault) in
      if name == SafetensorsHeader.metadataName {
        guard !hasMetadata else { throw Fault(.repeated(name)) }
        hasMetadata = true
        metadata = try Self.metadata(&scanner)
      } else {
        let entry = try Self.entry(name, &scanner)
        guard entries.updateValue(entry, forKey: Spelling(name)) == nil else {
          throw Fault(.duplicateName, name)
        }
      }
    }
    try scanner.end()
  }

  /// The name under which a header has its author's notes, so that no tensor can have it.
  static let metadataName = "__metadata__"

  /// The author's notes; `null`, as the format's own library reads it, is none.
  private static func metadata(_ scanner: inout HeaderScanner) throws(Fault) -> [Spelling: String] {
    var metadata: [Spelling: String] = [:]
    if scanner.hasNull() { return metadata }
    try scanner.object { scanner, key throws(Fault) in
      guard metadata.updateValue(try scanner.string(), forKey: Spelling(key)) == nil else {
        throw Fault(.repeated(key))
      }
    }
    return metadata
  }

  private static func entry(_ name: String, _ scanner: inout HeaderScanner) throws(Fault) -> Entry {
    var (type, shape, offsets): (String?, [Int]?, [Int]?)
    do throws(Fault) {
      try scanner.object { scanner, key throws(Fault) in
        switch key {
        case "dtype" where type == nil: type = try scanner.string()
        case "shape" where shape == nil: shape = try scanner.integers()
        case "data_offsets" where offsets == nil: offsets = try scanner.integers()
        case "dtype", "shape", "data_offsets": throw Fault(.repeated(key))
        default: throw Fault(.unknownKey(key))
        }
      }
    } catch {
      throw Fault(error.problem, name)
    }
    guard let type else { throw Fault(.missing("dtype"), name) }
    guard let shape else { throw Fault(.missing("shape"), name) }
    guard let offsets, offsets.count == 2 else { throw Fault(.missing("two data_offsets"), name) }
    guard offsets[0] <= offsets[1] else {
      throw Fault(.reversedOffsets(offsets[0], offsets[1]), name)
    }
    return Entry(type: type, shape: shape, offsets: offsets[0]..<offsets[1])
  }

  /// What is wrong, before the file's name is known.
  struct Fault: Error {
    let problem: SafetensorsError.Problem
    let tensor: String?

    init(_ problem: SafetensorsError.Problem, _ tensor: String? = nil) {
      (self.problem, self.tensor) = (problem, tensor)
    }
  }
}
