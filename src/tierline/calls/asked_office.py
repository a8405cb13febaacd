"""What the state of a call says of an office that a supervisor has turned to."""

from datetime import datetime
from typing import Literal

import msgspec

from tierline.calls.contact_events import ContactWith, WantedOfOffice
from tierline.calls.names import AgentId, LegId, MessageId, Ref

State = Literal["written", "ringing", "joined", "acknowledged", "reached", "unreached"]
"""`written`: a message waits to be acknowledged; `reached`: they were spoken with, and have hung up."""


class AskedOffice(msgspec.Struct, frozen=True, kw_only=True):
    """`tried` are the contacts in the order in which they were asked, the last of them since `asked_at`.
    `answer` is what the office said last."""

    id: str
    key: str
    by: AgentId
    office: str
    subject: str
    wanted: WantedOfOffice
    number: str | None
    reason: Ref
    since: datetime
    state: State = "unreached"
    tried: tuple[str, ...] = ()
    asked_at: datetime | None = None
    message: MessageId | None = None
    undelivered: bool = False
    leg: LegId | None = None
    speaks_with: ContactWith = "contact"
    answer: Ref | None = None

    @property
    def contact(self) -> str:
        """Whom it is with; empty before anybody was asked."""
        return self.tried[-1] if self.tried else ""

    @property
    def is_open(self) -> bool:
        """A message that nobody has acknowledged yet, or at last nobody: until an answer is written down."""
        unseen = self.state == "unreached" and self.message is not None and self.answer is None
        return self.state == "written" or unseen

    @property
    def on_the_line(self) -> bool:
        """A telephone of theirs is part of the call, from its ring on."""
        return self.state in ("ringing", "joined")
