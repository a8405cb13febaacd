"""Whether conversations are recorded, how long that is kept, and who may hear it: as the agency decides."""

from typing import Annotated, Literal

import msgspec

from tierline.calls.state import Call

Days = Annotated[int, msgspec.Meta(ge=1, le=36_500)]


class Longer(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Recordings of calls that became something are kept for other days: with a Service Request, referred to
    an office, served by a supervisor, or with one of these dispositions."""

    days: Days
    became: Literal["request", "referral", "supervisor"] | None = None
    dispositions: frozenset[str] = frozenset()

    def applies(self, call: Call) -> bool:
        became = {
            "request": bool(call.requests),
            "referral": bool(call.referrals),
            "supervisor": "supervisor" in call.served_by or call.supervisor == "answered",
        }
        by_code = any(disposed.code in self.dispositions for disposed in call.dispositions)
        return by_code or (self.became is not None and became[self.became])


class RecordingFile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`recording.yaml`. `conversations` with people are recorded where the caller was told and did not
    decline; `consults` are of colleagues out of the caller's hearing. A recording is deleted `days` after
    the end of its call, or after the most of the `longer` days that apply; an emergency's is kept until a
    supervisor releases it. Only `players` may hear one, each time for a reason that stays on record;
    quality hears calls that none but CSRs of their own site had. Queue steps `without_notice` are come to
    by callers who cannot hear one: those calls are not recorded."""

    conversations: bool = False
    consults: bool = False
    days: Days = 30
    longer: tuple[Longer, ...] = ()
    players: frozenset[Literal["csr", "officer", "supervisor", "quality"]] = frozenset({"supervisor"})
    without_notice: frozenset[str] = frozenset()

    def days_kept(self, call: Call) -> int:
        return max([self.days, *(rule.days for rule in self.longer if rule.applies(call))])


NOT_RECORDED = RecordingFile()
