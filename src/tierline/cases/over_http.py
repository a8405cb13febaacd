"""One question to a system over HTTP. What fails is told without the address: the receipt number is in it."""

import re
from typing import Any

import httpx
import msgspec

from tierline.ports.case_system import CaseSystemAway

MOST_BYTES = 262_144
"""Of an answer; a system that says more talks nonsense."""

_ASKABLE = re.compile(r"[A-Za-z0-9-]{1,40}")


class Told(msgspec.Struct, frozen=True):
    status: int
    body: bytes

    def json(self) -> Any:
        """Raises CaseSystemAway."""
        try:
            return msgspec.json.decode(self.body)
        except (msgspec.DecodeError, RecursionError):  # nested deeper than anybody reads
            raise CaseSystemAway(f"it answered with status {self.status} and what is not JSON") from None


def client() -> httpx.AsyncClient:
    """Without a proxy of the environment, and without a bound of time: all of an answer has one, above."""
    return httpx.AsyncClient(timeout=None, trust_env=False)  # noqa: S113 - bounded in cases.steady


def is_askable(receipt: str) -> bool:
    """Whether it can be part of an address as it is; no number of a case looks otherwise."""
    return _ASKABLE.fullmatch(receipt) is not None


async def told(http: httpx.AsyncClient, method: str, url: str, **more: Any) -> Told:
    """Raises CaseSystemAway."""
    try:
        async with http.stream(method, url, **more) as response:
            read = b""
            async for part in response.aiter_bytes():
                read += part
                if len(read) > MOST_BYTES:
                    raise CaseSystemAway("it answers without end")
            return Told(response.status_code, read)
    except (httpx.HTTPError, httpx.InvalidURL) as broken:
        raise CaseSystemAway(f"it cannot be reached ({type(broken).__name__})") from None
