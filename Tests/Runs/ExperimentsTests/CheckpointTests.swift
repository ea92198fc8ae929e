import Experiments
import Foundation
import Testing

@Suite("Checkpoints")
struct CheckpointTests {
  private let file = FileManager.default.temporaryDirectory
    .appending(path: UUID().uuidString + "/folder/a.checkpoint")
  private let checkpoint = Checkpoint(
    purpose: "a “test”,\nη = 0.2", seconds: 0.1 + 0.2,
    tables: ["b": [1.5, -0, .leastNonzeroMagnitude, 1 / 3], "a": [], "c": [.infinity]])

  private func read(_ data: Data) throws -> Checkpoint {
    try data.write(to: file)
    return try Checkpoint(file: file.path, purpose: checkpoint.purpose)
  }

  @Test("what is written is read again, to the bit")
  func roundTrip() throws {
    try checkpoint.write(to: file.path)
    let read = try Checkpoint(file: file.path, purpose: checkpoint.purpose)
    #expect(read == checkpoint)
    #expect(read.tables["b"]?.map(\.bitPattern) == checkpoint.tables["b"]?.map(\.bitPattern))
  }

  @Test("a file that was cut off anywhere, or has one other byte, is damaged and never read")
  func damage() throws {
    try checkpoint.write(to: file.path)
    let whole = try Data(contentsOf: file)
    for length in stride(from: 0, to: whole.count, by: 7) {
      #expect(throws: RunError.self) { try read(whole.prefix(length)) }
    }
    for place in stride(from: 0, to: whole.count, by: 5) {
      var changed = whole
      changed[place] ^= 0x10
      #expect(throws: RunError.self) { try read(changed) }
    }
    #expect(throws: RunError.self) { try read(whole + Data([0])) }
    #expect(try read(whole) == checkpoint)
  }

  @Test(
    "a head that claims more numbers than there are is of another form, however many it claims",
    arguments: [
      #"{"a":9223372036854775807}"#, #"{"a":9223372036854775807,"b":9223372036854775807}"#,
      #"{"a":4611686018427387904}"#, #"{"a":-1,"b":1}"#, #"{"a":1}"#, #"{"a":1e30}"#,
    ])
  func claims(tables: String) throws {
    try checkpoint.write(to: file.path)
    let head = #"{"purpose":"p","seconds":1,"tables":\#(tables)}"#
    let data = Data("course checkpoint 1\n\(head)\n".utf8)
    try (data + Data(SHA256.hexDigest(of: data).utf8)).write(to: file)
    let error = #expect(throws: RunError.self) { try Checkpoint(file: file.path, purpose: "p") }
    #expect(error?.description.contains("of another form than this program writes") == true)
  }

  @Test("the message names the file, the fault and the remedy")
  func messages() throws {
    func message(_ body: () throws -> Void) -> String {
      do { try body() } catch { return "\(error)" }
      return "none"
    }
    try checkpoint.write(to: file.path)
    let whole = try Data(contentsOf: file)
    let damaged = message { _ = try read(whole.dropLast(9)) }
    #expect(damaged.hasPrefix("\(file.path): error: this checkpoint is damaged"))
    #expect(damaged.hasSuffix("remove this file to train from the beginning"))
    let other = message { _ = try read(Data("the cat".utf8)) }
    #expect(other.contains("this is no checkpoint"))
    try whole.write(to: file)
    let foreign = message { _ = try Checkpoint(file: file.path, purpose: "another") }
    #expect(foreign.contains("belongs to another training: a “test”"))
    let missing = message { _ = try Checkpoint(file: "no/such/file", purpose: "") }
    #expect(missing.contains("no/such/file: error: this cannot be read"))
    let folder = file.deletingLastPathComponent().path
    #expect(message { try checkpoint.write(to: folder) }.contains("cannot be written"))
  }
}
