"""A browser at work on the site. What a page says on its console is held against the check at hand."""

import os
import pathlib
import shutil

EXECUTABLE = os.environ.get("BROWSER") or shutil.which("chromium")
HELPERS = (pathlib.Path(__file__).parent / "helpers.js").read_text(encoding="utf-8")


class Bench:
    def __init__(self, playwright, site, screenshots=None):
        self.site = site
        self.screenshots = screenshots and pathlib.Path(screenshots)
        self.playwright = playwright
        self.browsers = {}
        self.found = None
        self.here = "no page"
        self.requests = []
        self.contexts = []

    def browser(self, letters):
        """A browser whose reader has set the size of letters, in pixels; it stays for other checks."""
        if letters not in self.browsers:
            self.browsers[letters] = self.playwright.chromium.launch(
                executable_path=EXECUTABLE,
                args=["--force-color-profile=srgb", f"--blink-settings=defaultFontSize={letters}"],
            )
        return self.browsers[letters]

    def open(self, page=None, width=1280, height=900, theme="light", scripts=True, **options):
        """A new reader's tab, with nothing stored, at a page of the site."""
        context = self.browser(options.pop("letters", 16)).new_context(
            viewport={"width": width, "height": height},
            color_scheme=theme,
            java_script_enabled=scripts,
            reduced_motion=options.pop("reduced_motion", "reduce"),
            **options,
        )
        context.set_default_timeout(10_000)
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        self.contexts.append(context)
        context.on("request", lambda request: self.requests.append(request.url))
        context.on(
            "requestfailed",
            lambda request: self.hold(
                "a file", f"{self.site.name(request.url)} cannot be loaded ({request.failure})"
            ),
        )
        context.on("weberror", lambda error: self.hold("a script", f"throws: {error.error}"))
        context.on("console", self.listen)
        if scripts:
            context.add_init_script(HELPERS)
        tab = context.new_page()
        tab.on("framenavigated", lambda frame: self.arrive(frame.url))
        if page:
            self.go(tab, page)
        return tab

    def go(self, tab, page):
        tab.goto(self.site.address(page), wait_until="load")
        if tab.evaluate("typeof book === 'undefined'"):  # no scripts: bring ours all the same
            tab.evaluate(HELPERS)
        return tab

    def arrive(self, address):
        if address.startswith("file:"):
            self.here = self.site.name(address).split("#")[0]

    def listen(self, message):
        if message.type in ("error", "warning"):
            self.hold("the console", f"says: {message.text.splitlines()[0][:200]}")

    def hold(self, element, advice):
        if self.found is not None:
            self.found.fault(self.here, element, advice)

    def close_pages(self):
        for context in self.contexts:
            context.close()
        self.contexts.clear()

    def show(self, tab, name):
        """Keeps a picture where the reader of the report has asked for pictures."""
        if self.screenshots:
            self.screenshots.mkdir(parents=True, exist_ok=True)
            tab.screenshot(path=self.screenshots / f"{name}.png")
