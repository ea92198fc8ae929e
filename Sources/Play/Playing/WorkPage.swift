import Foundation

/// A page of memory that a session and its worker share: it tells what the worker was doing when it was
/// ended, in whatever way that happened.
struct WorkPage: @unchecked Sendable {
  /// The worker's own; without a session around it, a page that nobody reads.
  nonisolated(unsafe) static var own = WorkPage(
    UnsafeMutablePointer<UInt64>.allocate(capacity: WorkPage.count))

  private static let count = 5
  private static let bytes = count * MemoryLayout<UInt64>.stride

  private let numbers: UnsafeMutablePointer<UInt64>

  private init(_ numbers: UnsafeMutablePointer<UInt64>) { self.numbers = numbers }

  /// A file's first bytes as shared memory; nil where that cannot be.
  init?(file: String) {
    let descriptor = open(file, O_RDWR)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    guard
      let memory = mmap(nil, Self.bytes, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0),
      memory != MAP_FAILED
    else { return nil }
    numbers = memory.bindMemory(to: UInt64.self, capacity: Self.count)
  }

  /// Makes a file for a page, all zeros.
  static func makeFile() throws -> String {
    let file = FileManager.default.temporaryDirectory.appending(path: "play-\(UUID())")
    try Data(count: bytes).write(to: file)
    return file.path
  }

  /// How many answers the worker has given, its greeting among them.
  var answers: UInt64 {
    get { numbers[0] }
    nonmutating set { numbers[0] = newValue }
  }

  /// The exercise at work: the number behind the chapter's; 0 for none.
  var atWork: UInt64 { numbers[1] }

  /// The exercises that took part since the last call of ``forget()``, a bit for each.
  var tookPart: UInt64 { numbers[2] }

  /// Whether the function at work turned out to be a stub.
  var isStub: Bool {
    get { numbers[3] != 0 }
    nonmutating set { numbers[3] = newValue ? 1 : 0 }
  }

  /// Whether the worker has computed what it needs before any answer.
  var isPrepared: Bool {
    get { numbers[4] != 0 }
    nonmutating set { numbers[4] = newValue ? 1 : 0 }
  }

  /// Notes that an exercise's function begins; returns which one was at work before.
  @inline(never)
  func begin(_ place: UInt64) -> UInt64 {
    let before = numbers[1]
    numbers[1] = place
    numbers[2] |= 1 << place
    return before
  }

  /// Notes that it has returned to the one before.
  @inline(never)
  func end(_ before: UInt64) { numbers[1] = before }

  /// Begins another answer.
  func forget() { (numbers[1], numbers[2], numbers[3]) = (0, 0, 0) }
}
