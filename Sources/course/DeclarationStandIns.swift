import Foundation
import Weaving

/// Declarations that are missing, never end or cannot be called cost their own exercises only.
extension StandIns {
  /// Puts a stub in the place of a declaration whose brace is never closed, or of its file where it
  /// cannot be cut out.
  mutating func standInForUnclosed() throws {
    for fault in try faults(of: .unclosed) {
      if try overlay.canReplace(fault.exercise) {
        standIn(for: fault.exercise, because: CompileError(fault))
      } else {
        putOut(fault.file, CompileError(fault))
      }
    }
  }

  /// After a failed build: puts stubs in the place of what the grader calls and does not find, or
  /// not in the form that it needs; false where there is nothing of that kind.
  ///
  /// Other errors of the same build may only follow from these, so they are asked for again.
  mutating func standInForDeclarations(after build: BuildErrors) throws -> Bool {
    let places = build.calls
    let ofGrader = places.filter { "/\($0.file)".hasSuffix("/\(overlay.bindings.file)") }
    let faults = try faults(of: .missing)
    let missing = faults.filter { places.call($0.name) }
    let unlike =
      missing.isEmpty
      ? try learner.unlikeReference().filter {
        errors[$0.exercise] == nil && ofGrader.call($0.name)
      } : []
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

  /// What is wrong with declarations of exercises that nothing has been said of.
  func faults(of kind: DeclarationFault.Kind) throws -> [DeclarationFault] {
    try learner.reference.exercises.filter { errors[$0] == nil }
      .compactMap { try learner.fault(of: $0) }.filter { $0.kind == kind }
  }

  private mutating func standIn(for exercise: String, because error: CompileError) {
    overlay.exercises[exercise] = .stub
    errors[exercise, default: []].append(error)
    certain.insert(exercise)
  }

  private mutating func forgetOrdinaryErrors() {
    for exercise in errors.keys where !certain.contains(exercise) {
      guard overlay.exercises.removeValue(forKey: exercise) != nil else { continue }
      errors[exercise] = nil
    }
  }
}

extension CompileError {
  fileprivate init(_ fault: DeclarationFault) {
    self.init(file: fault.file, line: fault.line, message: fault.message)
  }
}

/// An error of a build, in whatever file.
struct ErrorPlace {
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
