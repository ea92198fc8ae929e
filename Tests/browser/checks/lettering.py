"""The book's own fonts: what is read is set in them, whatever the reader's system has."""

from claims import claim

# What holds text; of headers and code, which are most of a page, their parts are asked with them.
HOLDERS = "main p, main li, main dd, main td, main th, main h2, main h3, main figcaption, main .row, main text, nav a, summary"
# Scripts that the book quotes and does not bring fonts for.
FOREIGN = """(element) => /\\p{Script=Han}/u.test(element.textContent)"""


@claim("fonts", "text, code, headings and drawings are set in the book's own fonts", 6)
def fonts(bench, found):
    if not (bench.site.folder / "assets/fonts").is_dir():
        found.looked()
        return "the site was built without fonts of its own: see make setup"
    letters = 0
    for page in bench.site.pages:
        tab = bench.open(page)
        tab.evaluate("(tests.openFolds(), document.fonts.ready.then(() => true))")
        session = tab.context.new_cdp_session(tab)
        session.send("DOM.enable")
        session.send("CSS.enable")
        root = session.send("DOM.getDocument")["root"]["nodeId"]
        holders = session.send("DOM.querySelectorAll", {"nodeId": root, "selector": HOLDERS})
        elements = tab.query_selector_all(HOLDERS)
        for node, element in zip(holders["nodeIds"], elements):
            used = session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
            letters += sum(font["glyphCount"] for font in used)
            others = [font for font in used if not font["isCustomFont"]]
            found.looked()
            if others and not element.evaluate(FOREIGN):
                names = ", ".join(
                    f"{font['glyphCount']:.0f} of {font['familyName']}" for font in others
                )
                found.fault(
                    page,
                    element.evaluate("tests.name"),
                    f"has letters that are not the book's: {names}; see Scripts/fonts.py",
                )
        session.detach()
    return f"{letters:,.0f} letters"
