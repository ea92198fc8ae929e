import Foundation
import Weaving

/// Reads the pages as they will be published and follows every link.
enum SiteCheck {
  /// - Parameter targets: places that the search leads to, besides the pages' own links.
  static func faults(
    in files: [String: Data], targets: [(page: String, anchor: String)] = []
  ) -> [Diagnostic] {
    // Of ids the bytes count, as for a browser: “ü” in one sign is not “ü” in two.
    var pages: [String: (ids: Set<[UInt8]>, links: [(address: String, line: Int)])] = [:]
    var faults: [Diagnostic] = []
    let paths = files.keys.filter { $0.hasSuffix(".html") }.sorted()
    let attributes = paths.concurrentMap { Self.attributes(of: Array(files[$0] ?? Data())) }
    for (path, attributes) in zip(paths, attributes) {
      var ids: Set<[UInt8]> = []
      for id in attributes where id.name == "id" && !ids.insert(Array(id.value.utf8)).inserted {
        faults.append(
          Diagnostic(file: path, line: id.line, "the built page has the id “\(id.value)” twice"))
      }
      pages[path] = (
        ids,
        attributes.filter { $0.name == "href" || $0.name == "src" }.map { ($0.value, $0.line) }
      )
      for control in attributes where control.name.isEmpty {
        faults.append(
          Diagnostic(
            file: path, line: control.line,
            "the built page has the control character U+\(control.value); it comes from what is "
              + "quoted there"))
      }
    }
    for target in targets where pages[target.page]?.ids.contains(Array(target.anchor.utf8)) != true
    {
      faults.append(
        Diagnostic(
          file: "assets/search-index.js",
          "the search leads to “\(target.page)#\(target.anchor)”: not there"))
    }
    for (path, page) in pages {
      for link in page.links where !link.address.contains(":") {
        let parts = link.address.split(
          separator: "#", maxSplits: 1, omittingEmptySubsequences: false
        ).map(String.init)
        let folder = path.split(separator: "/").dropLast().joined(separator: "/")
        let target = parts[0].isEmpty ? path : RelativePath.join(folder, parts[0])
        let hasAnchor =
          parts.count < 2 || pages[target]?.ids.contains(Array(parts[1].utf8)) == true
        if files[target] == nil || !hasAnchor {
          faults.append(
            Diagnostic(
              file: path, line: link.line, "the built page links to “\(link.address)”: not there"))
        }
      }
    }
    return faults
  }

  /// The values of `href`, `src` and `id` in tags, with their lines; control characters under an
  /// empty name.
  private static func attributes(
    of bytes: [UInt8]
  ) -> [(name: String, value: String, line: Int)] {
    var found: [(name: String, value: String, line: Int)] = []
    var line = 1
    var isInTag = false
    // Most attributes are none of these: one look tells.
    let firsts = Set("hsi".utf8)
    let names: [[UInt8]] = ["href", "src", "id"].map { Array(" \($0)=\"".utf8) }
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\n"): line += 1
      case UInt8(ascii: "<"): isInTag = true
      case UInt8(ascii: ">"): isInTag = false
      case UInt8(ascii: " ")
      where isInTag && index + 1 < bytes.count && firsts.contains(bytes[index + 1]):
        guard let name = names.first(where: { bytes[index...].starts(with: $0) }) else { break }
        let start = index + name.count
        let end = bytes[start...].firstIndex(of: UInt8(ascii: "\"")) ?? bytes.count
        let value = String(decoding: bytes[start..<end], as: UTF8.self)
        found.append(
          (
            String(decoding: name.dropFirst().dropLast(2), as: UTF8.self),
            value.removingPercentEncoding ?? value, line
          ))
        index = end
      case 0x00...0x08, 0x0B, 0x0C, 0x0E...0x1F, 0x7F:
        let code = String(bytes[index], radix: 16, uppercase: true)
        found.append(("", String(repeating: "0", count: 4 - code.count) + code, line))
      default: break
      }
      index += 1
    }
    return found
  }
}
