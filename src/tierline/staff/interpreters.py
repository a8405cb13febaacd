"""The agency's list of interpreters: whom agents may call into a conversation."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated

import msgspec

from tierline.offices.hours import NO_HOLIDAYS, Holidays, WeeklyHours, is_open
from tierline.offices.provenance import Sourced


class Interpreter(Sourced, frozen=True):
    """A person or a company's line. `languages` are ISO 639 codes; `number` as it is dialled; without `hours`
    they answer day and night. `note` is for the agent, such as which keys its menu wants."""

    id: str
    name: str
    languages: tuple[str, ...]
    number: str
    hours: WeeklyHours | None = None
    note: str = ""

    def answers_at(self, at: datetime, holidays: Holidays = NO_HOLIDAYS) -> bool:
        return self.hours is None or is_open(self.hours, at, holidays)


class InterpretersFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`interpreters.yaml`. `ring_seconds`: how long one rings before the agent is told that nobody
    answers."""

    interpreters: tuple[Interpreter, ...] = ()
    ring_seconds: Annotated[float, msgspec.Meta(gt=0)] = 45

    def find(self, name: str) -> Interpreter | None:
        return next((one for one in self.interpreters if one.id == name), None)

    def of(self, language: str) -> Sequence[Interpreter]:
        return [one for one in self.interpreters if language in one.languages]


NO_INTERPRETERS = InterpretersFile()
