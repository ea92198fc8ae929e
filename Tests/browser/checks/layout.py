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
    found.expect(
        excess <= 0, page, f"{how}, {', '.join(names)}", f"makes the page {excess} px too wide"
    )
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


@claim("zoom", "letters of twice the size, a zoom of 200 % and WCAG's spacing fit the page", 4)
def zoom(bench, found):
    size = "parseFloat(getComputedStyle(document.querySelector('main p')).fontSize)"
    for page in bench.site.pages:
        tab = bench.open(page)
        usual = tab.evaluate(size)
        tab.set_viewport_size({"width": 640, "height": 450})
        measure(bench, found, tab, page, "zoom of 200 %")
        tab.set_viewport_size({"width": 390, "height": 800})
        # As a constructed sheet, which the page's policy lets in.
        tab.evaluate(
            """(text) => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(text);
          document.adoptedStyleSheets = [sheet];
        }""",
            SPACING,
        )
        measure(bench, found, tab, page, "text spacing")
        tab = bench.open(page, letters=32)
        large = tab.evaluate(size)
        found.expect(
            large >= usual * 1.85,
            page,
            "main p",
            f"has {usual} px, and {large} px where the reader wants letters twice as large; use rem",
        )
        measure(bench, found, tab, page, "letters of 32 px")
        bench.show(tab, f"large-{page.replace('/', '-')[:-5]}")
    return f"{len(bench.site.pages)} pages"
