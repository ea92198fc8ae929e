extension BackoffDiagram {
  /// Words are rows, levels are columns: a word is followed from left to right.
  func drawWide(_ drawing: inout Drawing) {
    let size = Breadth.wide.textSize
    let (top, lefts, sumLeft) = (58.0, [78.0, 232, 458], 566.0)
    let units = [64.0, 38, 62 / (levels[2].counts.max() ?? 1)]
    let widths = [100.0, 160, 62]
    drawing.rectangle(
      x: 0, y: top + Double(followed) * Self.rowHeight, width: 720, height: Self.rowHeight,
      colour: Drawing.grid, opacity: 0.45)
    for (word, name) in words.enumerated() {
      let y = top + (Double(word) + 0.5) * Self.rowHeight
      drawing.text(name, (64, y + 5), anchor: .end, size: size, isBold: word == followed)
      for level in levels.indices {
        drawCount(
          &drawing, level, word: word, x: lefts[level], y: y, unit: units[level], size: size)
      }
      drawSum(&drawing, word: word, x: sumLeft, y: y, unit: 178, size: size)
    }
    let bottom = top + Double(words.count) * Self.rowHeight + 14
    for (level, x) in lefts.enumerated() {
      drawing.text(levels[level].name, (x, 18), size: size, isBold: true)
      drawing.text(levels[level].unit, (x, 38), colour: Drawing.quiet, size: size)
      drawing.line((x, top), (x, bottom - 14), colour: Drawing.quiet)
      drawWhole(&drawing, level, x: x, y: bottom, width: widths[level], size: size)
      guard level < levels.count - 1 else { continue }
      // What is taken off is the whole of the next column.
      drawing.arrow(
        (x + widths[level] + 5, bottom + 9), (lefts[level + 1] - 5, bottom + 9),
        colour: Drawing.quiet)
    }
    drawing.text(sumName, (sumLeft, 18), size: size, isBold: true)
    drawing.text("all together", (sumLeft, 38), colour: Drawing.quiet, size: size)
    drawing.line((sumLeft, top), (sumLeft, bottom - 14), colour: Drawing.quiet)
    drawing.text(formula, (360, bottom + 78), anchor: .middle, size: size + 1, isBold: true)
  }

  /// The words that a level has something to say of, and the followed one.
  private func rows(_ level: Int) -> [Int] {
    words.indices.filter { levels[level].counts[$0] > 0 || $0 == followed }
  }

  var narrowHeight: Double {
    let rows = levels.indices.dropLast().reduce(0) { $0 + self.rows($1).count } + 1 + words.count
    return Double(rows) * Self.rowHeight + Double(levels.count) * 130 - 86 + 38 + 40
  }

  /// Levels stand under each other: what is taken off falls down to the next.
  func drawNarrow(_ drawing: inout Drawing) {
    let size = Breadth.narrow.textSize
    let left = 70.0
    var y = 0.0
    for (level, facts) in levels.enumerated() {
      drawing.text(facts.name, (4, y + 16), size: size, isBold: true)
      drawing.text(facts.unit, (4, y + 35), colour: Drawing.quiet, size: size)
      y += 44
      let isLast = level == levels.count - 1
      let unit = isLast ? 100 / (facts.counts.max() ?? 1) : [130.0, 52][min(level, 1)]
      for word in isLast ? [followed] : rows(level) {
        drawRow(&drawing, word, y: y, name: isLast ? "each" : words[word])
        drawCount(
          &drawing, level, word: word, x: left + (isLast ? 10 : 0), y: y + Self.rowHeight / 2,
          unit: unit, size: size)
        y += Self.rowHeight
      }
      guard !isLast else { break }
      drawWhole(&drawing, level, x: left, y: y + 10, width: 230, size: size)
      let middle = left + 222.0
      drawing.arrow((middle, y + 32), (middle, y + 80), colour: Drawing.quiet)
      y += 86
    }
    drawing.text(sumName, (4, y + 28), size: size, isBold: true)
    drawing.text("all together", (84, y + 28), colour: Drawing.quiet, size: size)
    y += 38
    for word in words.indices {
      drawRow(&drawing, word, y: y, name: words[word])
      drawSum(
        &drawing, word: word, x: left, y: y + Self.rowHeight / 2, unit: 400, size: size)
      y += Self.rowHeight
    }
    drawing.text(formula, (180, y + 26), anchor: .middle, size: size, isBold: true)
  }

  private func drawRow(_ drawing: inout Drawing, _ word: Int, y: Double, name: String) {
    if word == followed {
      drawing.rectangle(
        x: 0, y: y, width: 360, height: Self.rowHeight, colour: Drawing.grid, opacity: 0.45)
    }
    drawing.text(
      name, (62, y + Self.rowHeight / 2 + 5), anchor: .end,
      size: Breadth.narrow.textSize, isBold: word == followed)
  }
}
