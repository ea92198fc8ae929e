/// What a declaration is called: how callers tell it from every other one.
///
/// Types, inner parameter names, attributes and layout are no part of it: what callers can use is
/// the same to them.
struct DeclarationName: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case function
    case initializer
    case variable
    case subscription
  }

  /// The type in which it stands or that it extends, such as `Model` or `Model.Part`; empty outside.
  let type: String
  let kind: Kind
  /// The name without parameters, back-quotes taken off.
  let base: String
  /// Argument labels, `_` where there is none.
  let labels: [String]

  /// - Parameter types: the enclosing types, outermost first.
  init(types: [String], kind: Kind, base: String, labels: [String]) {
    type = types.map(Self.plain).joined(separator: ".")
    self.kind = kind
    self.base = base.filter { $0 != "`" }
    self.labels = labels.map { label in
      let plain = label.filter { $0 != "`" }
      return plain.isEmpty ? "_" : plain
    }
  }

  /// A type's name without generic arguments and without the chapter's module in front.
  private static func plain(_ type: String) -> String {
    let name = type.prefix { $0 != "<" }.filter { !$0.isWhitespace }
    guard let dot = name.firstIndex(of: "."), name.hasPrefix("Chapter"),
      Int(name[..<dot].dropFirst("Chapter".count)) != nil
    else { return name }
    return String(name[name.index(after: dot)...])
  }
}

/// A declaration with a body in braces, at its place in a source; places are UTF-8 offsets.
struct Declaration: Sendable {
  let name: DeclarationName
  /// Whether it stands in the body of another function, where callers cannot see it.
  let isNested: Bool
  /// Where its first attribute, modifier or keyword starts.
  let start: Int
  /// The place of its `{`.
  let open: Int
  /// The place of its `}`; nil where the brace is never closed.
  var close: Int?
}

/// The declarations of a source file, as far as exercises need to know them.
struct Outline: Sendable {
  /// Every declaration with a body that is compiled; inside other bodies only where `isCut`.
  var declarations: [Declaration] = []
  /// The modules that are imported under no condition.
  var imports: Set<String> = []
  /// Where the first of these imports starts.
  var firstImport: Int?
  /// Whether a brace is never closed: then what follows it seems to stand inside it.
  var isCut = false
  /// Whether a brace closes nothing: then a type may seem to end too early.
  var hasStrayBrace = false
}
