import Foundation

extension Parameters {
  /// Reads all tensors of a safetensors file.
  ///
  /// - Throws: ``SafetensorsError``; a file that also holds tensors of whole numbers is read one by one,
  ///   with ``SafetensorsFile``.
  public init(contentsOf url: URL) throws {
    self.init()
    let file = try SafetensorsFile(contentsOf: url)
    for name in file.names { self[name] = try file.tensor(name) }
  }

  /// Writes the part that is seen as a safetensors file, which the Python package opens.
  ///
  /// The file appears when it is whole; what had its name before stays until then.
  ///
  /// - Parameters:
  ///   - metadata: what to write beside the tensors.
  /// - Throws: ``SafetensorsError``.
  public func write(to url: URL, metadata: [String: String] = [:]) throws {
    let temporary = url.deletingLastPathComponent().appending(
      path: ".\(url.lastPathComponent).\(ProcessInfo.processInfo.processIdentifier)")
    do {
      // Says why it fails, which creating a file by its path does not.
      try header(metadata).write(to: temporary)
      let handle = try FileHandle(forWritingTo: temporary)
      try handle.seekToEnd()
      for name in names { try handle.write(contentsOf: self[name].littleEndianBytes) }
      try handle.synchronize()
      try handle.close()
      // Foundation's own replacement wants the target to exist; this one takes its place at once.
      guard rename(temporary.path, url.path) == 0 else {
        throw CocoaError(.fileWriteUnknown, userInfo: [NSFilePathErrorKey: url.path])
      }
    } catch {
      try? FileManager.default.removeItem(at: temporary)
      throw SafetensorsError(
        file: url.path, tensor: nil,
        problem: .unreadable(
          "the file cannot be written: \(error.localizedDescription) Is there such a folder, and space "
            + "for \(count * 4) bytes?"))
    }
  }

  /// The length and the JSON, filled up with blanks to a multiple of eight bytes.
  private func header(_ metadata: [String: String]) -> Data {
    var fields: [String] = []
    if !metadata.isEmpty {
      let pairs = metadata.sorted { $0.key < $1.key }.map { "\($0.quoted):\($1.quoted)" }
      fields.append("\"__metadata__\":{\(pairs.joined(separator: ","))}")
    }
    var end = 0
    for name in names {
      let shape = self[name].shape
      let start = end
      end += 4 * self[name].count
      let sizes = shape.map(String.init).joined(separator: ",")
      fields.append(
        "\(name.quoted):{\"dtype\":\"F32\",\"shape\":[\(sizes)],\"data_offsets\":[\(start),\(end)]}")
    }
    var json = Array("{\(fields.joined(separator: ","))}".utf8)
    json += Array(repeating: 0x20, count: (8 - json.count % 8) % 8)
    let length = (0..<8).map { UInt8(truncatingIfNeeded: json.count >> (8 * $0)) }
    return Data(length + json)
  }
}

extension Tensor {
  fileprivate var littleEndianBytes: Data {
    let dense = contiguous()
    var bytes = Data(capacity: 4 * count)
    for place in 0..<count {
      withUnsafeBytes(of: dense.start[place].bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
    }
    return bytes
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
