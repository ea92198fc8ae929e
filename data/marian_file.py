"""Reads the weights of a Marian model, version 1, with bytes for floats (“intgemm”).

The file, little-endian: the version and the number of items in eight bytes each; for each item four
numbers (length of its name, type, length of its shape, bytes of its data); the names, each with a
zero behind it; the shapes, four bytes a number; a gap with its length before it; the data.
"""

import array
import math
import struct

import tensor_file

_FLOAT32 = 0x404
_QUANTIZED = 0x4101


def read(data):
    """The tensors by name, as shapes and little-endian 32-bit floats, rows × columns for `x · W`.

    What belongs to the arithmetic in bytes alone, the multipliers for activations, is left out.
    """
    version, count = struct.unpack_from("<QQ", data, 0)
    if version != 1:
        raise ValueError(f"a model of Marian's version {version}; only 1 is read")
    place = 16
    items = []
    for _ in range(count):
        items.append(struct.unpack_from("<QQQQ", data, place))
        place += 32
    names = []
    for length, _, _, _ in items:
        names.append(data[place:place + length - 1].decode())
        place += length
    shapes = []
    for _, _, length, _ in items:
        shapes.append(struct.unpack_from(f"<{length}i", data, place))
        place += 4 * length
    place += 8 + struct.unpack_from("<Q", data, place)[0]
    tensors = {}
    for name, shape, (_, kind, _, length) in zip(names, shapes, items):
        if place + length > len(data):
            raise ValueError(f"{name} lies behind the file's end")
        if not name.startswith("special:") and not name.endswith("_QuantMultA"):
            tensors[name] = _tensor(name, kind, shape, data[place:place + length])
        place += length
    return tensors


def _tensor(name, kind, shape, data):
    count = math.prod(shape)
    # A row on its own is a vector.
    result = shape[1:] if len(shape) == 2 and shape[0] == 1 else shape
    if kind == _FLOAT32:
        return result, data[:4 * count]
    if kind != _QUANTIZED:
        raise ValueError(f"{name}: numbers of type {kind:#x}, which is not known")
    # Behind the bytes stands by what the floats were multiplied.
    multiplier, = struct.unpack_from("<f", data, count)
    numbers = data[:count]
    if name != "Wemb":
        # All matrices but the embeddings are stored by columns.
        rows, columns = shape
        transposed = bytearray(count)
        for row in range(rows):
            transposed[row * columns:(row + 1) * columns] = numbers[row::rows]
        numbers = bytes(transposed)
    return result, _floats(numbers, multiplier)


def _floats(numbers, multiplier):
    """Each signed byte divided by the multiplier, in single precision."""
    # There are 256 bytes: what becomes of each is worked out once, then looked up.
    values = array.array(
        "f", ((byte - 256 if byte > 127 else byte) / multiplier for byte in range(256)))
    table = tensor_file.native(values)
    floats = bytearray(4 * len(numbers))
    for part in range(4):
        floats[part::4] = numbers.translate(table[part::4])
    return bytes(floats)
