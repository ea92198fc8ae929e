"""The readers and writers of formats, on files small enough to be worked out by hand."""

import array
import io
import json
import os
import pickle
import random
import struct
import tempfile
import unittest
import zipfile
from collections import OrderedDict

import marian_file
import models
import numpy_file
import parquet_file
import tensor_file
import torch_file


def floats(*numbers):
    return struct.pack(f"<{len(numbers)}f", *numbers)


class TensorFile(unittest.TestCase):
    def test_the_bytes_are_those_of_the_format_description(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "t.safetensors")
            tensor_file.write(path, {"b": ((2, 1), floats(1, 2)), "a": ((), floats(3))})
            with open(path, "rb") as file:
                data = file.read()
        length = int.from_bytes(data[:8], "little")
        self.assertEqual(length % 8, 0)
        self.assertEqual(json.loads(data[8:8 + length]), {
            "a": {"dtype": "F32", "shape": [], "data_offsets": [0, 4]},
            "b": {"dtype": "F32", "shape": [2, 1], "data_offsets": [4, 12]}})
        self.assertEqual(data[8 + length:], floats(3, 1, 2))

    def test_what_is_written_is_read_again_and_other_types_are_left_out(self):
        tensors = {"b": ((2, 1), floats(1, 2)), "a": ((), floats(3))}
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "t.safetensors")
            tensor_file.write(path, tensors)
            with open(path, "rb") as file:
                data = file.read()
        self.assertEqual(tensor_file.read(data), tensors)
        other = data.replace(b'"dtype":"F32","shape":[2,1]', b'"dtype":"I32","shape":[2,1]')
        self.assertEqual(list(tensor_file.read(other)), ["a"])

    def test_numbers_that_do_not_fill_the_shape_are_refused(self):
        with tempfile.TemporaryDirectory() as folder, self.assertRaisesRegex(ValueError, "8 bytes"):
            tensor_file.write(os.path.join(folder, "t"), {"a": ((3,), floats(1, 2))})


def npy(shape, numbers, by_columns=False, kind="<f4"):
    header = repr({"descr": kind, "fortran_order": by_columns, "shape": shape}).encode()
    return b"\x93NUMPY\x01\x00" + struct.pack("<H", len(header)) + header + floats(*numbers)


class NumPyFile(unittest.TestCase):
    def test_an_array_is_read_with_its_shape_and_order(self):
        shape, numbers, by_columns = numpy_file.read(io.BytesIO(npy((3, 2), range(6), True)))
        self.assertEqual((shape, list(numbers), by_columns), ((3, 2), [0, 1, 2, 3, 4, 5], True))

    def test_other_types_and_lengths_are_refused(self):
        for data in (npy((1,), [1], kind="<f8"), npy((2,), [1]), b"PK\x03\x04 something else"):
            with self.assertRaises(ValueError):
                numpy_file.read(io.BytesIO(data))

    def test_an_archive_gives_each_array_by_its_name(self):
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w") as archive:
            archive.writestr("w.npy", npy((1, 2), [1, 2]))
            archive.writestr("b.npy", npy((1,), [3]))
        self.assertEqual(numpy_file.read_archive(file), {
            "w": ((1, 2), floats(1, 2)), "b": ((1,), floats(3))})


class Call:
    """What pickles to a call of a function with arguments, as an attacker would write it."""

    def __init__(self, function, *arguments):
        self.call = (function, arguments)

    def __reduce__(self):
        return self.call


def saved(description, storages):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("model/data.pkl", description)
        for key, data in storages.items():
            archive.writestr(f"model/data/{key}", data)
    return file


def tensor(offset, shape, strides, key=b"0", storage=b"FloatStorage"):
    """The pickle's instructions for one tensor, by hand."""
    def integers(values):
        return b"(" + b"".join(b"I%d\n" % value for value in values) + b"t"
    return (
        b"ctorch._utils\n_rebuild_tensor_v2\n((Vstorage\nctorch\n" + storage + b"\nV" + key
        + b"\nVcpu\nI9\ntQ" + b"I%d\n" % offset + integers(shape) + integers(strides)
        + b"I00\nNtR")


def dictionary(**tensors):
    items = b"".join(b"V" + name.encode() + b"\n" + value for name, value in tensors.items())
    return b"\x80\x02ccollections\nOrderedDict\n)R(" + items + b"u."


