import Foundation

/// What a chapter's session can do, as its `Plays.swift` declares it.
///
/// The file is read as text: who asks what can be played now need not build a session.
public struct DeclaredPlay: Sendable, Equatable {
  /// What one can do, such as “continue a sentence”.
  public let does: String
  /// The exercises whose functions answer.
  public let needs: [String]

  private static let file = "Plays.swift"

  /// What a chapter plays, in order; nothing where it has no session.
  public static func all(of chapter: Int, root: URL) -> [DeclaredPlay] {
    let file = root.appending(path: "\(PackageFolders.play(chapter))/\(Self.file)")
    guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
    let tokens = SwiftTokenizer.tokens(of: text).map(\.text)
    func literal(behind label: Substring, from start: Int) -> String? {
      tokens[start...].indices.dropLast(2).first {
        tokens[$0] == label && tokens[$0 + 1] == ":" && tokens[$0 + 2].hasPrefix("\"")
      }.map { String(tokens[$0 + 2].dropFirst().dropLast()) }
    }
    return tokens.indices.dropLast().compactMap { start in
      guard tokens[start] == "Play", tokens[start + 1] == "(",
        let does = literal(behind: "does", from: start),
        let needs = literal(behind: "needs", from: start)
      else { return nil }
      return DeclaredPlay(does: does, needs: needs.split(separator: " ").map(String.init))
    }
  }

  /// What is wrong with the plays of a chapter that is whole.
  public static func faults(of reference: ReferenceModule, root: URL) -> [Diagnostic] {
    let folder = PackageFolders.play(reference.chapter)
    let plays = all(of: reference.chapter, root: root)
    guard !plays.isEmpty else {
      return [
        Diagnostic(
          file: folder,
          "chapter \(reference.chapter) plays nothing: declare it in \(Self.file), and set isPlayed in "
            + "Package.swift; Chapter 1 is the pattern")
      ]
    }
    return plays.flatMap { play in
      play.needs.filter { !reference.exercises.contains($0) }.map {
        Diagnostic(
          file: "\(folder)/\(Self.file)",
          "“\(play.does)” needs \($0), but there is no such exercise")
      }
    }
  }
}
