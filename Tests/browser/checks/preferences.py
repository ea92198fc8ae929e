"""What readers have asked their system for: less movement, colours of their own."""

from claims import claim

MOVING = """[...document.querySelectorAll("*")].filter((element) => {
  const style = getComputedStyle(element);
  return style.transitionDuration.split(",").some((time) => parseFloat(time) > 0.01)
    || (style.animationName !== "none" && parseFloat(style.animationDuration) > 0.01) || style.scrollBehavior === "smooth";
}).map(tests.name)"""
FORCED = """(() => {
  const faults = [];
  const seen = [...document.querySelectorAll("a, button, summary, p, h1, h2, h3, code, td, th, .tool svg")].filter(tests.isVisible);
  const ground = tests.ground(document.body);
  for (const element of seen) {
    const style = getComputedStyle(element);
    const colour = tests.colour(element.matches("svg") ? style.stroke : style.color);
    if (tests.contrast(tests.over(colour, tests.ground(element)), tests.ground(element)) < 3) faults.push(tests.name(element));
  }
  return [seen.length, faults];
})()"""


@claim("reduced-motion", "with reduced motion nothing moves by itself", 2)
def reduced_motion(bench, found):
    tab = bench.open(reduced_motion="reduce")
    for page in bench.site.pages:
        bench.go(tab, page)
        for name in tab.evaluate(MOVING)[:4]:
            found.fault(
                page,
                name,
                "has a transition, an animation or smooth scrolling; put it under prefers-reduced-motion: no-preference",
            )
        running = tab.evaluate("document.getAnimations().length")
        found.expect(running == 0, page, "document", f"has {running} animations under way")
    return f"{found.examined} pages"


@claim("forced-colors", "with the system's forced colours text, icons and focus are seen", 3)
def forced_colors(bench, found):
    for page in bench.site.pages:
        tab = bench.open(page, theme="dark", forced_colors="active")
        count, faults = tab.evaluate(FORCED)
        found.looked(count)
        for name in faults[:4]:
            found.fault(page, name, "is not to be seen on its ground")
        for _ in range(3):
            tab.keyboard.press("Tab")
            style = tab.evaluate("getComputedStyle(document.activeElement).outlineStyle")
            found.expect(
                style != "none",
                page,
                tab.evaluate("tests.name(document.activeElement)"),
                "shows no focus",
            )
        bench.show(tab, f"forced-colors-{page.replace('/', '-')[:-5]}")
    return f"{found.examined} elements"
