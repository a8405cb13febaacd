"""The people of the demonstration: staff who are signed in, and a caller for each scene."""

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager

import httpx
import msgspec

from tierline.caller.call import ScriptedCall
from tierline.caller.caller import Caller
from tierline.demo.staff import StaffMember

_AGENTS = ("csr", "officer", "supervisor")


class CannotPlay(Exception):
    """The demonstration cannot begin; the message says what to do."""


class Ready(msgspec.Struct, frozen=True):
    sip: str


class Stage:
    """`sip` is the address that callers dial."""

    def __init__(self, caller: Caller, staff: Sequence[StaffMember], sip: str) -> None:
        self.sip = sip
        self._caller = caller
        self._staff = staff
        self._call: ScriptedCall | None = None

    @property
    def csr(self) -> StaffMember:
        return self._first("csr")

    @property
    def officer(self) -> StaffMember:
        return self._first("officer")

    @property
    def supervisor(self) -> StaffMember:
        return self._first("supervisor")

    def clerk_of(self, office: str) -> StaffMember:
        """Raises CannotPlay."""
        for member in self._staff:
            if member.me.office == office:
                return member
        raise CannotPlay(f"the office {office!r} has no clerk who can sign in")

    @property
    def agents(self) -> Sequence[StaffMember]:
        return [self.csr, self.officer, self.supervisor]

    async def dial(self, number: str) -> ScriptedCall:
        """A fresh call from this number. Raises NotAnswered."""
        self._call = await self._caller.dial(self.sip, from_user=number)
        return self._call

    async def clear(self) -> None:
        """The caller hangs up, and nobody is in a call or ready any more. Raises NotSeen."""
        if self._call:
            await self._call.hang_up()
        for agent in self.agents:
            await agent.until("no call", lambda screen: screen.call is None)
            await agent.rests()

    def _first(self, role: str) -> StaffMember:
        """Raises CannotPlay."""
        for member in self._staff:
            if member.me.role == role:
                return member
        raise CannotPlay(f"no {role} can sign in")


@asynccontextmanager
async def open_stage(url: str, sign_ins: Mapping[str, str], caller: Caller) -> AsyncIterator[Stage]:
    """Everyone in `sign_ins` (user → password) is signed in, and signed out at the end. Raises CannotPlay,
    StaffRefused, NotRegistered."""
    async with AsyncExitStack() as leaving:
        staff = []
        for user, password in sign_ins.items():
            member = await StaffMember.sign_in(url, user, password)
            leaving.push_async_callback(member.sign_out)
            staff.append(member)
        for member in staff:
            if member.me.role in _AGENTS:
                await _must_be_off_duty(member)
        stage = Stage(caller, staff, await _sip(url))
        await asyncio.gather(*(agent.plug_in(caller) for agent in stage.agents))
        yield stage


async def _sip(url: str) -> str:
    async with httpx.AsyncClient(trust_env=False) as http:
        answer = await http.get(f"{url}/health/ready")
    if answer.is_error:
        raise CannotPlay(f"the center at {url} cannot take calls now (HTTP {answer.status_code})")
    return msgspec.json.decode(answer.content, type=Ready).sip


async def _must_be_off_duty(member: StaffMember) -> None:
    """Somebody at work elsewhere would be rung instead of the scripted staff."""
    state = (await member.screen()).state
    if state.name not in ("not_ready", "wrap_up"):
        raise CannotPlay(
            f"{member.me.user} is {state.name.replace('_', ' ')} already: sign out there, then try again"
        )
