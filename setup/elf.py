"""Which shared libraries a binary asks for: the NEEDED entries of its dynamic section (System V ABI,
chapter 5).

Read here because a fresh machine has neither readelf nor objdump, and `ldd` would run the host's loader on
it.
"""

import struct
from pathlib import Path

PT_LOAD, PT_DYNAMIC = 1, 2
DT_NEEDED, DT_STRTAB = 1, 5


def needed(binary: bytes) -> list[str]:
    """Sonames in the order of the file; none for what is not a 64-bit little-endian ELF file with a dynamic
    section."""
    if binary[:6] != b"\x7fELF\x02\x01":
        return []
    segments = _segments(binary)
    dynamic = next((s for s in segments if s[0] == PT_DYNAMIC), None)
    if dynamic is None:
        return []
    _, offset, _, size = dynamic
    entries = [struct.unpack_from("<qQ", binary, at) for at in range(offset, offset + size, 16)]
    strings = next((_in_file(segments, value) for tag, value in entries if tag == DT_STRTAB), 0)
    return [_string(binary, strings + value) for tag, value in entries if tag == DT_NEEDED]


def needed_by(path: Path) -> list[str]:
    return needed(path.read_bytes())


def _segments(binary: bytes) -> list[tuple[int, int, int, int]]:
    """Each segment as (type, offset in the file, address in memory, size in the file)."""
    (table,) = struct.unpack_from("<Q", binary, 32)
    entry_size, count = struct.unpack_from("<HH", binary, 54)
    found = []
    for at in range(table, table + entry_size * count, entry_size):
        kind, _flags, offset, address, _physical, size = struct.unpack_from("<IIQQQQ", binary, at)
        found.append((kind, offset, address, size))
    return found


def _in_file(segments: list[tuple[int, int, int, int]], address: int) -> int:
    for kind, offset, start, size in segments:
        if kind == PT_LOAD and start <= address < start + size:
            return offset + address - start
    return address


def _string(binary: bytes, start: int) -> str:
    return binary[start : binary.index(b"\0", start)].decode()
