import Autograd
import Foundation

/// What we make of each safetensors file in a folder, for another program to compare.
struct SafetensorsFolder {
  /// What was found in one file, or why it was refused.
  struct Verdict: Encodable {
    let file: String
    var refusal: String?
    var tensor: String?
    var tensors: [Found] = []
    /// Keys and values, in turn.
    var metadata: [String] = []
  }

  /// A tensor that was found. In a list, not by name: a dictionary of strings would take two ways to
  /// write é for one.
  struct Found: Encodable {
    let name: String
    let shape: [Int]
    let type: String
  }

  let folder: URL

  /// Opens every file whose name ends in .safetensors, and writes what can be read of it to the folder
  /// “ours”, by the same name.
  func verdicts() throws -> [Verdict] {
    let ours = folder.appending(path: "ours")
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      try FileManager.default.createDirectory(at: ours, withIntermediateDirectories: true)
    } catch {
      throw ToolError(
        description: "\(folder.path): error: this folder cannot be read, or no other made in it; "
          + "name a folder that you may write to")
    }
    return try names.filter { $0.hasSuffix(".safetensors") }.sorted()
      .map { try verdict(on: $0, copy: ours.appending(path: $0)) }
  }

  private func verdict(on name: String, copy: URL) throws -> Verdict {
    var verdict = Verdict(file: name)
    do {
      let file = try SafetensorsFile(contentsOf: folder.appending(path: name))
      var parameters = Parameters()
      for name in file.names {
        guard let (shape, type) = file.description(of: name) else { continue }
        verdict.tensors.append(Found(name: name, shape: shape, type: type))
        if ["F32", "F16", "BF16"].contains(type) { parameters[name] = try file.tensor(name) }
      }
      verdict.metadata = file.metadata.flatMap { [$0.key.text, $0.value] }
      try parameters.write(to: copy, metadata: file.metadata)
    } catch let error as SafetensorsError {
      (verdict.refusal, verdict.tensor) = (error.description, error.tensor)
    }
    return verdict
  }
}
