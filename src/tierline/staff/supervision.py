"""How supervisors may listen in on calls, by the law that binds the agency and by its own choice."""

from typing import Literal

import msgspec

from tierline.calls.supervision_events import Mode


class SupervisionFile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`supervision.yaml`. Whether the agent is told on screen that a supervisor is at the call, and by a tone
    too; whether a supervisor says why; whether colleagues who consult while the caller holds are heard too.
    Who is joined (barge) hears that anyway."""

    agent_is_told: Literal["always", "never", "barge_only"] = "always"
    tone: bool = False
    reason_required: bool = False
    consults_too: bool = False

    def tells(self, mode: Mode) -> bool:
        return self.agent_is_told == "always" or (self.agent_is_told == "barge_only" and mode == "barge")


BY_DEFAULT = SupervisionFile()
