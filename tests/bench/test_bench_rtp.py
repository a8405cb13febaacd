"""A key of the benchmark's callers is one by RFC 4733."""

import struct

from tierline.bench.rtp import HELD_PACKETS, KEYS, SAMPLES, SILENCE, SOUND, Outgoing


def sent(outgoing: Outgoing, many: int) -> list[tuple[bytes, bool]]:
    return [outgoing.packet() for _ in range(many)]


def test_without_a_key_silence_goes_out_without_a_gap() -> None:
    packets = [packet for packet, _ in sent(Outgoing(7), 3)]
    assert [struct.unpack("!BBHII", p[:12]) for p in packets] == [
        (0x80, SOUND, nth, nth * SAMPLES, 7) for nth in range(3)
    ]
    assert {packet[12:] for packet in packets} == {SILENCE}


def test_a_key_is_held_then_let_go_three_times_and_all_its_packets_have_the_time_it_began() -> None:
    outgoing = Outgoing(7)
    sent(outgoing, 2)
    outgoing.press("#")
    packets = sent(outgoing, HELD_PACKETS + 3)
    headers = [struct.unpack("!BBHII", packet[:12]) for packet, _ in packets]
    events = [struct.unpack("!BBH", packet[12:]) for packet, _ in packets]
    assert [kind for _, kind, *_ in headers] == [0x80 | KEYS] + [KEYS] * (HELD_PACKETS + 2)
    assert {when for *_, when, _ in headers} == {2 * SAMPLES}
    assert [number for _, _, number, *_ in headers] == list(range(2, HELD_PACKETS + 5))
    assert {event for event, *_ in events} == {11}
    assert [bool(flags & 0x80) for _, flags, _ in events] == [False] * HELD_PACKETS + [True] * 3
    assert [lasted // SAMPLES for *_, lasted in events] == [1, 2, 3, 4, 5, 6, 6, 6, 6]


def test_the_first_packet_that_lets_go_is_told_and_sound_follows_the_last() -> None:
    outgoing = Outgoing(7)
    outgoing.press("2")
    packets = sent(outgoing, HELD_PACKETS + 4)
    assert [nth for nth, (_, lets_go) in enumerate(packets) if lets_go] == [HELD_PACKETS]
    assert packets[-1][0][1] == SOUND
