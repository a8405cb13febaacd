"""How supervisors may listen in on calls, by the law that binds the agency and by its own choice."""

from collections.abc import Sequence
from typing import Literal

import msgspec

from tierline.calls.supervision_events import Mode
from tierline.staff.person import Role


class SupervisionFile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`supervision.yaml`. Whether the agent is told on screen that a supervisor is at the call, and by a tone
    too; whether a supervisor says why; whether colleagues who consult while the caller holds are heard too.
    Who is joined (barge) hears that anyway. `leads` is what a lead may do at a call of a CSR of their own
    site: nothing, listen, or whisper to that CSR as well."""

    agent_is_told: Literal["always", "never", "barge_only"] = "always"
    tone: bool = False
    reason_required: bool = False
    consults_too: bool = False
    leads: Literal["nothing", "listen", "whisper"] = "nothing"

    def tells(self, mode: Mode) -> bool:
        return self.agent_is_told == "always" or (self.agent_is_told == "barge_only" and mode == "barge")


BY_DEFAULT = SupervisionFile()

_OF_LEADS: dict[str, Sequence[Mode]] = {
    "nothing": (),
    "listen": ("monitor",),
    "whisper": ("monitor", "whisper"),
}


def modes_of(file: SupervisionFile, role: Role) -> Sequence[Mode]:
    """In which somebody of this role may be at a colleague's call."""
    if role == "supervisor":
        return ("monitor", "whisper", "barge")
    return _OF_LEADS[file.leads] if role == "lead" else ()
