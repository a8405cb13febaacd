"""Whether what an agent chooses from can be chosen, and means one thing."""

from collections.abc import Iterator

from tierline.agency.folder import dispositions_of, work_states_of
from tierline.check.finding import Finding, Rule
from tierline.check.subject import Subject
from tierline.staff.work_states import OF_THE_CENTER

TAKEN = Rule("reason-taken", "No agent's choice is taken for something that the center found out.")
NONE = Rule("disposition-none", "What an agent has to choose there is to choose from.")

RULES = (TAKEN, NONE)


def find(agency: Subject) -> Iterator[Finding]:
    for nth, reason in enumerate(work_states_of(agency.reading).not_ready):
        if reason.id in OF_THE_CENTER:
            message = f"the center itself says {reason.id!r} of an agent: give the reason another id"
            yield agency.at(TAKEN, "work-states.yaml", ("not_ready", nth, "id"), message)
    written = dispositions_of(agency.reading)
    for tier in sorted(written.required):
        if not written.of(tier):
            message = f"tier {tier} has none to choose from: add one for it, or do not require it"
            yield agency.at(NONE, "dispositions.yaml", ("required",), message)
