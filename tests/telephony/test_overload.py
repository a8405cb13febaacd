"""More calls than the engine is to let in: the bound holds before the application is asked, and the others
hear honest words or the network's signal."""

import socket
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import msgspec
import numpy as np
import pytest

from tests.telephony.engine import engine_settings
from tests.telephony.until import until
from tierline.asterisk.ari import Ari, AriAddress
from tierline.asterisk.door import AsteriskDoor
from tierline.asterisk.engine import Engine
from tierline.bench import sip
from tierline.ports.door import Admission, TurnedAway
from tierline.speech import wav

BOUNDS = Admission(calls=2, told=1, a_second=100)


@pytest.fixture
async def engine(tmp_path: Path) -> AsyncIterator[Engine]:
    """Without an application: callers who come in hear music."""
    engine = Engine(msgspec.structs.replace(engine_settings(tmp_path), admits=BOUNDS))
    await engine.start()
    wav.write(engine.settings.home / "sounds" / "lines-busy.wav", np.zeros(20 * wav.RATE, np.int16))
    yield engine
    await engine.stop()


@pytest.fixture
async def door(engine: Engine, tmp_path: Path) -> AsyncIterator[AsteriskDoor]:
    ari = ari_of(engine)
    yield AsteriskDoor(ari, tmp_path / "turned-away.json", lambda: engine.pid)
    await ari.disconnect()


def ari_of(engine: Engine) -> Ari:
    s = engine.settings
    return Ari(AriAddress(engine.ari_url, s.ari_user, s.ari_password, s.app))


class Telephone:
    def __init__(self, engine: Engine) -> None:
        self._engine = (engine.settings.ports.bind, engine.settings.ports.sip)
        self._sip = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._sip.bind(("127.0.0.1", 0))
        self._sip.settimeout(5)

    def dials(self) -> int:
        """The status of the answer."""
        self._dialog = sip.Dialog(self._sip.getsockname(), self._engine, "18005550100", 40_000)
        self._sip.sendto(self._dialog.invite(), self._engine)
        return self._answer()

    def hangs_up(self) -> None:
        self._sip.sendto(self._dialog.bye(), self._engine)
        self._answer()

    def close(self) -> None:
        self._sip.close()

    def _answer(self) -> int:
        while (message := sip.read(self._sip.recv(8192))).status < 200:
            pass
        if message.method == "INVITE":
            self._sip.sendto(self._dialog.acknowledge(message), self._engine)
        return message.status


Phones = Callable[[], Telephone]


@pytest.fixture
def a_phone(engine: Engine) -> Iterator[Phones]:
    """Another at each call."""
    with ExitStack() as stack:
        yield lambda: stack.enter_context(closing(Telephone(engine)))


async def test_no_more_come_in_than_the_bound_one_more_is_told_and_the_rest_are_refused(
    door: AsteriskDoor, a_phone: Phones
) -> None:
    phones = [a_phone() for _ in range(5)]
    assert [phone.dials() for phone in phones] == [200, 200, 200, 503, 503]
    assert await door.turned_away() == TurnedAway(told=1, refused=2)
    assert await door.came_in() == 2
    phones[0].hangs_up()

    async def somebody_comes_in() -> bool:
        return a_phone().dials() == 200

    await until(somebody_comes_in)  # the engine says that a call is over before it has taken it down
    assert await door.came_in() == 3


async def test_who_hears_that_all_lines_are_in_use_is_not_in_the_center(
    engine: Engine, door: AsteriskDoor, a_phone: Phones
) -> None:
    await door.admit(Admission(calls=1, told=1))
    a_phone().dials()
    assert a_phone().dials() == 200
    ari = ari_of(engine)

    async def is_told() -> bool:
        said = [channel.dialplan.app_data for channel in await ari.channels()]
        return sum(data.endswith("/sounds/lines-busy") for data in said) == 1

    await until(is_told)
    await ari.disconnect()


async def test_nobody_comes_in_while_the_door_is_held(door: AsteriskDoor, a_phone: Phones) -> None:
    await door.admit(Admission(calls=2, told=0))
    await door.hold(held=True)
    assert a_phone().dials() == 503
    await door.hold(held=False)
    assert a_phone().dials() == 200


async def test_a_door_that_nobody_holds_any_more_opens_by_itself(door: AsteriskDoor, a_phone: Phones) -> None:
    await door.admit(Admission(calls=2, told=0))
    await door.hold(held=True)

    async def comes_in() -> bool:
        return a_phone().dials() == 200

    await until(comes_in, within=6)


async def test_calls_come_in_at_a_pace_and_a_few_at_once(door: AsteriskDoor, a_phone: Phones) -> None:
    await door.admit(Admission(calls=100, told=0))
    await door.pace(20)
    came_in = [a_phone().dials() for _ in range(15)].count(200)
    assert 4 <= came_in < 15

    async def comes_in() -> bool:
        return a_phone().dials() == 200

    await until(comes_in)


async def test_what_was_turned_away_is_known_after_the_engine_and_we_were_started_again(
    engine: Engine, door: AsteriskDoor, a_phone: Phones, tmp_path: Path
) -> None:
    await door.admit(Admission(calls=1, told=0))
    for _ in range(3):
        a_phone().dials()
    assert (await door.turned_away()).refused == 2
    await engine.stop()
    await engine.start()
    ari = ari_of(engine)
    later = AsteriskDoor(ari, tmp_path / "turned-away.json", lambda: engine.pid)
    await later.admit(Admission(calls=1, told=0))
    for _ in range(2):
        a_phone().dials()
    assert (await later.turned_away()).refused == 3
    await ari.disconnect()


async def test_counts_that_could_not_be_written_down_are_told_all_the_same_and_written_at_the_next(
    engine: Engine, a_phone: Phones, tmp_path: Path
) -> None:
    ari, disk = ari_of(engine), tmp_path / "disk"
    door = AsteriskDoor(ari, disk / "turned-away.json", lambda: engine.pid)
    await door.admit(Admission(calls=1, told=0))
    for _ in range(3):
        a_phone().dials()
    assert (await door.turned_away()).refused == 2
    disk.mkdir()
    assert (await door.turned_away()).refused == 2
    later = AsteriskDoor(ari, disk / "turned-away.json", lambda: engine.pid + 1)
    assert (await later.turned_away()).refused == 4
    await ari.disconnect()
