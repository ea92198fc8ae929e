import Foundation

/// What a session is asked for on its command line.
public struct PlayOptions: Sendable {
  /// A text of one's own; nil for what is there.
  public var corpus: String?
  /// The exercises of the chapter in order; empty where nobody has said.
  public var exercises: [String] = []
  /// Those of them for which the reference stands in.
  public var lent: [String] = []
  /// Those of them that had passed before their text was changed.
  public var changed: [String] = []
  /// How much processor time an answer may take, in seconds.
  public var answerSeconds: UInt = 20
  /// The seed of all random numbers.
  public var seed: UInt64 = 1
  /// Whether a person watches, for whom a page may be opened in the browser.
  public var isWatched = false
  /// The file of the page that a worker shares with its session; nil in a session.
  var page: String?
  /// Whether a worker takes the place of one that has greeted already.
  var isSilent = false

  /// Why a command line was not understood, or a session cannot go on; printed as it stands.
  public struct Fault: Error, CustomStringConvertible {
    /// The whole sentence.
    public let description: String

    /// A fault with this sentence.
    public init(_ description: String) { self.description = description }
  }

  /// Reads a command line, without the program's name.
  public init(arguments: [String]) throws(Fault) {
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      if argument == "--silent" {
        isSilent = true
        continue
      }
      if argument == "--terminal" {
        isWatched = true
        continue
      }
      guard let value = rest.popFirst() else { throw Fault("error: \(argument) needs a value") }
      let list = value.split(separator: ",").map(String.init)
      switch argument {
      case "--corpus": corpus = value
      case "--exercises": exercises = list
      case "--lent": lent = list
      case "--changed": changed = list
      case "--page": page = value
      case "--seed": seed = try Self.number(value, of: argument)
      case "--seconds": answerSeconds = UInt(try Self.number(value, of: argument))
      default: throw Fault("error: unknown argument “\(argument)”")
      }
    }
  }

  private static func number(_ value: String, of option: String) throws(Fault) -> UInt64 {
    guard let number = UInt64(value), number < 1 << 62 else {
      throw Fault("error: \(option) \(value): write a whole number, 0 or more")
    }
    return number
  }
}
