"""Compares CBOWTool with PyTorch and gensim. Called by peers/cbow/run with its settings."""
import json
import pathlib
import platform
import statistics
import subprocess
import sys
import time

import numpy
import torch

import models

SETTINGS = json.loads(sys.argv[1])
WORK = pathlib.Path(SETTINGS["work"])
# The settings of the chapter's own run.
SIZE, N, HALF_WIDTH, BATCH, RATE = 5000, 64, 4, 128, 0.15
STEPS = 300
RUNS = 7
# Over the first hundred steps. Both sides add in single precision, in different orders, and the
# differences grow with each step. Measured: ours is 5.6e-5 from PyTorch in double precision, PyTorch
# in single precision 1.1e-4, and the two 8.1e-5 from each other.
LOSS_LIMIT = 1e-4
failures = []
numbers = {}


def judge(name, passed, text):
    print(f"  {'ok  ' if passed else 'FAIL'} {name}: {text}", flush=True)
    if not passed:
        failures.append(name)


def read(name, kind, *shape):
    return numpy.fromfile(WORK / name, dtype=kind).reshape(*shape)


def compare_losses(inputs, outputs, steps):
    ours = read("losses.f32", "<f4", STEPS) / BATCH
    for name, kind in (("plain", models.Plain), ("bag", models.Bag), ("double", models.Double)):
        losses = []
        models.train(kind(inputs, outputs), steps[:100], RATE, losses)
        theirs = numpy.array(losses) / BATCH
        difference = float(numpy.abs(theirs - ours[:100]).max())
        judge(
            f"loss curve, torch {name}", difference <= LOSS_LIMIT,
            f"largest difference over 100 steps {difference:.2e} nats, limit {LOSS_LIMIT:g}; "
            f"loss {ours[0]:.4f} → {ours[99]:.4f}")
        numbers[f"loss.{name}.difference"] = difference
    numbers["loss.steps"] = 100
    numbers["loss.first"], numbers["loss.hundredth"] = float(ours[0]), float(ours[99])
    numbers["loss.curve"] = [round(float(loss), 5) for loss in ours[:100:10]]


def compare_times(process, inputs, outputs, steps):
    for threads in (1, 2):
        torch.set_num_threads(threads)
        seconds = {"ours": [], "plain": [], "bag": []}
        # One after the other in each round, so that a busy minute is the same for all.
        for _ in range(RUNS):
            process.stdin.write(f"{threads}\n")
            process.stdin.flush()
            seconds["ours"].append(float(process.stdout.readline()))
            for name, kind in (("plain", models.Plain), ("bag", models.Bag)):
                model = kind(inputs, outputs)
                start = time.perf_counter()
                models.train(model, steps, RATE)
                seconds[name].append(time.perf_counter() - start)
        windows = STEPS * BATCH
        operations = 6 * windows * SIZE * N
        key = f"time.threads{threads}"
        for name, values in seconds.items():
            median = statistics.median(values)
            numbers[f"{key}.{name}.seconds"] = median
            numbers[f"{key}.{name}.wordsPerSecond"] = windows / median
            numbers[f"{key}.{name}.gigaflops"] = operations / median / 1e9
            print(f"       {threads} thread(s), {name}: {median:.3f} s, "
                  f"{windows / median:,.0f} words/s, {operations / median / 1e9:.1f} GFLOP/s "
                  f"({min(values):.3f}–{max(values):.3f})")
        for name in ("plain", "bag"):
            # Paired: the ratio within each round, then the median of the rounds.
            ratios = [theirs / ours for theirs, ours in zip(seconds[name], seconds["ours"])]
            ratio = statistics.median(ratios)
            numbers[f"{key}.{name}.ratio"] = ratio
            judge(f"time, {threads} thread(s), torch {name}", ratio > 1,
                  f"{ratio:.2f} times ours ({min(ratios):.2f}–{max(ratios):.2f})")


def compare_vectors():
    """gensim reads our vectors and finds the same neighbours and the same correlations."""
    if not pathlib.Path(SETTINGS["vectors"]).exists():
        print("  left out: gensim, as there are no vectors yet; `course run 2 --reference` makes them")
        return
    from gensim.models import KeyedVectors
    vectors = KeyedVectors.load_word2vec_format(SETTINGS["vectors"])
    numbers["gensim.words"], numbers["gensim.size"] = len(vectors), vectors.vector_size
    print(f"  ok   gensim reads {len(vectors)} vectors of {vectors.vector_size} numbers")
    results = pathlib.Path(SETTINGS["results"])
    if not results.exists():
        return
    ours = json.loads(results.read_text())
    different = []
    for word, neighbours in ours["neighbours"].items():
        theirs = vectors.most_similar(word, topn=len(neighbours["words"]))
        close = all(abs(a - b) < 1e-4 for a, (_, b) in zip(neighbours["cosines"], theirs))
        if [name for name, _ in theirs] != neighbours["words"] or not close:
            different.append(word)
    judge("neighbours, gensim", not different,
          f"{len(ours['neighbours'])} words, different: {', '.join(different) or 'none'}")
    for name, file in (("wordsim", "wordsim353.tsv"), ("simlex", "simlex999.txt")):
        path = pathlib.Path(SETTINGS["evaluation"]) / file
        if not path.exists() or name not in ours.get("similarity", {}):
            continue
        result = vectors.evaluate_word_pairs(str(path), restrict_vocab=len(vectors))
        rho = float(result[1][0])
        difference = abs(rho - ours["similarity"][name]["rho"])
        numbers[f"gensim.{name}"] = rho
        judge(f"Spearman's rho, gensim, {name}", difference < 1e-3,
              f"{rho:.4f}, difference {difference:.1e}")


def publish():
    tree = {"made": {
        "command": "peers/cbow/run --publish", "torch": torch.__version__,
        "numpy": numpy.__version__, "python": platform.python_version(),
        "runs": RUNS, "steps": STEPS, "vocabulary": SIZE, "n": N, "batch": BATCH,
        "halfWidth": HALF_WIDTH, "rate": RATE}}
    for key, value in numbers.items():
        *tables, name = key.split(".")
        table = tree
        for part in tables:
            table = table.setdefault(part, {})
        table[name] = value
    path = pathlib.Path(SETTINGS["publish"])
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"torch": tree}, indent=2) + "\n")
    print(f"wrote {path.name}")


def main():
    command = [SETTINGS["tool"], SETTINGS["corpus"], SIZE, N, HALF_WIDTH, BATCH, RATE, STEPS, WORK]
    process = subprocess.Popen(
        [str(part) for part in command], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    if process.stdout.readline().strip() != "ready":
        sys.exit("CBOWTool failed")
    inputs = torch.from_numpy(read("input.f32", "<f4", SIZE, N))
    outputs = torch.from_numpy(read("output.f32", "<f4", SIZE, N))
    if SETTINGS["perturb"]:
        outputs = outputs + 1e-3 * torch.arange(SIZE)[:, None] / SIZE
        inputs = inputs * 1.01
    batches = read("batches.i32", "<i4", STEPS, BATCH, 1 + 2 * HALF_WIDTH)
    steps = models.tensors(batches, SIZE)
    print(f"CBOW, |V| = {SIZE}, n = {N}, batches of {BATCH}, against torch {torch.__version__}")
    compare_losses(inputs, outputs, steps)
    if not SETTINGS["perturb"]:
        compare_times(process, inputs, outputs, steps)
        compare_vectors()
    process.stdin.close()
    process.wait()
    if failures:
        sys.exit(f"differs or is behind: {', '.join(failures)}")
    if SETTINGS["publish"]:
        publish()


main()
