"""On paper: the text without the furniture."""

import re

from claims import claim

# A4 less the margins of the style sheet, at 96 dots an inch.
WIDTH = 643
FURNITURE = "header.top, #contents, nav.turn, a.skip, button, .tick, input, .verdict, .anchor, .play, dialog"
READ = f"""(() => {{
  const seen = (selector) => [...document.querySelectorAll(selector)].filter(tests.isVisible);
  const edge = document.documentElement.clientWidth;
  const dark = tests.luminance(tests.colour(getComputedStyle(document.body).color));
  return {{
    furniture: seen("{FURNITURE}").map(tests.name),
    wide: document.documentElement.scrollWidth - edge,
    cut: seen("main pre").filter((block) => block.scrollWidth > block.clientWidth + 1).map(tests.name),
    outside: seen("main p, main pre, main table, main svg").filter((e) => e.getBoundingClientRect().right > edge + 1).map(tests.name),
    closed: seen("details:not([open])").map(tests.name),
    open: [...document.querySelectorAll("details[open]")].filter((fold) => !tests.isVisible(fold)).map(tests.name),
    ink: dark, paper: tests.luminance(tests.ground(document.body)),
  }};
}})()"""


@claim(
    "print", "on paper there is no furniture, code wraps, nothing is cut off, open folds only", 4
)
def on_paper(bench, found):
    sheets = []
    for page in bench.site.pages:
        for theme in ("light", "dark"):
            tab = bench.open(page, width=WIDTH, theme=theme)
            tab.evaluate("theme => { document.documentElement.dataset.theme = theme; }", theme)
            tab.evaluate(
                "document.querySelectorAll('section.exercise:nth-of-type(odd) details').forEach((fold) => { fold.open = true; })"
            )
            tab.emulate_media(media="print")
            facts = tab.evaluate(READ)
            for name in facts["furniture"][:4]:
                found.fault(page, name, "is printed")
            for name in facts["cut"] + facts["outside"]:
                found.fault(page, name, "runs over the paper's edge")
            for name in facts["closed"][:4]:
                found.fault(page, name, "is a closed fold on paper, where nobody can open it")
            for name in facts["open"][:4]:
                found.fault(page, name, "was opened by the reader and is not printed")
            found.expect(
                facts["wide"] <= 0, page, "page", f"is {facts['wide']} px wider than the paper"
            )
            found.expect(
                facts["paper"] > 0.9 and facts["ink"] < 0.1,
                page,
                f"body, {theme}",
                "is not dark on white when printed",
            )
            if theme == "dark":
                bench.show(tab, f"print-{page.replace('/', '-')[:-5]}")
                sheets.append(
                    len(
                        re.findall(
                            rb"/Type\s*/Page\b", tab.pdf(format="A4", prefer_css_page_size=True)
                        )
                    )
                )
                found.expect(sheets[-1] > 0, page, "pdf", "has no sheet")
    return f"{sum(sheets)} sheets of A4"
