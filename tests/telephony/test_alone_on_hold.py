"""Legs that are put on hold, joined and parted in any order, also at once: each ends where its last command
says, and whoever is on hold is alone."""

import asyncio
import random
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import pytest

from tests.contract.switches import RealPeople
from tests.telephony.own_engine import an_app, own_engine, settled_soon
from tierline.asterisk.engine import Engine
from tierline.caller.caller import Caller
from tierline.calls.names import LegId

__all__ = ["own_engine", "settled_soon"]

Command = Literal["hold", "part", "one", "two"]
"""The last two are rooms to join."""
COMMANDS: tuple[Command, ...] = ("hold", "part", "one", "two")


@pytest.mark.parametrize("hold_music", [True, False])
async def test_each_is_where_its_last_command_says_and_on_hold_alone(
    own_engine: Engine, tmp_path: Path, hold_music: bool
) -> None:
    await _are_told_anything(own_engine, tmp_path, hold_music=hold_music)


@pytest.mark.usefixtures("settled_soon")
async def test_they_are_so_while_those_who_wait_are_given_bridges(own_engine: Engine, tmp_path: Path) -> None:
    await _are_told_anything(own_engine, tmp_path, hold_music=False)


async def _are_told_anything(own_engine: Engine, tmp_path: Path, *, hold_music: bool) -> None:
    async with (
        Caller() as telephone,
        an_app(own_engine, telephone, tmp_path, hold_music=hold_music) as people,
    ):
        legs = [await people.caller_talks(f"555010{n}") for n in range(4)]
        for seed in range(60):
            told = _any_commands(random.Random(seed), legs)
            await asyncio.gather(*(_obey(people, leg, told[leg]) for leg in legs))
            last = {leg: told[leg][-1] for leg in legs}
            assert await _together(people, legs) == _same_room(last), f"seed {seed}: {told}"


@pytest.mark.usefixtures("settled_soon")
@pytest.mark.parametrize("hold_music", [True, False])
async def test_they_are_so_for_an_application_that_takes_over(
    own_engine: Engine, tmp_path: Path, hold_music: bool
) -> None:
    async with Caller() as telephone:
        async with an_app(own_engine, telephone, tmp_path, hold_music=hold_music) as before:
            legs = [await before.caller_talks(f"555010{n}") for n in range(4)]
            last: dict[LegId, Command] = dict(zip(legs, ("one", "one", "hold", "hold"), strict=True))
            for leg in legs:
                await _obey(before, leg, [last[leg]])
        async with an_app(own_engine, telephone, tmp_path, hold_music=hold_music) as after:
            assert await _together(after, legs) == _same_room(last)
            for leg in legs:
                await _obey(after, leg, [last[leg]])
            assert await _together(after, legs) == _same_room(last)
            last |= {legs[0]: "hold", legs[2]: "one"}
            for leg in legs:
                await _obey(after, leg, [last[leg]])
            assert await _together(after, legs) == _same_room(last)


async def test_no_bridge_is_left_when_all_have_gone(own_engine: Engine, tmp_path: Path) -> None:
    async with Caller() as telephone, an_app(own_engine, telephone, tmp_path, hold_music=False) as people:
        legs = [await people.caller_talks(f"555010{n}") for n in range(3)]
        for leg, command in zip(legs, COMMANDS[1:] + COMMANDS[:1], strict=False):
            await _obey(people, leg, [command])
        await people.switch.hold(legs[0])
        await asyncio.gather(*(people.hangs_up(leg) for leg in legs))
        await people.nothing_snoops()
        assert await people.ari.bridges() == ()


def _any_commands(random: random.Random, legs: Sequence[LegId]) -> dict[LegId, list[Command]]:
    return {leg: random.choices(COMMANDS, k=random.randint(1, 4)) for leg in legs}


async def _obey(people: RealPeople, leg: LegId, commands: Sequence[Command]) -> None:
    for command in commands:
        match command:
            case "hold":
                await people.switch.hold(leg)
            case "part":
                await people.switch.part(leg)
            case room:
                await people.switch.join(room, leg)


def _same_room(last: dict[LegId, Command]) -> set[frozenset[LegId]]:
    rooms = [frozenset(leg for leg in last if last[leg] == room) for room in ("one", "two")]
    return {room for room in rooms if len(room) > 1}


async def _together(people: RealPeople, legs: Sequence[LegId]) -> set[frozenset[LegId]]:
    """Those who are in one bridge on the engine."""
    inside = [frozenset(LegId(leg) for leg in bridge.channels) for bridge in await people.ari.bridges()]
    assert set().union(*inside) <= set(legs)
    return {those for those in inside if len(those) > 1}
