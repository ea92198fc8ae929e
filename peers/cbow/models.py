"""CBOW in PyTorch: the plain model, and one with what PyTorch offers to make it fast."""
import torch
from torch import nn
from torch.nn import functional


class Plain(nn.Module):
    """nn.Embedding, the mean over the words that are there, nn.Linear without bias."""

    def __init__(self, inputs, outputs):
        super().__init__()
        size, n = inputs.shape
        # One more row, of zeros, for the places of a window that have no word.
        self.embedding = nn.Embedding(size + 1, n, padding_idx=size)
        self.linear = nn.Linear(n, size, bias=False)
        with torch.no_grad():
            self.embedding.weight[:size] = inputs
            self.linear.weight[:] = outputs

    def forward(self, batch):
        return self.linear(self.embedding(batch["words"]).sum(dim=1) / batch["counts"])


class Double(Plain):
    """The plain model in double precision: what single precision rounds off is seen against it."""

    def __init__(self, inputs, outputs):
        super().__init__(inputs, outputs)
        self.double()


class Bag(nn.Module):
    """nn.EmbeddingBag takes the mean without the vectors' ever lying side by side; its gradient
    holds the words of the batch alone."""

    def __init__(self, inputs, outputs):
        super().__init__()
        size, n = inputs.shape
        self.embedding = nn.EmbeddingBag(size, n, mode="mean", sparse=True)
        self.linear = nn.Linear(n, size, bias=False)
        with torch.no_grad():
            self.embedding.weight[:] = inputs
            self.linear.weight[:] = outputs

    def forward(self, batch):
        return self.linear(self.embedding(batch["flat"], batch["offsets"]))


def tensors(batches, size):
    """For each step what the models take: windows with a centre first, then words, −1 for none."""
    steps = []
    for windows in batches:
        words = torch.from_numpy(windows[:, 1:].astype("int64"))
        known = words >= 0
        counts = known.sum(dim=1)
        steps.append({
            "centres": torch.from_numpy(windows[:, 0].astype("int64")),
            "words": torch.where(known, words, size),
            "counts": counts[:, None].float(),
            "flat": words[known],
            "offsets": counts.cumsum(0) - counts,
        })
    return steps


def train(model, steps, rate, losses=None):
    """Steps of plain gradient descent on the sum of a batch's losses."""
    optimizer = torch.optim.SGD(model.parameters(), lr=rate)
    for batch in steps:
        optimizer.zero_grad(set_to_none=True)
        loss = functional.cross_entropy(model(batch), batch["centres"], reduction="sum")
        loss.backward()
        optimizer.step()
        if losses is not None:
            losses.append(loss.item())
