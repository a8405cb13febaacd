"""RTP packets (RFC 3550) of one caller: sound of G.711 μ-law, and keys as telephone events (RFC 4733)."""

import struct
from collections.abc import Iterator

SOUND, KEYS = 0, 101
"""Payload types: 0 is PCMU (RFC 3551), 101 is ours for telephone events, as offered in the SDP."""
SAMPLES = 160
"""In a packet of 20 ms at 8 kHz."""
SILENCE = b"\xff" * SAMPLES
EVENTS = "0123456789*#"
LOUDNESS = 10
"""Of a key, in -dBm0."""
HELD_PACKETS, END_PACKETS = 6, 3
"""A key is held for 120 ms, above the 80 ms below which the engine takes it for a faulty one and waits."""
HEADER = struct.Struct("!BBHII")


class Outgoing:
    """What one caller sends: silence, 50 packets a second, and in its place a key while one is pressed."""

    def __init__(self, source: int) -> None:
        self._source = source
        self._sequence = self._now = 0
        self._key: Iterator[tuple[bytes, bool]] = iter(())

    def press(self, key: str) -> None:
        self._key = self._events(EVENTS.index(key), self._now)

    def packet(self) -> tuple[bytes, bool]:
        """The next one, and whether it is the first to say that a key was let go."""
        packet, ends = next(self._key, None) or (self._packet(SOUND, self._now, SILENCE), False)
        self._sequence = (self._sequence + 1) & 0xFFFF
        self._now = (self._now + SAMPLES) & 0xFFFFFFFF
        return packet, ends

    def _events(self, event: int, began: int) -> Iterator[tuple[bytes, bool]]:
        for nth in range(HELD_PACKETS + END_PACKETS):
            over = nth >= HELD_PACKETS
            lasted = SAMPLES * min(nth + 1, HELD_PACKETS)
            payload = struct.pack("!BBH", event, LOUDNESS | (0x80 if over else 0), lasted)
            # The marker says that the key begins; all packets of one key carry the time of its beginning.
            kind = KEYS | (0x80 if nth == 0 else 0)
            yield self._packet(kind, began, payload), nth == HELD_PACKETS

    def _packet(self, kind: int, when: int, payload: bytes) -> bytes:
        return HEADER.pack(0x80, kind, self._sequence, when, self._source) + payload


def sequence_of(packet: bytes) -> int:
    return packet[2] << 8 | packet[3]


def payload_of(packet: bytes) -> bytes:
    return packet[HEADER.size :]
