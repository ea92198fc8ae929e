import SwiftSyntax

/// A statement that is left out. Not a declaration, nor a `return`: without them nothing compiles.
enum Statements {
  static func edits(at node: Syntax) -> [Edit] {
    guard let item = node.as(CodeBlockItemSyntax.self) else { return [] }
    switch item.item {
    case .decl: return []
    case .stmt(let statement):
      return statement.is(ReturnStmtSyntax.self) ? [] : [.dropping(item)]
    case .expr(let expression):
      // Without `self.init` nothing compiles.
      if let call = expression.as(FunctionCallExprSyntax.self),
        call.name.hasPrefix("precondition") || call.name == "init"
      {
        return []
      }
      // The value of a body or a closure that is one expression.
      let list = item.parent?.as(CodeBlockItemListSyntax.self)
      if list?.count == 1, !isAssignment(expression),
        list?.parent?.is(CodeBlockSyntax.self) != true
          || list?.parent?.parent?.is(FunctionDeclSyntax.self) == true
      {
        return []
      }
      return [.dropping(item)]
    }
  }

  private static func isAssignment(_ expression: ExprSyntax) -> Bool {
    expression.as(InfixOperatorExprSyntax.self)?.sign.hasSuffix("=") ?? false
  }
}
