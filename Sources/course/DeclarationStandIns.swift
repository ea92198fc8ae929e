import Foundation
import Weaving

/// Declarations that are missing, never end or cannot be called cost their own exercises only.
extension ChapterGrader {
  /// Puts stubs in the place of what no build can come to terms with.
  mutating func standInForBrokenFiles() throws {
    for fault in try faults(of: [.unclosed, .missingFile]) {
      if fault.kind == .missingFile {
        overlay.stubbedFiles.insert(fault.file)
        notFound.insert(fault.exercise)
      } else if try !overlay.canReplace(fault.exercise) {
        blame(file: fault.file, CompileError(fault))
        continue
      }
      standIn(for: fault.exercise, because: CompileError(fault))
    }
  }

  /// After a failed build: puts stubs in the place of what the grader calls and does not find, or
  /// not in the form that it needs; false where there is nothing of that kind.
  ///
  /// Other errors of the same build may only follow from these, so they are asked for again.
  mutating func standInForDeclarations(log: String) throws -> Bool {
    let places = ErrorPlace.all(in: log)
    let ofGrader = places.filter { $0.file.contains("/Tests/Chapter\(chapter)Grade/") }
    let faults = try faults(of: [.missing])
    let others = try learner.unlikeReference().filter { compileErrors[$0.exercise] == nil }
    var missing = faults.filter { places.call($0.name) }
    var unlike = missing.isEmpty ? others.filter { ofGrader.call($0.name) } : []
    // The grader cannot be built, and the line of its error names nobody: any of them may be it.
    if missing.isEmpty, unlike.isEmpty, !ofGrader.isEmpty || places.isEmpty {
      (missing, unlike) = faults.isEmpty && !ofGrader.isEmpty ? ([], others) : (faults, [])
    }
    if missing.isEmpty, unlike.isEmpty { return false }
    for fault in missing {
      notFound.insert(fault.exercise)
      standIn(for: fault.exercise, because: CompileError(fault))
    }
    for declaration in unlike {
      let error = ofGrader.first { $0.calls(declaration.name) } ?? ofGrader.first
      standIn(
        for: declaration.exercise,
        because: CompileError(
          file: declaration.file, line: declaration.line,
          message: "\(declaration.message)\n\(error?.message ?? "")"))
    }
    forgetOrdinaryErrors()
    return true
  }

  private func faults(of kinds: [DeclarationFault.Kind]) throws -> [DeclarationFault] {
    try learner.reference.exercises.filter { compileErrors[$0] == nil }
      .compactMap { try learner.fault(of: $0) }
      .filter { kinds.contains($0.kind) }
  }

  private mutating func standIn(for exercise: String, because error: CompileError) {
    overlay.exercises[exercise] = .stub
    compileErrors[exercise, default: []].append(error)
    certain.insert(exercise)
  }

  private mutating func forgetOrdinaryErrors() {
    for exercise in compileErrors.keys where !certain.contains(exercise) {
      guard overlay.exercises.removeValue(forKey: exercise) != nil else { continue }
      compileErrors[exercise] = nil
    }
  }
}

extension CompileError {
  fileprivate init(_ fault: DeclarationFault) {
    self.init(file: fault.file, line: fault.line, message: fault.message)
  }
}

/// An error of a build, in whatever file.
private struct ErrorPlace {
  let file: String
  let message: String
  /// The source line that it is about.
  let code: Substring

  /// Whether a function is called on this line.
  func calls(_ name: String) -> Bool {
    code.ranges(of: "\(name)(").contains { range in
      code[..<range.lowerBound].last.map { !$0.isLetter && !$0.isNumber && $0 != "_" } ?? true
    }
  }

  static func all(in log: String) -> [ErrorPlace] {
    var sources: [String: [Substring]] = [:]
    return log.split(separator: "\n").compactMap { line in
      guard let marker = line.range(of: ": error: ") else { return nil }
      let place = line[..<marker.lowerBound].split(separator: ":")
      guard place.count >= 3, let number = Int(place[place.count - 2]) else { return nil }
      let file = place.dropLast(2).joined(separator: ":")
      let lines =
        sources[file]
        ?? ((try? String(contentsOfFile: file, encoding: .utf8)) ?? "")
        .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      sources[file] = lines
      return ErrorPlace(
        file: file, message: String(line[marker.upperBound...]),
        code: lines.indices.contains(number - 1) ? lines[number - 1] : "")
    }
  }
}

extension [ErrorPlace] {
  /// Whether a function is called where one of the errors is.
  fileprivate func call(_ name: String) -> Bool { contains { $0.calls(name) } }
}
