"""What PyTorch computes for each operation of Autograd, forward and backward, as JSON.

usage: peers/autograd/run --oracle     writes peers/autograd/oracle.json, which `make test` reads

All numbers are PyTorch's in single precision, on one thread, with its own defaults; nine digits give
each of them back exactly. Inputs and cotangents come from one seeded generator.
"""
import json
import math
import sys

import torch
import torch.nn.functional as F

import models

SEED = 5
generator = torch.Generator().manual_seed(SEED)


def numbers(tensor):
    """A tensor as JSON; what JSON cannot write stands as a string."""
    values = [float(f"{value:.9g}") for value in tensor.detach().flatten().tolist()]
    return {
        "shape": list(tensor.shape),
        "values": [v if math.isfinite(v) else str(v) for v in values],
    }


def draw(*shape, low=-2.0, high=2.0):
    return torch.rand(shape, generator=generator) * (high - low) + low


def mask(*shape):
    """A mask that hides about a third, and never the first place of a row."""
    hidden = torch.rand(shape, generator=generator) < 0.35
    hidden[..., 0] = False
    return hidden


def mask_json(hidden):
    return {"shape": list(hidden.shape), "values": hidden.flatten().tolist()}


examples = []


def example(operation, case, inputs, function, **attributes):
    """Runs a function and its gradient, and notes both."""
    inputs = [tensor.clone().requires_grad_() for tensor in inputs]
    output = function(*inputs)
    cotangent = torch.rand(output.shape, generator=generator) * 2 - 1
    gradients = torch.autograd.grad(output, inputs, cotangent, allow_unused=True)
    examples.append({
        "operation": operation, "case": case, "attributes": attributes,
        "inputs": [numbers(tensor) for tensor in inputs],
        "output": numbers(output), "cotangent": numbers(cotangent),
        "gradients": [None if g is None else numbers(g) for g in gradients],
    })


def elementwise():
    shapes = {
        "equal shapes": ((2, 3), (2, 3)), "a row to each row": ((3, 9), (9,)),
        "a column to each column": ((2, 9), (2, 1)), "an outer arrangement": ((4, 1), (1, 5)),
        "no axes": ((), (2, 2)), "an empty axis": ((0, 3), (3,)),
    }
    pairs = {"add": torch.add, "subtract": torch.sub, "multiply": torch.mul, "divide": torch.div}
    for operation, function in pairs.items():
        for case, (left, right) in shapes.items():
            low = 0.5 if operation == "divide" else -2.0
            example(operation, case, [draw(*left), draw(*right, low=low)], function)
    functions = {
        "negate": torch.neg, "exp": torch.exp, "tanh": torch.tanh, "sigmoid": torch.sigmoid,
        "relu": torch.relu, "gelu": F.gelu, "geluTanh": lambda x: F.gelu(x, approximate="tanh"),
    }
    for operation, function in functions.items():
        example(operation, "usual numbers", [draw(5, 7)], function)
        example(operation, "small and large numbers",
                [torch.tensor([-9.0, -5, -3, -1e-4, -1e-7, 0, 1e-7, 1e-4, 3, 5, 9])], function)
        example(operation, "nothing", [draw(0, 2)], function)
    for operation, function in {"log": torch.log, "squareRoot": torch.sqrt}.items():
        example(operation, "usual numbers", [draw(5, 7, low=0.1)], function)
        example(operation, "small and large numbers", [torch.tensor([1e-6, 1e-3, 1, 1e3, 1e6])],
                function)


def products():
    shapes = {
        "two matrices": ((5, 7), (7, 3)), "a row and a column": ((1, 6), (6, 1)),
        "a batch and one matrix": ((2, 3, 4), (4, 5)), "two batches": ((2, 3, 4), (2, 4, 5)),
        "batches that broadcast": ((2, 1, 3, 4), (3, 4, 2)), "no inner axis": ((2, 0), (0, 3)),
    }
    for case, (left, right) in shapes.items():
        example("matmul", case, [draw(*left), draw(*right)], torch.matmul)
    for case, shape in {"rows": (5, 4), "a batch of rows": (2, 3, 4), "one row": (1, 4)}.items():
        example("linear", case, [draw(*shape), draw(4, 6), draw(6)],
                lambda x, w, b: F.linear(x, w.T, b))


def reductions():
    functions = {
        "sum": torch.sum, "mean": torch.mean,
        "variance": lambda x, *axis, **keep: torch.var(x, *axis, correction=0, **keep),
        "max": lambda x, *axis, **keep: (
            torch.max(x, *axis, **keep).values if axis else torch.max(x)),
    }
    for operation, function in functions.items():
        example(operation, "all numbers", [draw(3, 5)], function)
        for axis, keeping in ((0, False), (1, True), (-1, False)):
            example(operation, f"axis {axis}", [draw(3, 4, 9)],
                    lambda x, f=function, a=axis, k=keeping: f(x, a, keepdim=k),
                    axis=axis, keepingAxis=keeping)
        example(operation, "an axis of size 1", [draw(3, 1)],
                lambda x, f=function: f(x, 1), axis=1, keepingAxis=False)


