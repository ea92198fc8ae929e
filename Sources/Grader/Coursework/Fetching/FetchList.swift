import Foundation

extension FetchCatalogue {
  /// The table that `course fetch --list` prints: what is there, how large, from where, on which terms.
  ///
  /// - Parameter root: the course's folder.
  public func list(root: URL) -> String {
    let width = entries.map(\.name.count).max() ?? 0
    func line(_ name: String, _ chapters: String, _ size: String, _ state: String, _ title: String)
      -> String
    {
      "\(name.filled(to: width))  \(chapters.filled(to: 9))  \(size.filled(to: 10, atEnd: false))  "
        + "\(state.filled(to: 9))  \(title)"
    }
    var lines = [line("NAME", "CHAPTERS", "SIZE", "STATE", "WHAT")]
    for entry in entries {
      let size = entry.files.reduce(0) { $0 + $1.bytes }
      lines.append(
        line(
          entry.name, entry.chapters.map(String.init).joined(separator: " "), size.megabytes,
          state(of: entry, root: root).words, entry.title))
      let indent = String(repeating: " ", count: width + 2)
      lines.append(indent + "from \(source(of: entry)), \(downloadBytes(of: entry).megabytes)")
      lines.append(indent + "licence: \(entry.licence)")
    }
    lines.append("")
    lines.append(
      "`course fetch NAME` puts it below .course, outside of git. .course/cache keeps the packages and "
        + "may be removed.")
    return lines.joined(separator: "\n")
  }

  /// Which packages an entry is made of, and in which versions.
  private func source(of entry: Entry) -> String {
    let known = entry.packages.compactMap { name in packages[name].map { (name, $0) } }
    guard known.count > 3 else {
      return known.map { "\($0) \($1.version) (\($1.registry.words))" }.joined(separator: ", ")
    }
    let counts = [Registry.debian, .pypi].map { kind in
      "\(known.count { $0.1.registry == kind }) \(kind.words)"
    }
    return counts.joined(separator: " and ") + " packages"
  }
}

extension FetchCatalogue.State {
  /// As the table says it.
  public var words: String {
    switch self {
    case .missing: "–"
    case .partial: "in part"
    case .different: "differs"
    case .here: "here"
    }
  }
}

extension Int {
  /// As a size that people read.
  var megabytes: String {
    self < 100_000
      ? String(format: "%.1f kB", Double(self) / 1e3)
      : String(format: "%.1f MB", Double(self) / 1e6)
  }
}

extension String {
  /// With blanks, up to a width; longer texts stay as they are.
  func filled(to width: Int, atEnd: Bool = true) -> String {
    let blanks = String(repeating: " ", count: Swift.max(0, width - count))
    return atEnd ? self + blanks : blanks + self
  }
}
