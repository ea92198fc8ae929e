"""Finding one's way: anchors, the mark in the contents, pages in their order, the narrow contents."""

from claims import claim

ANCHORS = """async () => {
  tests.openFolds();
  const found = [];
  for (const link of new Set([...document.querySelectorAll('a[href^="#"]')].map((a) => a.hash))) {
    const target = document.getElementById(decodeURIComponent(link.slice(1)));
    if (!target || target.localName === "main" || !target.getClientRects().length) continue;
    location.hash = link;
    const bar = document.querySelector("header.top").getBoundingClientRect().bottom;
    found.push([tests.name(target), target.getBoundingClientRect().top, bar, innerHeight]);
  }
  return found;
}"""
SPY = """async () => {
  const found = [];
  for (const link of document.querySelectorAll('#contents .sections > li > a')) {
    const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    target.scrollIntoView({ block: "start", behavior: "instant" });
    await tests.frames(3);
    // The last sections of a page cannot come up to its top; at its end, all in sight are being read.
    if (target.getBoundingClientRect().top > 120) continue;
    if (innerHeight + scrollY >= document.documentElement.scrollHeight - 2) continue;
    const marked = [...document.querySelectorAll('#contents .sections > li > a[aria-current]')].map((a) => a.hash);
    const box = document.getElementById("contents").getBoundingClientRect(), at = link.getBoundingClientRect();
    found.push([link.hash, marked, at.top >= box.top - 1 && at.bottom <= box.bottom + 1]);
  }
  return found;
}"""


@claim("anchors", "an anchor's target stands in view, below the bar", 6)
def anchors(bench, found):
    for width in (1280, 390):
        tab = bench.open(width=width)
        for page in bench.site.pages:
            for name, top, bar, height in bench.go(tab, page).evaluate(ANCHORS):
                found.expect(
                    bar - 1 <= top < height,
                    page,
                    f"{width} px, {name}",
                    f"is at {top:.0f} px, the bar ends at {bar:.0f}; see scroll-padding",
                )
    return f"{found.examined} targets"


@claim("contents-mark", "the contents mark the section that is being read, and keep it in view", 4)
def contents_mark(bench, found):
    tab = bench.open()
    for page in bench.site.pages:
        for anchor, marked, is_seen in bench.go(tab, page).evaluate(SPY):
            found.expect(
                marked == [anchor],
                page,
                f"contents {anchor}",
                f"{marked or 'nothing'} is marked while it is read",
            )
            found.expect(
                is_seen,
                page,
                f"contents {anchor}",
                "is marked outside of what the contents' box shows",
            )
    return f"{found.examined // 2} sections"


@claim("page-turning", "next leads through the whole book, previous back", 2)
def page_turning(bench, found):
    walks = {}
    tab = bench.open("index.html")
    for way in ("next", "previous"):
        walks[way] = [bench.site.name(tab.url)]
        while tab.locator(f"nav.turn a.{way}").count() and len(walks[way]) <= len(bench.site.pages):
            tab.locator(f"nav.turn a.{way}").click()
            tab.wait_for_load_state()
            walks[way].append(bench.site.name(tab.url).split("#")[0])
    for page in bench.site.pages:
        found.expect(
            page in walks["next"], page, "nav.turn", "is not reached from the start page by next"
        )
    found.expect(
        walks["previous"] == walks["next"][::-1],
        "the book",
        "nav.turn",
        f"previous goes {' → '.join(walks['previous'])}, next {' → '.join(walks['next'])}",
    )
    return f"{len(walks['next'])} pages"


@claim("narrow-contents", "on a telephone the contents open, lead on and close by keyboard", 2)
def narrow_contents(bench, found):
    for page in bench.site.pages:
        tab = bench.open(page, width=390, height=800)
        if not found.expect(
            tab.locator("#contents-open").is_visible(), page, "#contents-open", "is not to be seen"
        ):
            continue
        found.expect(
            not tab.locator("#contents").is_visible(), page, "#contents", "is open from the start"
        )
        tab.locator("#contents-open").focus()
        tab.keyboard.press("Enter")
        found.expect(
            tab.locator("#contents").is_visible(),
            page,
            "#contents-open",
            "Enter does not open the contents",
        )
        tab.keyboard.press("Tab")
        found.expect(
            tab.evaluate("!!document.activeElement.closest('#contents')"),
            page,
            "#contents",
            "Tab does not go into the open contents",
        )
        tab.keyboard.press("Escape")
        found.expect(
            not tab.locator("#contents").is_visible(), page, "#contents", "Escape does not close it"
        )
        found.expect(
            tab.evaluate("document.activeElement.id") == "contents-open",
            page,
            "#contents-open",
            "Escape does not give the focus back",
        )
    return f"{len(bench.site.pages)} pages"
