"""The book without a mouse: from the start page to a solved exercise, and every stop of the Tab key."""

import pathlib

from claims import claim

STOP = (pathlib.Path(__file__).parent / "keyboard.js").read_text(encoding="utf-8")


class Walker:
    """Presses Tab and looks at each stop: is the focus seen?"""

    def __init__(self, bench, found, tab):
        self.bench, self.found, self.tab, self.stops = bench, found, tab, 0

    def step(self, key="Tab"):
        self.tab.keyboard.press(key)
        stop = self.tab.evaluate(STOP)
        if stop["name"] != "body":
            self.stops += 1
            self.found.looked()
            if stop["fault"]:
                self.found.fault(self.bench.here, stop["name"], stop["fault"])
        return stop

    def to(self, selector, within=60):
        """Tabs on until the focus is on the selector; what is not reached ends the walk."""
        for _ in range(within):
            self.step()
            if self.tab.evaluate("selector => document.activeElement.matches(selector)", selector):
                return
        raise AssertionError(f"{selector} is not reached with {within} times Tab")

    def enter(self):
        self.tab.keyboard.press("Enter")
        self.tab.wait_for_load_state()


@claim(
    "keyboard-walk",
    "by keyboard alone from the start page to an exercise, its command, hints and solution",
    6,
)
def keyboard_walk(bench, found):
    tab = bench.open("index.html")
    walk = Walker(bench, found, tab)
    walk.step()
    found.expect(
        tab.evaluate("document.activeElement.matches('a.skip')"),
        bench.here,
        "a.skip",
        "is not the first stop",
    )
    walk.enter()
    found.expect(
        tab.evaluate("document.activeElement.id") == "content",
        bench.here,
        "a.skip",
        "does not lead to the text",
    )
    walk.to("main a[href*='01-']")
    with tab.expect_navigation():
        walk.enter()
    page = bench.site.name(tab.url).split("#")[0]
    found.expect(
        page in bench.site.with_exercises,
        "index.html",
        "the first chapter's link",
        f"leads to {page}",
    )
    walk.to("#contents a[data-exercise]", 120)
    exercise = tab.evaluate("document.activeElement.dataset.exercise")
    walk.enter()
    section = f"section.exercise[data-exercise='{exercise}']"
    walk.to(f"{section} .task button.copy", 12)
    walk.enter()
    command = tab.locator(f"{section} .task pre code").first.text_content().strip()
    copied = tab.evaluate("navigator.clipboard.readText()")
    found.expect(copied == command, page, f"{section} .copy", f"copies “{copied}”, not “{command}”")
    for index in range(tab.locator(f"{section} details.hint").count()):
        walk.to(f"{section} details.hint summary", 6)
        walk.enter()
        hint = tab.locator(f"{section} details.hint").nth(index)
        found.expect(
            hint.evaluate("fold => fold.open && fold.contains(document.activeElement)"),
            page,
            f"{section} hint {index + 1}",
            "is not opened by Enter, or out of turn",
        )
    walk.to(f"{section} details.solution summary", 8)
    walk.enter()
    found.expect(
        tab.locator(f"{section} details.solution pre").first.is_visible(),
        page,
        f"{section} .solution",
        "is not opened by Enter",
    )
    walk.to(f"{section} details.solution pre", 4)
    bench.show(tab, "keyboard-walk")
    return f"{walk.stops} stops to the solution of {exercise}"


@claim("focus", "every stop of the Tab key shows its focus, and none is a trap", 25)
def focus(bench, found):
    stops = 0
    for page in bench.site.pages:
        tab = bench.open(page)
        walk = Walker(bench, found, tab)
        wanted = tab.evaluate("tests.stops().length")
        seen = set()
        for _ in range(wanted + 5):
            number = walk.step()["number"]
            if number is None or number in seen:
                break
            seen.add(number)
        found.expect(
            number is None,
            page,
            "Tab",
            f"comes back to {tab.evaluate('tests.name(document.activeElement)')} before the page's end",
        )
        found.expect(len(seen) >= wanted, page, "Tab", f"makes {len(seen)} stops of {wanted}")
        for _ in range(3):  # and out of the end again, backwards
            back = walk.step("Shift+Tab")["number"]
        found.expect(back is not None, page, "Shift+Tab", "does not come back into the page")
        stops += len(seen)
    return f"{stops} stops"
