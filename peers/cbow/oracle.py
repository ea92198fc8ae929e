"""Losses and gradients of CBOW by PyTorch's automatic differentiation, in double precision.

Shares no code and no formula of a gradient with the book. Prints JSON; `peers/cbow/run --oracle`
keeps it as peers/cbow/oracle.json.
"""
import json
import math

import torch

torch.set_default_dtype(torch.float64)
SIZE, N = 7, 3
WINDOWS = [
    (2, [0, 1, 3, 0, 4]),  # a word twice
    (0, [1]),  # one word of context
    (5, [5, 5, 5]),  # the centre's own word around it
    (6, [0, 1, 2, 3, 4, 5, 6, 6]),
    (3, [6, 2]),
]


def table(rows, columns, phase):
    """Numbers that are exact in single precision, so that both sides start with the same."""
    return torch.tensor([
        [round(32 * math.sin(phase + 1.7 * row + 2.9 * column)) / 32 for column in range(columns)]
        for row in range(rows)])


def loss(inputs, outputs, centre, context):
    mean = inputs[context].mean(dim=0)
    return torch.nn.functional.cross_entropy((outputs @ mean)[None], torch.tensor([centre]))


def case(centre, context):
    inputs = table(SIZE, N, 0.3).requires_grad_()
    outputs = table(SIZE, N, 1.1).requires_grad_()
    value = loss(inputs, outputs, centre, context)
    value.backward()
    return {
        "centre": centre, "context": context, "loss": value.item(),
        "inputGradient": inputs.grad.tolist(), "outputGradient": outputs.grad.tolist()}


def descent(rate, epochs):
    """One window after the other, by torch.optim.SGD."""
    inputs, outputs = table(SIZE, N, 0.3).requires_grad_(), table(SIZE, N, 1.1).requires_grad_()
    optimizer = torch.optim.SGD([inputs, outputs], lr=rate)
    losses = []
    for _ in range(epochs):
        for centre, context in WINDOWS:
            optimizer.zero_grad()
            value = loss(inputs, outputs, centre, context)
            value.backward()
            optimizer.step()
            losses.append(value.item())
    return {
        "rate": rate, "epochs": epochs, "losses": losses, "inputs": inputs.tolist(),
        "outputs": outputs.tolist()}


print(json.dumps({
    "made": f"peers/cbow/oracle.py with PyTorch {torch.__version__}",
    "inputs": table(SIZE, N, 0.3).tolist(),
    "outputs": table(SIZE, N, 1.1).tolist(),
    "cases": [case(*window) for window in WINDOWS],
    "descent": descent(0.5, 4),
}, indent=1))
