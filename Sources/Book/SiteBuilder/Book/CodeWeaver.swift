import Weaving

/// Puts the code of a chapter's reference, or of a library, into the pages of its folder, and checks
/// that all of it that belongs there is in one of them.
struct CodeWeaver {
  let source: SourceFolder
  /// The pages' folder, as a path from the package's root.
  let folder: String
  /// Where each region stands, as `file:line`.
  private var woven: [String: String] = [:]
  private var exercises: [(text: ExerciseText, file: String)] = []

  init(source: SourceFolder, folder: String) {
    (self.source, self.folder) = (source, folder)
  }

  /// Weaves the regions that a page asks for; pages come in reading order.
  mutating func weave(into page: inout Page) {
    var faults = page.faults
    let path = page.path
    let given = source.regions.filter { $0.kind == .given }
    var woven = woven
    page.document.replaceEach { node in
      guard case .weave(let name, let since) = node.kind else { return node }
      func find(_ name: String) -> Region? {
        if let region = given.first(where: { $0.name == name }) { return region }
        let names = given.map(\.name).joined(separator: ", ")
        faults.report(
          node.line,
          "no region “\(name)” is given; \(source.path) has \(names)")
        return nil
      }
      guard let region = find(name) else { return node }
      let earlier = since.flatMap(find)
      if let since, earlier != nil, woven[since] == nil {
        faults.report(
          node.line, "the region “\(since)” is not woven before this; nothing is new yet")
      }
      if let first = woven[name] {
        faults.report(node.line, "the region “\(name)” is already woven at \(first)")
      } else {
        woven[name] = "\(path):\(node.line)"
      }
      var listing = Listing(
        text: region.text.dedented, file: region.learnerFile, line: region.stubLine,
        id: "code-\(region.name)")
      if let earlier {
        listing.since = earlier.learnerFile.split(separator: "/").last.map(String.init)
        listing.newLines = listing.text.linesNew(since: earlier.text.dedented)
      }
      return Markup(.listing(listing), lines: node.lines)
    }
    self.woven = woven
    page.faults = faults
    exercises += page.exercises.map { ($0, path) }
  }

  /// Reports the regions of a page that belongs to no part; where a part's code cannot be read, that
  /// is reported already.
  static func refuse(_ page: inout Page) {
    guard page.part == nil else { return }
    var faults = page.faults
    page.document.forEach { node in
      guard case .weave(let name, _) = node.kind else { return }
      faults.report(
        node.line, "no region “\(name)” is given; only chapters and interludes weave code")
    }
    page.faults = faults
  }

  /// How much of the code the pages show, and a diagnostic for each part that none shows.
  func coverage() -> (coverage: BuildReport.Coverage, diagnostics: [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    let stated = Set(exercises.map(\.text.id))
    var coverage = BuildReport.Coverage(shownLines: 0, lines: 0)
    for region in source.regions {
      let count = region.text.split(separator: "\n").count { !$0.allSatisfy(\.isWhitespace) }
      let isShown =
        region.kind == .given ? woven[region.name] != nil : stated.contains(region.name)
      coverage.lines += count
      if isShown {
        coverage.shownLines += count
      } else {
        diagnostics.append(missing(region))
      }
    }
    for file in source.isShownWhole ? source.files : [] where !file.strayLines.isEmpty {
      coverage.lines += file.strayLines.count
      for range in file.strayLines.ranges {
        diagnostics.append(
          Diagnostic(
            file: "\(source.path)/\(file.name)", line: range.lowerBound,
            "lines \(range.lowerBound)–\(range.upperBound) stand in no region, so no page shows them"
          ))
      }
    }
    let numbers = Set(source.regions.lazy.filter { $0.kind == .exercise }.map(\.name))
    for exercise in source.isShownWhole ? exercises : [] where !numbers.contains(exercise.text.id) {
      diagnostics.append(
        Diagnostic(
          file: exercise.file, line: exercise.text.line,
          "exercise \(exercise.text.id) has no region “// #exercise \(exercise.text.id)” in "
            + source.path))
    }
    return (coverage, diagnostics)
  }

  private func missing(_ region: Region) -> Diagnostic {
    let lines = "lines \(region.lines.lowerBound)–\(region.lines.upperBound - 1)"
    return Diagnostic(
      file: region.file, line: region.lines.lowerBound,
      region.kind == .given
        ? "the region “\(region.name)” (\(lines)) is woven into no page of \(folder); write "
          + "```swift region=\(region.name)"
        : "no page of \(folder) has exercise \(region.name), which \(lines) solve")
  }
}

extension String {
  /// The text without the white space that all of its lines start with.
  var dedented: String {
    let lines = split(separator: "\n", omittingEmptySubsequences: false)
    let indents = lines.filter { !$0.allSatisfy(\.isWhitespace) }.map { line in
      line.prefix { $0 == " " }.count
    }
    let indent = indents.min() ?? 0
    return lines.map { String($0.dropFirst(indent)) }.joined(separator: "\n")
  }
}

extension String {
  /// Numbers, from 0, of the lines that an earlier text does not have in this order.
  fileprivate func linesNew(since earlier: String) -> Set<Int> {
    let lines = split(separator: "\n", omittingEmptySubsequences: false)
    let before = earlier.split(separator: "\n", omittingEmptySubsequences: false)
    let changes = lines.difference(from: before)
    return Set(
      changes.insertions.compactMap {
        if case .insert(let offset, let line, _) = $0, !line.isEmpty { offset } else { nil }
      })
  }
}

extension [Int] {
  /// Ascending numbers as runs of neighbours.
  var ranges: [ClosedRange<Int>] {
    reduce(into: []) { ranges, number in
      if let last = ranges.last, last.upperBound + 1 == number {
        ranges[ranges.count - 1] = last.lowerBound...number
      } else {
        ranges.append(number...number)
      }
    }
  }
}
