/// A chapter's module with all its mutants in it, of which the environment chooses one.
///
/// ```
/// switch ActiveMutant.number {
/// case 17: the whole body with change 17
/// default: the body as it was
/// }
/// ```
///
/// So one build serves every mutant. Whole bodies, not expressions, are the alternatives: each is
/// type-checked by itself, and it works for initialisers and mutating functions too.
public struct Schema: Sendable {
  /// A mutant's place in the file that holds it.
  public struct Place: Sendable {
    /// The mutant's index.
    public let mutant: Int
    /// Its lines.
    public let lines: ClosedRange<Int>
  }

  /// The text of each file, by name.
  public private(set) var files: [String: String] = [:]
  /// Where each mutant stands, by the file's name.
  public private(set) var places: [String: [Place]] = [:]

  /// Writes a module.
  ///
  /// - Parameters:
  ///   - sources: the reference's files, by name.
  ///   - mutants: all mutants; the one at index i has the number i + 1.
  ///   - alive: the indices of those to be in it.
  public init(sources: [String: String], mutants: [Mutant], alive: Set<Int>) {
    for (name, source) in sources {
      let own = mutants.indices.filter { mutants[$0].file == name && alive.contains($0) }
      var writer = Writer()
      writer.write(source, mutants, own)
      (files[name], places[name]) = (writer.text, writer.places)
    }
    files[Helpers.file] = Helpers.source + "\n"
  }

  /// The mutant that stands on a line.
  public func mutant(file: String, line: Int) -> Int? {
    places[file]?.first { $0.lines.contains(line) }?.mutant
  }

  /// The environment in which a mutant is alive.
  public static func environment(mutant index: Int) -> [String: String] {
    [Helpers.variable: "\(index + 1)"]
  }

  private struct Writer {
    var text = ""
    var places: [Place] = []
    private var line = 1

    mutating func write(_ source: String, _ mutants: [Mutant], _ own: [Int]) {
      let bytes = Array(source.utf8)
      var written = 0
      for (index, body) in ExerciseBody.all(in: source).enumerated() {
        let alternatives = own.filter { mutants[$0].body == index }
        guard !alternatives.isEmpty else { continue }
        add(String(decoding: bytes[written..<body.range.lowerBound], as: UTF8.self))
        add("\nswitch \(Helpers.name).number {\n")
        for mutant in alternatives {
          let start = line
          add("case \(mutant + 1):\n\(mutants[mutant].code)\n")
          places.append(Place(mutant: mutant, lines: start...line - 1))
        }
        add("default:\n\(body.text(in: bytes))\n}\n")
        written = body.range.upperBound
      }
      add(String(decoding: bytes[written...], as: UTF8.self))
    }

    private mutating func add(_ new: String) {
      text += new
      line += new.utf8.count { $0 == UInt8(ascii: "\n") }
    }
  }
}
