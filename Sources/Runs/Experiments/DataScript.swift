/// The data of an interactive figure, as a script that a page can load from a disk as well.
///
/// A page that is read from `file://` may not ask for a file, but may run one. So the data is a
/// script of one assignment:
///
/// ```
/// ((window.book=window.book||{}).data=window.book.data||{})["NAME"]={…};
/// ```
public enum DataScript {
  /// The script that gives the figure `name` its data.
  public static func text(_ name: String, _ value: ResultValue) -> String {
    "((window.book=window.book||{}).data=window.book.data||{})[\(Results.quoted(name))]=\(json(value));\n"
  }

  /// JSON without blanks; numbers as precise as they are here.
  private static func json(_ value: ResultValue) -> String {
    switch value {
    case .integer(let integer): String(integer)
    case .number(let number): number.isFinite ? "\(number)" : "null"
    case .text(let text): Results.quoted(text)
    case .flag(let flag): flag ? "true" : "false"
    case .list(let values): "[" + values.map(json).joined(separator: ",") + "]"
    case .table(let entries):
      "{" + entries.map { Results.quoted($0.key) + ":" + json($0.value) }.joined(separator: ",")
        + "}"
    }
  }
}
