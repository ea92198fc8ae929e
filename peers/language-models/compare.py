"""Compares LanguageModelTool with NumPy, KenLM and IRSTLM. Called by peers/language-models/run with its settings."""
import importlib.metadata
import json
import math
import os
import pathlib
import statistics
import subprocess
import sys
import time

import kenlm
import kneser_ney

SETTINGS = json.loads(sys.argv[1])
WORK = pathlib.Path(SETTINGS["work"])
RUNS = 7
# Two ways to write é, and two to write Ω: four words, by their bytes.
SPELLINGS = ["the caf\u00e9 opens", "the cafe\u0301 shuts", "the caf\u00e9 opens",
             "ohm \u2126 and \u03a9"]
SPELLINGS_HELD_OUT = ["the cafe\u0301 opens", "the caf\u00e9 opens", "ohm \u03a9 and \u2126"]
# Both sides work in double precision, in different orders: about 1e-16 per operation, and a
# logarithm near 0 loses a part of it. Measured: 1.1e-14.
NUMPY_LIMIT = 1e-12
# The trie stores single precision: 6e-8 per number. Measured: 5.9e-8.
TRIE_LIMIT = 1e-6
# Both sides store single precision, and KenLM adds a sentence's up to 100 tokens in it too.
# Measured: 3.0e-5.
KENLM_LIMIT = 1e-4
failures = []
# What the chapter's page quotes, by name; written with --publish.
numbers = {}


def tool(*arguments):
    return subprocess.run(
        [SETTINGS["tool"], *map(str, arguments)], check=True, capture_output=True, text=True).stdout


def judge(name, error, limit):
    passed = error <= limit  # not a number is no pass
    print(f"  {'ok  ' if passed else 'FAIL'} {name}: largest difference {error:.2e}, limit {limit:g}")
    if not passed:
        failures.append(name)
    return error


def compare_numpy(name, train, text, order):
    """ln P of each token, by both of our models."""
    report = kneser_ney.report(kneser_ney.read(train), kneser_ney.read(text), order)
    theirs = [value for sentence in report["logProbabilities"] for value in sentence]
    ours = [tuple(map(float, line.split())) for line in tool("tokens", train, order, text).splitlines()]
    assert len(ours) == len(theirs), "the two sides score different numbers of tokens"
    if SETTINGS["perturb"]:
        theirs[7] *= 1 + 1e-5
    for side, model in ((0, "plain model"), (1, "trie")):
        error = max(abs(a[side] - b) / abs(b) for a, b in zip(ours, theirs))
        numbers.setdefault("numpy", {})["plain" if side == 0 else "trie"] = error
        judge(f"{name}, order {order}, {model} / NumPy, relative, each of {len(theirs)} tokens",
              error, NUMPY_LIMIT if side == 0 else TRIE_LIMIT)
    return report["perplexity"]


def load(arpa):
    config = kenlm.Config()
    config.show_progress = False
    return kenlm.Model(str(arpa), config)


def perplexity(log10s, lines):
    tokens = sum(len(line.split()) + 1 for line in lines)
    return 10 ** (-math.fsum(log10s) / tokens)


def compare_kenlm(name, train, text, order):
    """log10 P of each sentence by KenLM, which loads our ARPA file; ours comes from the table."""
    arpa = WORK / f"ours-{order}.arpa"
    tool("arpa", train, order, arpa)
    model = load(arpa)
    lines = pathlib.Path(text).read_text().splitlines()
    theirs = [model.score(line) for line in lines]
    ours = [float(line) for line in tool("score", train, order, text).splitlines()]
    assert len(ours) == len(theirs), "the two sides score different numbers of sentences"
    if SETTINGS["perturb"]:
        ours[-1] += 2e-4
    error = judge(f"{name}, order {order}, table / KenLM, log10, each of {len(lines)} sentences",
                  max(abs(a - b) for a, b in zip(ours, theirs)), KENLM_LIMIT)
    numbers["kenlm"] = {"difference": error, "sentences": len(lines)}
    return model, lines, perplexity(theirs, lines), perplexity(ours, lines)


