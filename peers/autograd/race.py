"""Autograd beside PyTorch: the same numbers, then the same work in turn. Called by peers/autograd/run."""
import json
import pathlib
import statistics
import subprocess
import sys
import time

import torch
from safetensors.torch import load_file, save_file

import models

ROUNDS = 9
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
        optimiser = torch.optim.Adam(self.transformer.parameters(), 3e-4)
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


def check(work, tool, transformer, bert, data, padded):
    """Whether both sides compute the same; the largest relative differences."""
    paths = [work / "transformer.safetensors", work / "bert.safetensors"]
    differences = {}
    theirs = Theirs(transformer, bert, data)
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
            expected = bert(torch.tensor(case["sentences"]), lengths)
        seen = torch.arange(128)[None] < lengths[:, None]
        differences[name] = float((ours - expected)[seen].abs().max() / expected[seen].abs().max())
    return differences


def race(ours, theirs, threads, line, work):
    """One line, in turn; the medians of both, the median of the ratios round by round."""
    for side in (ours, theirs):
        side.ask(f"threads {threads}")
        side.ask(line)
    pairs = []
    for place in range(ROUNDS):
        order = (ours, theirs) if place % 2 == 0 else (theirs, ours)
        times = {side: statistics.median(side.ask(line)["seconds"]) for side in order}
        pairs.append((times[ours], times[theirs]))
    return {
        "ours": statistics.median(a for a, _ in pairs),
        "theirs": statistics.median(b for _, b in pairs),
        "ratio": statistics.median(b / a for a, b in pairs), "work": work,
    }


def main():
    settings = json.loads(sys.argv[1])
    work = pathlib.Path(settings["work"])
    prepared = prepare(work)
    transformer, bert, data, _ = prepared
    differences = check(work, settings["tool"], *prepared)
    for name, difference in differences.items():
        print(f"{name:14} relative difference {difference:.1e} (limit 1e-4)")
    if not all(difference <= 1e-4 for difference in differences.values()):
        sys.exit("the two sides do not compute the same")
    ours = Ours(settings["tool"], work / "transformer.safetensors", work / "bert.safetensors",
                work / "data.json")
    theirs = Theirs(transformer, bert, data)
    lines = {"training step": ("train 3", "ms"), "encoder, 32 × 128 tokens": ("forward 1", "ms"),
             "one sentence of 16": ("sentence 30", "ms")}
    for rows, columns, inner in PRODUCTS:
        count = max(3, min(200, int(2e9 / (rows * columns * inner))))
        lines[f"product {rows} × {inner} × {columns}"] = (
            f"matmul {rows} {columns} {inner} {count}", 2e-9 * rows * columns * inner)
    only = settings["only"]
    found = {}
    for threads in settings["threads"]:
        print(f"\n{threads} thread{'s' if threads > 1 else ''}: ours, PyTorch {torch.__version__}, ratio "
              f"(above 1: ours is faster), medians of {ROUNDS} rounds in turn")
        for name, (line, unit) in lines.items():
            if only and only not in name:
                continue
            result = race(ours, theirs, threads, line, unit)
            found[f"{name}, {threads}"] = result
            if unit == "ms":
                figures = [f"{1000 * result[side]:9.2f} ms" for side in ("ours", "theirs")]
            else:
                figures = [f"{unit / result[side]:7.1f} GF/s" for side in ("ours", "theirs")]
            note = "" if result["ratio"] >= 1 else "   PyTorch is ahead"
            print(f"  {name:28} {figures[0]} {figures[1]}   {result['ratio']:.2f}{note}", flush=True)
    if settings["publish"]:
        publish(settings["publish"], found, differences)


def publish(path, found, differences):
    """Writes the numbers that the page quotes."""
    raise NotImplementedError


if __name__ == "__main__":
    main()
