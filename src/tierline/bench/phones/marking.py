"""Sound that says whose it is: each telephone of the benchmark sends its own number, over and over, so that
whoever is connected to it knows. What the center plays says nobody's."""

import struct

from tierline.bench.rtp import HEADER, SAMPLES, SOUND

SIGN = b"\xd5\x2a\x91"
MARK = struct.Struct("!3sBHxx")
TIMES = SAMPLES // MARK.size


class Marked:
    """The packets of one telephone, the `nth`."""

    def __init__(self, nth: int) -> None:
        self._payload = MARK.pack(SIGN, 0, nth) * TIMES
        self._source = nth + 1
        self._sent = 0

    def packet(self) -> bytes:
        self._sent += 1
        sequence, now = self._sent & 0xFFFF, self._sent * SAMPLES & 0xFFFFFFFF
        return HEADER.pack(0x80, SOUND, sequence, now, self._source) + self._payload


def heard(packet: bytes) -> int | None:
    """Whose packet it was; None where it is nobody's of ours."""
    payload = packet[HEADER.size :]
    if len(payload) < MARK.size or payload[: len(SIGN)] != SIGN:
        return None
    return int(MARK.unpack_from(payload)[2])
