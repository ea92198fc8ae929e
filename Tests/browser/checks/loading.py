"""What happens while a page comes: console, requests, policy, movement."""

import re

from claims import claim

WATCH = """
window.shifts = [];
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) {
    window.shifts.push([entry.value, entry.sources.map((source) =>
      source.node && tests.name(source.node.nodeType === 1 ? source.node : source.node.parentElement))]);
  }
}).observe({ type: "layout-shift", buffered: true });
"""
SCROLL = """async () => {
  for (let at = 0; at < document.documentElement.scrollHeight; at += innerHeight * 2) {
    scrollTo(0, at);
    await tests.frames(1);
  }
}"""


@claim("console", "no page says anything on the console", 6)
def console(bench, found):
    for page in bench.site.pages:
        tab = bench.open(page)
        tab.evaluate("tests.openFolds()")
        tab.evaluate(SCROLL)
        found.looked()
    return f"{found.examined} pages read to their end"


@claim("requests", "a page loads files of the site and nothing else", 3)
def requests(bench, found):
    most = 0
    for page in bench.site.pages:
        bench.requests.clear()
        tab = bench.open(page)
        tab.evaluate(SCROLL)
        home = bench.site.folder.as_uri() + "/"
        for address in bench.requests:
            if address.startswith("data:"):
                continue
            found.expect(
                address.startswith(home),
                page,
                address[:80],
                "comes from outside the site; put it in or leave it out",
            )
        most = max(most, len(set(bench.requests)))
        for name in re.findall(
            r'(?:src|srcset|poster|data)="((?:https?:)?//[^"]*)"', bench.site.text(page)
        ):
            found.fault(page, name[:80], "names another host as a source")
    return f"at most {most} files a page"


@claim("policy", "every page's policy allows its own files only")
def policy(bench, found):
    for page in bench.site.pages:
        match = re.search(
            r'<meta http-equiv="Content-Security-Policy" content="([^"]*)"', bench.site.text(page)
        )
        if not found.expect(match, page, "head", "has no Content-Security-Policy"):
            continue
        rules = dict(
            (rule.split(None, 1) + [""])[:2] for rule in match[1].split(";") if rule.strip()
        )
        found.expect(
            rules.get("default-src") == "'none'", page, "policy", "default-src must be 'none'"
        )
        found.expect(
            rules.get("script-src") == "'self'", page, "policy", "script-src must be 'self'"
        )
        for name, sources in rules.items():
            strange = set(sources.split()) - {"'self'", "'none'", "data:", "'unsafe-inline'"}
            found.expect(not strange, page, f"policy {name}", f"allows {' '.join(strange)}")
    return f"{len(bench.site.pages)} pages"


@claim("layout-shift", "nothing moves while a page loads, is read, or changes its theme", 8)
def layout_shift(bench, found):
    worst = 0.0
    for page in bench.site.pages:
        for width in (1280, 390):
            tab = bench.open(width=width, fresh=True)
            tab.add_init_script(WATCH)
            bench.go(tab, page)
            tab.evaluate("document.fonts.ready.then(() => true)")
            tab.wait_for_timeout(350)
            tab.evaluate(SCROLL)
            # A click by script is no input: what it moves counts.
            tab.evaluate("document.getElementById('theme-switch')?.click()")
            tab.evaluate("tests.frames(3)")
            tab.wait_for_timeout(50)
            shifts = tab.evaluate("window.shifts")
            total = sum(value for value, _ in shifts)
            worst = max(worst, total)
            for value, nodes in shifts[:4]:
                found.fault(
                    page,
                    f"{width} px, {', '.join(str(node) for node in nodes[:3])}",
                    f"moves by {value:.6f}; nothing may move it",
                )
            found.looked()
    return f"shift {worst:.6f}"
