import Foundation

extension LearnerModule {
  /// The longest file that is read, in bytes; the reference's longest has 9 kilobytes.
  private static let longestFile = 1 << 20

  /// What stands in the learner's folder like a Swift file and cannot be built, or is not there,
  /// each with what to do about it.
  ///
  /// Of these the compiler would say nothing, or nothing that names the file.
  public func unusableFiles() throws -> [Diagnostic] {
    let names = try fileNames()
    let strangers = SwiftFiles.strangers(below: root.appending(path: folder))
    let missing = reference.files.map(\.name).filter { !names.contains($0) }
    var bases: Set<Substring> = []
    // Files of the folder itself come first: the one in a deeper folder is the surplus one.
    let twice = names.sorted { ($0.depth, $0) < ($1.depth, $1) }
      .filter { !bases.insert($0.base).inserted }
    return strangers.map {
      diagnostic($0, "this is no file, or a link that leads to none; move it out of the folder")
    }
      + missing.filter { !strangers.contains($0) }.map {
        diagnostic(
          $0,
          "this file is missing; `swift run course reset --file \(path(of: $0))` brings back its "
            + "stub")
      }
      + twice.map {
        diagnostic(
          $0, "another file of the chapter has this name, and a module has each once; rename it")
      }
      + names.filter { !twice.contains($0) }.compactMap { name in
        fault(of: name).map { diagnostic(name, $0) }
      }
  }

  private func diagnostic(_ name: String, _ message: String) -> Diagnostic {
    Diagnostic(file: path(of: name), message)
  }

  private func fault(of name: String) -> String? {
    if name.base == "main.swift" {
      return "a file of this name makes a program of the chapter, which is a library; rename it"
    }
    let troublesome: Set<Unicode.Scalar> = ["\"", "\\", "\u{7F}", "\u{FFFD}"]
    if name.unicodeScalars.contains(where: { $0.value < 0x20 || troublesome.contains($0) }) {
      return "the compiler cannot be told of a file with this name; rename it"
    }
    let url = root.appending(path: path(of: name))
    guard let data = try? FileHandle(forReadingFrom: url).read(upToCount: Self.longestFile + 1)
    else {
      // An empty file has no data to read.
      return (try? Data(contentsOf: url)) == Data()
        ? nil : "this file cannot be read; look at its permissions"
    }
    if data.count > Self.longestFile {
      return "this file has more than \(Self.longestFile >> 20) MB, too much for Swift code"
    }
    guard let text = String(data: data, encoding: .utf8) else {
      return "this file cannot be read as UTF-8 text; save it in this encoding"
    }
    if text.contains("@main"), SwiftTokenizer.tokens(of: text).holdMain {
      return "`@main` makes a program of the chapter, which is a library; remove it"
    }
    return nil
  }

  /// Imports of modules that the chapter is not built with although the package has them, each with
  /// the line of the first in a file.
  ///
  /// The compiler finds such a module where an earlier build has left it, and fails later, or not
  /// always, and without a place.
  public func foreignImports() throws -> [Diagnostic] {
    let own = "Chapter\(reference.chapter)"
    let known = reference.files.reduce(into: Set(["Exercises", "Text"])) { known, file in
      known.formUnion(SwiftTokenizer.tokens(of: file.stub).imports.map(\.module))
    }
    let foreign = PackageFolders.modules(root: root).subtracting(known).subtracting([own])
    return try fileNames().compactMap { name in
      guard let text = try? text(of: name), text.contains("import"),
        let found = SwiftTokenizer.tokens(of: text).imports
          .first(where: { foreign.contains($0.module) })
      else { return nil }
      return Diagnostic(
        file: path(of: name), line: found.line,
        "no such module '\(found.module)' for chapter \(reference.chapter), which has "
          + "\(known.sorted().joined(separator: ", ")); remove this import")
    }
  }
}

extension [SwiftToken] {
  /// Whether the attribute that marks a program's start is among them.
  fileprivate var holdMain: Bool {
    indices.dropLast().contains { self[$0].text == "@" && self[$0 + 1].text == "main" }
  }
}

extension String {
  /// In how many folders a path's last name stands.
  fileprivate var depth: Int { count { $0 == "/" } }
  /// A path's last name.
  fileprivate var base: Substring { split(separator: "/").last ?? self[...] }
}
