import Foundation
import Testing

@testable import Experiments

@Suite("Files that runs read")
struct FetchedFileTests {
  private struct Table: Decodable {
    struct Entry: Decodable {
      struct File: Decodable { let name: String }
      let name: String
      let folder: String
      let files: [File]
    }
    let entries: [Entry]
  }

  @Test(
    "Each is one that `course fetch` makes under the name that the run tells",
    arguments: FetchedFile.all)
  func stands(file: FetchedFile) throws {
    let course = sequence(first: URL(filePath: #filePath)) { $0.deletingLastPathComponent() }
    let table = try #require(
      course.prefix(9).map { $0.appending(path: "data/catalogue.json") }.first {
        FileManager.default.fileExists(atPath: $0.path)
      })
    let entries = try JSONDecoder().decode(Table.self, from: Data(contentsOf: table)).entries
    let entry = try #require(entries.first { $0.name == file.name })
    #expect(entry.files.map { "\(entry.folder)/\($0.name)" }.contains(file.path))
  }

  @Test("A corpus that is missing is told with the command that fetches it")
  func absence() throws {
    #expect(
      FetchedFile.publicTexts.absence
        == ".course/corpora/pd.txt is not here; `swift run course fetch pd` fetches it")
  }
}
