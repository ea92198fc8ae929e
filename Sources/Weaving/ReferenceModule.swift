import Foundation

/// A chapter's reference module, `Solutions/ChapterN`: the one place where its code is written.
public struct ReferenceModule: Sendable {
  /// The chapter's number.
  public let chapter: Int
  /// The files, by name.
  public let files: [ReferenceFile]

  /// Reads and checks every Swift file of the module.
  ///
  /// - Parameters:
  ///   - root: the package's root.
  /// - Throws: ``Diagnostics``: unreadable files, faulty markers, two regions of one name.
  public init(chapter: Int, root: URL) throws {
    self.chapter = chapter
    let folder = "Solutions/Chapter\(chapter)"
    let directory = root.appending(path: folder)
    guard
      let names = try? FileManager.default.contentsOfDirectory(atPath: directory.path)
        .filter({ $0.hasSuffix(".swift") }).sorted()
    else {
      throw Diagnostics([Diagnostic(file: folder, "this folder cannot be read")])
    }
    var diagnostics: [Diagnostic] = []
    var files: [ReferenceFile] = []
    for name in names {
      let path = "\(folder)/\(name)"
      do {
        let source = try String(contentsOf: directory.appending(path: name), encoding: .utf8)
        files.append(try ReferenceFile(source: source, path: path, chapter: chapter))
      } catch let faults as Diagnostics {
        diagnostics += faults.all
      } catch {
        diagnostics.append(Diagnostic(file: path, "this file cannot be read as UTF-8 text"))
      }
    }
    self.files = files
    diagnostics += Self.duplicates(in: files.flatMap(\.regions))
    guard diagnostics.isEmpty else { throw Diagnostics(diagnostics) }
  }

  /// Every region of the module, file by file.
  public var regions: [Region] { files.flatMap(\.regions) }

  /// The regions of one exercise, in order; empty where the number is unknown.
  public func exercise(_ id: String) -> [Region] {
    regions.filter { $0.kind == .exercise && $0.name == id }
  }

  /// The numbers of the module's exercises, in numerical order.
  public var exercises: [String] {
    Set(regions.lazy.filter { $0.kind == .exercise }.map(\.name))
      .sorted { $0.compare($1, options: .numeric) == .orderedAscending }
  }

  /// The exercises whose functions an exercise's reference solution calls, itself or by way of what
  /// it calls: given code, or another exercise.
  ///
  /// Only free functions are recognised, by their names; a learner is likely to call the same.
  public func prerequisites(of exercise: String) -> [String] {
    var reached: Set<String> = []
    var waiting = self.exercise(exercise).flatMap(\.text.calledNames)
    while let name = waiting.popLast() {
      guard reached.insert(name).inserted else { continue }
      waiting += regions(declaring: name).flatMap(\.text.calledNames)
    }
    return exercises.filter { other in
      other != exercise
        && self.exercise(other).contains { $0.text.functionName.map(reached.contains) ?? false }
    }
  }

  /// The regions whose first function has the name.
  private func regions(declaring name: String) -> [Region] {
    regions.filter { $0.text.functionName == name }
  }

  /// An exercise may have several declarations; a given region's name stands once.
  private static func duplicates(in regions: [Region]) -> [Diagnostic] {
    var seen: [String: Region] = [:]
    return regions.filter { $0.kind == .given }.compactMap { region in
      guard let first = seen.updateValue(region, forKey: region.name) else { return nil }
      return Diagnostic(
        file: region.file, line: region.lines.lowerBound - 1,
        "the region “\(region.name)” is also in \(first.file):\(first.lines.lowerBound - 1)")
    }
  }
}

extension String {
  /// The name behind `func` in the first declaration of the text.
  fileprivate var functionName: String? {
    let tokens = SwiftTokenizer.tokens(of: self)
    guard let index = tokens.firstIndex(where: { $0.text == "func" }),
      tokens.indices.contains(index + 1)
    else { return nil }
    return String(tokens[index + 1].text)
  }

  /// Names that stand before a parenthesis and behind no dot.
  fileprivate var calledNames: [String] {
    let tokens = SwiftTokenizer.tokens(of: self)
    return tokens.indices.dropFirst().dropLast().compactMap { index in
      tokens[index + 1].text == "(" && ![".", "func"].contains(tokens[index - 1].text)
        ? String(tokens[index].text) : nil
    }
  }
}
