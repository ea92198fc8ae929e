/// What the changed code calls.
enum Helpers {
  /// The type in the chapter's module.
  static let name = "ActiveMutant"
  /// The variable of the environment that says which mutant is alive.
  static let variable = "MUTANT"
  /// The file in the chapter's module.
  static let file = "ActiveMutant.swift"

  static let source = """
    import Foundation

    enum ActiveMutant {
      static let number = Int(ProcessInfo.processInfo.environment["\(variable)"] ?? "") ?? 0

      static func joined<List: RangeReplaceableCollection>(_ first: List, _ second: List) -> List {
        first + second
      }

    \(walks)
    }
    """

  /// One pair for each kind of sequence that has an order.
  private static let walks = [
    ("<List: BidirectionalCollection>", "List", "List.Element"),
    ("<A: Sequence, B: Sequence>", "Zip2Sequence<A, B>", "(A.Element, B.Element)"),
    ("<List: Sequence>", "EnumeratedSequence<List>", "(offset: Int, element: List.Element)"),
    ("<Number: Strideable>", "StrideTo<Number>", "Number"),
    ("<Number: Strideable>", "StrideThrough<Number>", "Number"),
  ].map { generics, type, element in
    """
      static func withoutFirst\(generics)(_ all: \(type)) -> [\(element)] {
        Array(all.dropFirst())
      }
      static func withoutLast\(generics)(_ all: \(type)) -> [\(element)] {
        Array(all.dropLast())
      }
    """
  }.joined(separator: "\n")
}
