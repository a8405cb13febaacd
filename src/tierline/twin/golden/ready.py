"""A golden case as a scenario that can be walked."""

import msgspec

from tierline.twin.callers import number
from tierline.twin.earlier import checked
from tierline.twin.folder import Folder
from tierline.twin.given import given
from tierline.twin.golden.case import Case
from tierline.twin.golden.slips import slips
from tierline.twin.keys import keys
from tierline.twin.language import keys_to_choose
from tierline.twin.moments import moment
from tierline.twin.staffing import by_tier
from tierline.twin.systems import silent
from tierline.twin.walk import Scenario


class Ready(msgspec.Struct, frozen=True):
    """`file` is the name alone."""

    file: str
    case: Case
    scenario: Scenario


def ready(folder: Folder, file: str, case: Case) -> Ready:
    """Raises ValueError for what cannot be run or proves nothing, BadSample."""
    for slip in slips(folder.agency, case):
        raise ValueError(slip)
    at = moment(case.at, folder.agency.zone)
    first = keys_to_choose(folder, case.language, at) if case.language else ""
    scenario = Scenario(
        at=at,
        keys=first + keys(case.keys),
        caller=number(case.caller),
        case_records=folder.sample,
        cases=case.systems.cases,
        silent=silent(folder.agency, case.systems.silent),
        records=case.systems.records,
        staff=by_tier(folder.agency, case.staff),
        ahead=by_tier(folder.agency, case.ahead),
        closure=case.closure,
        requests=checked(folder.agency, case.requests),
        answers=given(folder.agency.flow, case.answers),
    )
    return Ready(file, case, scenario)
