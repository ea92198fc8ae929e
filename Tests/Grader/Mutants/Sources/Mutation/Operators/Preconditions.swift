import SwiftSyntax

/// Preconditions that turn away what is allowed.
///
/// One that lets too much in cannot be told by a check: what it should turn away ends the program.
enum Preconditions {
  static func edits(at call: FunctionCallExprSyntax) -> [Edit] {
    guard let condition = call.arguments.first?.expression else { return [] }
    let walker = Walker(viewMode: .sourceAccurate)
    walker.walk(condition)
    return walker.edits
  }

  private final class Walker: SyntaxVisitor {
    var edits: [Edit] = []

    override func visit(_ infix: InfixOperatorExprSyntax) -> SyntaxVisitorContinueKind {
      let (left, right) = (infix.leftOperand, infix.rightOperand)
      switch infix.sign {
      case ">=": edits += [Edit(infix.operator, ">")]
      case "<=": edits += [Edit(infix.operator, "<")]
      case ">": edits += [Edit(right, "\(right.operand) + 1")]
      case "<": edits += [Edit(right, "\(right.operand) - 1")]
      case "||": edits += [Edit(infix.operator, "&&")]
      case "...": edits += [Edit(infix.operator, "..<"), Edit(left, "\(left.operand) + 1")]
      case "..<":
        edits += [Edit(left, "\(left.operand) + 1"), Edit(right, "\(right.operand) - 1")]
      default: break
      }
      return .visitChildren
    }
  }
}
