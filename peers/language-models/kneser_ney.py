"""Interpolated modified Kneser-Ney smoothing, straight from Chen and Goodman's formulas.

Written to be checked against the paper, not to be fast; it shares no code with the Swift models.
Source: Chen and Goodman, An Empirical Study of Smoothing Techniques for Language Modeling,
technical report TR-10-98, Harvard University, 1998, section 3; the discounts are its equation 26.

usage: kneser_ney.py TRAIN HELD_OUT ORDER...    prints JSON: discounts, ln P of each token, perplexity
"""
import collections
import json
import math
import sys

import numpy


def read(path):
    # Bytes: as text, Python would also split at a no-break space, which is part of a word here.
    with open(path, "rb") as file:
        return [[word.decode() for word in line.split()] for line in file if line.strip()]


class KneserNey:
    """Conventions: <s> w1 ... wT </s>; </s> is predicted, <s> is not; V has <unk>; n-grams that start
    with <s> keep their counts; discounts that cannot be estimated are 0.5, 1 and 1.5.

    With plain_counts, shorter n-grams keep their counts too: that is absolute discounting, and not
    Kneser and Ney's idea; here to explain other programs' numbers."""

    def __init__(self, sentences, order, plain_counts=False):
        self.order = order
        padded = [["<s>"] + sentence + ["</s>"] for sentence in sentences]
        self.vocabulary = {word for sentence in sentences for word in sentence} | {"</s>", "<unk>"}

        # c(w_i-n+1 ... w_i), for every length; a lone <s> is no event.
        count = [collections.Counter() for _ in range(order + 1)]
        for tokens in padded:
            for end in range(1, len(tokens)):
                for length in range(1, min(order, end + 1) + 1):
                    count[length][tuple(tokens[end - length + 1:end + 1])] += 1

        # N1+(. w_i-n+2 ... w_i): the set of words seen before, counted.
        before = collections.defaultdict(set)
        for length in range(2, order + 1):
            for gram in count[length]:
                before[gram[1:]].add(gram[0])
        self.adjusted = [dict() for _ in range(order + 1)]
        for length in range(1, order + 1):
            for gram, c in count[length].items():
                keeps = plain_counts or length == order or gram[0] == "<s>"
                self.adjusted[length][gram] = c if keeps else len(before[gram])

        self.discounts = [None] + [self.estimate(self.adjusted[k]) for k in range(1, order + 1)]

        # For each history: the sum of its followers' counts, and N1, N2, N3+.
        self.total = collections.Counter()
        self.followers = collections.defaultdict(lambda: numpy.zeros(4))
        for length in range(1, order + 1):
            for gram, a in self.adjusted[length].items():
                self.total[gram[:-1]] += a
                self.followers[gram[:-1]][min(a, 3)] += 1

    @staticmethod
    def estimate(adjusted):
        """D1, D2, D3+ by equation 26, behind a 0 for a count of 0."""
        n = numpy.bincount(
            numpy.minimum(list(adjusted.values()) or [0], 5), minlength=6).astype(float)
        if min(n[1], n[2], n[3]) > 0:
            y = n[1] / (n[1] + 2 * n[2])
            d = numpy.array([0] + [k - (k + 1) * y * n[k + 1] / n[k] for k in (1, 2, 3)])
            if all(0 < d[k] <= k for k in (1, 2, 3)):
                return d
        return numpy.array([0, 0.5, 1, 1.5])

    def probability(self, word, history):
        """Equation 24, from the uniform distribution up to the longest history."""
        history = tuple(history)[-(self.order - 1):] if self.order > 1 else ()
        p = 1 / len(self.vocabulary)
        for length in range(len(history) + 1):
            context = history[len(history) - length:]
            if context not in self.total:
                break  # then no longer history was seen either
            d = self.discounts[length + 1]
            a = self.adjusted[length + 1].get(context + (word,), 0)
            gamma = float(d @ self.followers[context]) / self.total[context]
            p = max(a - d[min(a, 3)], 0) / self.total[context] + gamma * p
        return p

    def log_probabilities(self, sentence):
        """ln P of each word and of </s>."""
        tokens = ["<s>"] + sentence + ["</s>"]
        return [math.log(self.probability(tokens[i], tokens[:i])) for i in range(1, len(tokens))]


def report(train, held_out, order):
    model = KneserNey(train, order)
    logs = [model.log_probabilities(sentence) for sentence in held_out]
    tokens = sum(len(part) for part in logs)
    return {
        "order": order,
        "vocabulary": len(model.vocabulary),
        "distinct": [len(model.adjusted[k]) for k in range(1, order + 1)],
        "discounts": [[float(x) for x in d[1:]] for d in model.discounts[1:]],
        "perplexity": math.exp(-math.fsum(map(math.fsum, logs)) / tokens),
        "logProbabilities": logs,
    }


if __name__ == "__main__":
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    train, held_out = read(sys.argv[1]), read(sys.argv[2])
    json.dump([report(train, held_out, int(order)) for order in sys.argv[3:]], sys.stdout)
