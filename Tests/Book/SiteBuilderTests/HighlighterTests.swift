import Testing

@testable import SiteBuilder

@Suite("Coloured Swift")
struct HighlighterTests {
  @Test(
    "keeps the text and marks what each word is",
    arguments: [
      ("let x = 1", "<span class=\"k\">let</span> x = <span class=\"n\">1</span>"),
      (
        "a.b(c: .d)",
        "a.<span class=\"f\">b</span>(<span class=\"l\">c</span>: .d)"
      ),
      (
        "Int.max // x <",
        "<span class=\"t\">Int</span>.max <span class=\"c\">// x &lt;</span>"
      ),
      (
        "/// d\n  /// e\n\n// f",
        "<span class=\"d\">/// d\n  /// e</span>\n\n<span class=\"c\">// f</span>"
      ),
      (
        "/* a /* b */ */1e-3",
        "<span class=\"c\">/* a /* b */ */</span><span class=\"n\">1e-3</span>"
      ),
      ("0xe-1", "<span class=\"n\">0xe</span>-<span class=\"n\">1</span>"),
      ("1..<n", "<span class=\"n\">1</span>..&lt;n"),
      ("a -> b", "a <span class=\"o\">-&gt;</span> b"),
      ("self.default", "<span class=\"k\">self</span>.default"),
      ("@Test #if", "<span class=\"a\">@Test</span> <span class=\"k\">#if</span>"),
      (
        #""a\"b\(f(1))c""#,
        #"<span class="s">&quot;a\&quot;b\(</span><span class="f">f</span>(<span class="n">1</span>)<span class="s">)c&quot;</span>"#
      ),
      (##"#"a\(b)"c"#"##, ##"<span class="s">#&quot;a\(b)&quot;c&quot;#</span>"##),
      ("x ? a : b", "x ? a : b"),
      (
        "\"\"\"\na \"q\"\n\"\"\"",
        "<span class=\"s\">&quot;&quot;&quot;\na &quot;q&quot;\n&quot;&quot;&quot;</span>"
      ),
    ])
  func words(_ source: String, _ html: String) {
    #expect(SwiftHighlighter.html(source) == html)
  }

  @Test(
    "survives source that ends too early",
    arguments: ["\"a", "\"a\\", "\"\\(", "#\"", "/*", "/* /", "\"\"\"", "@", "#", "`", "1.", "\\"])
  func unfinished(_ source: String) {
    let text = SwiftHighlighter.html(source).replacing(#/<[^>]*>/#, with: "")
      .replacing("&quot;", with: "\"")
    #expect(text == source)
  }

  @Test(
    "of an exercise is named by its declaration",
    arguments: [
      (
        "/// func x(a:)\n@inlinable\npublic func oneHot(_ index: Int, size: Int) -> [Float] {}",
        "oneHot(_:size:)"
      ),
      ("  init(counts: [String: (Int, Int)], order n: Int = f(1, 2)) {}", "init(counts:order:)"),
      ("func draw(by f: (Double, Int) -> Double) {}", "draw(by:)"),
      ("func f<T: P>(x: Dictionary<T, Int>, y: Int) {}", "f(x:y:)"),
      ("public subscript(count: Int) -> Double {}", "subscript(count:)"),
      ("var total: Int { 1 }", "total"), ("func none() {}", "none()"),
    ])
  func names(_ source: String, _ name: String) {
    #expect(DeclarationName.first(in: source) == name)
  }

  @Test("comes line by line without a tag across their ends")
  func lines() {
    #expect(
      SwiftHighlighter.lines("let a = 1\n/* b\nc */\n") == [
        "<span class=\"k\">let</span> a = <span class=\"n\">1</span>",
        "<span class=\"c\">/* b</span>", "<span class=\"c\">c */</span>", "",
      ])
  }

  @Test(
    "takes a keyword before a parameter's name for its label, and only there",
    arguments: [
      ("f(a, in: b)", "l"), ("(of a: Int, in b: Int)", "l"), ("{ (a, b) in c }", "k"),
      ("for a in b { c }", "k"),
    ])
  func labels(_ source: String, _ kind: String) {
    #expect(SwiftHighlighter.html(source).contains("<span class=\"\(kind)\">in</span>"))
  }

  @Test("keeps `let` a keyword before a name with a type")
  func bindings() {
    #expect(SwiftHighlighter.html("if a, let b: Int").contains("<span class=\"k\">let</span>"))
  }
}
