import Foundation

/// Turns lines of pipes into tables, from the source lines: emphasis must not run across cells.
///
/// A table is what GitHub takes for one: a row of cells, below it a row of dashes with as many, and
/// every line below these. Pipes at the rows' ends may be left out, and a text may stand right above.
enum TableFold {
  static func apply(to document: inout Markup, source: SourceText, faults: inout Faults) {
    var fold = Fold(source: source, faults: faults)
    document.children = document.children.flatMap { block in
      guard case .paragraph = block.kind else { return [block] }
      return fold.blocks(of: block)
    }
    for block in document.children {
      switch block.kind {
      case .paragraph: break
      case .heading: fold.refuseUnderlined(block)
      default: block.forEach { fold.refuse($0) }
      }
    }
    faults = fold.faults
  }

  private struct Fold {
    let source: SourceText
    var faults: Faults

    /// A paragraph, or the text above a table and the table.
    mutating func blocks(of block: Markup) -> [Markup] {
      let first = block.lines.lowerBound
      let rows = Array(source.lines[(first - 1)..<min(block.lines.upperBound, source.lines.count)])
      guard let head = TableFold.head(of: rows) else {
        if let row = rows.firstIndex(where: TableFold.startsWithPipe) {
          faults.report(
            first + row, "a table's second row says how columns are set: | --- | ---: |")
        }
        return [block]
      }
      let table = table(Array(rows[head...]), from: first + head)
      if head == 0 { return [table] }
      let text = rows[..<head].joined(separator: "\n")
      return CommonMark.blocks(text, line: first, references: source.references) + [table]
    }

    private mutating func table(_ rows: [String], from first: Int) -> Markup {
      let cells = rows.map(TableFold.cells)
      let alignments = cells[1].compactMap(TableFold.alignment)
      var node = Markup(.table(alignments), lines: first...(first + rows.count - 1))
      for (offset, row) in cells.enumerated() where offset != 1 {
        let line = first + offset
        if rows[offset].hasPrefix("    ") || rows[offset].hasPrefix("\t") {
          faults.report(line, "a table's row has three spaces before it at most")
        }
        if row.count != alignments.count, offset > 0 {
          let advice =
            row.count < 2
            ? "; leave a line empty before the text behind a table"
            : rows[offset].contains("`") ? "; within a cell, in code too, a pipe is \\|" : ""
          faults.report(
            line,
            "this row has \(row.count) \(row.count == 1 ? "cell" : "cells"); the table has "
              + "\(alignments.count)\(advice)")
        }
        node.children.append(
          Markup(
            .tableRow, line: line,
            row.map {
              Markup(
                .tableCell, line: line,
                CommonMark.inlines($0, line: line, references: source.references))
            }))
      }
      if alignments.count != cells[0].count {
        faults.report(
          first + 1, "the table has \(cells[0].count) columns, but sets \(alignments.count)")
      }
      return node
    }

    /// Reports a table that a line of dashes right below makes a heading.
    mutating func refuseUnderlined(_ block: Markup) {
      let last = min(block.lines.upperBound, source.lines.count)
      let rows = Array(source.lines[(block.line - 1)..<max(block.line, last)])
      // One cell above dashes is a heading and nothing else.
      guard let head = TableFold.head(of: rows), rows[head].contains("|") else { return }
      faults.report(
        block.line + head, "the line below this table makes a heading of it; leave one empty there")
    }

    /// Reports a table inside a list, a quote or a note.
    mutating func refuse(_ node: Markup) {
      guard case .paragraph = node.kind else { return }
      let last = min(node.lines.upperBound, source.lines.count)
      let rows = source.lines[(node.line - 1)..<max(node.line, last)].map { line in
        String(line.drop { " \t>".contains($0) })
      }
      var place = rows.dropFirst().firstIndex(where: TableFold.startsWithPipe)
      if let head = TableFold.head(of: rows) { place = min(head, place ?? head) }
      // The first line may stand behind a list's mark.
      if case .text(let text) = node.children.first?.kind, text.hasPrefix("|") { place = 0 }
      guard let place else { return }
      faults.report(
        node.line + place, "a table stands at top level, not in a list, a quote or a note")
    }
  }

  /// The row above the row of dashes; nil where no table is.
  private static func head(of rows: [String]) -> Int? {
    rows.indices.dropFirst().first { index in
      guard rows[index].allSatisfy({ "|:- \t".contains($0) }) else { return false }
      let marks = cells(rows[index])
      guard !marks.isEmpty, marks.allSatisfy({ alignment($0) != nil }) else { return false }
      // Where neither row has a pipe, as many cells are no accident only if there is a colon.
      return rows[index].contains("|") || cells(rows[index - 1]).count == marks.count
    }.map { $0 - 1 }
  }

  private static func startsWithPipe(_ row: String) -> Bool {
    row.first { $0 != " " && $0 != "\t" } == "|"
  }

  /// Splits a row at the pipes that no backslash stands before, whatever is before that; those at its
  /// ends may be missing.
  private static func cells(_ row: String) -> [String] {
    var cells: [String] = []
    var cell = ""
    var isEscaped = false
    let row = row.trimmingCharacters(in: .whitespaces)
    for character in row.hasPrefix("|") ? row.dropFirst() : row[...] {
      if character == "|", !isEscaped {
        cells.append(cell.trimmingCharacters(in: .whitespaces))
        cell = ""
      } else {
        if character == "|" { cell.removeLast() }
        cell.append(character)
      }
      isEscaped = character == "\\"
    }
    if !cell.isEmpty { cells.append(cell.trimmingCharacters(in: .whitespaces)) }
    return cells
  }

  private static func alignment(_ cell: String) -> ColumnAlignment? {
    guard cell.wholeMatch(of: /:?-+:?/) != nil else { return nil }
    if cell.hasSuffix(":") { return cell.hasPrefix(":") ? .center : .trailing }
    return .leading
  }
}
