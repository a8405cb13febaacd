"""Browser phones for trying the center without a telephone, and what was said on them: in memory only."""

import secrets
from collections.abc import Sequence
from datetime import datetime
from typing import Literal

import msgspec

from tierline.calls.events import KeyPressed
from tierline.calls.names import CallId
from tierline.calls.state import Phase
from tierline.desk.center import Center
from tierline.desk.refusal import NotFound, Refused
from tierline.ports.prompts import Spoken
from tierline.ports.switch import SipLogin

_MOST = 20
_SECONDS_KEPT = 600
"""After the call, or unused."""

State = Literal["idle", "ivr", "waiting", "promised", "talking", "ended"]
_STATES: dict[Phase, State] = {
    "ivr": "ivr",
    "waiting": "waiting",
    "presented": "waiting",
    "promised": "promised",
    "calling_back": "promised",
    "talking": "talking",
    "ended": "ended",
}


class Line(msgspec.Struct, frozen=True):
    """`key`: what was pressed, for a screen that says so in its own words."""

    at: datetime
    who: Literal["center", "you"]
    text: str
    language: str
    key: str | None = None


class Transcript(msgspec.Struct, frozen=True):
    lines: tuple[Line, ...]
    state: State


class _Phone(msgspec.Struct):
    account: str
    call: CallId | None = None
    spoken: list[Line] = []
    over: bool = False


class TrialPhones:
    def __init__(self, center: Center) -> None:
        self._center = center
        self._phones: dict[str, _Phone] = {}
        center.on_spoken.append(self._spoken)
        center.on_change.append(self._changed)

    async def new(self) -> tuple[str, SipLogin]:
        """(token, login). Raises Refused when there are enough, SwitchAway."""
        if len(self._phones) >= _MOST:
            raise Refused("all trial phones are in use; try again in a few minutes")
        token = secrets.token_hex(12)
        phone = _Phone(f"visitor-{token}")
        self._phones[token] = phone
        try:
            login = await self._center.switch.sign_in(phone.account, "visitor")
        except BaseException:
            del self._phones[token]
            raise
        self._drop_later(token)
        return token, login

    def exists(self, token: str) -> bool:
        return token in self._phones

    async def transcript(self, token: str) -> Transcript:
        """What the center said and which menu keys were pressed, in order. Raises NotFound."""
        phone = self._phones.get(token)
        if phone is None:
            raise NotFound("this phone has been put away; ask for a new one")
        if phone.call is None:
            return Transcript((), "idle")
        # A key comes before the prompt that it leads to, also within one tick of the clock.
        lines = [*await self._pressed(phone.call), *phone.spoken]
        call = self._center.calls.get(phone.call)
        return Transcript(
            tuple(sorted(lines, key=lambda line: line.at)), _STATES[call.phase] if call else "ended"
        )

    async def _pressed(self, call: CallId) -> list[Line]:
        history = await self._center.store.timeline(call)
        keys = [(r.at, r.event.key) for r in history if isinstance(r.event, KeyPressed)]
        return [Line(at, "you", f"you pressed {key}", "en", key) for at, key in keys]

    def _spoken(self, call: CallId, spoken: Sequence[Spoken]) -> None:
        account = self._center.accounts.get(call)
        found = next(((t, p) for t, p in self._phones.items() if p.account == account), None)
        if found is None:
            return
        token, phone = found
        if phone.call != call:
            phone.call, phone.spoken, phone.over = call, [], False
            self._center.cancel(_timer(token))
        now = self._center.clock.now()
        phone.spoken.extend(Line(now, "center", said.text, said.language) for said in spoken)

    def _changed(self) -> None:
        for token, phone in self._phones.items():
            if phone.call and not phone.over and phone.call not in self._center.calls:
                phone.over = True
                self._drop_later(token)

    def _drop_later(self, token: str) -> None:
        self._center.after(_timer(token), "drop", _SECONDS_KEPT, lambda: self._drop(token))

    async def _drop(self, token: str) -> None:
        phone = self._phones.pop(token, None)
        if phone:
            await self._center.switch.sign_out(phone.account)


def _timer(token: str) -> str:
    return f"trial-{token}"
