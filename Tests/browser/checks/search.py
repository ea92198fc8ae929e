"""Search: what is found for words taken from the pages themselves, where it leads, how it closes."""

import re

from claims import claim

DIALOG = "dialog#search"


def open_search(tab):
    tab.keyboard.press("/")
    tab.locator(f"{DIALOG} input").wait_for(state="visible", timeout=5_000)


def ask(tab, words):
    """Types into the open search; the results' texts and addresses once they stand still."""
    field = tab.locator(f"{DIALOG} input").first
    field.fill("")
    field.type(words)
    before, now = None, "start"
    for _ in range(30):
        before, now = now, tab.locator(DIALOG).inner_text()
        if before == now:
            break
        tab.wait_for_timeout(100)
    return tab.evaluate(
        "[...document.querySelectorAll('dialog#search a[href]')].filter(tests.isVisible).map((a) => [a.innerText, a.href])"
    )


def samples(bench):
    """A page with exercises, and from it a rare word of its text, a heading, an exercise and a symbol."""
    page = bench.site.with_exercises[0]
    tab = bench.open(page)
    facts = tab.evaluate("""(() => {
      const counts = new Map();
      for (const paragraph of document.querySelectorAll("main > p")) {
        for (const word of new Set(paragraph.innerText.match(/\\b[a-z]{9,}\\b/g) || [])) counts.set(word, (counts.get(word) || 0) + 1);
      }
      const heading = [...document.querySelectorAll("main h2[id]")][2];
      const section = document.querySelectorAll("section.exercise")[1];
      const title = section.querySelector("h3");
      return {
        word: [...counts].filter(([, count]) => count === 1)[0][0],
        heading: [heading.innerText.replace("#", "").replace(/^[\\d.\\s]+/, "").trim(), heading.id],
        exercise: [section.dataset.exercise, title.id],
        symbol: section.querySelector(".task p code:not(.file)").innerText.match(/[A-Za-z]+/)[0],
      };
    })()""")
    return page, facts


@claim("search-finds", "search finds a word, a heading, an exercise and a symbol, from any page", 4)
def search_finds(bench, found):
    page, facts = samples(bench)
    for start in ("index.html", page):
        tab = bench.open(start)
        open_search(tab)
        heading, heading_id = facts["heading"]
        exercise, exercise_id = facts["exercise"]
        for kind, words, target in (
            ("word", facts["word"], page),
            ("word's beginning", facts["word"][:-2], page),
            ("heading", heading, f"{page}#{heading_id}"),
            ("exercise", exercise, f"{page}#{exercise_id}"),
            ("symbol", facts["symbol"], page),
        ):
            results = ask(tab, words)
            targets = [bench.site.name(address) for _, address in results]
            ok = (
                target in targets[:3]
                if "#" in target
                else any(t.startswith(target) for t in targets[:8])
            )
            found.expect(
                ok,
                start,
                f"{kind} “{words}”",
                f"is not found in {target}: {targets[:3] or 'nothing'}",
            )
        bench.show(tab, f"search-{start.replace('/', '-')[:-5]}")
    return ", ".join((facts["word"], facts["heading"][0], facts["exercise"][0], facts["symbol"]))


@claim("search-nothing", "search says so when nothing is found, also of Han text", 2)
def search_nothing(bench, found):
    tab = bench.open("index.html")
    open_search(tab)
    for words in ("词向量没有", "qqzzyxx"):
        results = ask(tab, words)
        text = tab.locator(DIALOG).inner_text()
        found.expect(not results, "index.html", f"“{words}”", f"finds {results[:1]}")
        found.expect(
            re.search(r"nothing|no result|not found|no match|没有", text, re.I),
            "index.html",
            f"“{words}”",
            f"the dialog does not say that nothing was found: “{text[:80]}”",
        )
    return "two words that are nowhere"


@claim(
    "search-lands",
    "Enter leads from a found heading to its anchor, on another page and on the same",
    3,
)
def search_lands(bench, found):
    page, facts = samples(bench)
    heading, anchor = facts["heading"]
    for start in ("index.html", page):
        tab = bench.open(start)
        open_search(tab)
        ask(tab, heading)
        if tab.evaluate("document.activeElement.localName") == "input":
            tab.keyboard.press("Enter")
        tab.wait_for_timeout(400)
        tab.wait_for_load_state()
        found.expect(
            bench.site.name(tab.url) == f"{page}#{anchor}",
            start,
            f"“{heading}”",
            f"Enter leads to {bench.site.name(tab.url)}, not to {page}#{anchor}",
        )
        found.expect(not tab.locator(DIALOG).is_visible(), start, DIALOG, "stays open after Enter")
        top = tab.evaluate(
            "id => document.getElementById(id)?.getBoundingClientRect().top ?? -1", anchor
        )
        found.expect(
            0 <= top < 400, start, f"“{heading}”", f"stands at {top:.0f} px after the jump"
        )
    return f"“{heading}” in {page}"


@claim(
    "search-keys",
    "search opens by / and button, Escape gives the focus back, arrows and Tab reach the results",
    3,
)
def search_keys(bench, found):
    page, facts = samples(bench)
    tab = bench.open(page)
    button = tab.locator("#search-open")
    found.expect(button.is_visible(), page, "#search-open", "is not to be seen")
    button.focus()
    tab.keyboard.press("Enter")
    tab.locator(f"{DIALOG} input").wait_for(state="visible", timeout=5_000)
    found.expect(
        tab.evaluate("document.activeElement.localName") == "input",
        page,
        DIALOG,
        "opens without the focus in its field",
    )
    tab.keyboard.type("a/b")
    found.expect(
        "/" in tab.locator(f"{DIALOG} input").input_value(),
        page,
        DIALOG,
        "swallows a slash that is typed into its field",
    )
    ask(tab, facts["word"])
    tab.keyboard.press("Tab")
    found.expect(
        tab.evaluate("!!document.activeElement.closest('dialog#search')"),
        page,
        DIALOG,
        "Tab leaves it",
    )
    found.expect(
        tab.locator(f"{DIALOG} input").first.evaluate(
            "f => f.labels?.length || f.getAttribute('aria-label')"
        ),
        page,
        f"{DIALOG} input",
        "has no label",
    )
    tab.keyboard.press("Escape")
    if tab.locator(DIALOG).is_visible():  # a search field takes the first Escape to empty itself
        tab.keyboard.press("Escape")
    found.expect(not tab.locator(DIALOG).is_visible(), page, DIALOG, "Escape does not close it")
    found.expect(
        tab.evaluate("document.activeElement.id") == "search-open",
        page,
        DIALOG,
        "Escape does not give the focus back",
    )
    return "Enter, /, Tab, Escape"
