import Experiments
import Foundation

// The numbers and the figures of the pages in Chapters/gradients. Takes no time, so there is nothing
// to choose: `swift run GradientsRun` writes all of them; a test says when they are out of date.

for (path, text) in try GradientPages.files {
  let file = URL(filePath: GradientPages.folder).appending(path: path)
  do {
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file, options: .atomic)
    print(file.relativePath)
  } catch {
    FileHandle.standardError.write(
      Data("\(file.relativePath): error: \(error.localizedDescription)\n".utf8))
    exit(1)
  }
}
