"""What a page is made of: head, headings, links, drawings, weight."""

import pathlib
import urllib.parse

from claims import claim

# A page's HTML as it lies on the disk, and the elements in it. design.md's 45 KB are compressed
# (.ci/budgets); formulas, with their MathML, are nine tenths of the elements.
BYTES, NODES = 600_000, 15_000
READ = (pathlib.Path(__file__).parent / "structure.js").read_text(encoding="utf-8")


def facts(bench):
    """Every page's facts, read once for all the checks here."""
    if bench.site.facts is None:
        tab = bench.open()
        bench.site.facts = {page: bench.go(tab, page).evaluate(READ) for page in bench.site.pages}
    return bench.site.facts


@claim("head", "every page says its language, title and description, each its own", 2)
def head(bench, found):
    seen = {}
    for page, fact in facts(bench).items():
        language = fact["language"]
        found.expect(
            language == "en" or language.startswith("zh"), page, "html", f"lang is “{language}”"
        )
        for kind, least in (("title", 3), ("description", 40)):
            text = fact[kind]
            found.expect(
                len(text) >= least,
                page,
                kind,
                f"is “{text}”; say in at least {least} letters what the page is",
            )
            other = seen.setdefault((kind, text), page)
            found.expect(other == page, page, kind, f"is that of {other}, too: “{text[:60]}”")
    return f"{len(bench.site.pages)} pages"


@claim("headings", "headings go down one level at a time from a single h1", 2)
def headings(bench, found):
    for page, fact in facts(bench).items():
        found.expect(
            [level for level, _ in fact["headings"]].count(1) == 1, page, "h1", "there must be one"
        )
        previous = 0
        for level, name in fact["headings"]:
            found.expect(level <= previous + 1, page, name, f"an h{level} follows an h{previous}")
            previous = level
    return f"{found.examined} headings"


@claim("links", "every link and anchor inside the site leads to something", 3)
def links(bench, found):
    total, outside = 0, set()
    for page, fact in facts(bench).items():
        for address, name in fact["links"]:
            total += 1
            address = urllib.parse.urljoin(bench.site.address(page), address)
            target, _, anchor = bench.site.name(address).partition("#")
            if ":" in target.split("/")[0]:
                outside.add(target)
                found.expect(
                    target.startswith(("https:", "mailto:")), page, name, f"leads to {target}"
                )
            elif found.expect(
                target in facts(bench),
                page,
                name,
                f"leads to {target}, which is no page of the site",
            ):
                anchor = urllib.parse.unquote(anchor)
                found.expect(
                    not anchor or anchor in facts(bench)[target]["ids"],
                    page,
                    name,
                    f"#{anchor} is not in {target}",
                )
    return f"{total} links, {len(outside)} of them to other sites"


@claim("drawings", "every drawing has a title and a description", 1)
def drawings(bench, found):
    for page, fact in facts(bench).items():
        for name, title, description in fact["drawings"]:
            found.expect(len(title.strip()) > 5, page, name, "its svg needs a <title>")
            found.expect(
                len(description.strip()) > 20,
                page,
                name,
                "its svg needs a <desc> that says what is to be seen",
            )
    return f"{found.examined // 2} drawings"


@claim("weight", f"no page has over {BYTES // 1000} kB of HTML or {NODES} elements", 1)
def weight(bench, found):
    figures = []
    for page, fact in facts(bench).items():
        size, nodes = (bench.site.folder / page).stat().st_size, fact["nodes"]
        figures.append(f"{page} {size / 1000:.0f} kB, {nodes}")
        found.expect(size <= BYTES, page, "HTML", f"has {size} bytes; split the chapter")
        found.expect(nodes <= NODES, page, "document", f"has {nodes} elements; split the chapter")
    return "; ".join(figures)
