"""Scripts switched off: everything reads, nothing pretends to work."""

from claims import claim

TEXT = """(() => {
  tests.openFolds();
  const copy = document.querySelector("main").cloneNode(true);
  copy.querySelectorAll("button, script, .play, .tick").forEach((element) => element.remove());
  return copy.textContent.replace(/\\s+/g, "").length;
})()"""


@claim("scriptless-text", "without scripts every page has its whole text, formulas and drawings", 4)
def scriptless_text(bench, found):
    letters = 0
    for page in bench.site.pages:
        lengths = {}
        for scripts in (True, False):
            tab = bench.open(page, scripts=scripts)
            lengths[scripts] = tab.evaluate(TEXT)
            if not scripts:
                for kind, number, seen in tab.evaluate(
                    """[".katex-html", ".canvas", "main p, main li, main td, main pre"].map((selector) => {
                    const all = [...document.querySelectorAll(selector)];
                    // Of a figure's two drawings, the one that fits.
                    const isSeen = (element) => selector === ".canvas"
                      ? [...element.querySelectorAll("svg")].some(tests.isVisible) : tests.isVisible(element);
                    return [selector, all.length, all.filter(isSeen).length];
                  })"""
                ):
                    found.expect(
                        number == seen,
                        page,
                        kind,
                        f"{number - seen} of {number} are not to be seen without scripts",
                    )
                bench.show(tab, f"scriptless-{page.replace('/', '-')[:-5]}")
        letters += lengths[False]
        found.expect(
            lengths[True] == lengths[False] > 0,
            page,
            "main",
            f"has {lengths[False]} letters without scripts, {lengths[True]} with them",
        )
    return f"{letters} letters"


@claim(
    "scriptless-use",
    "without scripts folds and contents work, and no button is shown that does nothing",
    4,
)
def scriptless_use(bench, found):
    for page in bench.site.pages:
        for width in (1280, 390):
            tab = bench.open(page, width=width, scripts=False)
            for (name,) in tab.evaluate(
                """[...document.querySelectorAll("button:not([popovertarget]), input, select, [role=button]")]
                .filter(tests.isVisible).map((element) => [tests.name(element)])"""
            ):
                found.fault(
                    page,
                    f"{width} px, {name}",
                    "is shown without scripts, and does nothing; hide it",
                )
            if tab.locator("#contents-open").is_visible():
                tab.locator("#contents-open").click()
            found.expect(
                tab.locator("#contents a").first.is_visible(),
                page,
                f"{width} px, #contents",
                "is not to be reached without scripts",
            )
        tab = bench.open(page, scripts=False)
        for fold in tab.locator("main details").all()[:12]:
            if not fold.is_visible():  # a hint whose turn has not come
                continue
            summary = fold.locator("summary").first
            name = fold.evaluate("tests.name")
            if found.expect(summary.is_visible(), page, name, "has no summary to click on"):
                summary.click()
            opened = fold.evaluate("fold => fold.open")
            found.expect(opened, page, name, "does not unfold without scripts")
    return f"{found.examined} things used"
