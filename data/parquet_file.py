"""Reads one column of texts from a Parquet file, as far as the course's need goes.

That is: texts without gaps, compressed with Snappy, plain or by a dictionary. Everything else is
refused. Source: the Parquet and Thrift (compact protocol) format descriptions, and Snappy's.
"""

import struct


def read_texts(data):
    """The texts of a file's only column, in order."""
    if data[:4] != b"PAR1" or data[-4:] != b"PAR1":
        raise ValueError("no Parquet file")
    length, = struct.unpack("<I", data[-8:-4])
    footer = _Thrift(data, len(data) - 8 - length).struct()
    texts = []
    for group in footer[4]:
        columns = group[1]
        if len(columns) != 1 or columns[0][3][1] != 6:
            raise ValueError("more than one column, or a column that holds no texts")
        texts += _column(data, columns[0][3])
    if len(texts) != footer[3]:
        raise ValueError(f"{len(texts)} texts; the file says {footer[3]}")
    return texts


def _column(data, chunk):
    """The texts of one chunk: its pages in order, until they are as many as it says."""
    codec, count = chunk[4], chunk[5]
    place = chunk.get(11, chunk[9])
    dictionary, texts = [], []
    while len(texts) < count:
        thrift = _Thrift(data, place)
        page = thrift.struct()
        kind, size, packed = page[1], page[2], page[3]
        body = data[thrift.place:thrift.place + packed]
        place = thrift.place + packed
        if codec == 1:
            body = unpack_snappy(body)
        elif codec != 0:
            raise ValueError(f"compression {codec} is not known")
        if len(body) != size:
            raise ValueError(f"a page of {len(body)} bytes; it says {size}")
        if kind == 2:
            dictionary = _plain(body, page[7][1])
            continue
        if kind != 0:
            raise ValueError(f"a page of kind {kind} is not known")
        values, encoding = page[5][1], page[5][2]
        # Before the values stands which of them are there: all, here.
        length, = struct.unpack_from("<I", body, 0)
        if sum(_runs(body[4:4 + length], 1, values)) != values:
            raise ValueError("a column with gaps")
        body = body[4 + length:]
        if encoding == 0:
            texts += _plain(body, values)
        elif encoding in (2, 8):
            texts += [dictionary[index] for index in _runs(body[1:], body[0], values)]
        else:
            raise ValueError(f"encoding {encoding} is not known")
    return texts


def _plain(body, count):
    """Each text with its length before it."""
    texts, place = [], 0
    for _ in range(count):
        length, = struct.unpack_from("<I", body, place)
        texts.append(body[place + 4:place + 4 + length].decode())
        place += 4 + length
    return texts


def _runs(body, width, count):
    """Whole numbers of `width` bits: runs of one number, and groups of eight packed ones."""
    numbers, place = [], 0
    while len(numbers) < count:
        head, place = _varint(body, place)
        if head & 1:
            for _ in range(head >> 1):
                group = int.from_bytes(body[place:place + width], "little")
                place += width
                numbers += [group >> width * index & (1 << width) - 1 for index in range(8)]
        else:
            size = (width + 7) // 8
            numbers += [int.from_bytes(body[place:place + size], "little")] * (head >> 1)
            place += size
    return numbers[:count]


def _varint(data, place):
    value, shift = 0, 0
    while True:
        byte = data[place]
        value |= (byte & 127) << shift
        place += 1
        shift += 7
        if byte < 128:
            return value, place


class _Thrift:
    """Reads the compact protocol: a structure becomes a dictionary from field numbers."""

    def __init__(self, data, place):
        self.data, self.place = data, place

    def struct(self):
        fields, number = {}, 0
        while True:
            head = self.data[self.place]
            self.place += 1
            if head == 0:
                return fields
            number = number + (head >> 4) if head >> 4 else self.integer()
            fields[number] = self.value(head & 15)

    def integer(self):
        value, self.place = _varint(self.data, self.place)
        return (value >> 1) ^ -(value & 1)

    def value(self, kind):
        if kind in (1, 2):
            return kind == 1
        if kind == 3:
            self.place += 1
            return self.data[self.place - 1]
        if kind in (4, 5, 6):
            return self.integer()
        if kind == 8:
            length, self.place = _varint(self.data, self.place)
            self.place += length
            return self.data[self.place - length:self.place]
        if kind == 9:
            head = self.data[self.place]
            self.place += 1
            count = head >> 4
            if count == 15:
                count, self.place = _varint(self.data, self.place)
            return [self.value(head & 15) for _ in range(count)]
        if kind == 12:
            return self.struct()
        raise ValueError(f"a field of kind {kind} is not known")


def unpack_snappy(data):
    """Undoes Snappy: stretches of bytes as they are, and copies of what came before."""
    size, place = _varint(data, 0)
    out = bytearray()
    while place < len(data):
        tag = data[place]
        place += 1
        if tag & 3 == 0:
            length = tag >> 2
            if length >= 60:
                extra = length - 59
                length = int.from_bytes(data[place:place + extra], "little")
                place += extra
            out += data[place:place + length + 1]
            place += length + 1
            continue
        if tag & 3 == 1:
            length = 4 + (tag >> 2 & 7)
            offset = (tag >> 5) << 8 | data[place]
            place += 1
        else:
            length = 1 + (tag >> 2)
            width = 2 if tag & 3 == 2 else 4
            offset = int.from_bytes(data[place:place + width], "little")
            place += width
        if not 0 < offset <= len(out):
            raise ValueError("a copy of what is not there")
        # What is copied may be what this copy has just written.
        piece = bytes(out[-offset:][:length])
        out += (piece * (length // len(piece) + 1))[:length]
    if len(out) != size:
        raise ValueError(f"{len(out)} bytes unpacked; it says {size}")
    return bytes(out)
