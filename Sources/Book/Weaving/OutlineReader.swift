import Synchronization

/// Reads outlines, each text's once for as long as the program runs.
struct OutlineReader: Sendable {
  /// The compiler to ask, to be found on the path.
  var compiler = "swiftc"

  private struct Key: Hashable {
    let text: String
    /// Nil where no compiler is to be asked.
    let compiler: String?
  }

  private static let known = Mutex<[Key: Outline]>([:])
  /// Somebody who saves all day long shall not fill the memory.
  private static let capacity = 1000

  /// The outline of a text that the course has made itself, read without the compiler.
  func outline(ofStub text: String) -> Outline {
    let key = Key(text: text, compiler: nil)
    if let outline = Self.known.withLock({ $0[key] }) { return outline }
    let outline = LexerOutline.outline(of: text)
    keep([key: outline])
    return outline
  }

  /// The outlines of texts as the compiler reads them, or the lexer where no compiler answers.
  func outlines(of texts: [String]) -> [Outline] {
    let known = Self.known.withLock { known in
      texts.map { known[Key(text: $0, compiler: compiler)] }
    }
    let unknown = zip(texts, known).filter { $1 == nil }.map(\.0)
    guard !unknown.isEmpty else { return known.compactMap(\.self) }
    let read =
      CompilerOutline(compiler: compiler).outlines(of: unknown)
      ?? unknown.map(LexerOutline.outline(of:))
    keep(
      Dictionary(
        zip(unknown.map { Key(text: $0, compiler: compiler) }, read), uniquingKeysWith: { $1 }))
    var next = read.makeIterator()
    return known.compactMap { $0 ?? next.next() }
  }

  private func keep(_ outlines: [Key: Outline]) {
    Self.known.withLock { known in
      if known.count > Self.capacity { known.removeAll() }
      known.merge(outlines) { $1 }
    }
  }
}
