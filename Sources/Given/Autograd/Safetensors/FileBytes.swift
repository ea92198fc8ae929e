import Foundation

/// The bytes of a file, of which some are read.
struct FileBytes {
  typealias Fault = SafetensorsHeader.Fault

  /// How many there were when the file was opened.
  let count: Int
  private let handle: FileHandle

  /// Opens a file for reading.
  ///
  /// - Throws: what is wrong with it.
  init(path: String) throws(Fault) {
    // Asked before it is opened: to open a pipe waits for somebody who writes to it.
    var status = stat()
    guard stat(path, &status) == 0 else {
      throw Fault(
        .unreadable(
          errno == ENOENT
            ? "there is no such file. Check the path."
            : "the file cannot be found: \(systemError()). Check the path and its permissions."))
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw Fault(.unreadable("this is a folder. Name the .safetensors file in it."))
    default:
      throw Fault(.unreadable("this is no file but a device or a pipe. Copy it to a file first."))
    }
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw Fault(
        .unreadable("the file cannot be opened: \(systemError()). Check its permissions."))
    }
    do {
      count = Int(try handle.seekToEnd())
    } catch {
      throw Fault(.unreadable("the file cannot be read: \(error.localizedDescription)"))
    }
    self.handle = handle
  }

  /// Some whole numbers, as they stand in the file.
  ///
  /// - Parameters:
  ///   - first: the place of the first byte.
  ///   - count: how many numbers.
  func read<Number: FixedWidthInteger>(
    _ type: Number.Type, at first: Int, count: Int
  ) throws(Fault) -> [Number] {
    var numbers = [Number](repeating: 0, count: count)
    var fault: Fault?
    numbers.withUnsafeMutableBytes { target in
      do throws(Fault) { try read(into: target, at: first) } catch { fault = error }
    }
    if let fault { throw fault }
    return numbers
  }

  /// Fills memory with the bytes from a place on.
  func read(into target: UnsafeMutableRawBufferPointer, at first: Int) throws(Fault) {
    var done = 0
    while let address = target.baseAddress, done < target.count {
      // The system gives at most 2 GB at a time.
      let size = min(target.count - done, 1 << 30)
      let got = pread(handle.fileDescriptor, address + done, size, off_t(first + done))
      if got < 0 {
        if errno == EINTR { continue }
        throw Fault(.unreadable("the file cannot be read: \(systemError())."))
      }
      guard got > 0 else {
        throw Fault(.truncated(needed: first + target.count, found: first + done))
      }
      done += got
    }
  }
}

/// Why the last call of the system failed, in its words.
func systemError() -> String { String(cString: strerror(errno)) }
