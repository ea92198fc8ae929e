import Grading

/// What exercise 1.14 asks for: D₁, D₂ and D₃₊ from `[n1, n2, n3, n4]`.
public typealias DiscountsOfCounts = @Sendable (_ countsOfCounts: [Int]) -> [Double]

/// The grader of exercise 1.14, the discounts of modified Kneser–Ney.
///
/// With 10, 5, 3 and 2 n-grams seen once to four times, Y = 10 / (10 + 2 · 5) = 1/2 and
/// D₁ = 1 − 2 · 1/2 · 5/10, D₂ = 2 − 3 · 1/2 · 3/5, D₃₊ = 3 − 4 · 1/2 · 2/3.
public let discountsExercise = Exercise<DiscountsOfCounts>(
  "1.14", section: "kneser-ney-discounts",
  examine: { discounts, examination in
    func check(_ countsOfCounts: [Int], _ remark: String, is expected: [Double]) {
      examination.check(
        "[D1, D2, D3+] of the counts of counts \(countsOfCounts)\(remark)",
        discounts(countsOfCounts), is: expected)
    }
    check([10, 5, 3, 2], ", where Y is 1/2", is: [0.5, 1.1, 5.0 / 3])
    check([100, 40, 20, 12], ", where Y is 5/9", is: [5.0 / 9, 7.0 / 6, 5.0 / 3])
    check([8, 4, 2, 0], ", where n4 is 0 and D3+ stays 3", is: [0.5, 1.25, 3])
    check([8, 2, 2, 0], ", where the formula gives D2 = 0", is: [0.5, 1, 1.5])
    check([4, 1, 1, 0], ", where the formula gives D2 = 0", is: [0.5, 1, 1.5])
    check([6, 3, 2, 3], ", where the formula gives D3+ = 0", is: [0.5, 1, 1.5])
    check([5, 0, 1, 1], ", where n2 is 0", is: [0.5, 1, 1.5])
    check([0, 5, 3, 2], ", where n1 is 0", is: [0.5, 1, 1.5])
    check([10, 5, 0, 2], ", where n3 is 0", is: [0.5, 1, 1.5])
    check([0, 0, 0, 0], ", where nothing was counted", is: [0.5, 1, 1.5])
    check([10, 5, 20, 2], ", where the formula gives D2 = −4", is: [0.5, 1, 1.5])
    check([10, 5, 3, 30], ", where the formula gives D3+ = −17", is: [0.5, 1, 1.5])
    examination.checkAgreement(
      samples: 60, drawing: drawnCountsOfCounts,
      claim: { "[D1, D2, D3+] of the counts of counts \($0)" }, computed: { discounts($0) },
      expected: discountsAsFractions)
  },
  mistakes: [
    .init("Y is n1 / (n1 + n2), without the 2") { n in
      fallenBack(formula(n, y: quotient(n[0], n[0] + n[1])))
    },
    .init("k stands before Y instead of k + 1") { n in
      fallenBack((1...3).map { Double($0) * (1 - y(n) * quotient(n[$0], n[$0 - 1])) })
    },
    .init("n_k is divided by n_{k+1}, upside down") { n in
      fallenBack((1...3).map { Double($0) - Double($0 + 1) * y(n) * quotient(n[$0 - 1], n[$0]) })
    },
    .init("Y is left out of the product") { n in fallenBack(formula(n, y: 1)) },
    .init("all three are Y, the one discount of Kneser and Ney's first formula") { n in
      let y = y(n)
      return y.isFinite && n[2] > 0 && n[0] > 0 ? [y, y, y] : [0.5, 1, 1.5]
    },
    .init("discounts of 0 are kept, as with KenLM") { n in
      let discounts = formula(n, y: y(n))
      return discounts.allSatisfy { $0 >= 0 } ? discounts : [0.5, 1, 1.5]
    },
    .init("discounts of 0 or below are kept") { n in
      n.prefix(3).contains(0) ? [0.5, 1, 1.5] : formula(n, y: y(n))
    },
    .init("discounts below 0 are raised to 0 instead of falling back") { n in
      n.prefix(3).contains(0) ? [0.5, 1, 1.5] : formula(n, y: y(n)).map { max($0, 0) }
    },
    .init("only the discounts that fail fall back, not all three of them") { n in
      zip(formula(n, y: y(n)), [1.0, 2, 3]).map { $0 > 0 ? $0 : $1 / 2 }
    },
    .init("n1 to n3 are not looked at for zeros, and a division by 0 is kept") { n in
      let discounts = formula(n, y: y(n))
      return discounts.contains { $0 <= 0 && $0.isFinite } ? [0.5, 1, 1.5] : discounts
    },
    .init("a zero in n4 makes the discounts fall back too") { n in
      n.contains(0) ? [0.5, 1, 1.5] : fallenBack(formula(n, y: y(n)))
    },
    .init("Y is divided in whole numbers, and comes out as 0") { n in
      n.prefix(3).contains(0) ? [0.5, 1, 1.5] : [1, 2, 3]
    },
    .init("n_{k+1} / n_k is divided in whole numbers") { n in
      guard !n.prefix(3).contains(0) else { return [0.5, 1, 1.5] }
      return fallenBack(
        (1...3).map { Double($0) - Double($0 + 1) * y(n) * Double(n[$0] / n[$0 - 1]) })
    },
    .init("n2 stands above the line of Y") { n in
      fallenBack(formula(n, y: quotient(n[1], n[0] + 2 * n[1])))
    },
    .init("the 2 in Y stands before n1, not n2") { n in
      fallenBack(formula(n, y: quotient(n[0], 2 * n[0] + n[1])))
    },
    .init("D3+ is worked out from n3 / n2 again") { n in
      let discounts = formula(n, y: y(n))
      return n[2] == 0
        ? [0.5, 1, 1.5]
        : fallenBack([discounts[0], discounts[1], 3 - 4 * y(n) * quotient(n[2], n[1])])
    },
    .init("what is 0 or below falls back, and what is no number is neither") { n in
      let discounts = formula(n, y: y(n))
      return discounts.contains { $0 <= 0 } ? [0.5, 1, 1.5] : discounts
    },
    .init("the discounts are rounded to two places") { n in
      fallenBack(formula(n, y: y(n))).map { ($0 * 100).rounded() / 100 }
    },
    .init("n4 is divided by n2 in D3+, not by n3") { n in
      let discounts = formula(n, y: y(n))
      return n[2] == 0
        ? [0.5, 1, 1.5]
        : fallenBack([discounts[0], discounts[1], 3 - 4 * y(n) * quotient(n[3], n[1])])
    },
    .init("every discount has to lie in 0…1") { n in
      let discounts = formula(n, y: y(n))
      return discounts.allSatisfy { $0 > 0 && $0 <= 1 } ? discounts : [0.5, 1, 1.5]
    },
    .init("nothing is taken off where the sample is too small") { n in
      let discounts = formula(n, y: y(n))
      return fallenBack(discounts) == discounts ? discounts : [0, 0, 0]
    },
    .init("0.5 is taken off every count where the sample is too small") { n in
      let discounts = formula(n, y: y(n))
      return fallenBack(discounts) == discounts ? discounts : [0.5, 0.5, 0.5]
    },
  ],
  alternatives: [
    .init("zeros looked for before the formula") { n in
      guard !n.prefix(3).contains(0) else { return [0.5, 1, 1.5] }
      let (n1, n2, n3, n4) = (Double(n[0]), Double(n[1]), Double(n[2]), Double(n[3]))
      let one = n1 / (n1 + 2 * n2)
      let two = 2 - 3 * one * n3 / n2
      let three = 3 - 4 * one * n4 / n3
      return two <= 0 || three <= 0 ? [0.5, 1, 1.5] : [one, two, three]
    },
    .init("D1 written as Y, to which it is equal; it is 0 where n1 is") { n in
      fallenBack([y(n)] + formula(n, y: y(n)).dropFirst())
    },
    .init("the formula as one quotient") { n in
      fallenBack(
        (1...3).map { k in
          let below = n[k - 1] * (n[0] + 2 * n[1])
          return quotient(k * below - (k + 1) * n[0] * n[k], below)
        })
    },
  ])

