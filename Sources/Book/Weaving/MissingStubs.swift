import Foundation

/// Stubs that a learner has deleted, or renamed, and that come back without anything else changing.
extension LearnerModule {
  /// A stub put back.
  public struct PutBack: Sendable, Equatable {
    /// The declaration on one line.
    public let declaration: String
    /// The learner's file and line where it stands now: `Sources/Chapter1/OneHot.swift:15`.
    public let location: String
  }

  /// Puts back the stubs of an exercise's declarations that are nowhere; whatever else the learner
  /// has written stays as it is, to the letter.
  ///
  /// A stub comes to stand behind the declaration that it follows in the file of stubs, or before the
  /// one that follows it; where neither is there, at the end of the file.
  ///
  /// - Returns: what was put back; empty where nothing was missing.
  /// - Throws: ``Diagnostic`` where it can be put nowhere; nothing is written then.
  public func putBack(_ exercise: String) throws -> [PutBack] {
    let before = try LearnerFiles(of: self)
    let missing = try reference.wanted(exercise).filter { before.find($0).places.isEmpty }
    var files = before
    for wanted in missing {
      guard let new = insertion(of: wanted, into: files) else {
        throw notHere(wanted, in: files)
      }
      files = new
    }
    for file in Set(missing.map(\.file)) {
      try Data((files.texts[file] ?? "").utf8).write(
        to: root.appending(path: path(of: file)), options: .atomic)
    }
    return missing.map { wanted in
      let line = files.find(wanted).places.first?.line ?? 1
      return PutBack(
        declaration: wanted.reference.declaration, location: "\(path(of: wanted.file)):\(line)")
    }
  }

  /// Whether a missing declaration's stub can be put back without touching anything else.
  func canPutBack(_ wanted: WantedDeclaration, into files: LearnerFiles) -> Bool {
    insertion(of: wanted, into: files) != nil
  }

  /// The files with a declaration's stub in them; nil where it would not be found there, or where
  /// another declaration would not be found any more.
  private func insertion(of wanted: WantedDeclaration, into files: LearnerFiles) -> LearnerFiles? {
    guard let file = reference.files.first(where: { $0.name == wanted.file }),
      let text = files.texts[wanted.file],
      let edit = edit(for: wanted, of: file, into: files)
    else { return nil }
    let outline = files.outline(of: wanted.file)
    var texts = files.texts
    texts[wanted.file] = text.applying(
      [edit] + outline.importing(Set(wanted.imports).subtracting(outline.imports).sorted()))
    let new = LearnerFiles(texts, of: self)
    let all = (try? reference.exercises.flatMap(reference.wanted)) ?? []
    guard case .found = new.find(wanted),
      new.outline(of: wanted.file).isCut == outline.isCut,
      all.allSatisfy({ new.find($0).places.count >= files.find($0).places.count })
    else { return nil }
    return new
  }

  private func edit(
    for wanted: WantedDeclaration, of file: ReferenceFile, into files: LearnerFiles
  ) -> SourceEdit? {
    let outline = reader.outline(ofStub: file.stub)
    let places = SourcePlaces(file.stub)
    guard let own = outline.declarations.first(where: { $0.name == wanted.name }),
      let close = own.close,
      let region = file.regions.last(where: { $0.stubLine <= places.line(at: own.start) })
    else { return nil }
    let stub = places.text(places.lineStart(ofLine: region.stubLine)..<close + 1)
    let siblings = outline.declarations.filter {
      !$0.isNested && $0.name.type == wanted.name.type && $0.name != wanted.name
    }
    let isMember = !wanted.name.type.isEmpty
    let present = { (sibling: Declaration) in
      files.outline(of: file.name).declarations
        .first { $0.name == sibling.name && !$0.isNested && $0.close != nil }
    }
    let text = files.texts[file.name] ?? ""
    if let before = siblings.filter({ $0.start < own.start }).reversed().lazy
      .compactMap(present).first, let end = before.close
    {
      return SourceEdit(range: end + 1..<end + 1, text: "\n\n\(stub)")
    }
    if let after = siblings.filter({ $0.start > own.start }).lazy.compactMap(present).first {
      let start = SourcePlaces(text).startOfComment(above: after.start)
      return SourceEdit(range: start..<start, text: "\(stub)\n\n")
    }
    let end = text.utf8.count
    guard isMember else { return SourceEdit(range: end..<end, text: "\n\(stub)\n") }
    guard files.declareType(wanted.name.type) else { return nil }
    return SourceEdit(
      range: end..<end, text: "\nextension \(wanted.name.type) {\n\(stub)\n}\n")
  }
}

extension LearnerFiles {
  /// Whether a type is declared in one of the files.
  fileprivate func declareType(_ type: String) -> Bool {
    let name = type.split(separator: ".").last ?? ""
    return texts.values.contains { text in
      guard text.contains(name) else { return false }
      let tokens = SwiftTokenizer.tokens(of: text).map(\.text)
      return zip(tokens, tokens.dropFirst()).contains { keyword, declared in
        ["struct", "class", "enum", "actor"].contains(keyword) && declared == name
      }
    }
  }
}

extension SourcePlaces {
  /// Where a line starts, counted from 1.
  fileprivate func lineStart(ofLine line: Int) -> Int {
    (1..<max(1, line)).reduce(0) { start, _ in nextLine(after: start) }
  }

  /// Where the comment lines directly above a place's line start; the line itself, if there are none.
  fileprivate func startOfComment(above offset: Int) -> Int {
    var start = lineStart(at: offset)
    while start > 0 {
      let above = lineStart(at: start - 1)
      let text = text(above..<start).drop { $0 == " " || $0 == "\t" }
      guard text.hasPrefix("//") || text.hasPrefix("@") else { break }
      start = above
    }
    return start
  }
}
