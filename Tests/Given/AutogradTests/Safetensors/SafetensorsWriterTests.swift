import Foundation
import Testing

@testable import Autograd

@Suite("Writing a safetensors file")
struct SafetensorsWriterTests {
  @Test("replaces what was there, and leaves nothing beside it")
  func replaces() throws {
    try withTemporaryFolder { folder in
      // As long as a name may be.
      let name = String(repeating: "w", count: 243) + ".safetensors"
      let file = folder.appending(path: name)
      try Data("before".utf8).write(to: file)
      try one.write(to: file)
      #expect(try Parameters(contentsOf: file)["w"].number == 1)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [name])
    }
  }

  @Test("where it cannot be says why, and leaves everything as it was")
  func refused() throws {
    try withTemporaryFolder { folder in
      let missing = folder.appending(path: "no-folder/w.safetensors")
      let occupied = folder.appending(path: "occupied")
      try FileManager.default.createDirectory(
        at: occupied.appending(path: "inner"), withIntermediateDirectories: true)
      for (url, reason) in [(missing, "doesn’t exist"), (occupied, "Is a directory")] {
        let error = #expect(throws: SafetensorsError.self) { try one.write(to: url) }
        let sentence = error?.description ?? ""
        #expect(sentence.hasPrefix("\(url.path): the file cannot be written: "))
        #expect(sentence.contains(reason) && sentence.hasSuffix("space for 4 bytes?"))
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["occupied"])
    }
  }

  @Test("does not take the place of a pipe")
  func pipe() throws {
    try withTemporaryFolder { folder in
      let pipe = folder.appending(path: "pipe")
      try #require(mkfifo(pipe.path, 0o600) == 0)
      let error = #expect(throws: SafetensorsError.self) { try one.write(to: pipe) }
      #expect(
        error?.description
          == "\(pipe.path): this is no file but a device or a pipe. Name a file to write to.")
      var status = stat()
      #expect(stat(pipe.path, &status) == 0 && status.st_mode & S_IFMT == S_IFIFO)
    }
  }

  @Test("does not take the name of the metadata for a tensor")
  func reserved() throws {
    try withTemporaryFolder { folder in
      var parameters = Parameters()
      parameters["part.__metadata__"] = Tensor(1)
      let file = folder.appending(path: "f.safetensors")
      try parameters.write(to: file)
      let error = #expect(throws: SafetensorsError.self) {
        try parameters.scope("part").write(to: file)
      }
      #expect(error?.tensor == "__metadata__" && error?.problem == .reservedName)
    }
  }

  @Test("of one part writes that part, by its own names")
  func part() throws {
    try withTemporaryFolder { folder in
      var parameters = Parameters()
      parameters["a.w"] = Tensor(1)
      parameters["b.w"] = Tensor(2)
      let file = folder.appending(path: "f.safetensors")
      try parameters.scope("b").write(to: file)
      let read = try Parameters(contentsOf: file)
      #expect(read.names == ["w"] && read["w"].number == 2)
    }
  }

  private var one: Parameters {
    var parameters = Parameters()
    parameters["w"] = Tensor(1)
    return parameters
  }

  private func withTemporaryFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }
}
