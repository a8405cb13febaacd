"""Parts of a recording as one sound: each where it was, any slice of it alike."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import numpy as np
import pytest

from tierline.calls.names import LegId
from tierline.calls.recorded import Part
from tierline.desk.recording.mixing import HEADER, mixed, size
from tierline.ports.recordings import RATE, RecordingGone, Recordings, Settled, Written

NOON = datetime(2026, 11, 27, 12, tzinfo=UTC)


class Steady(Recordings):
    """Each sample of a part is the number that its name ends in."""

    async def settle(self, name: str) -> Settled | None:
        raise NotImplementedError

    async def audio(self, name: str, first: int, count: int) -> bytes:
        if name == "gone":
            raise RecordingGone(name)
        return np.full(min(count, RATE - first), int(name), "<i2").tobytes()

    async def delete(self, name: str) -> None:
        raise NotImplementedError

    async def written(self) -> Sequence[Written]:
        raise NotImplementedError


def part(name: str, begins: float) -> Part:
    """Of one second."""
    return Part(name, LegId("leg"), "caller", NOON + timedelta(seconds=begins), 1.0)


PARTS = (part("100", 0), part("20", 0.5), part("3", 3), part("gone", 2))


async def whole() -> bytes:
    return await mixed(Steady(), PARTS, 0, size(PARTS) - 1)


async def test_parts_are_where_they_were_and_between_them_is_silence() -> None:
    sound = np.frombuffer((await whole())[HEADER:], "<i2")
    assert len(sound) == 4 * RATE
    assert [int(sound[int(at * RATE)]) for at in (0.2, 0.7, 1.2, 1.7, 2.5, 3.2)] == [100, 120, 20, 0, 0, 3]


async def test_it_begins_as_a_wav_file_of_that_length() -> None:
    head = (await whole())[:HEADER]
    assert head[:4] == b"RIFF"
    assert int.from_bytes(head[4:8], "little") == size(PARTS) - 8
    assert int.from_bytes(head[40:44], "little") == size(PARTS) - HEADER


@pytest.mark.parametrize("step", [1, 7, 44, 4001, 16001])
async def test_slices_are_the_same_as_the_whole(step: int) -> None:
    everything = await whole()
    borders = [*range(0, 300, step), *range(15_990, 16_070, step), size(PARTS)]
    for first, beyond in pairwise(sorted(set(borders))):
        assert await mixed(Steady(), PARTS, first, beyond - 1) == everything[first:beyond]


async def test_what_is_too_loud_together_is_not_turned_over() -> None:
    loud = (part("30000", 0), part("29999", 0))
    sound = np.frombuffer((await mixed(Steady(), loud, 0, size(loud) - 1))[HEADER:], "<i2")
    assert set(sound.tolist()) == {32767}
