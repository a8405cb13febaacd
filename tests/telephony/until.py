"""Waiting for the real world, which takes its time, without guessing how much."""

import asyncio
from collections.abc import Awaitable, Callable


async def until(true: Callable[[], Awaitable[bool]], *, within: float = 15) -> None:
    """Raises TimeoutError when it has not come true `within` seconds."""
    async with asyncio.timeout(within):
        while not await true():  # noqa: ASYNC110 - a real engine sets no event
            await asyncio.sleep(0.05)
