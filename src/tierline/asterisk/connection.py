"""The event stream of the engine, opened again after each loss."""

import asyncio
from collections.abc import Awaitable, Callable

import structlog

from tierline.asterisk.ari import Ari, EngineAway, Event, Refused
from tierline.ports.switch import EngineLost, EngineReady, SwitchEvent

log = structlog.get_logger()

WANTED = (
    "StasisStart",
    "StasisEnd",
    "ChannelDtmfReceived",
    "ChannelToneDetected",
    "PlaybackFinished",
    "RecordingFinished",
    "RecordingFailed",
    "ChannelStateChange",
    "ChannelHangupRequest",
    "ChannelDestroyed",
)
"""What is told of the engine's events; others are two thirds of all."""

SHORTEST_PAUSE, LONGEST_PAUSE = 0.1, 0.25
"""Seconds between attempts to connect; a killed engine is back within about one, and takes calls at once."""


async def stay_connected(
    ari: Ari,
    adopt: Callable[[], Awaitable[None]],
    take: Callable[[Event], None],
    tell: Callable[[SwitchEvent], None],
) -> None:
    """For ever: `adopt` knows again what is on the engine, then `take` has every event."""
    pause = SHORTEST_PAUSE
    while True:
        connected = False
        try:
            async with ari.listening() as events:
                await adopt()
                await ari.only_events(WANTED)
                connected = True
                pause = SHORTEST_PAUSE
                tell(EngineReady())
                async for event in events:
                    take(event)
        except (EngineAway, Refused) as away:
            log.warning("engine away", why=str(away), again_in=pause)
        if connected:
            tell(EngineLost())
        await asyncio.sleep(pause)
        pause = min(pause * 2, LONGEST_PAUSE)
