"""Who hears whom, told from the state of a call."""

from datetime import UTC, datetime

import msgspec
import pytest

from tierline.calls.asked_office import AskedOffice
from tierline.calls.contact_events import ContactWith
from tierline.calls.names import AgentId, CallId, LegId, Ref
from tierline.calls.seats import Seats, seats
from tierline.calls.state import Call, InterpreterPart, Serving, Transfer, Whom

NOW = datetime(2026, 11, 24, 15, tzinfo=UTC)
CALLER, CSR, OFFICER, LINE = LegId("caller"), LegId("csr"), LegId("officer"), LegId("line")
CARLA, OLGA = AgentId("carla"), AgentId("olga")

TALK = Call(
    id=CallId("call"),
    seq=9,
    leg=CALLER,
    number="",
    caller=None,
    agency="v1",
    arrived_at=NOW,
    phase="talking",
    serving=(Serving(CARLA, CSR, "1", NOW),),
)
BOTH = msgspec.structs.replace(TALK, serving=(*TALK.serving, Serving(OLGA, OFFICER, "2", NOW)))
INTERPRETER = InterpreterPart("line", LINE, joined=True)


def consulting(whom: Whom, **more: object) -> Call:
    transfer = Transfer(CARLA, "2", Ref("why"), "consulting", speaks_with=whom)
    return msgspec.structs.replace(BOTH, transfer=transfer, **more)


def test_agent_and_caller_talk_and_the_caller_who_holds_is_apart() -> None:
    assert seats(TALK) == Seats(talk=(CALLER, CSR))
    assert seats(msgspec.structs.replace(TALK, held=True)) == Seats(talk=(CSR,), apart=(CALLER,))


@pytest.mark.parametrize(
    ("whom", "expected"),
    [
        ("colleague", Seats(consult=(CSR, OFFICER), apart=(CALLER,))),
        ("caller", Seats(talk=(CALLER, CSR), apart=(OFFICER,))),
        ("everyone", Seats(talk=(CALLER, CSR, OFFICER))),
    ],
)
def test_a_consultation_has_the_agent_with_one_the_other_or_both(whom: Whom, expected: Seats) -> None:
    assert seats(consulting(whom)) == expected


def test_while_a_colleague_is_sought_nothing_changes() -> None:
    sought = msgspec.structs.replace(TALK, transfer=Transfer(CARLA, "2", Ref("why")))
    assert seats(sought) == seats(TALK)


def test_an_interpreter_is_with_the_caller_once_there_and_hears_no_consultation() -> None:
    ringing = msgspec.structs.replace(INTERPRETER, joined=False)
    assert seats(msgspec.structs.replace(TALK, interpreter=ringing)) == seats(TALK)
    assert seats(msgspec.structs.replace(TALK, interpreter=INTERPRETER)).talk == (CALLER, CSR, LINE)
    assert seats(consulting("colleague", interpreter=INTERPRETER)).apart == (CALLER, LINE)


@pytest.mark.parametrize("whom", ["colleague", "caller", "everyone"])
@pytest.mark.parametrize("held", [True, False])
@pytest.mark.parametrize("interpreter", [None, INTERPRETER])
def test_everybody_is_in_exactly_one_place(
    whom: Whom, held: bool, interpreter: InterpreterPart | None
) -> None:
    where = seats(consulting(whom, held=held, interpreter=interpreter))
    legs = [CALLER, CSR, OFFICER, *([LINE] if interpreter else [])]
    assert sorted((*where.talk, *where.consult, *where.apart)) == sorted(legs)


OFFICE = LegId("office")
ASKED = AskedOffice(
    id="C1",
    key="key",
    by=CARLA,
    office="newark",
    subject="urgent",
    wanted="immediate_action",
    number=None,
    reason=Ref("why"),
    since=NOW,
    state="joined",
    tried=("newark-urgent",),
    leg=OFFICE,
)


@pytest.mark.parametrize(
    ("whom", "expected"),
    [
        ("contact", Seats(consult=(CSR, OFFICE), apart=(CALLER, LINE))),
        ("caller", Seats(talk=(CALLER, CSR, LINE), apart=(OFFICE,))),
        ("everyone", Seats(talk=(CALLER, CSR, LINE, OFFICE))),
    ],
)
def test_an_office_that_was_called_is_with_the_agent_alone_apart_or_with_everyone(
    whom: ContactWith, expected: Seats
) -> None:
    asked = msgspec.structs.replace(ASKED, speaks_with=whom)
    call = msgspec.structs.replace(TALK, interpreter=INTERPRETER, asked_offices=(asked,))
    assert seats(call) == expected


def test_while_an_office_is_rung_nothing_changes() -> None:
    ringing = msgspec.structs.replace(ASKED, state="ringing")
    assert seats(msgspec.structs.replace(TALK, asked_offices=(ringing,))) == seats(TALK)
