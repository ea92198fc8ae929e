"""Writes the small corpus of the committed oracle numbers: sentences of a grammar of our own.

usage: make_corpus.py TRAIN HELD_OUT

The grammar's words are dealt out unevenly, as in a real text, so that counts of 1, 2, 3 and more
all occur. The held-out sentences hold a few words that the grammar lacks.
"""
import random
import sys

ANIMALS = "cat dog fox hen owl mouse goat heron otter badger".split()
PEOPLE = "miller baker weaver smith pilot nurse sailor painter".split()
PLACES = "puddle fence bridge river market harbour orchard tower meadow cellar".split()
THINGS = "bread lantern ladder basket letter rope kettle candle barrel map".split()
QUALITIES = "old quiet red wet tall clever sleepy broken small golden".split()
MOVES = "jumped ran crept walked flew swam hurried wandered".split()
ACTIONS = "carried found sold dropped painted hid mended forgot".split()
WHERE = "over under into behind across near past".split()
WHEN = "at noon|in the evening|before the rain|after supper|on market day|all night".split("|")


def pick(words):
    """The first words often, the last ones rarely."""
    return words[min(int(random.expovariate(0.45)), len(words) - 1)]


def noun_phrase(nouns):
    article = pick(["the", "a", "every", "no"])
    if random.random() < 0.35:
        return f"{article} {pick(QUALITIES)} {pick(nouns)}"
    return f"{article} {pick(nouns)}"


def place():
    return f"{pick(WHERE)} {noun_phrase(PLACES)}"


def clause():
    shape = random.random()
    subject = noun_phrase(ANIMALS if random.random() < 0.6 else PEOPLE)
    if shape < 0.45:
        return f"{subject} {pick(MOVES)} {place()}"
    if shape < 0.75:
        return f"{subject} {pick(ACTIONS)} {noun_phrase(THINGS)}"
    if shape < 0.9:
        return f"{subject} {pick(ACTIONS)} {noun_phrase(THINGS)} {place()}"
    return f"{subject} {pick(MOVES)}"


def sentence():
    text = clause()
    if random.random() < 0.3:
        text += " " + pick(WHEN)
    if random.random() < 0.2:
        text += f" {pick(['and', 'but', 'while'])} {clause()}"
    return text


def main(train, held_out):
    random.seed(11)
    lines = [sentence() for _ in range(400)] + ["stop", "the cat jumped over the puddle"]
    apart = [sentence() for _ in range(40)]
    apart += ["the zebra jumped over the puddle", "xylophone", "stop", "stock boil fish is toy"]
    for path, part in ((train, lines), (held_out, apart)):
        with open(path, "w") as file:
            file.write("".join(line + "\n" for line in part))


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
