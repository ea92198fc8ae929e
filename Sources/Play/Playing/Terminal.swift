import Foundation

/// Where a session writes.
enum Terminal {
  /// Writes all bytes. What cannot be said, to a full disk or to nobody, is no reason to stop.
  static func write(_ bytes: some Collection<UInt8>, to descriptor: Int32) {
    try? FileHandle(fileDescriptor: descriptor).write(contentsOf: Data(bytes))
  }
}