def probabilities():
    for axis in (0, 1, -1):
        example("softmax", f"axis {axis}", [draw(3, 4, 9)], lambda x, a=axis: x.softmax(a),
                axis=axis)
        example("logSoftmax", f"axis {axis}", [draw(3, 4, 9)], lambda x, a=axis: x.log_softmax(a),
                axis=axis)
    example("softmax", "large scores", [draw(2, 9) * 200], lambda x: x.softmax(-1))
    example("logSoftmax", "large scores", [draw(2, 9) * 200], lambda x: x.log_softmax(-1))
    for shape in ((5, 5), (2, 1, 1, 5), (2, 3, 5, 5)):
        hidden = mask(*shape)
        example("softmax", f"scaled, a mask of {list(shape)}", [draw(2, 3, 5, 5)],
                lambda x, h=hidden: (x * 0.25).masked_fill(h, -math.inf).softmax(-1),
                scale=0.25, mask=mask_json(hidden))
    for case, shape, epsilon in (("rows", (4, 9), 1e-5), ("a batch of rows", (2, 3, 16), 1e-12)):
        row = shape[-1:]
        example("layerNormalized", case, [draw(*shape), draw(*row), draw(*row)],
                lambda x, g, b, r=row, e=epsilon: F.layer_norm(x, r, g, b, e), epsilon=epsilon)
    example("layerNormalized", "far from 0", [draw(3, 8) + 100, draw(8), draw(8)],
            lambda x, g, b: F.layer_norm(x, (8,), g, b, 1e-5), epsilon=1e-5)
    targets = [3, 0, 10, 3, -100, 7]
    for case, options, attributes in (
            ("every row", {"ignore_index": -1}, {"targets": [3, 0, 10, 3, 5, 7]}),
            ("an ignored row", {}, {"targets": targets, "ignoring": -100}),
            ("smoothed labels", {"label_smoothing": 0.1},
             {"targets": targets, "ignoring": -100, "labelSmoothing": 0.1})):
        example("crossEntropy", case, [draw(6, 11) * 3],
                lambda x, a=attributes, o=options: F.cross_entropy(
                    x, torch.tensor(a["targets"]), **o), **attributes)


def places():
    for case, ids in (("some rows twice", [4, 1, 1, 0, 4]), ("no rows", []), ("one row", [2])):
        example("rows", case, [draw(5, 3)], lambda x, i=ids: F.embedding(
            torch.tensor(i, dtype=torch.long), x), numbers=ids)
    for shape in ((3, 4), (2, 3, 9)):
        rows = math.prod(shape[:-1])
        at = torch.randint(0, shape[-1], (rows,), generator=generator)
        example("gathered", f"{list(shape)}", [draw(*shape)],
                lambda x, a=at: x.gather(-1, a.reshape(*x.shape[:-1], 1)).squeeze(-1),
                places=at.tolist())
    for shape in ((4,), (3, 4), (2, 1, 4)):
        hidden = mask(*shape)
        example("masked", f"a mask of {list(shape)}", [draw(2, 3, 4)],
                lambda x, h=hidden: x.masked_fill(h, -1.5), mask=mask_json(hidden), value=-1.5)
    example("sliced", "inside", [draw(4, 6)], lambda x: x[:, 2:5], axis=1, range=[2, 5])
    example("sliced", "nothing", [draw(4, 6)], lambda x: x[1:1], axis=0, range=[1, 1])
    example("concatenated", "three parts", [draw(2, 3), draw(2, 1), draw(2, 4)],
            lambda *parts: torch.cat(parts, 1), axis=1)
    example("concatenated", "along the first axis", [draw(2, 3), draw(1, 3)],
            lambda *parts: torch.cat(parts), axis=0)
    example("transposed", "two axes of three", [draw(2, 3, 4)], lambda x: x.transpose(0, 2),
            axes=[0, 2])
    example("transposed", "heads", [draw(2, 3, 4, 2)], lambda x: x.transpose(1, 2), axes=[1, 2])
    example("reshaped", "fewer axes", [draw(2, 3, 4)], lambda x: x.reshape(6, 4), shape=[6, 4])
    example("reshaped", "a transposed view", [draw(3, 4)], lambda x: x.reshape(12), shape=[12])
    kept = (torch.rand(4, 5, generator=generator) >= 0.25).float()
    example("dropout", "a quarter", [draw(4, 5)], lambda x: x * kept / 0.75, rate=0.25,
            kept=kept.flatten().tolist())


