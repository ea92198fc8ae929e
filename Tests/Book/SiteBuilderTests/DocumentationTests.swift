import Testing

@testable import SiteBuilder

@Suite("The documentation of a listing")
struct DocumentationTests {
  private static let source = """
    /// A pair.
    public struct Pair {
      /// The first,
      /// and least.
      let first: Int

      /// The other.
      let other: Int
    }
    """

  @Test("stands above its declaration, and the code without it")
  func parts() {
    var listing = Listing(text: Self.source)
    listing.newLines = [2, 7]
    #expect(
      ListingPart.parts(of: listing) == [
        .documentation(text: "A pair.", indentation: 0, isApart: false, isNew: false),
        .code(lines: ["public struct Pair {"], newLines: []),
        .documentation(
          text: "The first,\nand least.", indentation: 2, isApart: false, isNew: true),
        .code(lines: ["  let first: Int"], newLines: []),
        .documentation(text: "The other.", indentation: 2, isApart: true, isNew: false),
        .code(lines: ["  let other: Int", "}"], newLines: [0]),
      ])
  }

  private static func html(_ text: String) -> String {
    let words = Documentation.blocks(text).map { block in
      var text = ""
      describe(block, into: &text)
      return text
    }
    return words.joined(separator: " ")
  }

  /// A tree in brackets, with the kinds that documentation has of its own.
  private static func describe(_ node: Markup, into text: inout String) {
    switch node.kind {
    case .text(let words): text += words
    case .code(let words): text += "`\(words)`"
    case .sample(let words): text += "sample(\(words))"
    default:
      let name =
        switch node.kind {
        case .paragraph: "p"
        case .terms: "terms"
        case .term(let title): title
        case .workings: "workings"
        case .workingsLine(let isGoingOn): isGoingOn ? "on" : "line"
        case .remark: "remark"
        case .lowered: "_"
        case .raised: "^"
        case .emphasis: "i"
        default: "?"
        }
      text += name + "("
      for child in node.children { describe(child, into: &text) }
      text += ")"
    }
  }

  @Test(
    "has its lists as terms, its fences as formulas or samples, and indices",
    arguments: [
      (
        "- Parameters:\n  - a: one, in `b`.\n  - c: two.\n- Returns: `d`.",
        "terms(Parameters(p(`a` one, in `b`.)p(`c` two.))Returns(p(`d`.)))"
      ),
      ("- Parameter a: one.", "terms(Parameters(p(`a` one.)))"),
      ("- Throws: ``Fault/none``.", "terms(Throws(p(`Fault.none`.)))"),
      (
        "```\nD_k  = n_{k+1} / aᵢ²    for all <s>\n     = 2\n```",
        "workings(line(i(D)_(i(k)) = i(n)_(i(k)+1) / i(a)_(i(i))^(2)remark(for all <s>))on(= 2))"
      ),
      ("```\nf(1)    // 2\n```", "sample(f(1)    // 2)"),
      ("Where y_j is 0, and a <s>.", "p(Where i(y)_(i(j)) is 0, and a <s>.)"),
      ("It is x_ij, or t_min.", "p(It is i(x)_(i(ij)), or i(t)_(min).)"),
    ])
  func blocks(_ text: String, _ tree: String) {
    #expect(Self.html(text) == tree)
  }

  @Test("loses nothing where a formula ends too early", arguments: ["a_", "a_{b", "a^", "_", "`a"])
  func unfinished(_ text: String) {
    let nodes = PlainMath.line(text[...])
    #expect(nodes.plainText == text)
    #expect(PlainMath.indices(in: text).plainText == text)
  }
}
