"""Fetching as it goes wrong: killed, twice at once, full disks, packages that are gone or changed."""

import contextlib
import errno
import hashlib
import io
import os
import signal
import subprocess
import sys
import tempfile
import time
import unittest
from unittest import mock

import fetch
import packages
import publish
import trouble
from catalogue import Catalogue, Entry, FetchError, Package, Result

HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
TEXT = b"one line\n"


def sha(data):
    return hashlib.sha256(data).hexdigest()


def entry(data=TEXT):
    return Entry(
        "words", "a text", [1], "out", [Result("words.txt", len(data), sha(data))], [], "ours")


def write(sources, draft, data=TEXT):
    with open(os.path.join(draft, "words.txt"), "wb") as file:
        file.write(data)


class Scratch(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = folder.name
        self.cache = os.path.join(self.root, "cache", "packages")
        self.place = os.path.join(self.root, "out", "words.txt")
        self.bin = os.path.join(self.root, "bin")
        os.makedirs(self.bin)
        said = contextlib.redirect_stderr(io.StringIO())
        said.__enter__()
        self.addCleanup(said.__exit__, None, None, None)

    def sources(self, pin=None, **options):
        return packages.Sources({pin.name: pin} if pin else {}, self.cache, **options)

    def program(self, name, text):
        path = os.path.join(self.bin, name)
        with open(path, "w", encoding="utf-8") as file:
            file.write("#!/bin/sh\n" + text)
        os.chmod(path, 0o755)

    def only_our_programs(self):
        return mock.patch.dict(os.environ, {"PATH": f"{self.bin}:/usr/bin:/bin"})


class Publishing(Scratch):
    def test_a_result_appears_under_its_name_and_nothing_else_is_left(self):
        written = publish.fetch(entry(), write, self.sources(), self.root)
        self.assertEqual(written, [self.place])
        self.assertEqual(os.listdir(os.path.join(self.root, "out")), ["words.txt"])

    def test_what_is_whole_is_left_alone_and_what_is_damaged_is_made_again(self):
        publish.fetch(entry(), write, self.sources(), self.root)
        self.assertEqual(publish.fetch(entry(), None, self.sources(), self.root), [])
        with open(self.place, "wb") as file:
            file.write(TEXT.upper())
        self.assertEqual(publish.fetch(entry(), write, self.sources(), self.root), [self.place])

    def test_other_bytes_than_the_pinned_ones_are_not_published(self):
        def other(sources, draft):
            write(sources, draft, b"another\n")
        with self.assertRaisesRegex(FetchError, "Nothing was put in its place"):
            publish.fetch(entry(), other, self.sources(), self.root)
        self.assertEqual(os.listdir(os.path.join(self.root, "out")), [])
        publish.fetch(entry(), other, self.sources(), self.root, lenient=True)
        self.assertTrue(os.path.exists(self.place))

    def test_an_entry_without_digests_is_never_whole(self):
        with self.assertRaisesRegex(FetchError, "no digests"):
            publish.fetch(entry()._replace(files=[]), write, self.sources(), self.root)

    def test_a_killed_fetch_leaves_nothing_under_the_name_and_the_next_one_goes_through(self):
        program = (
            f"import sys; sys.path.insert(0, {HERE!r}); sys.path.insert(0, {HERE + '/tests'!r})\n"
            "import os, time, publish, test_fetch, packages\n"
            "def slow(sources, draft):\n"
            "    test_fetch.write(sources, draft, b'one l')\n"
            "    print('half', flush=True)\n"
            "    time.sleep(60)\n"
            f"sources = packages.Sources({{}}, {self.cache!r})\n"
            f"publish.fetch(test_fetch.entry(), slow, sources, {self.root!r})")
        for number in (signal.SIGKILL, signal.SIGINT, signal.SIGTERM):
            with subprocess.Popen(
                    [sys.executable, "-c", program], stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL) as child:
                self.assertEqual(child.stdout.readline(), b"half\n")
                child.send_signal(number)
            self.assertFalse(os.path.exists(self.place))
        publish.fetch(entry(), write, self.sources(), self.root)
        self.assertEqual(os.listdir(os.path.join(self.root, "out")), ["words.txt"])

    def test_of_two_at_once_one_waits_and_finds_what_the_other_has_made(self):
        program = (
            f"import sys; sys.path.insert(0, {HERE!r}); sys.path.insert(0, {HERE + '/tests'!r})\n"
            "import time, publish, test_fetch, packages\n"
            "def slow(sources, draft):\n"
            "    print('making', flush=True)\n"
            "    time.sleep(1)\n"
            "    test_fetch.write(sources, draft)\n"
            f"sources = packages.Sources({{}}, {self.cache!r})\n"
            f"publish.fetch(test_fetch.entry(), slow, sources, {self.root!r})")
        with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE) as child:
            child.stdout.readline()
            start = time.monotonic()
            self.assertEqual(publish.fetch(entry(), None, self.sources(), self.root), [])
            self.assertGreater(time.monotonic() - start, 0.5)


