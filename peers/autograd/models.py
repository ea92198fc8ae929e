"""The two models of the race as PyTorch's users write them, with the names that our side reads."""
import math

import torch
import torch.nn as nn
import torch.nn.functional as F

VOCABULARY, WIDTH, LAYERS, HEADS, INNER, LENGTH, BATCH = 8000, 128, 4, 4, 512, 64, 32


class TransformerLM(nn.Module):
    """A language model of PyTorch's own encoder layers, normalised before their sub-layers."""

    def __init__(self, vocabulary=VOCABULARY, width=WIDTH, layers=LAYERS, heads=HEADS,
                 inner=INNER, length=LENGTH):
        super().__init__()
        self.e = nn.Embedding(vocabulary, width)
        self.p = nn.Embedding(length, width)
        layer = nn.TransformerEncoderLayer(
            width, heads, inner, dropout=0.0, activation="gelu", batch_first=True, norm_first=True)
        self.t = nn.TransformerEncoder(layer, layers, enable_nested_tensor=False)
        self.o = nn.Linear(width, vocabulary)
        self.register_buffer(
            "mask", nn.Transformer.generate_square_subsequent_mask(length), persistent=False)

    def loss(self, batch):
        x = self.e(batch[:, :-1]) + self.p.weight
        logits = self.o(self.t(x, mask=self.mask, is_causal=True))
        return F.cross_entropy(logits.flatten(0, 1), batch[:, 1:].flatten())


class SelfAttention(nn.Module):
    def __init__(self, width, heads):
        super().__init__()
        self.heads = heads
        self.query, self.key, self.value = (nn.Linear(width, width) for _ in range(3))

    def forward(self, x, mask):
        batch, length, width = x.shape
        q, k, v = (layer(x).view(batch, length, self.heads, -1).transpose(1, 2)
                   for layer in (self.query, self.key, self.value))
        y = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        return y.transpose(1, 2).reshape(batch, length, width)


class Output(nn.Module):
    def __init__(self, inner, width):
        super().__init__()
        self.dense = nn.Linear(inner, width)
        self.LayerNorm = nn.LayerNorm(width, eps=1e-12)

    def forward(self, x, residual):
        return self.LayerNorm(self.dense(x) + residual)


class Layer(nn.Module):
    def __init__(self, width, heads, inner):
        super().__init__()
        self.attention = nn.ModuleDict(
            {"self": SelfAttention(width, heads), "output": Output(width, width)})
        self.intermediate = nn.ModuleDict({"dense": nn.Linear(width, inner)})
        self.output = Output(inner, width)

    def forward(self, x, mask):
        seen = self.attention["output"](self.attention["self"](x, mask), x)
        return self.output(F.gelu(self.intermediate["dense"](seen)), seen)


class BERTEncoder(nn.Module):
    """BERT's encoder with fused attention, as today's Hugging Face library runs it."""

    def __init__(self, vocabulary=30522, width=384, heads=12, layers=6, inner=1536):
        super().__init__()
        self.embeddings = nn.ModuleDict({
            "word_embeddings": nn.Embedding(vocabulary, width),
            "position_embeddings": nn.Embedding(512, width),
            "token_type_embeddings": nn.Embedding(2, width),
            "LayerNorm": nn.LayerNorm(width, eps=1e-12),
        })
        self.encoder = nn.ModuleDict({
            "layer": nn.ModuleList(Layer(width, heads, inner) for _ in range(layers))})

    def forward(self, tokens, lengths):
        parts = self.embeddings
        length = tokens.shape[1]
        x = parts["LayerNorm"](
            parts["word_embeddings"](tokens) + parts["position_embeddings"].weight[:length]
            + parts["token_type_embeddings"].weight[0])
        # A mask costs time; where nothing is padded, Hugging Face's library passes none.
        mask = None
        if int(lengths.min()) < length:
            seen = torch.arange(length)[None] < lengths[:, None]
            mask = torch.zeros(seen.shape).masked_fill(~seen, -math.inf)[:, None, None]
        for layer in self.encoder["layer"]:
            x = layer(x, mask)
        return x
