import Foundation

/// Finds what a link of a page points at.
struct LinkResolver {
  let pages: [Page]
  /// Pages that cannot be read, which is reported already.
  let unreadable: Set<String>
  let from: Page

  /// The address in the built site, and the target's name.
  func resolve(_ destination: String) throws(Fault) -> (address: String, name: String) {
    if ["https://", "http://", "mailto:"].contains(where: destination.hasPrefix) {
      return (destination, destination)
    }
    let parts = destination.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
      .map(String.init)
    guard let path = parts.first, !destination.isEmpty else {
      throw Fault(message: "this link has no target")
    }
    var target = from
    if !path.isEmpty {
      guard path.hasSuffix(".md") else {
        throw Fault(
          message: "“\(destination)” is no page; link to a page's .md file, to #id or to "
            + "https://…")
      }
      let wanted = RelativePath.join(from.folder, path)
      guard let page = pages.first(where: { $0.path == wanted }) else {
        if unreadable.contains(wanted) { return (destination, destination) }
        throw Fault(message: "“\(destination)” points at \(wanted), which is no page")
      }
      target = page
    }
    let address = path.isEmpty ? "" : RelativePath.from(from.output, to: target.output)
    guard parts.count == 2 else { return (address, target.title) }
    let wanted = parts[1].removingPercentEncoding ?? parts[1]
    guard let index = target.targets.index(forKey: wanted), target.targets[index].value.line > 0
    else {
      if let other = sibling(of: target, with: wanted) {
        let path = RelativePath.from(from.path, to: other.path)
        throw Fault(
          message: "\(target.path) has no id “\(wanted)”; \(other.path) has it: write "
            + "\(path)#\(wanted)")
      }
      let ids = target.targets.filter { $0.value.line > 0 }.keys
      let near = ids.sorted { Self.likeness($0, wanted) > Self.likeness($1, wanted) }.first
      throw Fault(
        message: "\(target.path) has no id “\(wanted)”"
          + (near.map { "; did you mean #\($0)?" } ?? ""))
    }
    // The id as the page has it: “ü” in one sign and in two are equal here, and not for a browser.
    let (id, anchor) = target.targets[index]
    return ("\(address)#\(id)", anchor.title)
  }

  /// The name of the chapter that a link leads to, where the map announces it and it has no folder
  /// yet; nil for every other link.
  func chapterAhead(_ destination: String) -> String? {
    let path = RelativePath.join(from.folder, destination)
    guard let chapter = path.wholeMatch(of: /Chapters\/(\d\d)-[a-z0-9-]+\/[a-z0-9-]+\.md(?:#.*)?/),
      let number = Int(chapter.1), !pages.contains(where: { $0.chapter == number })
    else { return nil }
    return pages.first { $0.path == "Chapters/map.md" }?.targets["chapter-\(number)"]?.title
  }

  /// Another page of the target's chapter that has the id.
  private func sibling(of target: Page, with id: String) -> Page? {
    guard target.part != nil else { return nil }
    return pages.first { $0.folder == target.folder && ($0.targets[id]?.line ?? 0) > 0 }
  }

  /// How many letters two ids begin with alike; ties go to the alphabet, so that messages are stable.
  private static func likeness(_ id: String, _ wanted: String) -> (Int, String) {
    (id.commonPrefix(with: wanted, options: .caseInsensitive).count, wanted < id ? id : "")
  }
}

/// Paths with `/` between their parts.
enum RelativePath {
  /// The folder of a file.
  static func folder(of path: String) -> String {
    path.split(separator: "/").dropLast().joined(separator: "/")
  }

  /// `path` seen from `folder`, with `..` taken away.
  static func join(_ folder: String, _ path: String) -> String {
    var parts = folder.split(separator: "/")
    for part in path.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return parts.joined(separator: "/")
  }

  /// The relative address of the file `target` in a page at `page`.
  static func from(_ page: String, to target: String) -> String {
    let here = page.split(separator: "/").dropLast()
    let there = target.split(separator: "/")
    let common = zip(here, there.dropLast()).prefix { $0 == $1 }.count
    return String(repeating: "../", count: here.count - common)
      + there.dropFirst(common).joined(separator: "/")
  }
}
