"""What can go wrong with a package, each as one sentence with the next step."""

import errno
import os
import shutil

from catalogue import FetchError

_KINDS = {"debian": "Debian package", "pypi": "Python package"}
# How the tools say it; apt-get and pip are asked to speak English.
_NO_NETWORK = (
    "Temporary failure", "Could not resolve", "NewConnectionError", "ConnectTimeout",
    "Connection refused", "Could not connect", "Network is unreachable", "ProxyError",
    "Read timed out", "Connection timed out", "Max retries exceeded", "Connection reset",
    "NameResolutionError")
_NOT_THERE = (
    "No matching distribution found", "Unable to locate package", "was not found",
    "has no installation candidate", "Can't find a source", "No packages found",
    "Can't select candidate version", "404 ")
_CHATTER = ("WARNING: Retrying", "[notice]", "Get:", "Fetched ", "Reading ", "Building ")


def _named(pin):
    return f"{_KINDS[pin.registry]} {pin.name} {pin.version}"


def _by_hand(pin, folder):
    return f"put {pin.file} into {os.path.relpath(folder)} yourself (its SHA-256 is checked)"


def no_program(program, pin, folder):
    return FetchError(
        f"{_named(pin)}: the program `{program}` is not on this machine.",
        f"on Debian or Ubuntu it is part of the system; elsewhere {_by_hand(pin, folder)}, "
        "or use any text of your own: `course run 1 --corpus FILE`.")


def no_pip(pin, folder):
    return FetchError(
        f"{_named(pin)}: this Python has no pip.",
        "`sudo apt-get install python3-pip` (elsewhere `python3 -m ensurepip`), or "
        f"{_by_hand(pin, folder)}; then fetch again.")


def nothing_arrived(pin, folder):
    return FetchError(
        f"{_named(pin)}: the download ended without an error and without the file.",
        f"fetch again, or {_by_hand(pin, folder)}.")


def other_bytes(pin, arrived, found, folder):
    return FetchError(
        f"{_named(pin)}: {arrived} is not the pinned file: its SHA-256 is {found[:16]}…, pinned is "
        f"{pin.sha256[:16]}…. It was removed.",
        f"fetch again; if it stays so, the registry holds another file: {_by_hand(pin, folder)}.")


def disk(error, path):
    """What the system says about the disk, as a sentence; the error itself where it is another."""
    if error.errno == errno.EFBIG:
        return FetchError(
            f"a limit on the size of files was reached at {path} (see `ulimit -f`).",
            "`ulimit -f unlimited`, or another shell, and fetch again.")
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return FetchError(
            f"there is no room left on the disk for {path}.",
            "make room (`course fetch --list` has the sizes; .course/cache may be removed), and "
            "fetch again: what is complete is kept.")
    return FetchError(
        f"{error.filename or path}: {error.strerror or error}.",
        "check the folder and its permissions, and fetch again.")


def explained(command, output, pin, folder):
    """Why a tool has failed."""
    lines = [line.strip() for line in output.strip().splitlines() if line.strip()]
    # What they say of what they do is no reason.
    lines = [line for line in lines if not line.startswith(_CHATTER)]
    # Not every tool says so: tar's words are cut off by those of dpkg-deb.
    is_full = shutil.disk_usage(folder).free < 1 << 16
    if is_full or any(words in output for words in ("No space left", "Disk quota exceeded")):
        return disk(OSError(errno.ENOSPC, ""), _named(pin))
    if any(words in output for words in ("signal 25", "File too large", "File size limit")):
        return disk(OSError(errno.EFBIG, ""), _named(pin))
    if any(words in output for words in _NO_NETWORK):
        return FetchError(
            f"{_named(pin)}: the registry cannot be reached.",
            f"when the network is back, fetch again, or {_by_hand(pin, folder)}.")
    if any(words in output for words in _NOT_THERE):
        if pin.registry == "debian":
            return FetchError(
                f"{_named(pin)}: apt-get knows no such package in this version.",
                "`sudo apt-get update`, and fetch again; `--any-version` takes the version that "
                f"there is, or {_by_hand(pin, folder)}.")
        return FetchError(
            f"{_named(pin)}: the registry has no such file (any more).",
            f"{_by_hand(pin, folder)}.")
    program = "pip" if "pip" in command else command[0]
    last = "; ".join(lines[-2:]) or "it gave no reason"
    return FetchError(
        f"{_named(pin)}: `{program}` has failed: {last}", f"fetch again, or {_by_hand(pin, folder)}.")
