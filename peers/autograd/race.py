"""Autograd beside PyTorch: the same numbers, then the same work in turn. Called by peers/autograd/run."""
import json
import os
import pathlib
import platform
import statistics
import subprocess
import sys
import time

import numpy
import torch
from safetensors.torch import load_file, save_file

import models

ROUNDS = 9
# PyTorch's threads wait awake for some 10 ms after their work (measured); the other side would feel it.
PAUSE = 0.1
# rows, columns, inner: products that occur in the two models, and two large ones.
PRODUCTS = [
    (2048, 128, 128), (2048, 512, 128), (2048, 128, 512), (2048, 8000, 128), (128, 8000, 2048),
    (4096, 384, 384), (4096, 1536, 384), (16, 384, 384), (16, 1536, 384), (1024, 1024, 1024),
    (2048, 2048, 2048),
]


class Ours:
    """Our program, which waits, idle, for a line, and answers with one."""

    def __init__(self, tool, *arguments):
        self.process = subprocess.Popen(
            [tool, *map(str, arguments)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def ask(self, line):
        print(line, file=self.process.stdin, flush=True)
        answer = self.process.stdout.readline()
        if not answer:
            sys.exit(f"our program ended at “{line}”")
        return json.loads(answer)


class Theirs:
    """The same work by PyTorch."""

    def __init__(self, transformer, bert, data):
        self.weights = {name: t.clone() for name, t in transformer.state_dict().items()}
        self.transformer, self.bert = transformer, bert.eval()
        self.batches = torch.tensor(data["batches"])
        self.sentences = torch.tensor(data["sentences"])
        self.lengths = torch.tensor(data["lengths"])
        self.sentence = torch.tensor([data["sentence"]])

    def train(self, steps):
        self.transformer.load_state_dict(self.weights)
        optimiser = torch.optim.Adam(self.transformer.parameters(), 3e-4, fused=True)
        seconds, losses = [], []
        for step in range(steps):
            start = time.perf_counter()
            loss = self.transformer.loss(self.batches[step % len(self.batches)])
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            losses.append(loss.item())
            seconds.append(time.perf_counter() - start)
        return {"seconds": seconds, "losses": losses}

    def encode(self, tokens, lengths, count):
        seconds = []
        with torch.inference_mode():
            for _ in range(count):
                start = time.perf_counter()
                self.bert(tokens, lengths)
                seconds.append(time.perf_counter() - start)
        return {"seconds": seconds}

    def ask(self, line):
        word, *numbers = line.split()
        numbers = [int(number) for number in numbers]
        if word == "threads":
            torch.set_num_threads(numbers[0])
        elif word == "train":
            return self.train(*numbers)
        elif word == "forward":
            return self.encode(self.sentences, self.lengths, *numbers)
        elif word == "sentence":
            return self.encode(self.sentence, torch.tensor([self.sentence.shape[1]]), *numbers)
        elif word == "matmul":
            rows, columns, inner, count = numbers
            left, right = torch.full((rows, inner), 0.5), torch.full((inner, columns), 0.5)
            seconds = []
            with torch.inference_mode():
                for _ in range(count):
                    start = time.perf_counter()
                    torch.matmul(left, right)
                    seconds.append(time.perf_counter() - start)
            return {"seconds": seconds}
        return {}


def prepare(work):
    """Weights and token ids, drawn once, for both sides."""
    torch.manual_seed(1)
    transformer, bert = models.TransformerLM(), models.BERTEncoder()
    with torch.no_grad():
        for name, tensor in bert.named_parameters():
            # The size of published weights; PyTorch's own beginnings are smaller or larger.
            if tensor.dim() == 2:
                tensor.normal_(0, 0.05)
    lengths = [128] * 32
    data = {
        "batches": torch.randint(0, models.VOCABULARY, (10, models.BATCH, models.LENGTH + 1)).tolist(),
        "sentences": torch.randint(0, 30522, (32, 128)).tolist(), "lengths": lengths,
        "sentence": torch.randint(0, 30522, (16,)).tolist(),
    }
    padded = dict(data, lengths=[128 - 3 * place for place in range(32)])
    save_file(transformer.state_dict(), work / "transformer.safetensors")
    save_file(bert.state_dict(), work / "bert.safetensors")
    (work / "data.json").write_text(json.dumps(data))
    (work / "padded.json").write_text(json.dumps(padded))
    return transformer, bert, data, padded


def check(work, tool, theirs, data, padded):
    """Whether both sides compute the same; the largest relative differences."""
    paths = [work / "transformer.safetensors", work / "bert.safetensors"]
    differences = {}
    losses = Ours(tool, *paths, work / "data.json").ask("train 10")["losses"]
    expected = theirs.train(10)["losses"]
    differences["losses"] = max(abs(a - b) / b for a, b in zip(losses, expected))
    for name, case in (("states", data), ("statesPadded", padded)):
        file = work / "states.safetensors"
        source = "data.json" if case is data else "padded.json"
        Ours(tool, *paths, work / source).ask(f"states {file}")
        ours = load_file(file)["states"]
        with torch.inference_mode():
            lengths = torch.tensor(case["lengths"])
            expected = theirs.bert(torch.tensor(case["sentences"]), lengths)
        seen = torch.arange(128)[None] < lengths[:, None]
        differences[name] = float((ours - expected)[seen].abs().max() / expected[seen].abs().max())
    return differences


def race(ours, theirs, threads, line, operations):
    """One line, in turn; the medians of both, the median of the ratios round by round.

    Both sides in milliseconds, or, where the number of operations is known, in GFLOP/s.
    """
    for side in (ours, theirs):
        side.ask(f"threads {threads}")
        side.ask(line)
    pairs = []
    for place in range(ROUNDS):
        order = (ours, theirs) if place % 2 == 0 else (theirs, ours)
        times = {}
        for side in order:
            time.sleep(PAUSE)
            times[side] = statistics.median(side.ask(line)["seconds"])
        pairs.append((times[ours], times[theirs]))
    medians = [statistics.median(side) for side in zip(*pairs)]
    if operations:
        medians = [1e-9 * operations / seconds for seconds in medians]
    else:
        medians = [1e3 * seconds for seconds in medians]
    ratios = sorted(b / a for a, b in pairs)
    return {"ours": medians[0], "theirs": medians[1], "ratio": statistics.median(ratios),
            "least": ratios[0], "most": ratios[-1]}


def races():
    """What is raced: a key for the published file, a name, the line, its operations if it is a product."""
    yield "step", "training step", "train 3", None
    yield "encoder", "encoder, 32 × 128 tokens", "forward 1", None
    yield "sentence", "one sentence of 16", "sentence 30", None
    for rows, columns, inner in PRODUCTS:
        operations = 2 * rows * columns * inner
        count = max(3, min(200, int(4e9 / operations)))
        yield (f"product{rows}x{inner}x{columns}", f"product {rows} × {inner} × {columns}",
               f"matmul {rows} {columns} {inner} {count}", operations)


class Others:
    """How much of the processors' time programs that do not race have taken; None where unknown."""

    def __init__(self, ours):
        self.files = ["/proc/self/stat", f"/proc/{ours.process.pid}/stat"]
        self.start = self.ticks()

    def ticks(self):
        """Ticks of all processors, those of them that were busy or taken away, and the racers' own."""
        try:
            texts = [pathlib.Path(file).read_text() for file in ["/proc/stat", *self.files]]
        except OSError:
            return None
        user, nice, system, idle, waiting, *interrupts = map(int, texts[0].split()[1:9])
        busy = user + nice + system + sum(interrupts)
        # The fields after the program's name, which may hold anything.
        own = sum(int(tick) for text in texts[1:] for tick in text.rsplit(")", 1)[1].split()[11:13])
        return busy + idle + waiting, busy, own

    def share(self):
        now = self.ticks()
        if now is None or self.start is None:
            return None
        total, busy, own = (after - before for after, before in zip(now, self.start))
        return max(0, busy - own) / max(1, total)


# What the functions in a profile belong to, by a part of their names; the first that fits.
SHARES = {
    "products": ["sgemm_kernel"], "packing": ["sgemm_"],
    "exponentials": ["exponential", "exponentiate", "gelu", "normalDistribution", "softmax",
                     "crossEntropy", "turnIntoGradient"],
    "optimiser": ["4AdamV"], "elementwise": ["$s8Autograd"], "rest": [""],
}


def profile(work, tool, line):
    """Which share of our side's time on one thread goes where; needs Linux's perf."""
    arguments = [tool, *(str(work / name) for name in (
        "transformer.safetensors", "bert.safetensors", "data.json"))]
    record = str(work / "perf.data")
    subprocess.run(["perf", "record", "-q", "-o", record, *arguments], check=True, text=True,
                   input=f"threads 1\n{line}\n", stdout=subprocess.DEVNULL)
    report = subprocess.run(
        ["perf", "report", "-i", record, "--stdio", "--percent-limit", "0", "-F", "overhead,sym"],
        check=True, text=True, capture_output=True).stdout
    shares = dict.fromkeys(SHARES, 0.0)
    for row in report.splitlines():
        percent, mark, symbol = row.strip().partition("%")
        if not mark or percent.startswith("#"):
            continue
        # To read the weights is no part of the work.
        if "Safetensors" in symbol:
            continue
        kind = next(k for k, parts in SHARES.items() if any(part in symbol for part in parts))
        shares[kind] += float(percent)
    whole = sum(shares.values())
    return {kind: share / whole for kind, share in shares.items()}


def main():
    settings = json.loads(sys.argv[1])
    work = pathlib.Path(settings["work"])
    transformer, bert, data, padded = prepare(work)
    theirs = Theirs(transformer, bert, data)
    differences = check(work, settings["tool"], theirs, data, padded)
    for name, difference in differences.items():
        print(f"{name:14} relative difference {difference:.1e} (limit 1e-4)")
    if not all(difference <= 1e-4 for difference in differences.values()):
        sys.exit("the two sides do not compute the same")
    ours = Ours(settings["tool"], work / "transformer.safetensors", work / "bert.safetensors",
                work / "data.json")
    others, found = Others(ours), {}
    for threads in settings["threads"]:
        print(f"\n{threads} thread{'s' if threads > 1 else ''}: ours, PyTorch {torch.__version__}, ratio "
              f"(above 1: ours is faster; least and most), {ROUNDS} rounds in turn")
        for key, name, line, operations in races():
            if settings["only"] and settings["only"] not in name:
                continue
            result = race(ours, theirs, threads, line, operations)
            found.setdefault(f"threads{threads}", {})[key] = result
            unit = "GFLOP/s" if operations else "ms"
            figures = "".join(f"{result[side]:9.2f} {unit:8}" for side in ("ours", "theirs"))
            note = "" if result["ratio"] >= 1 else "   PyTorch is ahead"
            print(f"  {name:28}{figures} {result['ratio']:.2f} ({result['least']:.2f}–{result['most']:.2f})"
                  f"{note}", flush=True)
    share = others.share()
    if share is not None and share > 0.05:
        print(f"\nOther programs took {share:.0%} of the processors meanwhile: these times, and the ratios "
              "for two threads above all, are not those of a quiet machine.")
    if settings["publish"]:
        for key, line in (("step", "train 20"), ("encoder", "forward 8")):
            found.setdefault("shares", {})[key] = profile(work, settings["tool"], line)
        publish(pathlib.Path(settings["publish"]), found, differences, share)


def publish(path, found, differences, others):
    """Writes the numbers that the page quotes: `peers.torch.threads1.step.ratio` and the like."""
    made = {
        "command": "peers/autograd/run --publish", "torch": torch.__version__,
        "numpy": numpy.__version__, "python": platform.python_version(), "rounds": ROUNDS,
        "processors": os.cpu_count(), "others": others}
    tree = {"torch": {"made": made, "difference": differences, **found}}
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(tree, indent=2) + "\n")
    print(f"wrote {path.name}")


if __name__ == "__main__":
    main()
