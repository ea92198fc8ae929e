import Foundation

/// What a long training has reached, in a file from which it can go on.
///
/// ```
/// course checkpoint 1
/// {"purpose": …, "seconds": …, "tables": {"input": 320000, …}}
/// the tables' numbers, four bytes each, lowest byte first
/// the SHA-256 digest of all that stands before it, 64 digits
/// ```
public struct Checkpoint: Sendable, Equatable {
  /// What the training is: everything that its numbers depend on, in words.
  public var purpose: String
  /// How long it has taken so far.
  public var seconds: Double
  /// Numbers by name.
  public var tables: [String: [Float]]

  /// A checkpoint in memory.
  public init(purpose: String, seconds: Double, tables: [String: [Float]]) {
    (self.purpose, self.seconds, self.tables) = (purpose, seconds, tables)
  }

  private struct Head: Codable {
    let purpose: String
    let seconds: Double
    let tables: [String: Int]
  }

  private static let firstLine = "course checkpoint 1\n"
  private static let digestLength = 64

  /// Writes the file; an older one stays whole until the new one is.
  ///
  /// - Throws: ``RunError`` where it cannot be written.
  public func write(to file: String) throws(RunError) {
    do {
      let encoder = JSONEncoder()
      encoder.outputFormatting = .sortedKeys
      var data = Data(Self.firstLine.utf8)
      data += try encoder.encode(
        Head(purpose: purpose, seconds: seconds, tables: tables.mapValues(\.count)))
      data.append(0x0A)
      for name in tables.keys.sorted() {
        let bits = (tables[name] ?? []).map(\.bitPattern.littleEndian)
        bits.withUnsafeBytes { data.append(contentsOf: $0) }
      }
      data += Data(SHA256.hexDigest(of: data).utf8)
      let url = URL(filePath: file)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try data.write(to: url, options: .atomic)
    } catch {
      throw RunError(
        "\(file): error: this cannot be written; check the folder, its "
          + "permissions and free space")
    }
  }

  /// Reads a file.
  ///
  /// - Parameter purpose: what the training is that would go on from it.
  /// - Throws: ``RunError`` where the file cannot be read, is no checkpoint, is damaged or belongs to
  ///   another training.
  public init(file: String, purpose: String) throws(RunError) {
    func fault(_ text: String) -> RunError {
      RunError(
        "\(file): error: \(text); remove this file to train from the beginning")
    }
    guard let data = FileManager.default.contents(atPath: file) else {
      throw RunError("\(file): error: this cannot be read; check its permissions")
    }
    let bytes = [UInt8](data)
    guard bytes.starts(with: Self.firstLine.utf8) else { throw fault("this is no checkpoint") }
    let end = bytes.count - Self.digestLength
    guard end > Self.firstLine.utf8.count,
      bytes[end...].elementsEqual(SHA256.hexDigest(of: bytes[..<end]).utf8)
    else { throw fault("this checkpoint is damaged: it was cut off or changed") }
    let headStart = Self.firstLine.utf8.count
    guard let headEnd = bytes[headStart..<end].firstIndex(of: 0x0A),
      let head = try? JSONDecoder().decode(Head.self, from: Data(bytes[headStart..<headEnd])),
      head.tables.values.allSatisfy((0...end).contains),
      end - headEnd - 1 == 4 * head.tables.values.reduce(0, +)
    else { throw fault("this checkpoint is of another form than this program writes") }
    guard head.purpose == purpose else {
      throw fault("this checkpoint belongs to another training: \(head.purpose)")
    }
    var place = headEnd + 1
    var tables: [String: [Float]] = [:]
    for name in head.tables.keys.sorted() {
      tables[name] = (0..<(head.tables[name] ?? 0)).map { index in
        let byte = place + 4 * index
        let bits = (0..<4).reduce(UInt32(0)) { $0 | UInt32(bytes[byte + $1]) << (8 * UInt32($1)) }
        return Float(bitPattern: bits)
      }
      place += 4 * (head.tables[name] ?? 0)
    }
    self.init(purpose: head.purpose, seconds: head.seconds, tables: tables)
  }
}
