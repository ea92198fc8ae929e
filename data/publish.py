"""Puts what was made in its place: whole, checked, or not at all."""

import contextlib
import hashlib
import os
import shutil
import sys

from catalogue import FetchError
from locks import only_one


def digest(path):
    """The SHA-256 of a file, as hexadecimal digits."""
    sha = hashlib.sha256()
    with open(path, "rb") as file:
        while block := file.read(1 << 20):
            sha.update(block)
    return sha.hexdigest()


def is_whole(path, pin):
    """Whether a file is there and is the pinned one, byte for byte."""
    try:
        return os.path.getsize(path) == pin.bytes and digest(path) == pin.sha256
    except FileNotFoundError:
        return False


def megabytes(count):
    return f"{count / 1e6:.1f} MB"


def fetch(entry, recipe, sources, root=".", lenient=False):
    """Makes the files of an entry that are not there yet; returns the paths that are new.

    They are made in a hidden folder beside their place and renamed into it, each as a whole: what
    bears a final name is complete, whenever the process ends.
    """
    if not entry.files:
        raise FetchError(
            f"{entry.name} has no digests in the table yet.",
            f"`python3 data/fetch.py {entry.name} --pin` makes them, for the author to look at.")
    folder = os.path.join(root, entry.folder)
    paths = {pin.name: os.path.join(folder, pin.name) for pin in entry.files}
    with only_one(os.path.join(sources.locks, entry.name + ".lock"), entry.name):
        # Looked at only now: who waited finds what the other has made.
        if all(is_whole(paths[pin.name], pin) for pin in entry.files):
            return []
        os.makedirs(folder, exist_ok=True)
        with draft_folder(os.path.join(folder, f".{entry.name}.partial")) as draft:
            print(f"making {entry.name} …", file=sys.stderr)
            recipe(sources, draft)
            for pin in entry.files:
                _check(entry, pin, os.path.join(draft, pin.name), lenient)
            for pin in entry.files:
                os.replace(os.path.join(draft, pin.name), paths[pin.name])
        _keep(folder)
    return list(paths.values())


@contextlib.contextmanager
def draft_folder(path):
    """An empty folder, removed afterwards; what a killed process has left in it goes first."""
    shutil.rmtree(path, ignore_errors=True)
    os.makedirs(path)
    try:
        yield path
    finally:
        shutil.rmtree(path, ignore_errors=True)


def _check(entry, pin, path, lenient):
    if not os.path.exists(path):
        raise FetchError(
            f"{entry.name}: the recipe has not made {pin.name}.",
            "this is a mistake of the book's; please report it.")
    with open(path, "rb") as file:
        os.fsync(file.fileno())
    if is_whole(path, pin):
        return
    if not lenient:
        raise FetchError(
            f"{entry.name}: {pin.name} is not the book's: SHA-256 {digest(path)[:16]}…, the book's "
            f"is {pin.sha256[:16]}…. Nothing was put in its place.",
            "remove .course/cache/packages, and fetch again; `--any-version` takes it all the same, but "
            "numbers will differ.")
    print(
        f"warning: {pin.name} differs from the book's; numbers may differ a little from its pages.",
        file=sys.stderr)


def _keep(folder):
    """A new name lasts as soon as its folder is on the disk."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
