"""One way at least to damage the site for each check, and what the check must say of it.

A damage is (check, what is done, how, words of the fault). `how` gets the folder of a copy.
"""
import re

STYLE, BOOK = "assets/style.css", "assets/book.js"
# The pages that every copy keeps; a check on more would only take longer.
START, MAP = "index.html", "map.html"


def add(file, text):
    return lambda folder: (folder / file).write_text((folder / file).read_text() + text)


def change(pattern, by, *files, count=0):
    """Replaces in files, or in all pages; a pattern that is nowhere is an error of this table."""

    def damage(folder):
        total = 0
        for path in [folder / file for file in files] or sorted(folder.rglob("*.html")):
            text, number = re.subn(pattern, by, path.read_text(), count=count, flags=re.S)
            path.write_text(text)
            total += number
        if not total:
            raise LookupError(f"{pattern} is nowhere in the site")

    return damage


def both(*damages):
    return lambda folder: [damage(folder) for damage in damages]


def remove(pattern):
    def damage(folder):
        files = list(folder.glob(pattern))
        if not files:
            raise LookupError(f"no file is called {pattern}")
        for file in files:
            file.unlink()

    return damage


MOVE = """
setTimeout(() => { const late = document.createElement("div"); late.style.height = "90px";
  document.querySelector("main").prepend(late); }, 200);"""

