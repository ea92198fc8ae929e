"""Makes the book's fonts: of each family the letters that the book may need, as WOFF2, and a style sheet.

usage: fonts.py FOLDER

“Source” is a name that its makers reserve for the whole fonts, so what is cut out has a name of its own.
"""

import importlib.resources
import pathlib
import sys

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

# Latin with the letters of Western and Central European names, Greek, marks over letters, punctuation, raised and
# lowered figures, arrows, mathematical signs. What is not here, such as Han, comes from the reader's own fonts.
NAMES = "ĆćČčĞğıŁłŃńŐőŒœŘřŚśŠšŮůŰűŶŷŹźŻżŽž"
TEXT = [(0x20, 0x7E), (0xA0, 0xFF), *((ord(letter), ord(letter)) for letter in NAMES), (0x300, 0x304),
        (0x391, 0x3A9), (0x3B1, 0x3C9), (0x2003, 0x2003), (0x2010, 0x2015), (0x2018, 0x201E),
        (0x2020, 0x2022), (0x2026, 0x2026), (0x202F, 0x202F), (0x2032, 0x2033), (0x2070, 0x2070), (0x2074, 0x207F),
        (0x2080, 0x208C), (0x2190, 0x2193),
        (0x2202, 0x2202), (0x2206, 0x2206), (0x220F, 0x220F), (0x2211, 0x2212), (0x221A, 0x221A), (0x221E, 0x221E),
        (0x2223, 0x2223), (0x2248, 0x2248), (0x2260, 0x2260), (0x2264, 0x2265), (0x215B, 0x215E), (0x25C6, 0x25C6),
        (0x25CB, 0x25CB), (0x2713, 0x2713), (0x2717, 0x2717)]
STRESSED = [(0x20, 0x7E), (0xA0, 0xFF), (0x2013, 0x2014), (0x2018, 0x201D), (0x2026, 0x2026), (0x202F, 0x202F),
            (0x2212, 0x2212)]
CODE = [*TEXT, (0x2500, 0x2502), (0x250C, 0x251C)]
# What the three lack, of a fourth.
SIGNS = [(0x2016, 0x2016), (0x207B, 0x207B), (0x208A, 0x208B), (0x211D, 0x211D), (0x2208, 0x2209), (0x2223, 0x2225),
         (0x25A2, 0x25A2), (0x25CB, 0x25CB), (0x2713, 0x2713)]
# Signs that none of the four has, and others that look like them: “given that”, the ballot's cross.
TWINS = {0x2223: 0x7C, 0x2717: 0xD7}
# Figures are as wide as one another, and as high as capitals, without being asked: like those of the formulas.
FEATURES = ["kern", "liga", "ccmp", "mark"]

# file, family, style, weights, package, source, what is fixed of its axes, letters
FACES = [
    ("serif", "Book Serif", "normal", "400", "fontpkg_source_serif_4", "SourceSerif4[opsz,wght].ttf",
     {"opsz": 16, "wght": 400}, TEXT),
    ("serif-bold", "Book Serif", "normal", "700", "fontpkg_source_serif_4", "SourceSerif4[opsz,wght].ttf",
     {"opsz": 16, "wght": 680}, STRESSED),
    ("serif-italic", "Book Serif", "italic", "400", "fontpkg_source_serif_4", "SourceSerif4-Italic[opsz,wght].ttf",
     {"opsz": 16, "wght": 400}, TEXT),
    ("sans", "Book Sans", "normal", "400 700", "fontpkg_source_sans_3", "SourceSans3[wght].ttf",
     {"wght": (400, 700)}, TEXT),
    ("mono", "Book Mono", "normal", "400", "fontpkg_source_code_pro", "SourceCodePro[wght].ttf",
     {"wght": 420}, CODE),
    ("signs", "Book Signs", "normal", "400", "fontpkg_fira_code", "FiraCode[wght].ttf", {"wght": 400}, SIGNS),
]

