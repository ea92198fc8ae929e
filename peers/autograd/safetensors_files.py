"""Opens the same safetensors files with the Python package and with ours, and compares.

What the package refuses we must refuse. What only we refuse must be one of STRICTER. What both open
must have the same names, types, shapes, metadata and numbers, bit by bit, and the file that we write
of it must be opened by the package.
"""
import collections
import json
import pathlib
import random
import struct
import subprocess
import sys

import safetensors
import torch
from safetensors.torch import save

# Where we are stricter than the package: a piece of our sentence -> why.
STRICTER = {
    "two tensors have this name": "the format's description forbids it; the package keeps the last",
    "twice": "the same, for the metadata's keys",
    "this reader takes only the format's": "other keys than the format's three",
    "of the header should be “{”": "a tensor as a list of three",
    "more numbers than memory has addresses": "an empty tensor whose other sizes overflow",
    "part of a number below 2⁶³": "the same, where one of them does",
}
READABLE = {"F32": torch.float32, "F16": torch.float16, "BF16": torch.bfloat16}


def entry(name, shape="[1]", offsets="[0,4]", type="F32", more=""):
    return f'"{name}":{{"dtype":"{type}","shape":{shape},"data_offsets":{offsets}{more}}}'


def file(*entries, count=4):
    header = ("{" + ",".join(entries) + "}").encode()
    return struct.pack("<Q", len(header)) + header + bytes(range(256))[:count]


def whole_files():
    """Files that the package writes: every type, shape and odd name."""
    generator = torch.Generator().manual_seed(7)
    normal = {
        "matrix": torch.randn(7, 5, generator=generator), "scalar": torch.tensor(-0.0),
        "nothing": torch.zeros(3, 0, 2), "line": torch.randn(1000, generator=generator),
        "": torch.ones(1), "é“\n\\\"\u0000😀": torch.ones(2, 2), "\x7f\u2028": torch.ones(1)}
    bits = torch.arange(65536, dtype=torch.int32).to(torch.uint16)
    shorts = {"half": bits.view(torch.float16), "brain": bits.clone().view(torch.bfloat16)}
    odd = torch.randint(-2**31, 2**31 - 1, (4096,), generator=generator, dtype=torch.int32)
    types = [torch.bool, torch.uint8, torch.int8, torch.int16, torch.int32, torch.int64,
             torch.float64, torch.uint16, torch.uint32, torch.uint64, torch.complex64,
             torch.float8_e4m3fn, torch.float8_e5m2, torch.float8_e8m0fnu]
    yield "normal", save(normal, metadata={"format": "pt", "é\n": "\"\\\t😀"})
    yield "shorts", save(shorts)
    yield "any-bits", save({"bits": odd.view(torch.float32)})
    yield "types", save({f"{t}": torch.zeros(3, 2).to(t) for t in types})
    yield "bert", save({"embeddings.position_ids": torch.arange(512)[None],
                        "embeddings.word": torch.randn(9, 4, generator=generator)})
    yield "none", save({})


