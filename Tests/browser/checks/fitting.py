"""Code and text fit: nothing clipped, one edge, whole words, targets that a finger hits, cues where a box scrolls."""

import pathlib

from claims import claim

READ = (pathlib.Path(__file__).parent / "fitting.js").read_text(encoding="utf-8")
WIDTHS = (390, 768, 1280, 1920)


def facts(bench, question, widths=WIDTHS, **options):
    """What each page answers at each width."""
    tab = bench.open(**options)
    for page in bench.site.pages:
        bench.go(tab, page)
        for width in widths:
            tab.set_viewport_size({"width": width, "height": 900})
            yield page, width, tab.evaluate(f"({READ}).{question}()")


@claim("clipped", "code, documentation and text are in view at 390, 768, 1280 and 1920 px", 8)
def clipped(bench, found):
    for page, width, names in facts(bench, "clipped"):
        found.looked()
        for name in names[:4]:
            found.fault(page, f"{width} px, {name}", "is clipped or out of view")
    counts = [count for _, _, count in facts(bench, "rows", (1280,))]
    rows, wrapped = (sum(each) for each in zip(*counts))
    found.expect(
        wrapped <= rows / 100, "all pages", "1280 px", f"{wrapped} of {rows} lines of code wrap"
    )
    return f"{wrapped} of {rows} lines of code wrap at 1280 px"


@claim("one-edge", "listings, solutions and exercises end at one right edge", 5)
def one_edge(bench, found):
    for page, width, edges in facts(bench, "edges"):
        found.looked(sum(count for _, count, _ in edges))
        for right, _, name in edges[1:]:
            found.fault(page, f"{width} px, {name}", f"ends at {right} px, others at {edges[0][0]}")
    return f"{found.examined} boxes"


@claim("line-ends", "no line's end parts n-gram, Kneser–Ney, --apply, a file's name, a number", 8)
def line_ends(bench, found):
    for page, width, (parted, count) in facts(bench, "parted", (320, *WIDTHS)):
        found.looked(count)
        for words in parted[:4]:
            found.fault(page, f"{width} px, “{words[:60]}”", "is parted by a line's end")
    return f"{found.examined} pieces of code, and every compound"


@claim("targets", "what is pressed is at least 24 px high and wide; copy buttons cover no code", 5)
def targets(bench, found):
    for page, width, (count, small, covering) in facts(bench, "targets", (390, 1280)):
        found.looked(count)
        for name in small[:4]:
            found.fault(page, f"{width} px, {name}", "is smaller than 24 px")
        for name in covering[:4]:
            found.fault(page, f"{width} px, {name}", "covers code")
    return f"{found.examined} targets"


@claim("cues", "what scrolls sideways shows it in both themes; no formula does at 1280 px", 5)
def cues(bench, found):
    for theme in ("light", "dark"):
        for page, width, (cueless, formulas) in facts(bench, "cues", (390, 1280), theme=theme):
            found.looked()
            for name in cueless[:4]:
                found.fault(page, f"{width} px, {theme}, {name}", "scrolls without a cue")
            for name in formulas[:4] if width == 1280 else []:
                found.fault(page, f"1280 px, {name}", "is a formula wider than the page; break it")
    return f"{len(bench.site.pages)} pages, both themes"
