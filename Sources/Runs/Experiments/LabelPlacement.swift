/// Places for labels at the right end of lines, moved apart where they would overlap.
enum LabelPlacement {
  /// The places nearest to the wanted ones at which labels keep apart, in the same order.
  ///
  /// Labels that collide form a block, and the block sits where its labels wanted to be on average.
  ///
  /// - Parameters:
  ///   - wanted: where the middle of each label would best be.
  ///   - heights: how much room each needs.
  ///   - bounds: where middles may be.
  static func spread(
    _ wanted: [Double], heights: [Double], within bounds: ClosedRange<Double>
  ) -> [Double] {
    let order = wanted.indices.sorted { (wanted[$0], $0) < (wanted[$1], $1) }
    // Less the room that the labels above need, the places only have to rise.
    var room: [Double] = []
    for (rank, index) in order.enumerated() {
      let step = rank == 0 ? 0 : (heights[order[rank - 1]] + heights[index]) / 2
      room.append((room.last ?? 0) + step)
    }
    var blocks: [(mean: Double, count: Int)] = []
    for (rank, index) in order.enumerated() {
      blocks.append((wanted[index] - room[rank], 1))
      while blocks.count > 1, blocks[blocks.count - 1].mean < blocks[blocks.count - 2].mean {
        let (last, next) = (blocks.removeLast(), blocks.removeLast())
        let count = last.count + next.count
        let sum = last.mean * Double(last.count) + next.mean * Double(next.count)
        blocks.append((sum / Double(count), count))
      }
    }
    let means = blocks.flatMap { Array(repeating: $0.mean, count: $0.count) }
    let (least, most) = (bounds.lowerBound, bounds.upperBound - (room.last ?? 0))
    var spread = wanted
    for (rank, index) in order.enumerated() {
      spread[index] = max(least, min(means[rank], most)) + room[rank]
    }
    return spread
  }
}
