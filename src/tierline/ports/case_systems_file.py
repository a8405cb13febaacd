"""`case-systems.yaml`: the agency's systems that know about cases, as its folder describes them."""

from typing import Annotated, Any, Literal, TypeAlias

import msgspec

from tierline.staff.entitlement import Names, ViewerRole
from tierline.staff.verification.policy import VerificationFile

Seconds = Annotated[float, msgspec.Meta(gt=0, le=30)]
SecretName = Annotated[str, msgspec.Meta(pattern=r"^[a-z][a-z0-9-]*$")]

OTHER_LANGUAGES = ("status", "next_steps")
"""The fields that are texts: `status.en` is the English one, `status` alone the system's own code."""


class NamedSecret(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A secret by its name; where its value is, only the machine of the center knows. `before` is put before
    it ("Bearer ")."""

    secret: SecretName
    before: str = ""


class Writing(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How the center writes it. {receipt}, {key} and {note} in the address and in the texts of `body`, which
    is sent as JSON, are the number, a name of this one act, and what the officer noted. Only an answer with a
    status of `confirmed` says that it is done; `number` is where the system's own number of it is."""

    url: str
    method: Literal["POST", "PUT", "PATCH"] = "POST"
    body: dict[str, Any] = {}
    confirmed: frozenset[int] = frozenset({200, 201})
    number: str = ""


class SystemAction(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What an officer does in the system. Without `writing` it is done by hand, and noted. `shown_by` are the
    fields of the case, and what is in each of them, by which it is seen that it was done."""

    id: Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9][a-z0-9-]*$")]
    names: dict[str, str]
    writing: Writing | None = None
    shown_by: dict[str, frozenset[str]] = {}


class System(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, tag_field="kind"):
    """What all kinds have. `gives` are the fields taken from it, by the names of `entitlements.yaml`;
    `asked_for` are the roles in whose calls it is asked, all where it is left out. An answer counts as new
    for `fresh_seconds`; while the system does not answer it is shown, with its age, for `keep_seconds`. After
    `failures` in a row it is left alone for `rest_seconds`, and then tried with one question."""

    id: Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9][a-z0-9-]*$")]
    names: dict[str, str]
    gives: Names
    asked_for: frozenset[ViewerRole] = frozenset()
    timeout_seconds: Seconds = 5.0
    fresh_seconds: Annotated[float, msgspec.Meta(ge=0, le=3600)] = 20.0
    keep_seconds: Annotated[float, msgspec.Meta(ge=0, le=86_400)] = 900.0
    failures: Annotated[int, msgspec.Meta(ge=1, le=100)] = 3
    rest_seconds: Annotated[float, msgspec.Meta(gt=0, le=3600)] = 15.0
    actions: tuple[SystemAction, ...] = ()

    def action(self, action: str) -> SystemAction | None:
        return next((known for known in self.actions if known.id == action), None)


class SampleSystem(System, frozen=True, forbid_unknown_fields=True, kw_only=True, tag="sample"):
    """The invented cases of `sample-cases.yaml`, as far as `gives` goes."""


class CaseStatusSystem(System, frozen=True, forbid_unknown_fields=True, kw_only=True, tag="case-status-api"):
    """The public USCIS Case Status API. `per_second` and `per_day` are what it allows; we keep below it of
    our own accord."""

    url: str
    gives: Names = frozenset({"form", "status", "next_steps", "received", "updated"})
    client_id: NamedSecret
    client_secret: NamedSecret
    per_second: Annotated[float, msgspec.Meta(gt=0, le=100)] = 5.0
    per_day: Annotated[int, msgspec.Meta(ge=1)] = 1000


class HttpSystem(System, frozen=True, forbid_unknown_fields=True, kw_only=True, tag="http"):
    """Any system that answers with JSON about one receipt number at a time. {receipt} in `url` is the number.
    `fields` says where each field is in the answer, as a JMESPath expression; `receipt` among them is held
    against what was asked. `values` translates what the system writes, by field. `dates` is how it writes
    days, where that is not 2026-11-30."""

    url: str
    headers: dict[str, str | NamedSecret] = {}
    fields: dict[str, str]
    values: dict[str, dict[str, str]] = {}
    dates: str = "%Y-%m-%d"
    not_found: frozenset[int] = frozenset({404})
    gives: Names = frozenset()

    def __post_init__(self) -> None:
        if not self.gives:
            given = {name.partition(".")[0] for name in self.fields} - {"receipt"}
            msgspec.structs.force_setattr(self, "gives", frozenset(given))


AnySystem: TypeAlias = SampleSystem | CaseStatusSystem | HttpSystem


class CaseSystemsFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Of a field that several systems give, the one further up counts."""

    systems: tuple[AnySystem, ...]

    def system(self, system: str) -> AnySystem | None:
        return next((known for known in self.systems if known.id == system), None)


NO_CASE_SYSTEMS = CaseSystemsFile(())


def without_which_nothing(policy: VerificationFile | None) -> Names:
    """The fields of which each has to be known before anything is told of a case: what callers are recognised
    by, and whether the case is protected. Its number is known from the question itself."""
    asked = policy.questions.values() if policy else ()
    return frozenset({"flags", *(question.fact for question in asked)}) - {"receipt"}
