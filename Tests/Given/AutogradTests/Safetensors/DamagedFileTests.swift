import Foundation
import Testing
import Text

@testable import Autograd

@Suite("A damaged safetensors file")
struct DamagedFileTests {
  @Test("is refused with a sentence that names it, and the tensor", arguments: damagedFiles)
  func refused(_ damaged: DamagedFile) throws {
    try withTemporaryFile(damaged.bytes) { url in
      let error = #expect(throws: SafetensorsError.self) { try SafetensorsFile(contentsOf: url) }
      #expect(error?.problem == damaged.problem)
      #expect(error?.tensor == damaged.tensor)
      let sentence = error?.description ?? ""
      #expect(sentence.hasPrefix(url.path + ": "))
      #expect(damaged.tensor.map { sentence.contains("tensor “\($0)”") } ?? true)
      #expect(sentence.hasSuffix(".") || sentence.hasSuffix("?"))
      #expect(sentence.count < url.path.count + 300)
    }
  }

  @Test("that is not there, a folder or a pipe, is named as such, and nobody waits for it")
  func absent() throws {
    let folder = FileManager.default.temporaryDirectory
    let missing = folder.appending(path: "no-such-file.safetensors")
    let pipe = folder.appending(path: "\(UUID().uuidString).safetensors")
    try #require(mkfifo(pipe.path, 0o600) == 0)
    defer { try? FileManager.default.removeItem(at: pipe) }
    for (url, sentence) in [
      (missing, "there is no such file. Check the path."),
      (folder, "this is a folder. Name the .safetensors file in it."),
      (pipe, "this is no file but a device or a pipe. Copy it to a file first."),
    ] {
      let error = #expect(throws: SafetensorsError.self) { try SafetensorsFile(contentsOf: url) }
      #expect(error?.description == "\(url.path): \(sentence)")
    }
  }

  @Test("that may not be read says so", .enabled(if: geteuid() != 0, "root may read everything"))
  func forbidden() throws {
    try withTemporaryFile([1, 2, 3]) { url in
      try #require(chmod(url.path, 0) == 0)
      let error = #expect(throws: SafetensorsError.self) { try SafetensorsFile(contentsOf: url) }
      #expect(
        error?.problem
          == .unreadable("the file cannot be opened: Permission denied. Check its permissions."))
    }
  }

  @Test("with a name that is long, or moves the cursor, has a sentence that does neither")
  func legible() {
    let name = "\u{1b}[2J" + String(repeating: "x", count: 1_000_000)
    let shape = [Int](repeating: 7, count: 1_000_000)
    let error = SafetensorsError(file: "f", tensor: name, problem: .hugeShape(shape))
    #expect(error.description.count < 300)
    #expect(error.description.hasPrefix(#"f: tensor “\u{1B}[2Jxxx"#))
  }

  @Test("whatever is damaged in it, is refused or read, and never takes the program with it")
  func chance() throws {
    var generator = SeededGenerator(seed: 11)
    let whole = try wholeFile(using: &generator)
    let header = 8 + Int(whole[0]) + Int(whole[1]) << 8
    let marks = Array(#"{}[]",:0123456789 -.eE\"#.utf8)
    var (refused, read) = (0, 0)
    for _ in 0..<3_000 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        // Mostly the header, where damage can mislead.
        let end = Int.random(in: 0..<8, using: &generator) == 0 ? bytes.count : header
        let place = Int.random(in: 0..<end, using: &generator)
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
        case 1: bytes[place] = marks.randomElement(using: &generator) ?? 0
        default: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
        }
      }
      if Int.random(in: 0..<8, using: &generator) == 0 {
        bytes.removeLast(Int.random(in: 0..<bytes.count, using: &generator))
      }
      if try isRefused(bytes) { refused += 1 } else { read += 1 }
    }
    #expect(refused > 2_000)
    #expect(read > 120, "the damage should not always be of the kind that is seen at once")
  }

  /// Whether a file is refused; one that is not must hold all of the numbers that it promises.
  private func isRefused(_ bytes: [UInt8]) throws -> Bool {
    try withTemporaryFile(bytes) { url in
      let file: SafetensorsFile
      do {
        file = try SafetensorsFile(contentsOf: url)
      } catch let error as SafetensorsError {
        #expect(error.description.hasPrefix(url.path) && error.description.count < 1_000)
        return true
      }
      var promised = 0
      for name in file.names {
        do {
          promised += 4 * (try file.tensor(name)).count
        } catch let error as SafetensorsError {
          #expect(error.problem == .unreadType(file.description(of: name)?.type ?? ""))
        }
      }
      // A number of 16 bits takes twice as much in memory.
      #expect(promised <= 2 * bytes.count)
      return false
    }
  }

  private func wholeFile(using generator: inout SeededGenerator) throws -> [UInt8] {
    var parameters = Parameters()
    parameters["layer.weight"] = .uniform([3, 5], in: -1...1, using: &generator)
    parameters["layer.bias"] = .uniform([5], in: -1...1, using: &generator)
    parameters["scalar"] = Tensor(1)
    return try withTemporaryFile([]) { url in
      try parameters.write(to: url, metadata: ["made": "by chance"])
      return [UInt8](try Data(contentsOf: url))
    }
  }
}

/// A file with some bytes, for as long as it is needed.
func withTemporaryFile<Result>(_ bytes: [UInt8], _ body: (URL) throws -> Result) throws -> Result {
  let url = FileManager.default.temporaryDirectory.appending(
    path: "\(UUID().uuidString).safetensors")
  try Data(bytes).write(to: url)
  defer { try? FileManager.default.removeItem(at: url) }
  return try body(url)
}
