"""Reads the two Bibles from their packages' own file formats.

The packages come with programs that print the text, but those need libraries which
`dpkg-deb -x` does not bring. Both formats are simple, so we read them ourselves.
"""

import html
import re
import struct
import zlib


def unpack_lzw(data, maximum_bits=16):
    """Undoes Unix `compress` (Lempel–Ziv–Welch): one window, without its header.

    Codes grow from 9 to `maximum_bits` bits. The writer fills a group of eight codes before
    it changes the width, so the reader skips what is left of a group.
    """
    clear = 256
    table = [bytes([byte]) for byte in range(256)] + [b""]
    bits, position, group_start = 9, 0, 0
    previous, out = None, bytearray()

    def end_of_group():
        used = (position - group_start) % (bits * 8)
        return position + (bits * 8 - used if used else 0)

    while position + bits <= len(data) * 8:
        first = position >> 3
        window = int.from_bytes(data[first:first + 4], "little")
        code = (window >> (position & 7)) & ((1 << bits) - 1)
        position += bits
        if code == clear:
            position = group_start = end_of_group()
            del table[clear + 1:]
            bits, previous = 9, None
            continue
        if code < len(table):
            entry = table[code]
        elif code == len(table) and previous:
            entry = previous + previous[:1]
        else:
            raise ValueError(f"code {code} is not in the table yet")
        if previous is not None and len(table) < 1 << maximum_bits:
            table.append(previous + entry[:1])
        out += entry
        previous = entry
        if len(table) >= 1 << bits and bits < maximum_bits:
            position = group_start = end_of_group()
            bits += 1
    return bytes(out)


def king_james(path):
    """The lines `Ge1:1 In the beginning …` of the package bible-kjv-text.

    The file: a name of 84 bytes, the window size, the number of windows, and that many plus
    one offsets, all big-endian; then the windows, each compressed on its own.
    """
    with open(path, "rb") as file:
        data = file.read()
    if data[:4] != b"EC02":
        raise ValueError(f"{path}: not a file of the Bible Retrieval System")
    _, count = struct.unpack_from(">II", data, 0x54)
    offsets = struct.unpack_from(f">{count + 1}I", data, 0x5C)
    text = b"".join(unpack_lzw(data[a:b]) for a, b in zip(offsets, offsets[1:]))
    # The first line names the edition.
    return text.decode("latin-1").splitlines()[1:]


def without_references(lines):
    """The verses alone: `Ge1:1 In the beginning` becomes `In the beginning`."""
    return [re.sub(r"^\S+ ", "", line) for line in lines]


# What stands in a heading's place of the module: a chapter's start, a book's, the preface. One
# more belongs to them: Greek Esther's last sentence, which the module keeps outside any verse.
_HEADING = re.compile(
    rb'(?s).*<chapter [^>]*sID=|\s*<milestone [^>]*x-importer|\s*<div [^>]*type="front"'
    rb'|\s*<div [^>]*sID=[^>]*type="book"|.*eID="[^"]*" osisID="EsthGr" type="book"')

# The World English Bible's glossary stands behind its last verse.
_BACK_MATTER = re.compile(rb'(?s)<div [^>]*sID="[^"]*" type="glossary".*')
_CHAPTER = re.compile(rb'(?s).*<chapter [^>]*osisID="([^"]+)"[^>]*sID=')


def _plain(entry):
    text = entry.decode("utf-8", "replace")
    text = re.sub(r"(?s)<note.*?</note>", " ", text)
    text = re.sub(r"(?s)<title.*?</title>", "", text)
    text = html.unescape(re.sub(r"<[^>]+>", "", text))
    return re.sub(r" +([,.;:!?])", r"\1", re.sub(r"\s+", " ", text)).strip()


def _entries(folder, testament, block="b", place="IIH"):
    """What a SWORD module of the kind zText or zCom holds at each place of its table, in order.

    Three files a testament: `bzz` compressed blocks, `bzs` where each block lies (offset,
    size, unpacked size), `bzv` where each verse lies (block, offset, size); little-endian. Their
    names begin with `c` where a block is a chapter, with `b` where it is a book; the kinds zText4
    and zCom4 have sizes of four bytes for a verse, the others of two.
    """
    parts = {}
    for extension in ("zs", "zv", "zz"):
        with open(f"{folder}/{testament}.{block}{extension}", "rb") as file:
            parts[extension] = file.read()
    blocks = [
        zlib.decompress(parts["zz"][offset:offset + size])
        for offset, size, _ in struct.iter_unpack("<III", parts["zs"])]
    for index, offset, size in struct.iter_unpack(f"<{place}", parts["zv"]):
        yield blocks[index][offset:offset + size] if size else b""


def sword_verses(folder):
    """The verses of a SWORD module of the kind zText, in the order of its books."""
    return list(_named_verses(folder).values())


def sword_pairs(first, second):
    """The verses that two modules share: book, chapter and verse, and the text in each."""
    ours, theirs = _named_verses(first, _BACK_MATTER), _named_verses(second, _BACK_MATTER)
    return [(key, ours[key], theirs[key]) for key in ours if key in theirs]


def _named_verses(folder, without=None):
    """The verses by their names, such as `Gen.1.1`, in the order of the module's books.

    A chapter's heading names the chapter; its verses follow, one a place, also where one is empty.
    What matches `without` is cut from a verse.
    """
    verses = {}
    for testament in ("ot", "nt"):
        chapter, verse = testament, 0
        for entry in _entries(folder, testament):
            verse += 1
            heading = _CHAPTER.match(entry)
            if heading:
                chapter, verse = heading[1].decode(), 0
            if entry and not _HEADING.match(entry):
                text = _plain(without.sub(b"", entry) if without else entry)
                if text:
                    verses[f"{chapter}.{verse}"] = text
    return verses


def sword_notes(folder, block, place):
    """The entries of a SWORD commentary, in the order of the books they are on."""
    return [
        _plain(entry) for testament in ("ot", "nt")
        for entry in _entries(folder, testament, block, place) if entry]
