"""An engine that dies is started again, for as long as that takes."""

import asyncio

import structlog

from tierline.asterisk.engine import Engine, EngineFailed

log = structlog.get_logger()

PAUSE = 5.0
"""Seconds between a start that failed and the next."""


async def keep_running(engine: Engine, *, pause: float = PAUSE) -> None:
    """For ever. The calls of an engine that died end as `engine_lost` when the switch is connected anew."""
    while True:
        await engine.wait_ended()
        log.error("the engine ended by itself; starting it again")
        await _start_again(engine, pause)


async def _start_again(engine: Engine, pause: float) -> None:
    """What stands in the way, such as a full disk or a port that another program took, may pass."""
    while True:
        try:
            return await engine.start()
        except (EngineFailed, OSError) as failed:
            log.error("the engine did not start", why=str(failed), again_in=pause)
        await asyncio.sleep(pause)
