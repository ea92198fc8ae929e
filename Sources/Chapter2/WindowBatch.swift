/// A corpus as one run of word ids, with −1 behind every sentence.
public struct EncodedText: Sendable {
  /// The ids of all sentences, each followed by −1; a −1 in front as well.
  public let ids: [Int32]
  /// The positions in `ids` that make a window: every word of a sentence of two or more.
  public let centres: [Int32]

  /// Joins sentences.
  ///
  /// - Parameter sentences: word ids, 0 or more.
  public init(sentences: some Sequence<[Int32]>) {
    var ids: [Int32] = [-1]
    var centres: [Int32] = []
    for sentence in sentences {
      if sentence.count > 1 {
        let start = Int32(ids.count)
        centres.append(contentsOf: start..<start + Int32(sentence.count))
      }
      ids.append(contentsOf: sentence)
      ids.append(-1)
    }
    (self.ids, self.centres) = (ids, centres)
  }
}

/// Several windows in three flat arrays, filled again and again without new memory.
public struct WindowBatch: Sendable {
  /// The centre of each window.
  public private(set) var centres: [Int32] = []
  /// The contexts of all windows, one behind the other.
  public private(set) var context: [Int32] = []
  /// Where in `context` each window's words start; and the end, so one more than there are windows.
  public private(set) var starts: [Int32] = [0]

  /// An empty batch.
  public init() {}

  /// A batch of plain windows.
  public init(_ windows: [Window]) {
    for window in windows {
      centres.append(Int32(window.centre))
      context.append(contentsOf: window.context.map(Int32.init))
      starts.append(Int32(context.count))
    }
  }

  /// The number of windows.
  public var count: Int { centres.count }

  /// Takes the windows at some positions of a text in place of those that it has.
  ///
  /// - Parameters:
  ///   - positions: of `text.centres`.
  ///   - text: the corpus.
  ///   - halfWidth: the most words to take on either side, at least 1.
  public mutating func fill(
    _ positions: ArraySlice<Int32>, of text: EncodedText, halfWidth: Int
  ) {
    centres.removeAll(keepingCapacity: true)
    context.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    starts.append(0)
    text.ids.withUnsafeBufferPointer { ids in
      for position in positions.lazy.map(Int.init) {
        var first = position
        while first > position - halfWidth, ids[first - 1] >= 0 { first -= 1 }
        var end = position + 1
        while end <= position + halfWidth, ids[end] >= 0 { end += 1 }
        context.append(contentsOf: ids[first..<position])
        context.append(contentsOf: ids[position + 1..<end])
        starts.append(Int32(context.count))
        centres.append(ids[position])
      }
    }
  }
}
