"""What a flow may ask of the center, and every answer it may get: held against the flow before it is
published, and against the use cases that give the answers."""

from collections.abc import Mapping

import msgspec

from tierline.ivr import steps as st

OFFICE = frozenset({"office", "contact", "hours", "local_time", "written_contact", "written_hours"})
"""`contact` and `hours` as they are said, and as they are written."""


class Question(msgspec.Struct, frozen=True):
    """`outcomes` with the arguments that each gives to prompts. `reads` are kinds of value that the caller
    keys before, `keeps` those that an answer with arguments leaves as if the caller had. `options`: the
    outcomes that offer something to choose from, with what each option says of itself; what is chosen is a
    value of the kind `offers`. `tier`: it is asked about one. `public`: it says nothing about a case or a
    person, so that what it says may be sent in writing."""

    outcomes: Mapping[str, frozenset[str]]
    reads: frozenset[str] = frozenset()
    options: Mapping[str, frozenset[str]] = {}
    offers: str = ""
    keeps: frozenset[str] = frozenset()
    tier: bool = False
    public: bool = False


NONE: frozenset[str] = frozenset()

LOOK_UPS: Mapping[str, Question] = {
    "receipt": Question(
        {"one": NONE, "several": NONE, "away": NONE},
        reads=frozenset({"receipt"}),
        options={"several": frozenset({"receipt", "letters"})},
        offers="receipt",
    ),
    "processing_time": Question(
        {
            "outside": frozenset({"received", "months"}),
            "within": frozenset({"received", "months"}),
            "not_verified": NONE,
            "away": NONE,
        }
    ),
    "case": Question(
        {"verified": frozenset({"status", "next", "as_of"}), "not_verified": NONE, "away": NONE},
        reads=frozenset({"receipt", "date_of_birth"}),
    ),
    "hours": Question(
        {
            "open": frozenset({"hours"}),
            "closed": frozenset({"hours", "opens"}),
            "shut": frozenset({"hours"}),
        },
        tier=True,
        public=True,
    ),
    "closure": Question({"told": frozenset({"closure"}), "none": NONE}, tier=True, public=True),
    "office": Question(
        {"verified": OFFICE, "unverified": OFFICE, "unknown": NONE}, reads=frozenset({"zip"}), public=True
    ),
    "overseas_office": Question(
        {
            "verified": OFFICE | {"country"},
            "unverified": OFFICE | {"country"},
            "several": NONE,
            "too_many": NONE,
            "unknown": NONE,
        },
        reads=frozenset({"country"}),
        options={"several": frozenset({"country"})},
        offers="country",
        public=True,
    ),
    "form": Question(
        {
            "verified": frozenset({"form", "title", "fee"}),
            "unverified": frozenset({"form", "title", "fee"}),
            "unknown": NONE,
        },
        reads=frozenset({"form"}),
        public=True,
    ),
    "request_status": Question(
        {
            "open": frozenset({"kind", "made_on", "due_on"}),
            "late": frozenset({"kind", "made_on", "due_on"}),
            "asked_back": frozenset({"kind", "made_on"}),
            "answered": frozenset({"kind", "answered_on"}),
            "unknown": NONE,
            "away": NONE,
        },
        reads=frozenset({"request_number"}),
    ),
    "wait": Question(
        {"none": NONE, "band": frozenset({"low", "high", "position"}), "unknown": frozenset({"position"})},
        tier=True,
    ),
    "callback_number": Question({"known": frozenset({"phone"}), "unknown": NONE}, keeps=frozenset({"phone"})),
    "callback_windows": Question(
        {"offered": NONE, "none": NONE},
        options={"offered": frozenset({"from", "to"})},
        offers="callback_window",
        tier=True,
    ),
}
"""By the name that `look_up` steps use."""

PROMISED = Question(
    {
        "promised": frozenset({"phone"}),
        "promised_window": frozenset({"phone", "from", "to"}),
        "no_number": NONE,
        "away": NONE,
    },
    reads=frozenset({"phone"}),
)
REQUESTED = Question(
    {
        "created": frozenset({"number", "due_on"}),
        "exists": frozenset({"number"}),
        "referred": OFFICE,
        "refused": NONE,
        "away": NONE,
    }
)
SENT = Question({"sent": NONE, "no_number": NONE, "away": NONE}, reads=frozenset({"phone"}))
EMAILED = Question(SENT.outcomes)
"""To the address on file: nothing is keyed for it."""


OF_STEPS: Mapping[str, Question] = {"callback": PROMISED, "request": REQUESTED, "send": SENT}
"""What steps other than look-ups ask, by the word that they begin with."""

COUNTS = frozenset({"position", "low", "high", "months"})
"""The arguments that are whole numbers; all others are text."""


def question(step: st.AnyStep) -> Question | None:
    """What is asked where this step comes; None for a step that asks nothing, or something that there is
    not."""
    match step:
        case st.LookUp(what=what):
            return LOOK_UPS.get(what)
        case st.Send(channel="email"):
            return EMAILED
        case _ if isinstance(step, st.Asking):
            return OF_STEPS.get(question_name(step))
        case _:
            return None


def question_name(step: st.Asking) -> str:
    """Of a look-up its own, else the word that the step begins with."""
    return step.what if isinstance(step, st.LookUp) else str(step.__struct_config__.tag)
