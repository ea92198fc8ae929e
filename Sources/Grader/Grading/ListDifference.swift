/// What differs between two lists: shape first, then where, then what kind of slip it looks like.
struct ListDifference {
  let got: [Observation]
  let expected: [Observation]
  let closeness: Closeness

  /// Lines for a learner, the most telling first.
  var details: [String] {
    if let shapes { return shapes }
    var lines = [firstDifference].compactMap(\.self)
    if let got = numbers(got), let expected = numbers(expected), got.count == expected.count {
      lines += extent(got, expected)
    }
    if let reading { lines.append(reading) }
    return lines
  }

  // MARK: Shape

  private var shapes: [String]? {
    let left = Self.shape(.list(got))
    let right = Self.shape(.list(expected))
    if left == right { return nil }
    var lines = ["The shape is \(Self.words(left)), it should be \(Self.words(right))."]
    if left.count == 2, left == right.reversed(), let reading { lines.append(reading) }
    if left.count == 1, right.count == 1 {
      let agreeing = zip(got, expected).prefix { $0.isClose(to: $1, closeness: closeness) }.count
      if agreeing == min(got.count, expected.count), agreeing > 0 {
        lines.append(
          got.count < expected.count
            ? "What is there is right; the end is missing, from \(expected[agreeing].display) on."
            : "The beginning is right; there is too much behind it, from \(got[agreeing].display) on."
        )
      } else {
        lines += [firstDifference].compactMap(\.self)
      }
    }
    return lines
  }

  /// Counts of the nested lists, as long as they are regular.
  private static func shape(_ value: Observation) -> [Int] {
    guard case .list(let list) = value else { return [] }
    let inner = list.map(shape)
    guard let first = inner.first, inner.allSatisfy({ $0 == first }) else { return [list.count] }
    return [list.count] + first
  }

  private static func words(_ shape: [Int]) -> String {
    shape.count == 1
      ? "\(shape[0]) elements" : "[\(shape.map(String.init).joined(separator: ", "))]"
  }

  // MARK: Where and how much

  private var firstDifference: String? {
    let pairs = Array(zip(got, expected))
    let wrong = pairs.indices.filter { !pairs[$0].0.isClose(to: pairs[$0].1, closeness: closeness) }
    guard let first = wrong.first else { return nil }
    if let inMatrix { return inMatrix }
    let (path, left, right) = Self.innermost(
      "[\(first)]", pairs[first].0, pairs[first].1, closeness)
    let count = pairs.count > 1 ? "; \(wrong.count) of \(pairs.count) differ" : ""
    return
      "The first difference is at \(path): got \(left.display), expected \(right.display)\(count)."
  }

  /// Where two matrices differ, in rows and columns; nil where they are no matrices.
  private var inMatrix: String? {
    guard case let shape = Self.shape(.list(expected)), shape.count == 2, shape[0] * shape[1] > 1,
      numbers(expected) != nil, let left = Self.matrix(got), let right = Self.matrix(expected)
    else { return nil }
    let wrong = right.indices.flatMap { row in
      right[row].indices.filter { !left[row][$0].isClose(to: right[row][$0], closeness: closeness) }
        .map { (row: row, column: $0) }
    }
    guard let first = wrong.first else { return nil }
    let total = shape[0] * shape[1]
    return "The first difference is at [\(first.row)][\(first.column)]: "
      + "got \(left[first.row][first.column].display), "
      + "expected \(right[first.row][first.column].display); \(wrong.count) of \(total) numbers differ"
      + (wrong.count < total ? Self.pattern(wrong, shape) : "") + "."
  }

  /// What wrong numbers have in common, if it is a row or a column.
  private static func pattern(_ wrong: [(row: Int, column: Int)], _ shape: [Int]) -> String {
    let (rows, columns) = (Set(wrong.map(\.row)), Set(wrong.map(\.column)))
    if wrong.count < 2 { return "" }
    if columns.count == 1, shape[1] > 1 { return ", all of them in column \(wrong[0].column)" }
    if rows.count == 1, shape[0] > 1 { return ", all of them in row \(wrong[0].row)" }
    return ""
  }

  private static func matrix(_ list: [Observation]) -> [[Observation]]? {
    let rows = list.map { row -> [Observation] in
      if case .list(let numbers) = row { numbers } else { [] }
    }
    return rows.allSatisfy { !$0.isEmpty && $0.count == rows[0].count } ? rows : nil
  }

  private static func innermost(
    _ path: String, _ got: Observation, _ expected: Observation, _ closeness: Closeness
  ) -> (String, Observation, Observation) {
    guard case .list(let left) = got, case .list(let right) = expected, left.count == right.count,
      let index = left.indices.first(where: {
        !left[$0].isClose(to: right[$0], closeness: closeness)
      })
    else { return (path, got, expected) }
    return innermost("\(path)[\(index)]", left[index], right[index], closeness)
  }

  private func extent(_ got: [Double], _ expected: [Double]) -> [String] {
    let unknown = got.count(where: \.isNaN)
    if unknown > 0 { return ["\(unknown) of \(got.count) are nan (not a number)."] }
    let errors = zip(got, expected).map { abs($0 - $1) }.filter(\.isFinite)
    guard got.count > 1, let largest = errors.max(), largest > 0 else { return [] }
    return ["The largest error is \(Observation.readable(largest))."]
  }

  // MARK: What it looks like

  private var reading: String? {
    let right = Observation.list(expected)
    func isRight(_ list: [Observation]) -> Bool {
      Observation.list(list).isClose(to: right, closeness: closeness)
    }
    if let transposed, isRight(transposed) { return "Rows and columns are exchanged." }
    if isRight(got.reversed()) { return "The order is reversed." }
    if got.count > 2, got.count == expected.count {
      if isShifted(expected, behind: got) { return "Everything stands one place too early." }
      if isShifted(got, behind: expected) { return "Everything stands one place too late." }
    }
    if let left = numbers(got), let right = numbers(expected), left.count == right.count,
      let reading = Ratio.reading(of: left, expected: right, closeness: closeness)
    {
      return reading
    }
    return isRearranged ? "The elements are the right ones, in another order." : nil
  }

  /// Whether a list but for its first element is another but for its last, and not all alike there.
  private func isShifted(_ list: [Observation], behind other: [Observation]) -> Bool {
    Set(list.dropFirst().map(\.display)).count > 1
      && zip(list.dropFirst(), other).allSatisfy { $0.isClose(to: $1, closeness: closeness) }
  }

  private var transposed: [Observation]? {
    let rows = got.map { row -> [Observation]? in
      guard case .list(let list) = row else { return nil }
      return list
    }.compactMap(\.self)
    guard rows.count == got.count, let width = rows.first?.count, width > 0,
      rows.allSatisfy({ $0.count == width })
    else { return nil }
    return (0..<width).map { column in .list(rows.map { $0[column] }) }
  }

  private var isRearranged: Bool {
    guard got.count == expected.count, got.count <= 1000 else { return false }
    var left = expected
    return got.allSatisfy { value in
      guard let index = left.firstIndex(where: { value.isClose(to: $0, closeness: closeness) })
      else { return false }
      left.remove(at: index)
      return true
    }
  }

  private func numbers(_ list: [Observation]) -> [Double]? {
    Difference.numbers(
      list.flatMap { value -> [Observation] in
        guard case .list(let inner) = value else { return [value] }
        return inner
      })
  }
}