def train_irstlm(train, order):
    """Counts and estimates with IRSTLM; gives its ARPA file and the seconds it took."""
    environment = {**os.environ, "IRSTLM": SETTINGS["irstlm"], "LC_ALL": "C"}
    environment["PATH"] = SETTINGS["irstlm"] + "/bin:" + environment["PATH"]
    environment["LD_LIBRARY_PATH"] = ":".join(
        str(path) for path in pathlib.Path(SETTINGS["irstlm"]).parent.glob("*-linux-gnu"))
    quiet = {"check": True, "env": environment, "cwd": WORK,
             "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    for name in ("irstlm-train.txt", "irstlm.lm.gz", "irstlm.arpa"):
        (WORK / name).unlink(missing_ok=True)
    marked = "".join(f"<s> {line} </s>\n" for line in pathlib.Path(train).read_text().splitlines())
    (WORK / "irstlm-train.txt").write_text(marked)
    program = SETTINGS["irstlm"] + "/bin/"
    start = time.perf_counter()
    subprocess.run(
        [program + "build-lm.sh", "-i", "irstlm-train.txt", "-n", str(order), "-k", "1",
         "-s", "improved-kneser-ney", "-o", "irstlm.lm.gz", "-t", str(WORK / "irstlm-stat")], **quiet)
    seconds = time.perf_counter() - start
    subprocess.run([program + "compile-lm", "--text=yes", "irstlm.lm.gz", "irstlm.arpa"], **quiet)
    return WORK / "irstlm.arpa", seconds


def kenlm_perplexities(arpa, lines):
    """PP over all tokens, and over those that are no unknown words."""
    model = load(arpa)
    scores = [score for line in lines for score in model.full_scores(line)]
    known = [logarithm for logarithm, _, unknown in scores if not unknown]
    everything = [logarithm for logarithm, _, _ in scores]
    return (10 ** (-math.fsum(everything) / len(everything)), 10 ** (-math.fsum(known) / len(known)),
            len(scores), len(scores) - len(known))


def unigram(arpa, word):
    """log10 P of a word, as the file has it."""
    with open(arpa, errors="replace") as file:
        return next(fields[0] for fields in map(str.split, file) if fields[1:2] == [word])


def arpa_sizes(arpa):
    with open(arpa, errors="replace") as file:
        return [int(line.split("=")[1]) for _, line in zip(range(20), file) if line.startswith("ngram ")]


def tokens_per_second(tokens, body):
    """The median of seven passes, of which the first finds nothing in the caches, in the processor's
    time: as our tool measures it."""
    seconds = []
    for _ in range(7):
        start = time.process_time()
        body()
        seconds.append(time.process_time() - start)
    return tokens / statistics.median(seconds)


def measure(train, text, order, model, lines):
    """Times of both sides, in turn, in one run."""
    median = statistics.median
    tokens = sum(len(line.split()) + 1 for line in lines)
    reports, whole, irstlm, speeds = [], [], [], []
    for _ in range(RUNS):
        start = time.perf_counter()
        reports.append(json.loads(tool("time", train, order, text)))
        whole.append(time.perf_counter() - start)
        speed = reports[-1]["tokensPerSecond"]
        speed["kenlm"] = tokens_per_second(tokens, lambda: [model.score(line) for line in lines])
        # What KenLM's module does in Python: it encodes a line and cuts it into words.
        speed["python"] = tokens_per_second(
            tokens, lambda: [line.encode("utf8").split() for line in lines])
        speeds.append(speed)
        if SETTINGS["irstlm"]:
            irstlm.append(train_irstlm(train, order)[1])
    parts = {part: median(report[part + "Seconds"] for report in reports)
             for part in ("count", "estimate", "table")}
    ours = median(sum(report[part + "Seconds"] for part in ("read", "vocabulary", "count", "estimate"))
                  for report in reports)
    numbers["made"] = {"kenlm": importlib.metadata.version("kenlm"), "rounds": RUNS}
    numbers["seconds"] = {"ours": ours, **parts}
    if irstlm:
        numbers["seconds"] |= {"irstlm": median(irstlm), "ratio": median(irstlm) / ours}
    numbers["tokensPerSecond"] = {
        **{name: median(speed[name] for speed in speeds) for name in speeds[0]},
        "ratio": median(speed["table"] / speed["kenlm"] for speed in speeds),
        "ratioWithoutPython": median(
            speed["table"] * (1 / speed["kenlm"] - 1 / speed["python"]) for speed in speeds),
        "pythonShare": median(speed["kenlm"] / speed["python"] for speed in speeds)}
    last = reports[-1]
    numbers["bytes"] = {
        "trie": sum(last["trieBytes"]) + last["modelBytes"], "table": last["tableBytes"]}
    print(f"\nTimes, medians of {RUNS} alternating runs, order {order}")
    print(f"  ours, read + vocabulary + count + estimate  {ours:8.2f} s"
          f"  (count {parts['count']:.2f}, estimate {parts['estimate']:.3f},"
          f" table {parts['table']:.3f}; the whole process {median(whole):.2f})")
    if irstlm:
        print(f"  IRSTLM, build-lm.sh                         {median(irstlm):8.2f} s"
              f"  ({median(irstlm) / ours:.0f} times ours)")
    named = {"trieOfStrings": "ours, trie, each word a string", "trie": "ours, trie, words as bytes",
             "walk": "ours, table, word after word", "table": "ours, table, pass by pass",
             "kenlm": "KenLM, from Python"}
    for key, name in named.items():
        print(f"  {name:<43} {numbers['tokensPerSecond'][key] / 1e6:8.2f} M tokens/s")
    ratios = sorted(speed["table"] / speed["kenlm"] for speed in speeds)
    print(f"  table / KenLM, medians of pairs             {median(ratios):8.2f}"
          f"  ({ratios[0]:.2f} … {ratios[-1]:.2f});"
          f" without Python's part of KenLM's time"
          f" {numbers['tokensPerSecond']['ratioWithoutPython']:.2f}")
    print(f"  our memory: trie and weights {numbers['bytes']['trie'] / 1e6:.1f} MB,"
          f" table {numbers['bytes']['table'] / 1e6:.1f} MB")


def compare_spellings():
    """Words that look alike and have other bytes."""
    files = []
    for name, lines in (("train", SPELLINGS), ("test", SPELLINGS_HELD_OUT)):
        files.append(WORK / f"spellings-{name}.txt")
        files[-1].write_text("\n".join(lines) + "\n", encoding="utf8")
    for order in (2, 3):
        compare_numpy("two spellings", *files, order)
        compare_kenlm("two spellings", *files, order)


def main():
    print("Words that are spelt in two ways")
    compare_spellings()
    print("Our own sentences (peers/language-models/corpus.txt)")
    train, text = SETTINGS["own"]
    for order in range(1, 6):
        compare_numpy("own", train, text, order)
        if order > 1:  # KenLM's library loads no unigram model
            compare_kenlm("own", train, text, order)
    if SETTINGS["bible"] and not SETTINGS["perturb"]:
        train, text = SETTINGS["bible"]
        order = 3
        print("\nThe King James Bible, shuffled verses, 9 tenths against 1")
        numpy_pp = compare_numpy("Bible", train, text, order)
        model, lines, kenlm_pp, our_pp = compare_kenlm("Bible", train, text, order)
        _, our_known, tokens, unknown = kenlm_perplexities(WORK / f"ours-{order}.arpa", lines)
        numbers["perplexity"] = {
            "tokens": tokens, "unknown": unknown, "ours": our_pp, "numpy": numpy_pp,
            "kenlm": kenlm_pp, "oursKnown": our_known}
        print(f"\nPerplexity of {tokens} held-out tokens, {unknown} of them unknown words, order {order}")
        print(f"  ours {our_pp:.4f}   NumPy {numpy_pp:.4f}   KenLM on our ARPA {kenlm_pp:.4f}"
              f"   (without unknown words {our_known:.4f})")
        if SETTINGS["irstlm"]:
            arpa, _ = train_irstlm(train, order)
            all_pp, known_pp, _, _ = kenlm_perplexities(arpa, lines)
            numbers["perplexity"] |= {"irstlm": all_pp, "irstlmKnown": known_pp}
            print(f"  IRSTLM, its ARPA scored by KenLM: {all_pp:.4f}   (without unknown words"
                  f" {known_pp:.4f})")
            plain = kneser_ney.KneserNey(kneser_ney.read(train), order, plain_counts=True)
            known = [p for line in lines
                     for p, word in zip(plain.log_probabilities(line.split()), line.split() + ["</s>"])
                     if word in plain.vocabulary]
            plain_pp = math.exp(-math.fsum(known) / len(known))
            numbers["perplexity"]["plainCountsKnown"] = plain_pp
            print("  The difference is one of conventions. IRSTLM takes plain counts, not adjusted ones,"
                  " for the shorter n-grams:\n  NumPy with plain counts gives, without unknown words,"
                  f" {plain_pp:.4f}.\n  And it keeps more for unknown"
                  f" words: log10 P(<unk>) is {unigram(arpa, '<unk>')} in its file,"
                  f" {unigram(WORK / f'ours-{order}.arpa', '<unk>')} in ours.")
            print(f"  n-grams: ours {arpa_sizes(WORK / f'ours-{order}.arpa')}, IRSTLM {arpa_sizes(arpa)}")
        measure(train, text, order, model, lines)
    if SETTINGS["publish"] and not failures:
        pathlib.Path(SETTINGS["publish"]).write_text(json.dumps(numbers, indent=2) + "\n")
    print(f"\n{len(failures)} comparisons failed" if failures else "\nall comparisons passed")
    sys.exit(1 if failures else 0)


main()
