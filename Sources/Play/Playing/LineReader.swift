import Foundation

/// Reads lines from a descriptor, of any length and any bytes.
struct LineReader {
  private let descriptor: Int32
  private var waiting: [UInt8] = []
  private var hasEnded = false
  /// How many of the waiting bytes were searched for a line's end already.
  private var searched = 0

  init(_ descriptor: Int32) { self.descriptor = descriptor }

  /// The next line without its end; nil after the last one, or where ``Interruption`` stops the wait.
  mutating func next() -> [UInt8]? {
    while true {
      if let end = waiting[searched...].firstIndex(of: 0x0A) {
        var line = Array(waiting[..<end])
        if line.last == 0x0D { line.removeLast() }
        waiting.removeFirst(end + 1)
        searched = 0
        return line
      }
      searched = waiting.count
      if hasEnded {
        defer { (waiting, searched) = ([], 0) }
        return waiting.isEmpty ? nil : waiting
      }
      var buffer = [UInt8](repeating: 0, count: 1 << 16)
      let count = read(descriptor, &buffer, buffer.count)
      if count > 0 {
        waiting += buffer[..<count]
      } else if count == 0 || errno != EINTR || Signals.isInterrupted {
        // A descriptor that was closed has no lines either.
        hasEnded = true
        if Signals.isInterrupted { return nil }
        searched = 0
      }
    }
  }
}
