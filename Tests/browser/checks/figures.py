"""Interactive figures: alive with scripts, a drawing without."""

from claims import claim

PAINT = "figure => figure.querySelector('svg').innerHTML"


def interactive(bench):
    return [page for page in bench.site.pages if 'class="play"' in bench.site.text(page)]


@claim(
    "figure-alive",
    "an interactive figure answers to buttons and keys, and says what there is to see",
    3,
)
def figure_alive(bench, found):
    names = []
    for page in interactive(bench):
        for index in range(bench.open(page).locator("figure.drawing:has(.play)").count()):
            tab = bench.open(page)
            figure = tab.locator("figure.drawing:has(.play)").nth(index)
            name = figure.get_attribute("id")
            names.append(name)
            still = figure.evaluate(PAINT)
            figure.scroll_into_view_if_needed()
            figure.locator(".play button").first.wait_for(state="visible", timeout=5_000)
            height = figure.bounding_box()["height"]
            figure.locator(".play button").first.focus()
            tab.keyboard.press("Enter")
            figure.locator(".play input, .play select, .play button[aria-pressed]").first.wait_for(
                state="visible", timeout=5_000
            )
            found.expect(
                tab.evaluate("document.activeElement !== document.body"),
                page,
                name,
                "loses the focus when it begins",
            )
            found.expect(
                figure.locator("[role=status]").inner_text().strip(),
                page,
                name,
                "says nothing in its role=status",
            )
            painted, chosen = {still}, set()
            for button in figure.locator(".play button").all():
                button.focus()
                tab.keyboard.press("Enter")
                painted.add(figure.evaluate(PAINT))
                if button.get_attribute("aria-pressed"):
                    chosen.add(figure.evaluate(PAINT))
            found.expect(
                len(painted) > 2 and len(chosen) != 1,
                page,
                name,
                f"its buttons bring {len(painted) - 1} drawings, its choices {len(chosen)}",
            )
            slider = figure.locator(".play input[type=range]").first
            if slider.count():
                before = figure.evaluate(PAINT)
                slider.focus()
                tab.keyboard.press("ArrowRight")
                found.expect(
                    figure.evaluate(PAINT) != before, page, name, "its slider does nothing"
                )
            field = figure.locator(".play input:not([type=range])").first
            if field.count():
                before = figure.evaluate(PAINT)
                field.fill("the the")
                said = figure.locator("[role=status]").inner_text()
                field.fill("qqzzyxx <b>&")
                found.expect(
                    figure.locator("[role=status]").inner_text() != said
                    or figure.evaluate(PAINT) != before,
                    page,
                    f"{name} input",
                    "does not say that it cannot use a word it does not know",
                )
            # Two where a telephone has a drawing of its own.
            titles = figure.locator("svg > title").all_text_contents()
            found.expect(
                titles and all(title.strip() for title in titles),
                page,
                name,
                "has lost its title",
            )
            bench.show(tab, name)
    return ", ".join(names) or "there is none"


@claim(
    "figure-still", "without scripts an interactive figure is its drawing, and shows no control", 2
)
def figure_still(bench, found):
    for page in interactive(bench):
        tab = bench.open(page, scripts=False)
        for figure in tab.locator("figure.drawing:has(.play)").all():
            name = figure.get_attribute("id")
            found.expect(
                figure.locator("svg:visible").count() == 1,
                page,
                name,
                "shows no drawing without scripts, or two",
            )
            found.expect(
                figure.locator("svg:visible :is(text, path)").count() > 3,
                page,
                name,
                "has next to nothing in its drawing",
            )
            found.expect(
                figure.locator("button:visible, input:visible").count() == 0,
                page,
                name,
                "shows a control that does nothing",
            )
    return f"{found.examined // 3} figures"
