// #exercise 1.1
/// The one-hot vector of a word.
public func oneHot(_ index: Int, size: Int) -> [Float] {
  precondition((0..<size).contains(index), "index \(index) is outside 0..<\(size)")
  var vector = [Float](repeating: 0, count: size)
  vector[index] = 1
  return vector
}
// #end
