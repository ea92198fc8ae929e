/// Eight numbers at a time: as many as a processor with 256-bit registers computes at once.
typealias Eight = SIMD8<Float>

extension UnsafePointer<Float> {
  /// The eight numbers from here on.
  @inline(__always)
  var eight: Eight { UnsafeRawPointer(self).loadUnaligned(as: Eight.self) }

  /// Fewer than eight numbers, and zeros.
  @inline(__always)
  func eight(first count: Int) -> Eight {
    var eight = Eight.zero
    for lane in 0..<count { eight[lane] = self[lane] }
    return eight
  }
}

extension UnsafeMutablePointer<Float> {
  @inline(__always)
  var eight: Eight {
    get { UnsafeRawPointer(self).loadUnaligned(as: Eight.self) }
    nonmutating set { UnsafeMutableRawPointer(self).storeBytes(of: newValue, as: Eight.self) }
  }

  /// Writes fewer than eight numbers.
  @inline(__always)
  func store(_ eight: Eight, first count: Int) {
    for lane in 0..<count { self[lane] = eight[lane] }
  }
}

/// Writes a function of each number of a run.
@inline(__always)
func mapRun(
  _ x: UnsafePointer<Float>, into result: UnsafeMutablePointer<Float>, count: Int,
  _ body: (Eight) -> Eight
) {
  let whole = count & ~7
  for place in stride(from: 0, to: whole, by: 8) {
    (result + place).eight = body((x + place).eight)
  }
  guard whole < count else { return }
  (result + whole).store(body((x + whole).eight(first: count - whole)), first: count - whole)
}

/// Writes a function of each pair of numbers of two runs; a run of stride 0 is one number, repeated.
@inline(__always)
func zipRuns(
  _ x: UnsafePointer<Float>, _ xStride: Int, _ y: UnsafePointer<Float>, _ yStride: Int,
  into result: UnsafeMutablePointer<Float>, count: Int, _ body: (Eight, Eight) -> Eight
) {
  if xStride == 0 {
    let x = Eight(repeating: x[0])
    return mapRun(y, into: result, count: count) { body(x, $0) }
  }
  if yStride == 0 {
    let y = Eight(repeating: y[0])
    return mapRun(x, into: result, count: count) { body($0, y) }
  }
  let whole = count & ~7
  for place in stride(from: 0, to: whole, by: 8) {
    (result + place).eight = body((x + place).eight, (y + place).eight)
  }
  guard whole < count else { return }
  let rest = count - whole
  (result + whole).store(
    body((x + whole).eight(first: rest), (y + whole).eight(first: rest)), first: rest)
}

/// Adds up a function of each number of a run.
///
/// Eight sums run side by side, and each of them in parts, so that none becomes large beside what is
/// added to it.
@inline(__always)
func sumRun(_ x: UnsafePointer<Float>, count: Int, _ body: (Eight) -> Eight = { $0 }) -> Float {
  let whole = count & ~7
  var sums = Eight.zero
  for part in stride(from: 0, to: whole, by: 4096) {
    var partSums = Eight.zero
    for place in stride(from: part, to: min(part + 4096, whole), by: 8) {
      partSums += body((x + place).eight)
    }
    sums += partSums
  }
  guard whole < count else { return sums.sum() }
  let rest = body((x + whole).eight(first: count - whole))
  for lane in 0..<count - whole { sums[lane] += rest[lane] }
  return sums.sum()
}

/// Adds up a function of each pair of numbers of two runs.
@inline(__always)
func sumRuns(
  _ x: UnsafePointer<Float>, _ y: UnsafePointer<Float>, count: Int, _ body: (Eight, Eight) -> Eight
) -> Float {
  let whole = count & ~7
  var sums = Eight.zero
  for place in stride(from: 0, to: whole, by: 8) {
    sums += body((x + place).eight, (y + place).eight)
  }
  guard whole < count else { return sums.sum() }
  let rest = count - whole
  let last = body((x + whole).eight(first: rest), (y + whole).eight(first: rest))
  for lane in 0..<rest { sums[lane] += last[lane] }
  return sums.sum()
}

/// The greatest number of a run, −∞ of none; what is not a number is passed over.
@inline(__always)
func maximumRun(_ x: UnsafePointer<Float>, count: Int) -> Float {
  let whole = count & ~7
  var greatest = Eight(repeating: -.infinity)
  for place in stride(from: 0, to: whole, by: 8) {
    let eight = (x + place).eight
    greatest.replace(with: eight, where: eight .> greatest)
  }
  var maximum = greatest.max()
  for place in whole..<count where x[place] > maximum { maximum = x[place] }
  return maximum
}