# The fonts that nearly every reader has one of, and how wide their running text is to the em. Each is set as wide as
# ours, so that no line moves when ours comes.
STAND_INS = {
    "serif": [("Georgia", 0.4458), ("Times New Roman", 0.3999), ("Liberation Serif", 0.3999), ("DejaVu Serif", 0.4948)],
    "sans": [("Arial", 0.4414), ("Helvetica Neue", 0.4459), ("Liberation Sans", 0.4414), ("DejaVu Sans", 0.4861)],
    "mono": [("Menlo", 0.602), ("Consolas", 0.5498), ("Liberation Mono", 0.6001), ("DejaVu Sans Mono", 0.602)],
}
# How often letters and spaces stand in English text, of a thousand.
FREQUENCY = dict(zip(
    " etaoinshrdlcumwfgypbvkjxqz",
    (182, 104, 75, 65, 62, 58, 57, 51, 49, 50, 35, 33, 23, 22, 20, 19, 18, 16, 16, 15, 12, 8, 6, 1, 1, 1, 1),
))


def letters(ranges):
    return [code for first, last in ranges for code in range(first, last + 1)]


def width(font):
    """How wide running text is, to the em."""
    cmap, metrics = font.getBestCmap(), font["hmtx"]
    total = sum(metrics[cmap[ord(letter)]][0] * often for letter, often in FREQUENCY.items())
    return total / sum(FREQUENCY.values()) / font["head"].unitsPerEm


def cut(font, family, codes):
    options = subset.Options()
    options.flavor, options.layout_features = "woff2", FEATURES
    options.name_IDs, options.notdef_outline, options.hinting = [0, 13, 14], True, False
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=codes)
    cutter.subset(font)
    for number in (1, 4, 6):
        font["name"].setName(family.replace(" ", "" if number == 6 else " "), number, 3, 1, 0x409)


def stand_ins(name, family, own):
    """The reader's own fonts, each as wide as ours."""
    ascent, descent = own["hhea"].ascent, -own["hhea"].descent
    for local, theirs in STAND_INS.get(name, []):
        scale = width(own) / theirs
        ratio = own["head"].unitsPerEm * scale
        yield local, (
            f'@font-face {{ font-family: "{family} {local}"; src: local("{local}"); size-adjust: {scale:.1%}; '
            f"ascent-override: {ascent / ratio:.1%}; descent-override: {descent / ratio:.1%}; line-gap-override: 0%; }}"
        )


def main():
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True)
    rules, stacks, licences = [], [], {}
    for name, family, style, weights, package, source, axes, ranges in FACES:
        files = importlib.resources.files(package)
        font = TTFont(files / "files" / source)
        for table in font["cmap"].tables:
            table.cmap.update({sign: table.cmap[twin] for sign, twin in TWINS.items() if sign not in table.cmap})
        codes = sorted(set(letters(ranges)) & set(font.getBestCmap()))
        cut(font, family, codes)
        font = instancer.instantiateVariableFont(font, axes)
        font.flavor = "woff2"
        font.save(folder / f"book-{name}.woff2")
        reach = ""
        if ranges is SIGNS:
            reach = " unicode-range: " + ", ".join(f"U+{code:X}" for code in codes) + ";"
        rules.append(
            f'@font-face {{ font-family: "{family}"; src: url("book-{name}.woff2") format("woff2"); '
            f"font-style: {style}; font-weight: {weights}; font-display: swap;{reach} }}"
        )
        others = list(stand_ins(name, family, font))
        rules += [rule for _, rule in others]
        if others:
            names = ", ".join([f'"{family}"', '"Book Signs"', *(f'"{family} {local}"' for local, _ in others)])
            stacks.append(f"--book-{name}: {names};")
        licences[package] = (files / "LICENSE").read_text(encoding="utf-8")
    rules.append(":root { " + " ".join(stacks) + " }")
    (folder / "fonts.css").write_text("\n".join(rules) + "\n", encoding="utf-8")
    text = "\n\n".join(f"{name.removeprefix('fontpkg_')}\n\n{words}" for name, words in licences.items())
    (folder / "LICENCES.txt").write_text(text, encoding="utf-8")


main()
