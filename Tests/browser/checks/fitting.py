"""Code and text fit: nothing clipped, one edge, whole words, targets that a finger hits, cues where a box scrolls."""

import pathlib

from claims import claim

READ = (pathlib.Path(__file__).parent / "fitting.js").read_text(encoding="utf-8")
WIDTHS = (390, 768, 1280, 1920)


def facts(bench, widths=WIDTHS, **options):
    """What each page says of itself at each width."""
    tab = bench.open(**options)
    for page in bench.site.pages:
        bench.go(tab, page)
        for width in widths:
            tab.set_viewport_size({"width": width, "height": 900})
            yield page, width, tab.evaluate(READ)


@claim("clipped", "code, documentation and text are in view at 390, 768, 1280 and 1920 px", 8)
def clipped(bench, found):
    rows = wrapped = 0
    for page, width, fact in facts(bench):
        found.looked(fact["rows"] + 1)
        for name in fact["clipped"][:4]:
            found.fault(page, f"{width} px, {name}", "is clipped or out of view")
        if width == 1280:
            rows, wrapped = rows + fact["rows"], wrapped + fact["wrapped"]
    found.expect(
        wrapped <= rows / 100, "all pages", "1280 px", f"{wrapped} of {rows} lines of code wrap"
    )
    return f"{wrapped} of {rows} lines of code wrap at 1280 px"


@claim("one-edge", "listings, solutions and exercises end at one right edge", 8)
def one_edge(bench, found):
    for page, width, fact in facts(bench):
        found.looked(sum(count for _, count, _ in fact["edges"]))
        for right, _, name in fact["edges"][1:]:
            first = fact["edges"][0][0]
            found.fault(page, f"{width} px, {name}", f"ends at {right} px, others at {first}")
    return f"{found.examined} boxes"


@claim("line-ends", "no line's end parts n-gram, Kneser–Ney, --apply, a file's name, a number", 8)
def line_ends(bench, found):
    for page, width, fact in facts(bench, (320, *WIDTHS)):
        found.looked(fact["counts"]["code"])
        for words in fact["parted"][:4]:
            found.fault(page, f"{width} px, “{words[:60]}”", "is parted by a line's end")
    return f"{found.examined} pieces of code, and every compound"


@claim("targets", "what is pressed is at least 24 px high and wide; copy buttons cover no code", 6)
def targets(bench, found):
    for page, width, fact in facts(bench, (390, 1280)):
        found.looked(fact["counts"]["targets"])
        for name in fact["small"][:4]:
            found.fault(page, f"{width} px, {name}", "is smaller than 24 px")
        for name in fact["covering"][:4]:
            found.fault(page, f"{width} px, {name}", "covers code")
    return f"{found.examined} targets"


@claim("cues", "what scrolls sideways shows it in both themes; no formula does at 1280 px", 8)
def cues(bench, found):
    for theme in ("light", "dark"):
        for page, width, fact in facts(bench, (390, 1280), theme=theme):
            found.looked()
            for name in fact["cueless"][:4]:
                found.fault(page, f"{width} px, {theme}, {name}", "scrolls without a cue")
            for name in fact["wide"][:4] if width == 1280 else []:
                found.fault(page, f"1280 px, {name}", "is a formula wider than the page; break it")
    return f"{len(bench.site.pages)} pages, both themes"
