#!/usr/bin/env python3
"""Fetches the lists by which word vectors are judged.

    python3 corpora/evaluation.py

Writes WordSim-353, SimLex-999 and the analogy questions of word2vec into `.course/evaluation`,
from the test data of the Python package gensim. The lists' own terms are not stated there, so
they are fetched on each machine and are no part of this repository. A list that is there and
whole is left alone. Needs Python 3 and pip; no root.
"""

import argparse
import hashlib
import os
import sys

from packages import Cache, MissingSource

# The file in the wheel, and the first digits of its SHA-256.
LISTS = {
    "wordsim353.tsv": "f92a022fc2537793",
    "simlex999.txt": "d5e0501971478a51",
    "questions-words.txt": "8c29b3332afc46f3",
}


def is_whole(path, digest):
    if not os.path.exists(path):
        return False
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest().startswith(digest)


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--output", default=".course/evaluation", metavar="DIR")
    parser.add_argument("--cache", default=".course/cache/packages", metavar="DIR")
    options = parser.parse_args()
    os.makedirs(options.output, exist_ok=True)
    missing = [name for name, digest in LISTS.items()
               if not is_whole(os.path.join(options.output, name), digest)]
    if not missing:
        print(f"{options.output} is there and whole.")
        return 0
    try:
        wheel = Cache(options.cache).wheel("gensim", "4.4.0")
    except MissingSource as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    for name in missing:
        data = wheel.read(f"gensim/test/test_data/{name}")
        if not hashlib.sha256(data).hexdigest().startswith(LISTS[name]):
            print(f"error: {name} is not the list that the book was made with", file=sys.stderr)
            return 1
        path = os.path.join(options.output, name)
        with open(path + ".partial", "wb") as file:
            file.write(data)
        os.replace(path + ".partial", path)
        print(f"wrote {path}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
