/// Why a declaration of an exercise cannot be replaced where it stands.
public struct DeclarationFault: Sendable {
  /// What is wrong.
  public enum Kind: Sendable {
    /// No declaration of its name was found. It may still be there in a form that only the compiler
    /// recognises, such as a constant that holds a function.
    case missing
    /// The declaration's file, and with it what is given there, is missing.
    case missingFile
    /// Its brace is never closed, so that its file cannot be read as it is.
    case unclosed
  }

  /// The exercise's number.
  public let exercise: String
  /// What is wrong.
  public let kind: Kind
  /// The name by which callers reach it: the function's, or the type's of an initialiser.
  public let name: String
  /// The learner's file, as a path from the learner's folder.
  public let file: String
  /// The line on which the declaration starts; 0 where there is none.
  public let line: Int
  /// What is wrong, in words for the learner.
  public let message: String
}

/// A learner's declaration of an exercise that is not written as the reference's.
public struct UnlikeDeclaration: Sendable {
  /// The exercise's number.
  public let exercise: String
  /// The name by which callers reach it: the function's, or the type's of an initialiser.
  public let name: String
  /// The learner's file, as a path from the learner's folder.
  public let file: String
  /// The line on which the declaration starts.
  public let line: Int
  /// What to say where callers cannot use it.
  public let message: String
}

extension LearnerModule {
  /// What is wrong with an exercise's declarations; nil where the compiler is to judge them.
  public func fault(of exercise: String) throws -> DeclarationFault? {
    let files = try LearnerFiles(of: self)
    for wanted in try reference.wanted(exercise) {
      switch files.find(wanted) {
      case .found, .several: continue
      case .unclosed(let place):
        return DeclarationFault(
          exercise: exercise, kind: .unclosed, name: wanted.name.called, file: place.file,
          line: place.line, message: unclosed(place).message)
      case .missing:
        return DeclarationFault(
          exercise: exercise,
          kind: try isGone(wanted.file, in: files) ? .missingFile : .missing,
          name: wanted.name.called, file: wanted.file, line: 0,
          message: notHere(wanted, in: files).message)
      }
    }
    return nil
  }

  /// Whether a file of the chapter's is missing, and nothing says that it only has another name.
  private func isGone(_ file: String, in files: LearnerFiles) throws -> Bool {
    try files.texts[file] == nil
      && reference.exercises.flatMap { try reference.wanted($0) }
        .allSatisfy { $0.file != file || files.find($0).places.isEmpty }
  }

  /// The exercises whose declarations stand in a file, or should and stand nowhere.
  public func exercises(in file: String) -> [String] {
    guard let files = try? LearnerFiles(of: self) else { return [] }
    return reference.exercises.filter { exercise in
      let wanted = (try? reference.wanted(exercise)) ?? []
      return wanted.contains { wanted in
        let places = files.find(wanted).places.map(\.file)
        return places.isEmpty ? wanted.file == file : places.contains(file)
      }
    }
  }

  /// The exercises that the learner declares otherwise than the reference does; callers may be able
  /// to use them or not.
  public func unlikeReference() throws -> [UnlikeDeclaration] {
    let files = try LearnerFiles(of: self)
    return try reference.exercises.flatMap { try reference.wanted($0) }.compactMap { wanted in
      guard let place = files.find(wanted).places.first, !wanted.reference.fits(place.header) else {
        return nil
      }
      return UnlikeDeclaration(
        exercise: wanted.exercise,
        name: wanted.name.called,
        file: place.file, line: place.line,
        message: "`\(place.declaredAs)` cannot be used as "
          + "`\(wanted.reference.declaration)`\(place.isPublic ? "" : ": it is not `public`"):")
    }
  }

  /// What keeps a declaration from being replaced; nil where nothing does, or where it is missing.
  func complaint(about wanted: WantedDeclaration, in files: LearnerFiles) -> Diagnostic? {
    switch files.find(wanted) {
    case .found, .missing: return nil
    case .unclosed(let place): return unclosed(place)
    case .several(let places):
      let all = places.map { "\(path(of: $0.file)):\($0.line)" }.joined(separator: " and ")
      return Diagnostic(
        file: path(of: places[0].file), line: places[0].line,
        "exercise \(wanted.exercise) could be any of the declarations at \(all); keep one of them")
    }
  }

  /// A declaration is missing: how to get it back, the way that changes least first, and what looks
  /// like it.
  func notHere(_ wanted: WantedDeclaration, in files: LearnerFiles) -> Diagnostic {
    if files.texts[wanted.file] == nil {
      do {
        _ = try text(of: wanted.file)
      } catch let diagnostic as Diagnostic {
        return diagnostic
      } catch {}
    }
    let similar = files.similar(to: wanted).first.map {
      " (line \($0.line) of \(path(of: $0.file)) has other argument labels)"
    }
    let needs =
      "exercise \(wanted.exercise) needs the declaration `\(wanted.reference.declaration)`, "
      + "which is not here\(similar ?? "")"
    return Diagnostic(
      file: path(of: wanted.file),
      canPutBack(wanted, into: files)
        ? "\(needs); `swift run course reset \(wanted.exercise)` puts its stub back and changes "
          + "nothing else"
        : "\(needs); write it back. `swift run course reset --file \(path(of: wanted.file))` would "
          + "replace all of this file by stubs, your answers in it too, after saving it in "
          + ".course/saved")
  }

  private func unclosed(_ place: LearnerFiles.Place) -> Diagnostic {
    Diagnostic(
      file: path(of: place.file), "the brace that opens `\(place.declaredAs)` is never closed")
  }
}

extension DeclarationName {
  /// What callers write before the parenthesis.
  var called: String {
    kind == .initializer ? String(type.split(separator: ".").last ?? "") : base
  }
}
