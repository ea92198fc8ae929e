"""Widths, zoom and the reader's own spacing: nothing makes the page scroll sideways."""
from claims import claim

WIDE = """() => {
  tests.openFolds();
  const edge = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= edge) return [0, []];
  // The innermost of those that stick out, and not what scrolls in a box of its own.
  const scrolls = (element) => {
    for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) {
      if (getComputedStyle(at).overflowX !== "visible") return true;
    }
  };
  const out = [...document.querySelectorAll("body *")].filter((element) =>
    element.getBoundingClientRect().right > edge + 0.5 && tests.isVisible(element) && !scrolls(element));
  return [document.documentElement.scrollWidth - edge, out.filter((element) => !out.some((other) => other !== element && element.contains(other))).slice(0, 4).map(tests.name)];
}"""
# Text that a box cuts off, where no scrolling brings it back.
CUT = """[...document.querySelectorAll("main *, .top *, #contents *")].filter((element) => {
  const style = getComputedStyle(element);
  return !(element instanceof SVGElement) && !element.closest(".katex, .hidden, svg") && ["hidden", "clip"].includes(style.overflowX)
    && element.scrollWidth > element.clientWidth + 2 && tests.isVisible(element);
}).map(tests.name)"""
# WCAG 1.4.12
SPACING = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } p { margin-bottom: 2em !important; }"


def measure(bench, found, tab, page, how):
    excess, names = tab.evaluate(WIDE)
    found.expect(excess <= 0, page, f"{how}, {', '.join(names)}", f"makes the page {excess} px too wide")
    for name in tab.evaluate(CUT)[:3]:
        found.fault(page, f"{how}, {name}", "is cut off")


@claim("widths", "no page scrolls sideways at 320, 390, 768, 1280 and 1920 px", 6)
def widths(bench, found):
    tab = bench.open()
    for page in bench.site.pages:
        bench.go(tab, page)
        for width in (320, 390, 768, 1280, 1920):
            tab.set_viewport_size({"width": width, "height": 900})
            measure(bench, found, tab, page, f"{width} px")
    return f"{len(bench.site.pages)} pages, folds open"


@claim("zoom", "text of twice the size and WCAG's spacing fit the page", 4)
def zoom(bench, found):
    for page in bench.site.pages:
        for width, style, how in (
            (1280, "html { font-size: 212.5% !important; }", "text at 200 %"),
            (640, "", "zoom of 200 %"),
            (390, SPACING, "text spacing"),
        ):
            tab = bench.open(page, width=width)
            before = tab.evaluate("parseFloat(getComputedStyle(document.querySelector('main p')).fontSize)")
            # By a constructed sheet, since that is how a reader's own style comes: past the page's policy.
            tab.evaluate("""(text) => {
              const sheet = new CSSStyleSheet();
              sheet.replaceSync(text);
              document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
            }""", style)
            if "font-size" in style:
                after = tab.evaluate("parseFloat(getComputedStyle(document.querySelector('main p')).fontSize)")
                found.expect(after >= before * 1.95, page, "main p", f"does not grow with the reader's text size: {before} → {after} px; use rem")
            measure(bench, found, tab, page, how)
            bench.close_pages()
    return f"{len(bench.site.pages)} pages"
