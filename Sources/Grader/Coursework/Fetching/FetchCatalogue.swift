import Foundation

/// Everything that `course fetch` can fetch: the texts, vectors and models of the chapters.
///
/// The table is `data/catalogue.json`, which the Python programs beside it read as well.
public struct FetchCatalogue: Decodable, Sendable {
  /// Where the table lies, seen from the course's folder.
  public static let file = "data/catalogue.json"

  /// The entries, in the order in which the chapters need them.
  public let entries: [Entry]
  /// The packages that they are made of, by name.
  public let packages: [String: Package]

  /// Something that can be fetched by its name.
  public struct Entry: Decodable, Sendable {
    /// What one types.
    public let name: String
    /// What it is, in a few words.
    public let title: String
    /// The chapters that use it.
    public let chapters: [Int]
    /// The folder of its files, seen from the course's folder.
    public let folder: String
    /// What it becomes.
    public let files: [File]
    /// The packages that it is made of.
    public let packages: [String]
    /// On which terms.
    public let licence: String
  }

  /// A file as it has to be.
  public struct File: Decodable, Sendable {
    /// Its name in the entry's folder.
    public let name: String
    /// Its size.
    public let bytes: Int
    /// The SHA-256 of its bytes, as hexadecimal digits.
    public let sha256: String
  }

  /// A package of a registry, pinned.
  public struct Package: Decodable, Sendable {
    /// Which kind of registry has it.
    public let registry: Registry
    /// The version.
    public let version: String
    /// The name of the package's file.
    public let file: String
    /// The size of that file.
    public let bytes: Int
    /// The SHA-256 of that file, as hexadecimal digits.
    public let sha256: String
  }

  /// A kind of registry.
  public enum Registry: String, Decodable, Sendable {
    /// Debian's, or that of a system made from it.
    case debian
    /// The Python package index.
    case pypi

    /// As people call it.
    var words: String {
      switch self {
      case .debian: "Debian"
      case .pypi: "Python"
      }
    }
  }

  /// What is there of an entry, judged by its files' sizes: `course fetch NAME` looks at every byte.
  public enum State: Equatable, Sendable {
    /// Nothing.
    case missing
    /// Some of its files.
    case partial
    /// Every file, one of them of another size than the book's: another version, or damaged.
    case different
    /// Every file.
    case here
  }

  /// Reads the table.
  ///
  /// - Parameter root: the course's folder.
  /// - Throws: ``FetchCatalogueError`` where the table is not there or cannot be understood.
  public init(root: URL) throws(FetchCatalogueError) {
    do {
      let data = try Data(contentsOf: root.appending(path: Self.file))
      self = try JSONDecoder().decode(Self.self, from: data)
    } catch { throw FetchCatalogueError(reason: "\(error)") }
  }

  /// The entry of a name.
  public subscript(name: String) -> Entry? { entries.first { $0.name == name } }

  /// What is there of an entry below `root`.
  public func state(of entry: Entry, root: URL) -> State {
    let sizes = entry.files.map { file in
      let path = root.appending(path: entry.folder).appending(path: file.name).path
      return try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
    }
    if sizes.allSatisfy({ $0 == nil }) { return .missing }
    if sizes.contains(where: { $0 == nil }) { return .partial }
    return sizes == entry.files.map(\.bytes) ? .here : .different
  }

  /// How many bytes are downloaded for an entry where none of its packages is there.
  public func downloadBytes(of entry: Entry) -> Int {
    entry.packages.reduce(0) { $0 + (packages[$1]?.bytes ?? 0) }
  }
}

/// Why the table cannot be read.
public struct FetchCatalogueError: Error, CustomStringConvertible {
  let reason: String

  /// What to do.
  public var description: String {
    "\(FetchCatalogue.file) cannot be read: \(reason). Get it back with `git checkout "
      + "\(FetchCatalogue.file)`."
  }
}
