import Foundation
import Grading
import Testing

/// The programs that peers/ calls, given what they cannot use.
@Suite("The tools that other programs call")
struct ToolTests {
  /// How a tool ended, and what it said.
  struct Outcome {
    let status: Int32
    let output: String
    let errors: String
  }

  /// Runs a tool of this build on a folder that holds some files and is removed afterwards.
  ///
  /// - Parameter arguments: “@” at the start of one stands for the folder.
  private func run(
    _ tool: String, _ arguments: [String], files: [String: String]
  ) throws -> Outcome {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
    let process = Process()
    let (output, errors) = (Pipe(), Pipe())
    process.executableURL = GradeClient.buildFolder().appending(path: tool)
    process.arguments = arguments.map { $0.replacing("@", with: folder.path + "/") }
    process.standardInput = FileHandle.nullDevice
    (process.standardOutput, process.standardError) = (output, errors)
    try process.run()
    let said = [output, errors].map {
      String(decoding: $0.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        .replacing(folder.path + "/", with: "@")
    }
    process.waitUntilExit()
    return Outcome(status: process.terminationStatus, output: said[0], errors: said[1])
  }

  @Test(
    "a marker among the words is refused with file and line, in either text, by every command",
    arguments: ["arpa", "score", "tokens", "time"], ["<s>", "</s>", "<unk>", "<UNK>"])
  func markers(command: String, marker: String) throws {
    let texts = ["good.txt": "a b c\na c\n", "bad.txt": "a b c\n\na \(marker) b\n"]
    let train = try run(
      "LanguageModelTool", [command, "@bad.txt", "3", "@good.txt"], files: texts)
    #expect(train.status == 1 && train.output == "")
    #expect(train.errors.hasPrefix("@bad.txt:3: error: “\(marker)” is no word here"))
    guard command != "arpa" else { return }
    let test = try run("LanguageModelTool", [command, "@good.txt", "3", "@bad.txt"], files: texts)
    #expect(test.status == 1 && test.output == "")
    #expect(test.errors.hasPrefix("@bad.txt:3: error: “\(marker)” is no word here"))
  }

  @Test("a file that cannot be written is named in one sentence")
  func unwritable() throws {
    let text = ["train.txt": "f b\nthe cat sat on the mat\n"]
    let model = try run(
      "LanguageModelTool", ["arpa", "@train.txt", "2", "@none/out.arpa"], files: text)
    let vectors = try run(
      "CBOWTool", ["@train.txt", "5", "2", "1", "1", "0.1", "1", "@none"], files: text)
    for (outcome, file) in [(model, "@none/out.arpa"), (vectors, "@none/input.f32")] {
      #expect(outcome.status == 1 && outcome.output == "")
      #expect(
        outcome.errors
          == "\(file): error: this cannot be written; check the folder, its permissions and free space\n"
      )
    }
  }

  @Test("a word with a no-break space is one word of the model")
  func noBreakSpace() throws {
    let text = ["train.txt": "a\u{A0}b c\n"]
    let model = try run("LanguageModelTool", ["arpa", "@train.txt", "2", "@out.arpa"], files: text)
    #expect(model.status == 0 && model.errors == "")
    let score = try run(
      "LanguageModelTool", ["tokens", "@train.txt", "2", "@train.txt"], files: text)
    #expect(score.output.split(separator: "\n").count == 3)
  }

  @Test(
    "a number that no training can use is named",
    arguments: [
      (2, "-1", "|V|"), (2, "0", "|V|"), (2, "5.5", "|V|"), (2, "99999999999999999999", "|V|"),
      (3, "0", "n"), (3, "9223372036854775807", "n"), (4, "-1", "m"), (5, "0", "BATCH"),
      (5, "9223372036854775807", "BATCH"), (6, "nan", "RATE"), (6, "-0.1", "RATE"),
      (6, "inf", "RATE"), (7, "-3", "STEPS"), (7, "1e30", "STEPS"), (7, "", "STEPS"),
    ])
  func numbers(place: Int, value: String, name: String) throws {
    var arguments = ["@train.txt", "5", "2", "1", "1", "0.1", "1", "@"]
    arguments[place - 1] = value
    let outcome = try run(
      "CBOWTool", arguments, files: ["train.txt": "the cat sat on the mat\n"])
    #expect(outcome.status == 1 && outcome.output == "")
    #expect(outcome.errors.hasPrefix("error: \(name) is a "))
    #expect(outcome.errors.hasSuffix(", not “\(value)”\n"))
  }
}