/// Four counts: few, where the formula often fails, or as many as a corpus has.
private func drawnCountsOfCounts(_ draws: inout Draws) -> [Int] {
  var n = (0..<4).map { _ in draws.integer(0...12) }
  if draws.truth() {
    var count = draws.element(of: [1000, 50_000, 4_000_000])
    n = n.map { less in
      count = count / (less % 4 + 2) + less * less
      return count
    }
  }
  // A discount of exactly 0 may be a little more or less where it is rounded.
  while n.prefix(3).allSatisfy({ $0 > 0 }), discountNumerators(n).contains(0) { n[0] += 1 }
  return n
}

/// D₁, D₂ and D₃₊ times n_k (n₁ + 2 n₂), which are whole numbers.
private func discountNumerators(_ n: [Int]) -> [Int] {
  let below = n[0] + 2 * n[1]
  return [
    n[0] * below - 2 * n[0] * n[1], 2 * n[1] * below - 3 * n[0] * n[2],
    3 * n[2] * below - 4 * n[0] * n[3],
  ]
}

/// The discounts from whole numbers, so that whether one lies above 0 is exact; none can be above k.
private func discountsAsFractions(_ n: [Int]) -> [Double] {
  guard n[0] > 0, n[1] > 0, n[2] > 0, discountNumerators(n).allSatisfy({ $0 > 0 }) else {
    return [0.5, 1, 1.5]
  }
  let below = n[0] + 2 * n[1]
  return zip(discountNumerators(n), n).map { Double($0) / Double($1 * below) }
}

/// A quotient of counts; not a number, or infinite, where the divisor is 0.
private func quotient(_ dividend: Int, _ divisor: Int) -> Double {
  Double(dividend) / Double(divisor)
}

private func y(_ n: [Int]) -> Double { quotient(n[0], n[0] + 2 * n[1]) }

/// The three discounts as the formula gives them.
private func formula(_ n: [Int], y: Double) -> [Double] {
  (1...3).map { Double($0) - Double($0 + 1) * y * quotient(n[$0], n[$0 - 1]) }
}

/// The discounts, or all three that stand in for them where one is no number above 0.
private func fallenBack(_ discounts: [Double]) -> [Double] {
  zip(discounts, [1.0, 2, 3]).allSatisfy { $0 > 0 && $0 <= $1 } ? discounts : [0.5, 1, 1.5]
}
