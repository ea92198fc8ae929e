// #exercise 2.4
/// Step 4: how well each word of the vocabulary fits into a context.
///
/// ```
/// z = U v̂,   z_j = u_j · v̂
/// ```
///
/// The dot product is great where u_j and v̂ point the same way.
///
/// - Parameters:
///   - context: the ids of the words around the centre, at least one.
///   - model: its input vectors make v̂, its output vectors are compared with it.
/// - Returns: z, |V| numbers.
/// - Complexity: at most |V| · n multiplications for each word of the context.
public func scores(of context: [Int], in model: CBOWModel) -> [Float] {
  let mean = contextMean(of: context, in: model.inputVectors)
  return product(model.outputVectors, mean)
}
// #end
