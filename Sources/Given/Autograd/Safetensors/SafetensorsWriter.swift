import Foundation
import Text

extension Parameters {
  /// Reads all tensors of a safetensors file.
  ///
  /// - Throws: ``SafetensorsError``, before a number is read where the file also holds tensors of whole
  ///   numbers, such as the positions of a published BERT: the others are read one by one, with
  ///   ``SafetensorsFile``.
  public init(contentsOf url: URL) throws {
    self.init()
    let file = try SafetensorsFile(contentsOf: url)
    for name in file.names { try file.readableEntry(name) }
    for name in file.names { self[name] = try file.tensor(name) }
  }

  /// Writes the part that is seen as a safetensors file, which the Python package opens.
  ///
  /// The file appears when it is whole; what had its name before stays until then.
  ///
  /// - Parameters:
  ///   - metadata: what to write beside the tensors.
  /// - Throws: ``SafetensorsError``.
  public func write(to url: URL, metadata: [Spelling: String] = [:]) throws {
    let reserved = SafetensorsHeader.metadataName
    guard !names.contains(reserved) else {
      throw SafetensorsError(file: url.path, tensor: reserved, problem: .reservedName)
    }
    // The new file would take the place of whatever has its name.
    var status = stat()
    guard stat(url.path, &status) != 0 || [S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT)
    else {
      throw SafetensorsError(
        file: url.path, tensor: nil,
        problem: .unreadable("this is no file but a device or a pipe. Name a file to write to."))
    }
    // A short name of its own: that of the file may be as long as the system allows.
    let temporary = url.deletingLastPathComponent().appending(
      path: ".safetensors-\(UUID().uuidString)")
    do {
      // Says why it fails, which creating a file by its path does not.
      try header(metadata).write(to: temporary)
      let handle = try FileHandle(forWritingTo: temporary)
      try handle.seekToEnd()
      for name in names { try self[name].write(to: handle) }
      try handle.synchronize()
      try handle.close()
      // Foundation's own replacement wants the target to exist; this one takes its place at once.
      guard rename(temporary.path, url.path) == 0 else { throw RenameError(reason: systemError()) }
    } catch {
      try? FileManager.default.removeItem(at: temporary)
      let reason = (error as? RenameError)?.reason ?? error.localizedDescription
      throw SafetensorsError(
        file: url.path, tensor: nil,
        problem: .unreadable(
          "the file cannot be written: \(reason.hasSuffix(".") ? reason : reason + ".") Is there such a "
            + "folder, and space for \(count * 4) bytes?"))
    }
  }

  private struct RenameError: Error {
    let reason: String
  }

  /// The length and the JSON, filled up with blanks to a multiple of eight bytes.
  private func header(_ metadata: [Spelling: String]) -> Data {
    var fields: [String] = []
    if !metadata.isEmpty {
      let pairs = metadata.sorted { $0.key < $1.key }.map { "\($0.text.quoted):\($1.quoted)" }
      fields.append("\"\(SafetensorsHeader.metadataName)\":{\(pairs.joined(separator: ","))}")
    }
    var end = 0
    for name in names {
      let shape = self[name].shape
      let start = end
      end += 4 * self[name].count
      let sizes = shape.map(String.init).joined(separator: ",")
      fields.append(
        "\(name.quoted):{\"dtype\":\"F32\",\"shape\":[\(sizes)],\"data_offsets\":[\(start),\(end)]}"
      )
    }
    var json = Array("{\(fields.joined(separator: ","))}".utf8)
    json += Array(repeating: 0x20, count: (8 - json.count % 8) % 8)
    let length = (0..<8).map { UInt8(truncatingIfNeeded: json.count >> (8 * $0)) }
    return Data(length + json)
  }
}

extension Tensor {
  /// Writes the numbers as they stand in memory: little-endian, like the file.
  fileprivate func write(to handle: FileHandle) throws {
    let dense = contiguous()
    try withExtendedLifetime(dense) {
      try handle.write(
        contentsOf: Data(bytesNoCopy: dense.start, count: 4 * count, deallocator: .none))
    }
  }
}

extension String {
  /// The text as JSON writes it.
  fileprivate var quoted: String {
    let escaped = unicodeScalars.map { scalar in
      switch scalar {
      case "\"": "\\\""
      case "\\": "\\\\"
      case "\0"..<" ":
        "\\u" + String(repeating: "0", count: scalar.value < 16 ? 3 : 2)
          + String(scalar.value, radix: 16)
      default: String(scalar)
      }
    }
    return "\"\(escaped.joined())\""
  }
}
