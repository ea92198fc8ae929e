// #given one-hot
/// The one-hot vector of a word, as in exercise 1.1: a 1 at the word's index, 0 everywhere else.
///
/// - Returns: a vector of `size` numbers.
/// - Precondition: `index` is in `0..<size`.
public func oneHot(_ index: Int, size: Int) -> [Float] {
  precondition((0..<size).contains(index), "index \(index) is outside 0..<\(size)")
  var vector = [Float](repeating: 0, count: size)
  vector[index] = 1
  return vector
}
// #end
