"""axe-core on every page with every fold open, and the contrast of what axe leaves out."""

import pathlib

import axe_playwright_python

from claims import claim

AXE = (pathlib.Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(
    encoding="utf-8"
)
# Everything that axe has switched on, best practices included, and of what it has switched off
# these. Not: AAA (contrast of 7), what axe cannot decide (hidden-content), what needs the network
# (css-orientation-lock), and the experimental focus-order-semantics: it wants a role at every box
# that scrolls, of which a screen reader would then speak at each formula.
ALSO = [
    "target-size",
    "label-content-name-mismatch",
    "p-as-heading",
    "table-fake-caption",
    "td-has-header",
]
# Rule and selector of what may be reported, each with a reason. None.
EXCEPTIONS = {}
RUN = """async ({ also }) => {
  tests.openFolds();
  const rules = Object.fromEntries(also.map((rule) => [rule, { enabled: true }]));
  const results = await axe.run(document, { preload: false, rules, resultTypes: ["violations", "incomplete"] });
  return [results.violations.map(({ id, help, nodes }) => [id, help, nodes.map((node) => node.target.join(" "))]),
    results.passes.length, results.incomplete.map(({ id, nodes }) => [id, nodes.length])];
}"""


def judge(found, tab, page, unsure):
    """Runs axe on what the tab shows; returns how many rules have passed."""
    tab.evaluate(AXE + "; 0")
    violations, passed, incomplete = tab.evaluate(RUN, {"also": ALSO})
    found.looked(passed)
    for rule, number in incomplete:
        unsure[rule] = unsure.get(rule, 0) + number
    for rule, help_text, targets in violations:
        targets = [target for target in targets if (rule, target) not in EXCEPTIONS]
        for target in targets[:3]:
            found.fault(page, target, f"{rule}: {help_text} ({len(targets)} places)")
    return passed


def audit(bench, found, theme, width):
    passes, unsure = 0, {}
    for page in bench.site.pages:
        tab = bench.open(page, width=width, theme=theme)
        passes += judge(found, tab, page, unsure)
        bench.show(tab, f"{page.replace('/', '-')[:-5]}-{theme}-{width}")
    doubts = ", ".join(f"{number} {rule}" for rule, number in unsure.items()) or "nothing"
    return f"{passes} rules passed; axe leaves open: {doubts}"


# Both widths and both themes once each: a colour does not depend on the width, nor a name on the theme,
# and "contrast" looks at every text in both.
@claim("axe-light-1280", "axe finds nothing: light, 1280 px, folds open", 25)
def light_wide(bench, found):
    return audit(bench, found, "light", 1280)


@claim("axe-dark-390", "axe finds nothing: dark, 390 px, folds open", 25)
def dark_narrow(bench, found):
    return audit(bench, found, "dark", 390)


@claim("axe-in-use", "axe finds nothing in the open search, the open contents, a live figure", 6)
def in_use(bench, found):
    states = []
    for theme in ("light", "dark"):
        tab = bench.open("index.html", theme=theme)
        tab.keyboard.press("/")
        tab.locator("dialog#search input").type("word")
        tab.locator("dialog#search a").first.wait_for()
        judge(found, tab, "index.html, search open", {})
        tab = bench.open("index.html", theme=theme, width=390)
        tab.locator("#contents-open").click()
        judge(found, tab, "index.html, contents open", {})
        states += ["search", "contents"]
        for page in bench.site.pages:
            if 'class="play"' not in bench.site.text(page):
                continue
            tab = bench.open(page, theme=theme)
            # A figure that has begun has other buttons in place of its first.
            for _ in range(tab.locator(".play > button").count()):
                tab.locator(".play > button").first.click()
            tab.locator(".play :is(input, select, [aria-pressed])").first.wait_for()
            judge(found, tab, f"{page}, figure alive", {})
            states.append("figure")
    return f"{len(states)} states"


# Every text that is drawn, also what is hidden from screen readers (KaTeX's letters) and drawings'.
CONTRAST = """() => {
  tests.openFolds();
  const faults = new Map();
  let count = 0, least = 99;
  const seen = new Map();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!/[^\\s\\u200b-\\u2064]/.test(walker.currentNode.data) || element.closest("title, desc, script, math, .hidden, .anchor, .skip, :disabled")) continue;
    if (!seen.has(element)) seen.set(element, tests.isVisible(element));
    if (!seen.get(element)) continue;
    const style = getComputedStyle(element);
    const isDrawn = element instanceof SVGElement;
    const ground = tests.ground(isDrawn ? element.closest("svg").parentElement : element);
    const colour = tests.over(tests.colour(isDrawn ? style.fill : style.color), ground);
    const ratio = tests.contrast(colour, ground);
    const size = parseFloat(style.fontSize), isLarge = size >= 24 || (size >= 18.66 && style.fontWeight >= 700);
    count++;
    least = Math.min(least, ratio);
    if (ratio < (isLarge ? 3 : 4.5)) {
      const key = element.localName + element.getAttribute("class") + ratio;
      if (!faults.has(key)) faults.set(key, [tests.name(element), ratio, walker.currentNode.data.trim().slice(0, 30)]);
    }
  }
  return [count, least, [...faults.values()]];
}"""


@claim("contrast", "every text has a contrast of 4.5, formulas and drawings included", 5)
def contrast(bench, found):
    least, texts = 99, 0
    for page in bench.site.pages:
        for theme in ("light", "dark"):
            tab = bench.open(page, theme=theme)
            count, lowest, faults = tab.evaluate(CONTRAST)
            texts, least = texts + count, min(least, lowest)
            found.looked(count)
            for element, ratio, words in faults:
                found.fault(
                    page,
                    f"{theme}, {element}",
                    f"“{words}” has a contrast of {ratio:.2f}; 4.5 is needed",
                )
    return f"{texts} texts, least {least:.2f}"
