import Foundation

/// A file that `course fetch` makes, which a run reads.
///
/// `data/catalogue.json` is the table of all of them; a test sees that what is named here stands there.
public struct FetchedFile: Hashable, Sendable {
  /// What one fetches.
  public let name: String
  /// Where the file is, seen from the course's folder.
  public let path: String

  private init(_ name: String, _ path: String) {
    (self.name, self.path) = (name, ".course/\(path)")
  }

  /// The King James Bible, for quick runs.
  public static let kingJames = FetchedFile("kjv", "corpora/kjv.txt")
  /// The public-domain corpus of the lessons.
  public static let publicTexts = FetchedFile("pd", "corpora/pd.txt")
  /// The corpus of the larger runs.
  public static let largeCorpus = FetchedFile("gen", "corpora/gen.txt")
  /// Pairs of related words.
  public static let wordSim = FetchedFile("evaluation", "evaluation/wordsim353.tsv")
  /// Pairs of similar words.
  public static let simLex = FetchedFile("evaluation", "evaluation/simlex999.txt")

  /// Every file that a run reads.
  public static let all = [kingJames, publicTexts, largeCorpus, wordSim, simLex]

  /// Whether it is there.
  public var isHere: Bool { FileManager.default.fileExists(atPath: path) }

  /// What to say where it is not.
  public var absence: String { "\(path) is not here; `swift run course fetch \(name)` fetches it" }
}