DAMAGES = [
    ("console", "a script warns", add(BOOK, '\nconsole.warn("oh");'), "says: oh"),
    ("console", "a style sheet is missing", remove(STYLE), "cannot be loaded"),
    ("requests", "a picture of another host", both(change("<meta http-equiv=.*?>", "", START), change(
        "</main>", '<img src="https://example.org/a.png" alt=""></main>', START)), "comes from outside"),
    ("policy", "the policy allows everything", change("default-src 'none'", "default-src *", MAP), "must be 'none'"),
    ("layout-shift", "something comes late", add(BOOK, MOVE), "nothing may move it"),
    ("axe-light-1280", "no language", change(' lang="en"', "", MAP), "html-has-lang"),
    ("axe-dark-390", "quiet text too dark in the dark", add(STYLE, ":root { --quiet: light-dark(#555, #444); }"), "color-contrast"),
    ("axe-dark-390", "a button without a name", change(' aria-label="Contents"><svg', "><svg", MAP), "button-name"),
    ("axe-dark-390", "a tick without a label", change(r'<label class="tick">(<input[^>]*>)[^<]*</label>', r'<span class="tick">\1</span>'), "label"),
    ("axe-in-use", "the search field has no name", change('field.setAttribute."aria-label".*?;', 'field.placeholder = "";', "assets/search.js"), "label"),
    ("contrast", "pale formulas", add(STYLE, ".katex { color: #aaa8; }"), "has a contrast of"),
    ("contrast", "pale drawings", add(STYLE, ":root { --figure-muted: #bbb; }"), "has a contrast of"),
    ("head", "no description", change('<meta name="description"[^>]*>', "", MAP), "say in at least"),
    ("head", "a title twice", change("<title>.*?</title>", "<title>The same</title>"), "is that of"),
    ("headings", "a level is left out", change("<h2(.*?)</h2>", r"<h4\1</h4>", MAP, count=1), "an h4 follows an h1"),
    ("links", "an anchor is renamed", change('id="exercise-1-2"', 'id="exercise-one-two"'), "#exercise-1-2 is not in"),
    ("links", "a page is missing", remove(MAP), "which is no page of the site"),
    ("drawings", "no description", change("<desc[^>]*>.*?</desc>", ""), "needs a <desc>"),
    ("weight", "16,000 elements more", change("</main>", "<i></i>" * 16_000 + "</main>", MAP), "elements; split"),
    ("valid-html", "a block in a paragraph", change("</main>", "<p><div></div></p></main>", MAP), "</p>"),
    ("anchors", "no room for the bar", add(STYLE, "html { scroll-padding-top: 0 !important; } * { scroll-margin-top: 0 !important; }"), "the bar ends at"),
    ("contents-mark", "the mark stays away", change('setAttribute."aria-current", "location".', "setAttribute('data-no', '')", BOOK), "nothing is marked"),
    ("page-turning", "no next", change('<a class="next".*?</a>', "", MAP), "is not reached"),
    ("narrow-contents", "a button without an aim", change(' popovertarget="contents"', "", MAP), "does not open"),
    ("keyboard-walk", "no skip link", change('<a class="skip".*?</a>', "", START), "a.skip: is not the first stop"),
    ("keyboard-walk", "hints that do not open", add(BOOK, '\naddEventListener("click", (e) => e.target.closest("summary") && e.preventDefault());'), "is not opened by Enter"),
    ("focus", "no outline", add(STYLE, ":focus-visible { outline: none !important; }"), "no outline"),
    ("focus", "a trap", add(BOOK, '\naddEventListener("keydown", (e) => e.target.localName === "pre" && e.key === "Tab" && e.preventDefault());'), "before the page's end"),
    ("focus", "a button that is cut off", add(STYLE, "figure.listing { overflow: clip !important; } .copy.copy { top: -9rem !important; }"), "covered or out of view"),
    ("theme-system", "light for good", add(STYLE, ":root, body { color-scheme: only light !important; }"), "stays light"),
    ("theme-choice", "nobody reads the choice", change("localStorage.getItem", "String", "assets/theme.js"), "forgets the choice"),
    ("theme-choice", "the choice is read late", change('<script src="([^"]*theme.js)">', r'<script defer src="\1">'), "it flashes"),
    ("hints", "all hints at once", add(STYLE, ".hint.hint { display: block !important; }"), "is shown before"),
    ("copy", "a prompt is copied, too", change(r"line.slice\(2\)", "line", BOOK), "copies “$"),
    ("ticks", "nothing is kept", change("localStorage.setItem", "String", BOOK), "after a reload"),
    ("search-finds", "an empty index", change('"pages":.*', '"pages":[],"places":""};', "assets/search-index.js"), ""),
    ("search-finds", "no index", remove("assets/search-index.js"), ""),
    ("search-nothing", "it says nothing", change("Nothing in the book has", "", "assets/search.js"), "does not say that nothing was found"),
    ("search-lands", "results without anchors", change(r"#\$\{entry.anchor\}", "", "assets/search.js"), "Enter leads to"),
    ("search-keys", "Escape is swallowed", add("assets/search.js", '\naddEventListener("keydown", (e) => e.key === "Escape" && e.preventDefault(), true);'), "Escape does not close it"),
    ("scriptless-text", "drawings wait for scripts", add(STYLE, "html:not(.js) .canvas svg { display: none; }"), "are not to be seen without scripts"),
    ("scriptless-use", "a switch without scripts", add(STYLE, "html #theme-switch.tool { display: inline-flex !important; }"), "does nothing; hide it"),
    ("scriptless-use", "folds by scripts only", change("<summary>", '<summary hidden>'), ""),
    ("copy", "documentation is copied, too", change('all."pre", block', 'all(".doc, pre", block', BOOK), "copies “"),
    ("clipped", "code that does not wrap", add(STYLE, "pre.pre, pre { white-space: pre !important; overflow-x: auto; }"), "is clipped or out of view"),
    ("clipped", "a measure that is too narrow", add(STYLE, ":root { --wide: 38rem; }"), "lines of code wrap"),
    ("one-edge", "listings as wide as their code", add(STYLE, "main > .listing { width: fit-content; }"), "others at"),
    ("one-edge", "solutions inside their box", add(STYLE, ".solution .listing.listing { margin-inline: 0; }"), "others at"),
    ("line-ends", "words that may break", add(STYLE, ".unbroken.unbroken { white-space: normal; }"), "is parted by a line's end"),
    ("line-ends", "code that may break", add(STYLE, "main code.code, main code { white-space: normal !important; }"), "“code "),
    ("targets", "small buttons", add(STYLE, ".copy.copy { min-height: 0; line-height: 1; padding: 0; }"), "is smaller than 24 px"),
    ("targets", "buttons over the code", add(STYLE, ".code-box { position: relative; } .code-box > .copy { position: absolute; right: auto; left: 1rem; }"), "covers code"),
    ("cues", "a pale cue in the dark", add(STYLE, ":root { --cue: light-dark(#1e22274d, #000b) !important; }"), "scrolls without a cue"),
    ("cues", "a wide formula", change('<div class="formula" tabindex="0">', '<div class="formula" tabindex="0"><p style="width: 80rem; max-width: none">wide</p>'), "wider than the page"),
    ("fonts", "no font for code", change("book-mono.woff2", "none", "assets/fonts/fonts.css"), "that are not the book's"),
    ("print", "the bar on paper", add(STYLE, ".top { display: flex !important; }"), "is printed"),
    ("print", "lines that do not wrap", add(STYLE, "pre { white-space: pre !important; }"), "over the paper's edge"),
    ("widths", "a broad paragraph", add(STYLE, "main > p { min-width: 30rem; }"), "too wide"),
    ("zoom", "letters in pixels", add(STYLE, "html { font-size: 17px !important; }"), "use rem"),
    ("reduced-motion", "links that fade", add(STYLE, "a { transition: color .3s; }"), "has a transition"),
    ("forced-colors", "icons in the paper's colour", add(STYLE, ".tool svg { forced-color-adjust: none; stroke: Canvas; }"), "is not to be seen on its ground"),
    ("figure-alive", "its data are missing", remove("*/figures/*.data.js"), ""),
    ("figure-alive", "its buttons do nothing", add("assets/figures.js", '\naddEventListener("click", (e) => e.target.matches("[aria-pressed]") && e.stopPropagation(), true);'), ""),
    ("figure-still", "no drawing", add(STYLE, ".canvas svg { display: none; }"), "shows no drawing"),
]
