import Foundation

/// Where the course's things lie, as paths from the package's root. `Package.swift` says the same to
/// the package manager; nothing else spells these folders out.
public enum PackageFolders {
  /// The learner's files of a chapter.
  public static func learner(_ chapter: Int) -> String { "Sources/Chapter\(chapter)" }
  /// The chapter's reference module.
  public static func reference(_ chapter: Int) -> String { "Solutions/Chapter\(chapter)" }
  /// What the chapter's exercises demand.
  public static func checks(_ chapter: Int) -> String { "Tests/Chapter\(chapter)/Checks" }
  /// The program that grades the chapter.
  public static func grade(_ chapter: Int) -> String { "Tests/Chapter\(chapter)/Grade" }
  /// The chapter's exercises under `swift test`.
  public static func tests(_ chapter: Int) -> String { "Tests/Chapter\(chapter)/Tests" }
  /// A library that learners import.
  public static func given(_ library: String) -> String { "Sources/Given/\(library)" }
  /// Where copies of a chapter are built from, made for one check, or for one session.
  public static func overlay(_ chapter: Int, for use: OverlayUse) -> String {
    "\(use.rawValue)/Chapter\(chapter)"
  }
  /// What the chapter plays.
  public static func play(_ chapter: Int) -> String { "Sources/Play/Chapter\(chapter)" }

  /// The chapters that have a reference module, in order.
  public static func chapters(root: URL) -> [Int] {
    names(in: "Solutions", root: root).compactMap(chapter(ofModule:)).sorted()
  }

  /// The chapter whose module has the name, as 7 has `Chapter7`; nil for every other name.
  static func chapter(ofModule name: String) -> Int? {
    name.hasPrefix("Chapter") ? Int(name.dropFirst("Chapter".count)) : nil
  }

  /// The modules of the package: what an import could name.
  public static func modules(root: URL) -> Set<String> {
    let ofTheHouse = ["Given", "Grader", "Book", "Runs", "Play"].flatMap { part in
      ["Sources", "Tests"].flatMap { names(in: "\($0)/\(part)", root: root) }
    }
    let ofChapters = chapters(root: root).flatMap { chapter in
      ["", "Checks", "Grade", "Tests", "Run", "Play"].map { "Chapter\(chapter)\($0)" }
    }
    return Set(ofTheHouse + ofChapters + ["course"])
  }

  private static func names(in folder: String, root: URL) -> [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path)) ?? []
  }
}

/// What copies of a chapter are made for. Each use has a folder of its own, so that neither builds anew
/// what the other has changed.
public enum OverlayUse: String, Sendable {
  /// `course check`.
  case check = ".build/overlay"
  /// `course play`.
  case play = ".build/play-overlay"
}
