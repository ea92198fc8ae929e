import Foundation

/// The learner's files of a chapter as they stand at one moment, and where declarations are in them.
struct LearnerFiles {
  /// A declaration at its place.
  struct Place {
    let file: String
    let source: String
    let declaration: Declaration
    /// Whether it ends with a brace of its own.
    let isClosed: Bool
  }

  /// What was found of a wanted declaration.
  enum Finding {
    case found(Place)
    /// Its brace is never closed, so nobody knows where it ends.
    case unclosed(Place)
    /// More than one could be meant.
    case several([Place])
    case missing

    var places: [Place] {
      switch self {
      case .found(let place), .unclosed(let place): [place]
      case .several(let places): places
      case .missing: []
      }
    }
  }

  let texts: [String: String]
  private var outlines: [String: Outline] = [:]

  /// Reads the files; those that cannot be read are left out.
  init(of learner: LearnerModule) throws {
    var texts: [String: String] = [:]
    for name in try learner.fileNames() {
      guard var text = try? learner.text(of: name) else { continue }
      text.makeContiguousUTF8()
      texts[name] = text
    }
    self.init(texts, of: learner)
  }

  /// Takes texts as if they stood in the learner's folder.
  init(_ texts: [String: String], of learner: LearnerModule) {
    self.texts = texts
    let stubs = Dictionary(uniqueKeysWithValues: learner.reference.files.map { ($0.name, $0.stub) })
    for (name, text) in texts where stubs[name] == text {
      outlines[name] = learner.reader.outline(ofStub: text)
    }
    let own = texts.keys.filter { outlines[$0] == nil }.sorted()
    let read = learner.reader.outlines(of: own.compactMap { texts[$0] })
    for (name, outline) in zip(own, read) { outlines[name] = outline }
  }

  /// The outline of a file; empty where there is no such file.
  func outline(of file: String) -> Outline { outlines[file] ?? Outline() }

  /// Looks for a declaration by its name, its labels and its type, in every file.
  func find(_ wanted: WantedDeclaration) -> Finding {
    var candidates = places { $0.name == wanted.name && !$0.isNested }
    if candidates.isEmpty {
      // Behind a brace that is not closed, everything seems to stand inside; behind one too many,
      // outside.
      candidates = places { declaration, outline in
        declaration.name.isLike(wanted.name)
          && (outline.isCut
            || outline.hasStrayBrace && declaration.name.type.isEmpty && !declaration.isNested)
      }
    }
    if candidates.count > 1 {
      let exact = candidates.filter { $0.header == wanted.reference.header }
      if !exact.isEmpty { candidates = exact }
    }
    guard let place = candidates.first else { return .missing }
    guard candidates.count == 1 else { return .several(candidates) }
    return place.isClosed ? .found(place) : .unclosed(place)
  }

  /// Functions of the wanted name and type that have other labels.
  func similar(to wanted: WantedDeclaration) -> [Place] {
    places {
      $0.name.base == wanted.name.base && $0.name.type == wanted.name.type && !$0.isNested
    }
  }

  private func places(_ isWanted: (Declaration) -> Bool) -> [Place] {
    places { declaration, _ in isWanted(declaration) }
  }

  private func places(_ isWanted: (Declaration, Outline) -> Bool) -> [Place] {
    texts.sorted { $0.key < $1.key }.flatMap { file, source in
      let outline = outline(of: file)
      return outline.declarations.filter { isWanted($0, outline) }
        .map { declaration in
          Place(
            file: file, source: source, declaration: declaration,
            isClosed: Self.isClosed(declaration, in: source, isCut: outline.isCut))
        }
    }
  }

  /// In a file with an open brace, a closing one that stands under another column than the
  /// declaration was meant for something else.
  private static func isClosed(_ declaration: Declaration, in source: String, isCut: Bool) -> Bool {
    guard let close = declaration.close else { return false }
    let places = SourcePlaces(source)
    return !isCut || !places.isFirstOnLine(close)
      || places.indentation(at: close) == places.indentation(at: declaration.start)
  }
}

extension LearnerFiles.Place {
  private var places: SourcePlaces { SourcePlaces(source) }

  /// The declaration up to its `{`, which is part of it.
  var opening: Substring { places.text(declaration.start..<declaration.open + 1) }

  /// The declaration's tokens, with single spaces between them.
  var header: String {
    SwiftTokenizer.tokens(of: String(opening.dropLast())).map(\.text).joined(separator: " ")
  }

  /// Whether another module can see it, as far as its own modifiers say.
  var isPublic: Bool { !Set(header.split(separator: " ")).isDisjoint(with: ["public", "open"]) }

  /// The declaration on one line, for messages.
  var declaredAs: String {
    opening.dropLast().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The text between the braces; nil where they are not closed.
  var body: Substring? {
    declaration.close.map { places.text(declaration.open + 1..<$0) }
  }

  /// The line on which the declaration starts.
  var line: Int { places.line(at: declaration.start) }

  /// The lines of the declaration; where it is not closed, the first one.
  var lines: ClosedRange<Int> { line...places.line(at: declaration.close ?? declaration.start) }

  /// The learner's own text of an exercise; nil where the brace is not closed.
  var exerciseBody: ExerciseBody? {
    body.map { body in
      ExerciseBody(
        file: file, header: header,
        declaration: declaredAs,
        opening: String(opening), body: String(body), lines: lines)
    }
  }
}

extension DeclarationName {
  /// Whether this may be the other one where types are closed too late or too early.
  fileprivate func isLike(_ other: DeclarationName) -> Bool {
    base == other.base && labels == other.labels && kind == other.kind
      && (type.isEmpty || other.type.isEmpty || type == other.type
        || type.hasSuffix(".\(other.type)"))
  }
}