class TorchFile(unittest.TestCase):
    def test_tensors_come_out_of_their_storages(self):
        file = saved(
            dictionary(a=tensor(1, (2, 3), (3, 1)), b=tensor(0, (), (), b"7", b"LongStorage")),
            {"0": floats(*range(9)), "7": struct.pack("<q", -5)})
        tensors = torch_file.read(file)
        self.assertEqual(list(tensors), ["a", "b"])
        self.assertEqual(tensors["a"], ("FloatStorage", (2, 3), floats(1, 2, 3, 4, 5, 6)))
        self.assertEqual(tensors["b"], ("LongStorage", (), struct.pack("<q", -5)))

    def test_a_pickle_that_calls_something_is_refused_and_does_not_call_it(self):
        with tempfile.TemporaryDirectory() as folder:
            trap = os.path.join(folder, "trap")
            for call in (Call(os.mkdir, trap), Call(eval, f"__import__('os').mkdir({trap!r})")):
                with self.assertRaisesRegex(pickle.UnpicklingError, "which no weights need"):
                    torch_file.read(saved(pickle.dumps(OrderedDict(a=call), 2), {}))
            self.assertFalse(os.path.exists(trap))

    def test_what_lies_otherwise_is_refused(self):
        for value in (
                tensor(0, (2, 3), (1, 2)), tensor(4, (2, 3), (3, 1)),
                tensor(0, (1,), (1,), b"../../secret")):
            with self.assertRaises(pickle.UnpicklingError):
                torch_file.read(saved(dictionary(a=value), {"0": floats(*range(9))}))

    def test_a_file_of_another_kind_is_refused(self):
        file = io.BytesIO()
        zipfile.ZipFile(file, "w").close()
        with self.assertRaises(ValueError):
            torch_file.read(file)


def marian(*items):
    head = struct.pack("<QQ", 1, len(items))
    for name, kind, shape, data in items:
        head += struct.pack("<QQQQ", len(name) + 1, kind, len(shape), len(data))
    for name, _, _, _ in items:
        head += name.encode() + b"\0"
    for _, _, shape, _ in items:
        head += struct.pack(f"<{len(shape)}i", *shape)
    return head + struct.pack("<Q", 3) + b"\0\0\0" + b"".join(data for _, _, _, data in items)


class MarianFile(unittest.TestCase):
    def test_bytes_become_floats_and_matrices_are_turned(self):
        quantized = struct.pack("<6b", 1, -2, 3, 4, -5, 127) + floats(0.5) + bytes(6)
        tensors = marian_file.read(marian(
            ("Wemb", 0x4101, (2, 3), quantized), ("layer_W", 0x4101, (2, 3), quantized),
            ("layer_b", 0x404, (1, 2), floats(7, 8) + bytes(8)),
            ("layer_W_QuantMultA", 0x404, (1, 1), floats(9)), ("special:model.yml", 0x101, (2,), b"ab")))
        self.assertEqual(tensors, {
            "Wemb": ((2, 3), floats(2, -4, 6, 8, -10, 254)),
            # Stored by columns: (1, −2), (3, 4), (−5, 127).
            "layer_W": ((2, 3), floats(2, 6, -10, -4, 8, 254)),
            "layer_b": ((2,), floats(7, 8))})

    def test_a_file_that_ends_early_or_is_of_another_version_is_refused(self):
        whole = marian(("b", 0x404, (1, 2), floats(7, 8)))
        for data in (whole[:-1], struct.pack("<QQ", 2, 0)):
            with self.assertRaises(ValueError):
                marian_file.read(data)


class ParquetFile(unittest.TestCase):
    # Made once by pyarrow 26.0.1: pq.write_table(pa.table({"w": ["the", "of", "the", "naïve"] * 5}), f)
    # and the same with use_dictionary=False, compression="none".
    def test_snappy_undoes_literals_and_copies(self):
        # “ab” as it is, six bytes from two before, then “c”.
        self.assertEqual(parquet_file.unpack_snappy(b"\x09\x04ab" + b"\x09\x02" + b"\x00c"), b"ababababc")

    def test_a_copy_of_what_is_not_there_is_refused(self):
        with self.assertRaises(ValueError):
            parquet_file.unpack_snappy(b"\x08\x04ab" + b"\x09\x03")

    def test_packed_numbers_and_runs_are_read(self):
        # A run of three fives, then one group of eight numbers of three bits: 0 to 7.
        self.assertEqual(
            parquet_file._runs(b"\x06\x05" + b"\x03\x88\xc6\xfa", 3, 11), [5] * 3 + list(range(8)))

    def test_whole_files_are_read(self):
        here = os.path.join(os.path.dirname(__file__), "words")
        for name in ("dictionary", "plain"):
            with open(f"{here}-{name}.parquet", "rb") as file:
                self.assertEqual(
                    parquet_file.read_texts(file.read()), ["the", "of", "the", "naïve"] * 5)


class Vectors(unittest.TestCase):
    def test_what_is_written_names_the_same_numbers(self):
        generator = random.Random(1)
        numbers = array.array("f", [generator.gauss(0, 1) for _ in range(300)])
        numbers[0], numbers[1] = 0.418, 1e-30
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "v.txt")
            models.write_vectors(path, [f"w{row}" for row in range(100)], 3, numbers)
            with open(path, encoding="utf-8") as file:
                lines = file.read().split("\n")
        self.assertEqual(lines[0], "100 3")
        self.assertTrue(lines[1].startswith("w0 0.418 1e-30 "))
        read = array.array("f", [float(part) for line in lines[1:-1] for part in line.split()[1:]])
        self.assertEqual(read, numbers)

    def test_columns_that_lie_together_are_turned(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "v.txt")
            models.write_vectors(path, ["a", "b"], 3, array.array("f", [1, 2, 3, 4, 5, 6]), True)
            with open(path, encoding="utf-8") as file:
                self.assertEqual(file.read(), "2 3\na 1 3 5\nb 2 4 6\n")


if __name__ == "__main__":
    unittest.main()
