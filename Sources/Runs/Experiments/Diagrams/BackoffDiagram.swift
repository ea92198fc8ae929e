/// How a discounting model spreads its probability: what each history's counts keep, what is taken
/// off them, and how the next shorter history gives that out.
public struct BackoffDiagram: Figure {
  /// What one history says of all words.
  public struct Level: Sendable {
    let name: String
    let unit: String
    let counts: [Double]
    let discounts: [Double]
    let gamma: Double

    /// A history.
    ///
    /// - Parameters:
    ///   - name: what it is: `after dog`.
    ///   - unit: what is counted.
    ///   - counts: each word's count.
    ///   - discounts: what is taken off each count.
    ///   - gamma: the share of all counts that is taken off; 0 at the last level.
    public init(
      _ name: String, unit: String, counts: [Double], discounts: [Double], gamma: Double
    ) {
      (self.name, self.unit, self.counts) = (name, unit, counts)
      (self.discounts, self.gamma) = (discounts, gamma)
    }

    /// Each word's probability that this level's counts have kept.
    var shares: [Double] {
      let sum = counts.reduce(0, +)
      return zip(counts, discounts).map { ($0 - $1) / sum }
    }
  }

  let title: String
  let description: String
  let words: [String]
  /// The place of the word that is followed through all levels.
  let followed: Int
  /// From the longest history to the uniform distribution.
  let levels: [Level]
  /// What the sums are called: `P(w | dog)`.
  let sumName: String

  /// A diagram.
  ///
  /// - Precondition: each level has a count and a discount for each word.
  public init(
    title: String, description: String, words: [String], followed: Int, levels: [Level],
    sumName: String
  ) {
    for level in levels {
      precondition(
        level.counts.count == words.count && level.discounts.count == words.count,
        "\(level.name): \(level.counts.count) counts, \(level.discounts.count) discounts ≠ "
          + "\(words.count) words")
    }
    (self.title, self.description, self.words) = (title, description, words)
    (self.followed, self.levels, self.sumName) = (followed, levels, sumName)
  }

  /// Of each word, the probability that it has from each level: its share times the γs before it.
  var parts: [[Double]] {
    words.indices.map { word in
      var weight = 1.0
      return levels.map { level in
        defer { weight *= level.gamma }
        return weight * level.shares[word]
      }
    }
  }

  /// The drawing.
  public func svg(_ breadth: Breadth) -> String {
    var drawing = Drawing(breadth, height: breadth == .wide ? 398 : narrowHeight)
    if breadth == .wide { drawWide(&drawing) } else { drawNarrow(&drawing) }
    return drawing.svg(title: title, description: description)
  }

  static let colour = Drawing.series(3)
  static let rowHeight = 25.0

  /// The shade of a level, in its own column and in the sums.
  static func opacity(_ level: Int) -> Double { [1, 0.65, 0.38][min(level, 2)] }

  /// Draws a word's count: what is kept is filled, what is taken off is an empty frame.
  func drawCount(
    _ drawing: inout Drawing, _ level: Int, word: Int, x: Double, y: Double, unit: Double,
    size: Double
  ) {
    let (count, discount) = (levels[level].counts[word], levels[level].discounts[word])
    let (kept, all) = ((count - discount) * unit, count * unit)
    drawing.rectangle(
      x: x, y: y - 8, width: kept, height: 16, colour: Self.colour,
      opacity: Self.opacity(level))
    if discount > 0 {
      drawing.frame(
        x: x + kept, y: y - 8, width: all - kept, height: 16, colour: Drawing.quiet,
        isDashed: true)
    }
    let text =
      count == 0
      ? "0"
      : Magnitude.fraction(count) + (discount > 0 ? " − " + Magnitude.fraction(discount) : "")
    drawing.text(
      text, (x + all + 7, y + 5), colour: Drawing.quiet, size: size, isBold: false)
  }

  /// Draws a level's whole as a bar: what its words keep, and γ.
  func drawWhole(
    _ drawing: inout Drawing, _ level: Int, x: Double, y: Double, width: Double, size: Double
  ) {
    let gamma = levels[level].gamma
    let kept = width * (1 - gamma)
    drawing.rectangle(
      x: x, y: y, width: kept, height: 18, colour: Self.colour, opacity: Self.opacity(level))
    guard gamma > 0 else {
      return drawing.text(
        "nothing left", (x, y + 20 + size), colour: Drawing.quiet, size: size)
    }
    drawing.frame(
      x: x + kept, y: y, width: width - kept, height: 18, colour: Drawing.quiet, isDashed: true)
    drawing.text(
      "γ", (x + kept + (width - kept) / 2, y + 14), anchor: .middle, size: size, isBold: true)
    drawing.text(
      "γ = \(Magnitude.fraction(gamma)) is taken off", (x, y + 20 + size), colour: Drawing.quiet,
      size: size)
  }

  /// Draws a word's probability, from all levels together.
  func drawSum(
    _ drawing: inout Drawing, word: Int, x: Double, y: Double, unit: Double, size: Double
  ) {
    var end = x
    for (level, part) in parts[word].enumerated() {
      drawing.rectangle(
        x: end, y: y - 8, width: part * unit, height: 16, colour: Self.colour,
        opacity: Self.opacity(level))
      end += part * unit
    }
    drawing.text(
      Magnitude.plain(parts[word].reduce(0, +), digits: 2), (end + 6, y + 5), size: size,
      isBold: word == followed)
  }

  /// The sum of the followed word, written out.
  var formula: String {
    let shares = levels.map { Magnitude.plain($0.shares[followed], digits: 2) }
    let gammas = levels.map { Magnitude.plain($0.gamma, digits: 2) }
    let sum = Magnitude.plain(parts[followed].reduce(0, +), digits: 2)
    return "\(words[followed]): \(shares[0]) + \(gammas[0]) × (\(shares[1]) + \(gammas[1]) × "
      + "\(shares[2])) = \(sum)"
  }
}
