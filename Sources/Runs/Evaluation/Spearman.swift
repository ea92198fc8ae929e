/// Spearman's rank correlation: whether two lists put the same things in the same order.
///
/// ```
/// ρ = Σ (rᵢ − r̄)(sᵢ − s̄) / √(Σ (rᵢ − r̄)² Σ (sᵢ − s̄)²)
/// ```
///
/// where r and s are the ranks; equal values share the mean of the ranks that they take up.
///
/// - Parameters:
///   - a: numbers, none of them not a number.
///   - b: as many numbers.
/// - Returns: a number in −1…1, up to rounding: 1 for the same order, −1 for the opposite one; not a
///   number where there are fewer than two values, or where all in one list are equal.
/// - Precondition: `a` and `b` have equal counts.
/// - Complexity: two sorts.
/// - Note: Spearman, *The Proof and Measurement of Association between Two Things*, 1904.
public func spearman(_ a: [Double], _ b: [Double]) -> Double {
  precondition(a.count == b.count, "\(a.count) numbers ≠ \(b.count)")
  let (r, s) = (ranks(a), ranks(b))
  let mean = Double(a.count - 1) / 2
  var (product, first, second) = (0.0, 0.0, 0.0)
  for (x, y) in zip(r, s) {
    product += (x - mean) * (y - mean)
    first += (x - mean) * (x - mean)
    second += (y - mean) * (y - mean)
  }
  // Without spread in one list this is 0/0.
  return product / (first * second).squareRoot()
}

/// The place of each value when they are sorted, from 0; equal values share the mean of theirs.
private func ranks(_ values: [Double]) -> [Double] {
  let order = values.indices.sorted { values[$0] < values[$1] }
  var ranks = [Double](repeating: 0, count: values.count)
  var start = 0
  while start < order.count {
    var end = start + 1
    while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
    for place in start..<end { ranks[order[place]] = Double(start + end - 1) / 2 }
    start = end
  }
  return ranks
}