def optimisers():
    """Twelve steps of each on the same gradients; the parameters after each step."""
    found = []
    for name, options, make in (
            ("SGD", {"learningRate": 0.1}, lambda p: torch.optim.SGD(p, 0.1)),
            ("Adam", {"learningRate": 0.01}, lambda p: torch.optim.Adam(p, 0.01)),
            ("Adam", {"learningRate": 0.003, "decay": [0.9, 0.98], "epsilon": 1e-9},
             lambda p: torch.optim.Adam(p, 0.003, betas=(0.9, 0.98), eps=1e-9)),
            ("AdamW", {"learningRate": 0.01, "weightDecay": 0.1, "decaying": ["weight"]},
             lambda p: torch.optim.AdamW([
                 {"params": p[:1], "weight_decay": 0.1}, {"params": p[1:], "weight_decay": 0.0}],
                 0.01))):
        parameters = [draw(3, 7), draw(7)]
        start = [numbers(p) for p in parameters]
        parameters = [p.requires_grad_() for p in parameters]
        optimiser = make(parameters)
        gradients, after = [], []
        for _ in range(12):
            for parameter in parameters:
                parameter.grad = draw(*parameter.shape) * 0.5
            gradients.append([numbers(p.grad) for p in parameters])
            optimiser.step()
            after.append([numbers(p) for p in parameters])
        found.append({"optimiser": name, "options": options, "names": ["weight", "bias"],
                      "start": start, "gradients": gradients, "after": after})
    return found


def clipping():
    gradients = [draw(3, 7), draw(7)]
    found = []
    for limit in (1.0, 100.0):
        parameters = [torch.zeros_like(g).requires_grad_() for g in gradients]
        for parameter, gradient in zip(parameters, gradients):
            parameter.grad = gradient.clone()
        norm = torch.nn.utils.clip_grad_norm_(parameters, limit)
        found.append({"limit": limit, "norm": float(norm),
                      "gradients": [numbers(g) for g in gradients],
                      "clipped": [numbers(p.grad) for p in parameters]})
    return found


def schedules():
    """LambdaLR with the two published formulas, at the steps 1 to 60."""
    def rates(peak, factor):
        optimiser = torch.optim.SGD([torch.zeros(1).requires_grad_()], peak)
        schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: factor(step + 1))
        found = []
        for _ in range(60):
            found.append(optimiser.param_groups[0]["lr"])
            optimiser.step()
            schedule.step()
        return found
    warm, total, size = 10, 50, 512
    return [
        {"schedule": "linear", "peak": 0.001, "warmUp": warm, "total": total,
         "rates": rates(0.001, lambda t: t / warm if t < warm
                        else max(0.0, (total - t) / (total - warm)))},
        {"schedule": "transformer", "modelSize": size, "warmUp": warm,
         "rates": rates(1.0, lambda t: size ** -0.5 * min(t ** -0.5, t * warm ** -1.5))},
    ]


def model():
    """A small language model, its loss and the gradient of every parameter."""
    sizes = {"vocabulary": 11, "width": 8, "layers": 2, "heads": 2, "inner": 12, "length": 5}
    transformer = models.TransformerLM(**sizes)
    with torch.no_grad():
        # Gains and biases too: PyTorch's beginnings, 1 and 0, would hide their part.
        for name, tensor in transformer.named_parameters():
            tensor.copy_(draw(*tensor.shape) * 0.25 + ("norm" in name and name.endswith("weight")))
    batch = torch.randint(0, sizes["vocabulary"], (3, sizes["length"] + 1), generator=generator)
    loss = transformer.loss(batch)
    loss.backward()
    return {"sizes": sizes, "batch": batch.tolist(), "loss": float(f"{loss.item():.9g}"),
            "parameters": [{"name": name, "start": numbers(tensor), "gradient": numbers(tensor.grad)}
                           for name, tensor in transformer.named_parameters()]}


def main():
    torch.set_num_threads(1)
    for group in (elementwise, products, reductions, probabilities, places):
        group()
    contents = {
        "versions": {"torch": torch.__version__, "python": sys.version.split()[0]},
        "command": "peers/autograd/run --oracle", "seed": SEED, "operations": examples,
        "optimisers": optimisers(), "clipping": clipping(), "schedules": schedules(),
        "model": [model()],
    }
    # One example to a line: a change shows which.
    print("{")
    for place, (key, value) in enumerate(contents.items()):
        end = "," if place + 1 < len(contents) else ""
        if isinstance(value, list):
            rows = ",\n".join(json.dumps(row, separators=(",", ":")) for row in value)
            print(f'"{key}": [\n{rows}\n]{end}')
        else:
            print(f'"{key}": {json.dumps(value)}{end}')
    print("}")


if __name__ == "__main__":
    main()
