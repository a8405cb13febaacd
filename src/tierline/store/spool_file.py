"""The layout of a spool's file: a header, then records without gaps; integers are big-endian.

    header  "TLSPOOL1" · generation, 8 random bytes · crc32 of both
    record  length u32 · crc32 of generation, place and payload · payload

A torn record, one of an earlier generation, and space never written all fail their checksum, which ends the
reading.
"""

import os
import secrets
import struct
import zlib
from collections.abc import Sequence
from pathlib import Path

_MAGIC = b"TLSPOOL1"
_HEADER = struct.Struct(">8s8sI")
_RECORD = struct.Struct(">II")
FIRST = 32
"""The place of the first record."""


class SpoolFile:
    """Blocking: for a thread. Every method raises OSError. What is in it is personal: payloads come sealed
    (`FileSpool`)."""

    def __init__(self, path: Path, size: int) -> None:
        """Opens it, or makes it with `size` bytes set aside."""
        path.parent.mkdir(parents=True, exist_ok=True)
        self._file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            os.fchmod(self._file, 0o600)
            os.posix_fallocate(self._file, 0, size)
            self._size = os.fstat(self._file).st_size
            self._generation = b""
            self.end, self.held = FIRST, 0
            self._read_header()
            while payload := self.record(self.end):
                self.end = after(self.end, payload)
                self.held += 1
        except BaseException:
            os.close(self._file)
            raise

    def record(self, at: int) -> bytes | None:
        """The payload there; None at the end."""
        head = os.pread(self._file, _RECORD.size, at)
        if len(head) < _RECORD.size:
            return None
        length, checksum = _RECORD.unpack(head)
        if length == 0 or at + _RECORD.size + length > self._size:
            return None
        payload = os.pread(self._file, length, at + _RECORD.size)
        return payload if checksum == self._checksum(at, payload) else None

    def append(self, payloads: Sequence[bytes]) -> int:
        """As many as there is room for, from the first; how many. Durable when it returns."""
        at, records, fitting = self.end, b"", 0
        for payload in payloads:
            if after(at, payload) > self._size:
                break
            records += _RECORD.pack(len(payload), self._checksum(at, payload)) + payload
            at = after(at, payload)
            fitting += 1
        self._write(records, self.end)
        self.end, self.held = at, self.held + fitting
        return fitting

    def clear(self) -> None:
        """One small write: records of another generation are none."""
        generation = secrets.token_bytes(8)
        self._write(_HEADER.pack(_MAGIC, generation, zlib.crc32(_MAGIC + generation)), 0)
        self._generation, self.end, self.held = generation, FIRST, 0

    def close(self) -> None:
        os.close(self._file)

    def _read_header(self) -> None:
        magic, generation, checksum = _HEADER.unpack(os.pread(self._file, _HEADER.size, 0))
        if magic == _MAGIC and checksum == zlib.crc32(magic + generation):
            self._generation = generation
        else:  # a new file, or a header torn while everything was being forgotten
            self.clear()

    def _checksum(self, at: int, payload: bytes) -> int:
        return zlib.crc32(payload, zlib.crc32(self._generation + at.to_bytes(8, "big")))

    def _write(self, written: bytes, at: int) -> None:
        rest = memoryview(written)
        while rest:
            done = os.pwrite(self._file, rest, at)
            rest, at = rest[done:], at + done
        os.fdatasync(self._file)


def after(at: int, payload: bytes) -> int:
    """The place of the record behind this one."""
    return at + _RECORD.size + len(payload)
