"""Light and dark: the system's choice, the reader's choice, and how long it lasts."""

from claims import claim

PAPER = "tests.luminance(tests.colour(getComputedStyle(document.body).backgroundColor))"


def is_dark(tab):
    return tab.evaluate(PAPER) < 0.2


def choose(tab, wanted):
    """Clicks the switch until the theme is the wanted one; False where it does not come."""
    for _ in range(4):
        if tab.evaluate("document.documentElement.dataset.theme || 'system'") == wanted:
            return True
        tab.locator("#theme-switch").click()
    return False


@claim("theme-system", "without a choice the theme follows the system", 2)
def theme_system(bench, found):
    for page in bench.site.pages:
        for scripts in (True, False):
            tab = bench.open(page, scripts=scripts)
            how = "with scripts" if scripts else "without scripts"
            found.expect(
                not is_dark(tab), page, f"body, {how}", "is dark where the system is light"
            )
            tab.emulate_media(color_scheme="dark")
            found.expect(
                is_dark(tab), page, f"body, {how}", "stays light when the system turns dark"
            )
    return f"{len(bench.site.pages)} pages, with scripts and without"


@claim(
    "theme-choice",
    "the reader's theme lasts over reload and pages, before the first line is drawn",
    3,
)
def theme_choice(bench, found):
    for system, choice in (("light", "dark"), ("dark", "light")):
        tab = bench.open("index.html", theme=system, fresh=True)
        switch = tab.locator("#theme-switch")
        if not found.expect(
            switch.is_visible(), "index.html", "#theme-switch", "is not to be seen"
        ):
            return
        found.expect(
            choose(tab, choice),
            "index.html",
            "#theme-switch",
            f"clicks do not bring data-theme={choice}",
        )
        found.expect(
            choice in (switch.get_attribute("aria-label") or ""),
            "index.html",
            "#theme-switch",
            "does not say the theme in its name",
        )
        # What is the theme when the first element of the body comes? A late one flashes.
        tab.add_init_script("""new MutationObserver((_, watch) => {
          if (document.body) { window.early = document.documentElement.dataset.theme; watch.disconnect(); }
        }).observe(document, { childList: true, subtree: true });""")
        for page in bench.site.pages:
            bench.go(tab, page)
            found.expect(
                is_dark(tab) == (choice == "dark"), page, "body", f"forgets the choice of {choice}"
            )
            found.expect(
                tab.evaluate("window.early") == choice,
                page,
                "head",
                "sets the theme after the body has begun: it flashes",
            )
        tab.reload()
        found.expect(
            is_dark(tab) == (choice == "dark"),
            page,
            "body",
            f"forgets the choice of {choice} on reload",
        )
        found.expect(
            choose(tab, "system"), page, "#theme-switch", "does not lead back to the system's theme"
        )
        tab.reload()
        found.expect(
            is_dark(tab) == (system == "dark"), page, "body", "does not follow the system again"
        )
    return f"{len(bench.site.pages)} pages, both ways"
