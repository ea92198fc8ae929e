/// What a chapter's run is asked for on its command line.
public struct RunOptions: Equatable, Sendable {
  /// The corpus to read; nil for the chapter's own.
  public var corpus: String?
  /// Whether to make a small run of seconds, for a check.
  public var isQuick = false
  /// The folder that results and figures are written to; nil for the chapter's own.
  public var output: String?
  /// The seed of all random numbers.
  public var seed: UInt64 = 1
  /// The results file to compare a quick run with.
  public var check: String?
  /// Whether to draw the figures of earlier results and measure nothing.
  public var isDrawing = false
  /// Whether to print the usage and stop.
  public var wantsHelp = false

  /// How to call a run.
  public static let usage = """
    usage: course run N [--corpus FILE] [--quick] [--output DIR] [--seed N] [--check FILE] [--draw]

      --corpus FILE  any UTF-8 text, one sentence a line or running text, in any script;
                     where no spaces part words (Chinese, Japanese, Thai …), characters are words
      --quick        a small run of seconds; writes quick-results.json and no figures
      --output DIR   where results and figures go, instead of the chapter's folder
      --seed N       the seed of all random numbers, 1 if not given
      --check FILE   make the quick run, write nothing, compare with FILE; exit 1 on a difference
      --draw         measure nothing: draw the figures of the folder's results.json anew
    """

  /// Reads a command line, without the program's name.
  ///
  /// - Throws: ``RunError`` for an unknown option, a missing value or a seed that is no number.
  public init(arguments: [String]) throws(RunError) {
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      switch argument {
      case "--corpus": corpus = try Self.value(of: argument, from: &rest)
      case "--output": output = try Self.value(of: argument, from: &rest)
      case "--check":
        check = try Self.value(of: argument, from: &rest)
        isQuick = true
      case "--seed":
        let text = try Self.value(of: argument, from: &rest)
        guard let number = UInt64(text) else {
          throw RunError("error: --seed \(text): a seed is a whole number, 0 or more")
        }
        seed = number
      case "--quick": isQuick = true
      case "--draw": isDrawing = true
      case "--help", "-h": wantsHelp = true
      default: throw RunError("error: unknown argument “\(argument)”\n\(Self.usage)")
      }
    }
  }

  private static func value(
    of option: String, from rest: inout ArraySlice<String>
  ) throws(RunError) -> String {
    guard let value = rest.popFirst(), !value.hasPrefix("--") else {
      throw RunError("error: \(option) needs a value\n\(usage)")
    }
    return value
  }
}