DEB = Package("tale", "debian", "1.0-1", "tale_1.0-1_all.deb", 4, sha(b"deb!"))
WHEEL = Package("tale", "pypi", "1.0", "tale-1.0-py3-none-any.whl", 4, sha(b"whl!"))


class Packages(Scratch):
    def fails(self, words, pin=DEB, **options):
        sources = self.sources(pin, **options)
        with self.only_our_programs(), self.assertRaises(FetchError) as caught:
            (sources.debian if pin is DEB else sources.wheel)("tale")
        text = str(caught.exception)
        self.assertIn(words, text)
        self.assertEqual(text.count("\n  Next: "), 1, text)
        self.assertEqual(os.listdir(self.cache), [])

    def test_a_package_is_fetched_once_checked_and_unpacked(self):
        self.program("apt-get", f"printf deb! >{DEB.file}; echo x >>{self.root}/calls")
        self.program("dpkg-deb", 'mkdir "$3" && cp "$2" "$3/text"')
        for _ in range(2):
            with self.only_our_programs():
                folder = self.sources(DEB).debian("tale")
            with open(os.path.join(folder, "text"), "rb") as file:
                self.assertEqual(file.read(), b"deb!")
        # Damaged, it is fetched again.
        with open(os.path.join(self.cache, DEB.file), "wb") as file:
            file.write(b"dab!")
        with self.only_our_programs():
            self.sources(DEB).debian("tale")
        with open(os.path.join(self.root, "calls"), encoding="utf-8") as file:
            self.assertEqual(file.read(), "x\nx\n")

    def test_other_bytes_are_told_and_removed(self):
        self.program("apt-get", f"printf dab! >{DEB.file}")
        self.fails("is not the pinned file")
        self.fails("is not the pinned file", any_version=True)
        self.program("apt-get", "printf new! >tale_2.0_all.deb")
        self.fails("tale_2.0_all.deb is not the pinned file")
        self.program("python", '[ "$1" = -c ] || printf new! >tale-1.0-py2-none-any.whl')
        with mock.patch.object(sys, "executable", os.path.join(self.bin, "python")):
            self.fails("tale-1.0-py2-none-any.whl is not the pinned file", WHEEL, any_version=True)

    def test_a_package_that_is_gone_is_told_with_what_to_do(self):
        self.program("apt-get", "echo \"E: Version '1.0-1' for 'tale' was not found\" >&2; exit 100")
        self.fails("knows no such package in this version")
        self.fails("--any-version")

    def test_another_version_is_taken_where_it_is_asked_for(self):
        self.program("apt-get", "[ \"$3\" = tale ] && printf new! >tale_2.0_all.deb")
        self.program("dpkg-deb", 'mkdir "$3" && cp "$2" "$3/text"')
        with self.only_our_programs():
            folder = self.sources(DEB, any_version=True).debian("tale")
        self.assertEqual(os.path.basename(folder), "tale_2.0_all")

    def test_a_missing_network_is_told_as_such(self):
        self.program("apt-get", "echo 'Temporary failure resolving' >&2; exit 100")
        self.fails("cannot be reached")

    def test_a_full_disk_is_told_as_such(self):
        self.program("apt-get", "echo 'write: No space left on device' >&2; exit 100")
        self.fails("no room left")
        self.program("apt-get", "echo 'E: Sub-process http received signal 25.' >&2; exit 100")
        self.fails("ulimit")
        self.program("apt-get", "echo 'E: it does not say why' >&2; exit 100")
        self.fails("it does not say why")
        with mock.patch("shutil.disk_usage", return_value=mock.Mock(free=0)):
            self.fails("no room left")
        for number, words in (
                (errno.ENOSPC, "no room left"), (errno.EDQUOT, "no room left"),
                (errno.EFBIG, "ulimit"), (errno.EACCES, "Permission denied")):
            self.assertIn(words, str(trouble.disk(OSError(number, os.strerror(number)), "x")))

    def test_a_download_that_brings_nothing_is_told(self):
        self.program("apt-get", "exit 0")
        self.fails("without an error and without the file")

    def test_missing_programs_are_told(self):
        with mock.patch("shutil.which", return_value=None):
            self.fails("the program `apt-get` is not on this machine")
        with mock.patch.object(sys, "executable", os.path.join(self.bin, "python")):
            self.program("python", "exit 1")
            self.fails("this Python has no pip", WHEEL)

    def test_pip_s_reasons_are_told(self):
        for said, words in (
                ("ERROR: No matching distribution found for tale==1.0", "has no such file"),
                ("Max retries exceeded\nERROR: No matching distribution found", "cannot be reached"),
                ("OSError: [Errno 28] No space left on device", "no room left"),
                ("ERROR: something of its own", "ERROR: something of its own")):
            self.program("python", f"[ \"$1\" = -c ] && exit 0; printf '%s' '{said}' >&2; exit 1")
            with mock.patch.object(sys, "executable", os.path.join(self.bin, "python")):
                self.fails(words, WHEEL)

    def test_a_wheel_for_one_system_is_asked_for_on_every_other(self):
        self.assertEqual(packages.platform_options("tale-1.0-py3-none-any.whl"), [])
        self.assertEqual(
            packages.platform_options("a_b-1.0-cp311-cp311-manylinux_2_24_x86_64.manylinux1_x86_64.whl"),
            ["--implementation", "cp", "--python-version", "3.11", "--abi", "cp311",
             "--platform", "manylinux_2_24_x86_64", "--platform", "manylinux1_x86_64"])


class Table(unittest.TestCase):
    def test_every_entry_can_be_made_and_is_pinned(self):
        catalogue = Catalogue()
        self.assertEqual(set(catalogue.entries), set(fetch.RECIPES))
        for name, known in catalogue.entries.items():
            self.assertTrue(known.files, name)
            self.assertTrue(known.folder.startswith(".course/"), name)
            for pin in [*known.files, *(catalogue.packages[package] for package in known.packages)]:
                self.assertRegex(pin.sha256, r"^[0-9a-f]{64}$")
                self.assertGreater(pin.bytes, 0)
        used = {package for known in catalogue.entries.values() for package in known.packages}
        self.assertEqual(used, set(catalogue.packages))

    def test_a_name_that_is_mistyped_is_told_with_all_that_there_are(self):
        error = io.StringIO()
        with contextlib.redirect_stderr(error):
            self.assertEqual(fetch.main(["kjv", "minlm"]), 1)
        self.assertIn("there is no “minlm”; there is kjv, pd", error.getvalue())


if __name__ == "__main__":
    unittest.main()
