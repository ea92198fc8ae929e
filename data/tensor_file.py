"""Reads and writes tensors of 32-bit floats in the safetensors format."""

import json
import math
import sys


def read(data):
    """The tensors of a file's bytes by name, as shapes and bytes; those of other types are left out."""
    length = int.from_bytes(data[:8], "little")
    header, start = json.loads(data[8:8 + length]), 8 + length
    tensors = {}
    for name, entry in header.items():
        if entry.get("dtype") == "F32":
            first, end = entry["data_offsets"]
            tensors[name] = (tuple(entry["shape"]), data[start + first:start + end])
    return tensors


def write(path, tensors):
    """Writes a file of tensors, the same bytes every time.

    `tensors` maps names to pairs: the shape, and the numbers as little-endian bytes. The file: the
    header's length in eight bytes, a JSON header that says where each tensor lies, the numbers. The
    tensors lie in the order of their names, and the header is filled up with blanks to a multiple of
    eight bytes, as the format's own library does it.
    """
    header, end = {}, 0
    for name in sorted(tensors):
        shape, data = tensors[name]
        if len(data) != 4 * math.prod(shape):
            raise ValueError(f"{name}: {len(data)} bytes for the shape {shape}")
        header[name] = {
            "dtype": "F32", "shape": list(shape), "data_offsets": [end, end + len(data)]}
        end += len(data)
    text = json.dumps(header, separators=(",", ":"), ensure_ascii=True).encode()
    text += b" " * (-len(text) % 8)
    with open(path, "wb") as file:
        file.write(len(text).to_bytes(8, "little") + text)
        for name in sorted(tensors):
            file.write(tensors[name][1])


def native(array):
    """The little-endian bytes of an `array`, whatever the machine's own order."""
    if sys.byteorder == "big":
        array.byteswap()
    return array.tobytes()
