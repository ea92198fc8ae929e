"""A browser at work on the site. What a page says on its console is held against the check at hand."""

import os
import pathlib
import shutil

EXECUTABLE = (
    os.environ.get("BROWSER")
    # The same browser without windows: it starts five times as fast.
    or shutil.which("chromium-headless-shell")
    or shutil.which("chromium")
)
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
        self.tabs = {}

    def browser(self, letters):
        """A browser whose reader has set the size of letters, in pixels; it stays for other checks."""
        if letters not in self.browsers:
            self.browsers[letters] = self.playwright.chromium.launch(
                executable_path=EXECUTABLE,
                args=["--force-color-profile=srgb", f"--blink-settings=defaultFontSize={letters}"],
            )
        return self.browsers[letters]

    def open(
        self, page=None, width=1280, height=900, theme="light", scripts=True, fresh=False, **options
    ):
        """A reader's tab with nothing stored, at a page of the site.

        Within a check the same tab serves again, which halves the time, unless it must be fresh.
        """
        size = {"width": width, "height": height}
        letters = options.pop("letters", 16)
        media = {"color_scheme": theme, "reduced_motion": "reduce", **options}
        key = (theme, scripts, letters, *sorted(options))
        tab = None if fresh else self.tabs.get(key)
        if tab:
            tab.evaluate(
                "location.protocol === 'file:' && (localStorage.clear(), sessionStorage.clear())"
            )
            tab.emulate_media(media="screen", **media)
            tab.set_viewport_size(size)
        else:
            tab = self.tabs[key] = self.new_tab(letters, scripts, viewport=size, **media)
        if page:
            self.go(tab, page)
        return tab

    def new_tab(self, letters, scripts, **options):
        context = self.browser(letters).new_context(java_script_enabled=scripts, **options)
        context.set_default_timeout(20_000)
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        self.contexts.append(context)
        context.on("request", lambda request: self.requests.append(request.url))
        context.on("requestfailed", self.miss)
        context.on("weberror", lambda error: self.hold("a script", f"throws: {error.error}"))
        context.on("console", self.listen)
        if scripts:
            context.add_init_script(HELPERS)
        tab = context.new_page()
        tab.on("framenavigated", lambda frame: self.arrive(frame.url))
        return tab

    def go(self, tab, page):
        tab.goto(self.site.address(page), wait_until="load")
        if tab.evaluate("typeof book === 'undefined'"):  # no scripts: bring ours all the same
            tab.evaluate(HELPERS)
        return tab

    def arrive(self, address):
        if address.startswith("file:"):
            self.here = self.site.name(address).split("#")[0]

    def miss(self, request):
        """Holds a file that does not come against the page; one that was left behind is none."""
        if request.failure != "net::ERR_ABORTED":
            name = self.site.name(request.url)
            self.hold("a file", f"{name} cannot be loaded ({request.failure})")

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
        self.tabs.clear()

    def show(self, tab, name):
        """Keeps a picture where the reader of the report has asked for pictures."""
        if self.screenshots:
            self.screenshots.mkdir(parents=True, exist_ok=True)
            tab.screenshot(path=self.screenshots / f"{name}.png")
