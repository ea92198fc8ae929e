import SwiftSyntax

/// A term or factor that is left out, and two that change places.
enum Terms {
  private static let signs: Set = ["+", "-", "*", "/", "%", "&&", "||", "??"]

  static func edits(at node: Syntax) -> [Edit] {
    if let array = node.as(ArrayExprSyntax.self) {
      // `[Float](…)` is a type.
      return array.parent?.is(FunctionCallExprSyntax.self) == true ? [] : lost(array)
    }
    guard let infix = node.as(InfixOperatorExprSyntax.self), signs.contains(infix.sign) else {
      return []
    }
    let (left, right) = (infix.leftOperand, infix.rightOperand)
    let isPart = infix.parent?.is(InfixOperatorExprSyntax.self) == true
    return [left, right].map { Edit(infix, isPart ? $0.operand : $0.text) } + swapped(infix)
  }

  /// Sums of numbers are equal both ways round, joined lists are not: the helper takes only lists.
  private static func swapped(_ infix: InfixOperatorExprSyntax) -> [Edit] {
    let (left, right) = (infix.leftOperand, infix.rightOperand)
    let shown = "\(right.operand) \(infix.sign) \(left.operand)"
    switch infix.sign {
    case "-", "/", "%": return [Edit(infix, shown)]
    case "+":
      return [Edit(infix, shown, code: "\(Helpers.name).joined(\(right.text), \(left.text))")]
    default: return []
    }
  }

  private static func lost(_ array: ArrayExprSyntax) -> [Edit] {
    array.elements.indices.map { place in
      let rest = array.elements.indices.filter { $0 != place }
        .map { array.elements[$0].expression.text }
      return Edit(array, "[" + rest.joined(separator: ", ") + "]")
    }
  }
}
