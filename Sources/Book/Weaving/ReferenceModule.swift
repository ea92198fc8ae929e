import Foundation

/// A chapter's reference module, `Solutions/ChapterN`: the one place where its code is written.
public struct ReferenceModule: Sendable {
  /// The chapter's number.
  public let chapter: Int
  /// Its files, and what the book shows of them: everything.
  public let source: SourceFolder

  /// Reads and checks every Swift file of the module.
  ///
  /// - Parameters:
  ///   - root: the package's root.
  /// - Throws: ``Diagnostics``: unreadable files, faulty markers, two regions of one name.
  public init(chapter: Int, root: URL) throws {
    self.chapter = chapter
    source = try SourceFolder(chapter: chapter, root: root)
  }

  /// The files, by name.
  public var files: [ReferenceFile] { source.files }

  /// Every region of the module, file by file.
  public var regions: [Region] { source.regions }

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
