// #exercise 1.15
/// The counts from which Kneser–Ney smoothing estimates: below the highest order, an n-gram counts
/// once for every different token before it.
///
/// ```
/// a(w₁ … w_m) = c(w₁ … w_m)         where m is the highest order, or w₁ is <s>
///             = N₁₊(• w₁ … w_m)     otherwise: the number of different tokens v with c(v w₁ … w_m) > 0
/// ```
///
/// Nothing stands before `<s>`; so an n-gram that starts with it keeps its count.
///
/// - Parameter counts: the counts of a corpus, for every length up to their order.
/// - Returns: an adjusted count, at least 1, for every n-gram in `counts`.
/// - Complexity: two steps per different n-gram.
/// - Note: Chen and Goodman, technical report TR-10-98, Harvard University, 1998; the treatment of
///   `<s>` is that of Heafield et al., *Scalable Modified Kneser-Ney Language Model Estimation*, 2013.
public func adjustedCounts(of counts: NGramCounts) -> [[String]: Int] {
  var adjusted: [[String]: Int] = [:]
  for (nGram, count) in counts.counts {
    if nGram.count == counts.order || nGram[0] == Marker.start {
      adjusted[nGram] = count
    }
    let withoutFirst = Array(nGram.dropFirst())
    if !withoutFirst.isEmpty {
      adjusted[withoutFirst, default: 0] += 1
    }
  }
  return adjusted
}
// #end
