"""Writes the King James Bible as train.txt and test.txt: a verse a line, words in lower case.

usage: kjv.py BIBLE OUT    BIBLE: the program `bible` of Debian's bible-kjv; OUT: a folder

The verses are shuffled with Python's `random.seed(0)`; the first nine tenths are the training text.
"""
import os
import random
import re
import subprocess
import sys


def verses(program):
    # The program looks for its data in ../lib, as seen from where it runs.
    folder = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(program))), "lib")
    text = subprocess.run(
        [os.path.abspath(program), "-l", "0", "-f", "Gen1:1-Rev22:21"],
        capture_output=True, text=True, check=True, cwd=folder).stdout
    for line in text.splitlines():
        words = re.findall(r"[a-z]+(?:'[a-z]+)?", line.split(" ", 1)[-1].lower().replace("’", "'"))
        if words:
            yield " ".join(words)


def main(program, out):
    lines = list(verses(program))
    random.seed(0)
    random.shuffle(lines)
    cut = len(lines) * 9 // 10
    for name, part in (("train.txt", lines[:cut]), ("test.txt", lines[cut:])):
        with open(os.path.join(out, name), "w") as file:
            file.write("".join(line + "\n" for line in part))
        print(f"{name}: {len(part)} verses, {sum(len(line.split()) for line in part)} words")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
