"""A scripted member of staff: signed in at the workspace's API, with a desk phone."""

import asyncio
import secrets
from collections.abc import Callable, Mapping
from typing import Any, Self, TypeVar

import httpx
import msgspec

from tierline.caller.call import ScriptedCall
from tierline.caller.caller import Caller
from tierline.caller.phone import Phone
from tierline.demo.matters import Matter
from tierline.demo.screen import (
    CallOnScreen,
    CallRow,
    CallRows,
    Inbox,
    InboxRequest,
    Me,
    Problem,
    Screen,
)
from tierline.ports.switch import SipLogin

_T = TypeVar("_T")
_LOOK_AGAIN = 0.1
"""Seconds between two looks at the screen."""


class StaffRefused(Exception):
    """The center refused what a member of staff asked for; the message is the center's own."""


class NotSeen(Exception):
    """The screen did not come to show something; the message says what it showed instead."""


class StaffMember:
    """The commands are those of the workspace. Each raises StaffRefused."""

    def __init__(self, http: httpx.AsyncClient, me: Me) -> None:
        self.me = me
        self._http = http
        self._phone: Phone | None = None

    @classmethod
    async def sign_in(cls, url: str, user: str, password: str) -> Self:
        """Raises httpx.TransportError when there is no center at that address."""
        http = httpx.AsyncClient(base_url=url, headers={"X-Tierline": "1"}, timeout=20, trust_env=False)
        try:
            answer = await http.post("/api/session", json={"user": user, "password": password})
            return cls(http, _decoded(answer, Me, user))
        except BaseException:
            await http.aclose()
            raise

    async def sign_out(self) -> None:
        await self._ask("DELETE", "/api/session")
        await self._http.aclose()

    # ---- at the desk

    @property
    def phone(self) -> Phone:
        assert self._phone, "plug_in comes first"
        return self._phone

    async def plug_in(self, caller: Caller) -> None:
        """A desk phone with a fresh account. Raises NotRegistered."""
        login = _decoded(
            await self._ask("POST", "/api/agent/phone", {"kind": "desk"}), SipLogin, self.me.user
        )
        self._phone = await caller.register(login)

    async def ready(self) -> None:
        await self._ask("POST", "/api/agent/state", {"ready": True})

    async def rests(self) -> None:
        """Not ready, for the first reason of the agency's list; what is owed of the last call is given."""
        screen = await self.screen()
        choices = screen.dispositions.choices
        if screen.last_call and screen.dispositions.required and choices:
            at = f"/api/calls/{screen.last_call.id}/disposition"
            await self._ask("POST", at, {"disposition": choices[0].id})
        await self.not_ready(screen.reasons[0].id)

    async def not_ready(self, reason: str) -> None:
        await self._ask("POST", "/api/agent/state", {"ready": False, "reason": reason})

    async def answers(self, within: float = 10) -> ScriptedCall:
        """Raises NotRung, CallOver."""
        ringing = await self.phone.incoming(within)
        await self.phone.answer()
        return ringing

    async def screen(self) -> Screen:
        return _decoded(await self._ask("GET", "/api/agent/view"), Screen, self.me.user)

    async def until(self, what: str, shows: Callable[[Screen], bool], within: float = 10) -> Screen:
        """The screen once it shows `what`. Raises NotSeen."""
        screen = await self.screen()
        try:
            async with asyncio.timeout(within):
                while not shows(screen):
                    await asyncio.sleep(_LOOK_AGAIN)
                    screen = await self.screen()
        except TimeoutError:
            phase = f"{screen.call.phase} as {screen.call.role}" if screen.call else "no call"
            raise NotSeen(
                f"{self.me.user}'s screen did not show {what} within {within:g} s; "
                f"it shows {screen.state.name}, {phase}"
            ) from None
        return screen

    async def until_serving(self) -> CallOnScreen:
        """The caller is with this member of staff alone or with others. Raises NotSeen."""
        screen = await self.until("a call being served", lambda s: bool(s.call and s.call.role == "serving"))
        assert screen.call
        return screen.call

    async def until_consulted(self) -> CallOnScreen:
        """A colleague tells about the caller, who holds. Raises NotSeen."""
        screen = await self.until("a consultation", lambda s: bool(s.call and s.call.role == "consulted"))
        assert screen.call
        return screen.call

    # ---- at a call

    async def verifies(self, call: str, matter: Matter) -> CallOnScreen:
        answers = {
            "receipt": matter.receipt,
            "answers": {"name": matter.name, "birth-date": matter.born.isoformat()},
        }
        return await self._at(call, "verification", answers)

    async def presents(self, call: str, script: str) -> CallOnScreen:
        return await self._at(call, "scripts", {"script": script})

    async def transfers(self, call: str, to: str, trigger: str, reason: str) -> CallOnScreen:
        return await self._at(call, "transfer", {"to": to, "trigger": trigger, "reason": reason})

    async def completes_transfer(self, call: str) -> CallOnScreen:
        return await self._at(call, "transfer/complete")

    async def requests(self, call: str, kind: str, receipt: str, facts: Mapping[str, str]) -> CallOnScreen:
        form = {"kind": kind, "receipt": receipt, "facts": dict(facts)}
        key = {"Idempotency-Key": secrets.token_hex(8)}
        answer = await self._ask("POST", f"/api/calls/{call}/requests", form, headers=key)
        return _decoded(answer, CallOnScreen, self.me.user)

    async def ends(self, call: str) -> CallOnScreen:
        return await self._at(call, "end")

    async def reads(self, call: str) -> CallOnScreen:
        """A call of before, or any call for a supervisor."""
        return _decoded(await self._ask("GET", f"/api/calls/{call}"), CallOnScreen, self.me.user)

    async def newest_calls(self) -> tuple[CallRow, ...]:
        """For supervisors."""
        return _decoded(await self._ask("GET", "/api/calls?limit=50"), CallRows, self.me.user).calls

    # ---- at a colleague's call, and in an emergency

    async def supervises(self, call: str, mode: str, reason: str = "") -> None:
        """Monitor, whisper or barge; the first rings the supervisor's own phone."""
        await self._ask("POST", f"/api/calls/{call}/supervision", {"mode": mode, "reason": reason})

    async def takes_over(self, call: str) -> None:
        await self._ask("POST", f"/api/calls/{call}/take-over")

    async def declares(self, call: str, kind: str) -> None:
        """An emergency, by its kind in the agency's emergencies.yaml."""
        await self._ask("POST", f"/api/calls/{call}/emergency", {"kind": kind})

    # ---- in practice

    async def goes_into_practice(self) -> None:
        await self._ask("POST", "/api/agent/practice", {"practising": True})

    async def leaves_practice(self) -> None:
        await self._ask("POST", "/api/agent/practice", {"practising": False})

    async def begins(self, case: str) -> None:
        """The phone rings: a simulated caller of this case."""
        await self._ask("POST", "/api/agent/practice/calls", {"case": case})

    async def has_the_caller_go_on(self, call: str) -> CallOnScreen:
        return await self._at(call, "practice/go-on")

    # ---- at an office

    async def inbox(self) -> tuple[InboxRequest, ...]:
        """For clerks."""
        return _decoded(await self._ask("GET", "/api/office/requests"), Inbox, self.me.user).requests

    async def opens(self, number: str) -> InboxRequest:
        """For clerks: one request, with why it came to their office."""
        answer = await self._ask("GET", f"/api/office/requests/{number}")
        return _decoded(answer, InboxRequest, self.me.user)

    async def _at(self, call: str, what: str, form: Mapping[str, Any] | None = None) -> CallOnScreen:
        answer = await self._ask("POST", f"/api/calls/{call}/{what}", form)
        return _decoded(answer, CallOnScreen, self.me.user)

    async def _ask(
        self,
        method: str,
        path: str,
        form: Mapping[str, Any] | None = None,
        *,
        headers: Mapping[str, str] | None = None,
    ) -> httpx.Response:
        answer = await self._http.request(method, path, json=form, headers=headers)
        if answer.is_error:
            raise StaffRefused(f"{self.me.user} was refused: {_problem(answer)}")
        return answer


def _decoded(answer: httpx.Response, kind: type[_T], user: str) -> _T:
    if answer.is_error:
        raise StaffRefused(f"{user} was refused: {_problem(answer)}")
    return msgspec.json.decode(answer.content, type=kind)


def _problem(answer: httpx.Response) -> str:
    try:
        return msgspec.json.decode(answer.content, type=Problem).error
    except msgspec.DecodeError:
        return f"HTTP {answer.status_code}"
