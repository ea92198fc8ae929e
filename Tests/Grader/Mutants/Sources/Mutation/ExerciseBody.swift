import SwiftOperators
import SwiftParser
import SwiftSyntax

/// The body of a declaration that an exercise asks for.
struct ExerciseBody {
  /// The exercise's number.
  let exercise: String
  /// What stands between the braces.
  let statements: CodeBlockItemListSyntax
  /// From behind `{` to before `}`, in bytes of the file.
  let range: Range<Int>
  /// Whether the body is one expression, whose value is returned.
  let isOneValue: Bool
  /// Whether the body may end with a plain `return`.
  let returnsNothing: Bool

  /// The bodies in a file of a chapter's reference, in its order.
  static func all(in source: String) -> [ExerciseBody] {
    let tree = Parser.parse(source: source)
    // Operators by their precedence, so that `a + b * c` has the terms `a` and `b * c`.
    let folded = OperatorTable.standardOperators.foldAll(tree) { _ in }
    let finder = Finder(regions: Region.all(in: source))
    finder.walk(folded)
    return finder.bodies
  }

  private final class Finder: SyntaxVisitor {
    let regions: [Region]
    var bodies: [ExerciseBody] = []

    init(regions: [Region]) {
      self.regions = regions
      super.init(viewMode: .sourceAccurate)
    }

    override func visit(_ node: FunctionDeclSyntax) -> SyntaxVisitorContinueKind {
      let result = node.signature.returnClause?.type.text
      return take(node.body?.statements, returnsNothing: result == nil || result == "Void")
    }

    override func visit(_ node: InitializerDeclSyntax) -> SyntaxVisitorContinueKind {
      take(node.body?.statements, returnsNothing: true)
    }

    override func visit(_ node: AccessorDeclSyntax) -> SyntaxVisitorContinueKind {
      take(node.body?.statements, returnsNothing: node.accessorSpecifier.text != "get")
    }

    override func visit(_ node: AccessorBlockSyntax) -> SyntaxVisitorContinueKind {
      guard case .getter(let statements) = node.accessors else { return .visitChildren }
      return take(statements, returnsNothing: false)
    }

    private func take(
      _ statements: CodeBlockItemListSyntax?, returnsNothing: Bool
    ) -> SyntaxVisitorContinueKind {
      guard let statements, let region = regions.first(where: { $0.holds(statements.bytes) })
      else { return .visitChildren }
      var isOneValue = false
      if !returnsNothing, statements.count == 1, case .expr = statements.first?.item {
        isOneValue = true
      }
      bodies.append(
        ExerciseBody(
          exercise: region.exercise, statements: statements,
          range: statements.position.utf8Offset..<statements.endPosition.utf8Offset,
          isOneValue: isOneValue, returnsNothing: returnsNothing))
      return .skipChildren
    }
  }
}

/// The bytes between `// #exercise N.M` and its `// #end`.
private struct Region {
  let exercise: String
  let bytes: Range<Int>

  func holds(_ range: Range<Int>) -> Bool {
    bytes.lowerBound <= range.lowerBound && range.upperBound <= bytes.upperBound
  }

  static func all(in source: String) -> [Region] {
    var regions: [Region] = []
    var open: (exercise: String, start: Int)?
    var offset = 0
    for line in source.split(separator: "\n", omittingEmptySubsequences: false) {
      let words = line.split(separator: " ")
      if words.count == 3, words[0] == "//", words[1] == "#exercise" {
        open = (String(words[2]), offset)
      } else if words == ["//", "#end"], let begun = open {
        regions.append(Region(exercise: begun.exercise, bytes: begun.start..<offset))
        open = nil
      }
      offset += line.utf8.count + 1
    }
    return regions
  }
}
