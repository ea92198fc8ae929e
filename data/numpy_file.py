"""Reads arrays of 32-bit floats from NumPy's files, without NumPy."""

import ast
import array
import math
import sys
import zipfile

import tensor_file


def read(file):
    """The shape and the numbers of a `.npy` file, and whether its columns lie together.

    The file: a mark, the version, the header's length, a Python dictionary as text, the numbers.
    """
    if file.read(6) != b"\x93NUMPY":
        raise ValueError("no file of NumPy's")
    major = file.read(2)[0]
    length = int.from_bytes(file.read(2 if major == 1 else 4), "little")
    header = ast.literal_eval(file.read(length).decode("latin-1"))
    if header["descr"] != "<f4":
        raise ValueError(f"numbers of type {header['descr']}; only <f4 is read")
    numbers = array.array("f")
    numbers.frombytes(file.read())
    if sys.byteorder == "big":
        numbers.byteswap()
    if len(numbers) != math.prod(header["shape"]):
        raise ValueError(f"{len(numbers)} numbers for the shape {header['shape']}")
    return header["shape"], numbers, header["fortran_order"]


def read_archive(file):
    """The arrays of an `.npz` file, which is a zip of `.npy` files, as shapes and bytes."""
    tensors = {}
    with zipfile.ZipFile(file) as archive:
        for name in archive.namelist():
            with archive.open(name) as member:
                shape, numbers, by_columns = read(member)
            if by_columns and len(shape) > 1:
                raise ValueError(f"{name}: the columns lie together; only rows are read")
            tensors[name[:-len(".npy")]] = (shape, tensor_file.native(numbers))
    return tensors