def odd_files():
    """Files on the edge of what the format allows, and beyond it."""
    huge = 2**62
    yield "blanks", struct.pack("<Q", 2 + 3) + b" { }\n"
    yield "mark", struct.pack("<Q", 5) + "\ufeff{}".encode()
    yield "nul-behind", struct.pack("<Q", 3) + b"{}\0"
    yield "tab", struct.pack("<Q", 3) + b"{\v}"
    for text in ("01", "1.0", "1e0", "-0", "-1", "+1", "0x1", "", "1,", "null", "true", '"1"', "[1]",
                 "18446744073709551617"):
        yield f"size-{text.strip(chr(34))}", file(entry("a", f"[{text}]"))
    for text in ("[00,4]", "[0,4,4]", "[4]", "[]", "{}", "null", "[4,0]", "[0,8]", "[1,5]", "[0,3]"):
        yield f"offsets-{text}", file(entry("a", offsets=text))
    for shape in (f"[0,{huge},{huge}]", f"[{huge},0]", f"[{huge},{huge},0]", f"[{2**63},0]",
                  f"[{huge},4]", f"[{2**32},{2**32}]", "[0]", "[]", "[1,1,1,1,1,1,1,1,1]"):
        offsets = "[0,0]" if "0," in shape or ",0]" in shape or shape == "[0]" else "[0,4]"
        yield f"shape-{shape}", file(entry("a", shape, offsets), count=int(offsets[3]))
    for key in ("dtype", "shape", "data_offsets"):
        value = {"dtype": '"F32"', "shape": "[1]", "data_offsets": "[0,4]"}[key]
        yield f"twice-{key}", file(entry("a", more=f',"{key}":{value}'))
        yield f"escaped-{key}", file(entry("a").replace(key, f"\\u{ord(key[0]):04X}{key[1:]}"))
    yield "other-key", file(entry("a", more=',"x":1'))
    yield "nested", file(entry("a", more=',"x":' + "[" * 100000))
    yield "as-list", file('"a":["F32",[1],[0,4]]')
    for text in ("null", " null ", "nul", "nulL", "{}", '{"a":1}', '{"a":"b","a":"c"}',
                 '{"caf\u00e9":"1","cafe\u0301":"2"}', '{"a":{}}', "[]", '"a"'):
        yield f"metadata-{text}", file(f'"__metadata__":{text}', entry("a"))
    yield "metadata-null-twice", file('"__metadata__":null', '"__metadata__":{}', entry("a"))
    yield "metadata-twice", file('"__metadata__":{}', '"__metadata__":{}', entry("a"))
    yield "metadata-escaped", file('"__meta\\u0064ata__":{"a":"b"}', entry("a"))
    for name in ("", "\\ud800", "\\ud83d\\ude00", "\\ude00", "\\ud83dx", "\\ud83d\\u0041", "\\u0000",
                 "\n", "\\x", "\\u00E9", "\\u12", "\\/", "\x7f", "é", "\\"):
        yield f"name-{name.encode().hex()}", file(entry(name))
    yield "same-name", file(entry("a"), entry("a"))
    yield "same-name-apart", file(entry("a"), entry("\\u0061", offsets="[4,8]"), count=8)
    for number, names in enumerate((("caf\u00e9", "cafe\u0301"), ("\u2126", "\u03a9"),
                                    ("a\u0323\u0307", "a\u0307\u0323"))):
        yield f"one-look-{number}", file(
            entry(names[0]), entry(names[1], offsets="[4,8]"), count=8)
    yield "overlap", file(entry("a", "[2]", "[0,8]"), entry("b", "[2]", "[4,12]"), count=12)
    yield "hole", file(entry("a"), entry("b", offsets="[8,12]"), count=12)
    yield "late", file(entry("a", offsets="[4,8]"), count=8)
    yield "behind", file(entry("a"), count=5)
    yield "cut", file(entry("a"), count=3)
    yield "empty-inside", file(entry("a", "[2]", "[0,8]"), entry("b", "[0]", "[4,4]"), count=8)
    yield "empty-between", file(entry("a"), entry("b", "[0]", "[4,4]"),
                                entry("c", offsets="[4,8]"), count=8)
    for size in (0, 1, 2, 3, 10, 100_000_000, 100_000_001, 2**63, 2**64 - 8, 2**64 - 1):
        yield f"length-{size}", struct.pack("<Q", size) + b"{}"
    for size in range(9):
        yield f"bytes-{size}", bytes(size)
    for bad in (b"\xff", b"\xc0\xaf", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xe2\x82"):
        yield f"utf8-{bad.hex()}", file(entry("X")).replace(b"X", bad).replace(
            struct.pack("<Q", len(file(entry("X"))) - 12),
            struct.pack("<Q", len(file(entry("X"))) - 13 + len(bad)))
    bits = {"F4": 4, "F6_E2M3": 6, "F6_E3M2": 6, "F8_E5M2FNUZ": 8, "F8_E4M3FNUZ": 8, "F8_E8M0": 8,
            "C64": 64, "C128": 128, "I4": 4, "U4": 4, "I128": 128, "f32": 32, "F3\\u0032": 32}
    for type, size in bits.items():
        for count in (4, 3):
            length = (count * size + 7) // 8
            yield f"type-{type}-{count}", file(
                entry("a", f"[{count}]", f"[0,{length}]", type), count=length)


def damaged_files(whole, count):
    """A whole file with one to three bytes changed, some of them cut off."""
    generator = random.Random(11)
    marks = b'{}[]",:0123456789 -.eE\\u\xff\x00'
    header = 8 + struct.unpack("<Q", whole[:8])[0]
    for index in range(count):
        damaged = bytearray(whole)
        for _ in range(generator.randint(1, 3)):
            place = generator.randrange(header if generator.random() < 0.9 else len(whole))
            change = generator.randrange(3)
            if change == 0:
                damaged[place] = generator.randrange(256)
            elif change == 1:
                damaged[place] = generator.choice(marks)
            else:
                damaged[place] ^= 1 << generator.randrange(8)
        if generator.random() < 0.1:
            del damaged[generator.randrange(len(damaged)):]
        yield f"damaged-{index:04}", bytes(damaged)


def theirs(content):
    """What the package makes of a file: its tensors, or why it refuses it."""
    try:
        return dict(safetensors.deserialize(content)), None
    except Exception as error:  # it has one class of its own, and those of Python
        return None, str(error)


def same_numbers(original, copy):
    """Whether the file that we wrote has the numbers of the one that we read."""
    wanted = {key: value for key, value in original.items() if value["dtype"] in READABLE}
    if wanted.keys() != copy.keys():
        return False
    for key, value in wanted.items():
        ours = copy[key]
        if ours["dtype"] != "F32" or ours["shape"] != value["shape"]:
            return False
        if value["dtype"] == "F32":
            if ours["data"] != value["data"]:
                return False
        elif value["data"]:
            numbers = torch.frombuffer(value["data"], dtype=READABLE[value["dtype"]]).float()
            found = torch.frombuffer(ours["data"], dtype=torch.float32)
            # What 16 bits say beside “no number” may be told in 32 bits in another way.
            same = (found.view(torch.int32) == numbers.view(torch.int32)) | (
                found.isnan() & numbers.isnan())
            if not same.all():
                return False
    return True


def compare(folder, name, content, ours):
    """What differs between the two programs, or None."""
    tensors, refusal = theirs(content)
    if tensors is None:
        return None if ours.get("refusal") else f"only the package refuses it: {refusal}"
    if ours.get("refusal"):
        known = any(sentence in ours["refusal"] for sentence in STRICTER)
        return None if known else f"only we refuse it: {ours['refusal']}"
    found = {tensor["name"]: (tensor["shape"], tensor["type"]) for tensor in ours["tensors"]}
    if found != {key: (value["shape"], value["dtype"]) for key, value in tensors.items()}:
        return "other names, shapes or types"
    metadata = dict(zip(ours["metadata"][::2], ours["metadata"][1::2]))
    for path in (folder / name, folder / "ours" / name):
        with safetensors.safe_open(str(path), "pt") as opened:
            if (opened.metadata() or {}) != metadata:
                return f"other metadata in {path}"
    copy = dict(safetensors.deserialize((folder / "ours" / name).read_bytes()))
    return None if same_numbers(tensors, copy) else "other numbers"


def main(tool, folder, count):
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    for old in [*folder.glob("*.safetensors"), *folder.glob("ours/*.safetensors")]:
        old.unlink()
    whole = dict(whole_files())
    files = {**whole, **dict(odd_files()), **dict(damaged_files(whole["bert"], count))}
    files = {f"{name.replace('/', '_')}.safetensors": files[name] for name in files}
    for name, content in files.items():
        (folder / name).write_bytes(content)
    answer = subprocess.run([tool, "safetensors", str(folder)], capture_output=True, text=True)
    if answer.returncode != 0:
        sys.exit(f"{tool} stopped with {answer.returncode}:\n{answer.stderr[-2000:]}")
    verdicts = {verdict["file"]: verdict for verdict in map(json.loads, answer.stdout.split("\n")[:-1])}
    tally, differences = collections.Counter(), []
    for name, content in sorted(files.items()):
        difference = compare(folder, name, content, verdicts[name])
        refused, accepted = verdicts[name].get("refusal"), theirs(content)[0] is not None
        tally["only we refuse" if refused and accepted else "both refuse" if refused else "open"] += 1
        if difference:
            differences.append(f"{name}: {difference}")
    print(f"safetensors {safetensors.__version__}, {len(files)} files: "
          + ", ".join(f"{tally[key]} {key}" for key in sorted(tally)))
    print("\n".join(differences) or "no difference but those stated")
    sys.exit(1 if differences else 0)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
