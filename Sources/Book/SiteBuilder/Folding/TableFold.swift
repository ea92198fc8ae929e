import Foundation

/// Turns paragraphs of pipes into tables, from the source lines: emphasis must not run across cells.
enum TableFold {
  static func apply(to document: inout Markup, lines: [String], faults: inout Faults) {
    var found = faults
    for index in document.children.indices {
      let block = document.children[index]
      guard case .paragraph = block.kind, startsWithPipe(block) else { continue }
      let rows = lines[(block.lines.lowerBound - 1)..<min(block.lines.upperBound, lines.count)]
      document.children[index] = table(
        Array(rows), from: block.lines.lowerBound, faults: &found)
    }
    document.forEach { node in
      if case .paragraph = node.kind, startsWithPipe(node) {
        found.report(node.line, "a table stands at top level, not in a list, a quote or a note")
      }
    }
    faults = found
  }

  private static func startsWithPipe(_ block: Markup) -> Bool {
    guard case .text(let text) = block.children.first?.kind else { return false }
    return text.hasPrefix("|")
  }

  private static func table(_ rows: [String], from first: Int, faults: inout Faults) -> Markup {
    let cells = rows.map(self.cells)
    var node = Markup(.table([]), lines: first...(first + rows.count - 1))
    for (offset, row) in rows.enumerated() {
      let text = row.trimmingCharacters(in: .whitespaces)
      if !text.hasPrefix("|") || !text.hasSuffix("|") || text.hasSuffix("\\|") {
        faults.report(first + offset, "a table's row starts and ends with |")
        return node
      }
    }
    guard cells.count > 1, let alignments = alignments(cells[1]) else {
      faults.report(first, "a table's second row says how columns are set: | --- | ---: |")
      return node
    }
    node.kind = .table(alignments)
    for (offset, row) in cells.enumerated() where offset != 1 {
      let line = first + offset
      if row.count != alignments.count {
        faults.report(line, "this row has \(row.count) cells; the table has \(alignments.count)")
      }
      node.children.append(
        Markup(
          .tableRow, line: line,
          row.map { Markup(.tableCell, line: line, CommonMark.inlines($0, line: line)) }))
    }
    if alignments.count != cells[0].count {
      faults.report(
        first + 1, "the table has \(cells[0].count) columns, but sets \(alignments.count)")
    }
    return node
  }

  /// Splits a row at the pipes that no backslash stands before.
  private static func cells(_ row: String) -> [String] {
    var cells: [String] = []
    var cell = ""
    var isEscaped = false
    for character in row.trimmingCharacters(in: .whitespaces).dropFirst() {
      if character == "|", !isEscaped {
        cells.append(cell.trimmingCharacters(in: .whitespaces))
        cell = ""
      } else {
        if character == "|" { cell.removeLast() }
        cell.append(character)
      }
      isEscaped = character == "\\" && !isEscaped
    }
    return cells
  }

  private static func alignments(_ cells: [String]) -> [ColumnAlignment]? {
    let alignments = cells.compactMap { cell -> ColumnAlignment? in
      guard cell.wholeMatch(of: /:?-+:?/) != nil else { return nil }
      if cell.hasSuffix(":") { return cell.hasPrefix(":") ? .center : .trailing }
      return .leading
    }
    return alignments.count == cells.count ? alignments : nil
  }
}
