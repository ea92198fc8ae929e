"""Reads the weights of a file that PyTorch has saved, without PyTorch and without trusting it.

Such a file is a zip: `data.pkl`, a pickle that describes the tensors, and one member per storage of
numbers. A pickle may call any function of Python. This reader knows the three names that weights
need and refuses every other, so a file can do no more than describe tensors.
"""

import math
import pickle
import zipfile
from collections import OrderedDict, namedtuple

_Storage = namedtuple("_Storage", "type key")
_SIZES = {"FloatStorage": 4, "LongStorage": 8}
Tensor = namedtuple("Tensor", "type shape data")


class _Unpickler(pickle.Unpickler):
    def __init__(self, file, read_storage):
        super().__init__(file)
        self.read_storage = read_storage

    def find_class(self, module, name):
        if (module, name) == ("collections", "OrderedDict"):
            return OrderedDict
        if (module, name) == ("torch._utils", "_rebuild_tensor_v2"):
            return self.rebuild
        if module == "torch" and name in _SIZES:
            return name
        raise pickle.UnpicklingError(f"the file asks for {module}.{name}, which no weights need")

    def persistent_load(self, identity):
        kind, storage_type, key, _, _ = identity
        if kind != "storage" or storage_type not in _SIZES or not str(key).isalnum():
            raise pickle.UnpicklingError(f"the file refers to {identity!r}, which is no storage")
        return _Storage(storage_type, key)

    def rebuild(self, storage, offset, shape, strides, *_):
        """The tensor that lies in a storage from `offset` on, row after row."""
        expected, step = [], 1
        for size in reversed(shape):
            expected.insert(0, step)
            step *= size
        if any(a != b and n > 1 for a, b, n in zip(strides, expected, shape)):
            raise pickle.UnpicklingError(f"a tensor of shape {shape} whose rows do not lie together")
        size = _SIZES[storage.type]
        data = self.read_storage(storage.key)[size * offset:size * (offset + math.prod(shape))]
        if len(data) != size * math.prod(shape):
            raise pickle.UnpicklingError(f"a tensor of shape {shape} behind its storage's end")
        return Tensor(storage.type, tuple(shape), data)


def read(file):
    """The tensors of a file by name, as they lie in it: little-endian, row after row."""
    with zipfile.ZipFile(file) as archive:
        pickles = [name for name in archive.namelist() if name.endswith("/data.pkl")]
        if len(pickles) != 1:
            raise ValueError("not a file that PyTorch has saved")
        root = pickles[0][:-len("data.pkl")]
        if f"{root}byteorder" in archive.namelist():
            if archive.read(f"{root}byteorder").strip() != b"little":
                raise ValueError("saved on a big-endian machine; only little-endian files are read")
        with archive.open(pickles[0]) as member:
            tensors = _Unpickler(member, lambda key: archive.read(f"{root}data/{key}")).load()
    if not all(isinstance(tensor, Tensor) for tensor in tensors.values()):
        raise ValueError("the file holds something other than tensors")
    return dict(tensors)
