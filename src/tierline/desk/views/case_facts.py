"""The facts of the verified case that this viewer may see, ready for a screen."""

from collections.abc import Mapping
from datetime import datetime

import msgspec

from tierline.desk.entitled import Shown
from tierline.desk.views.field_names import field_names
from tierline.ports.agency import Agency
from tierline.privacy.masking import Personal, class_of

_UNNAMED = {"en": "Case system", "es": "Sistema de casos"}
PRACTICE = {"en": "Practice case", "es": "Caso de práctica"}


class SourceView(msgspec.Struct, frozen=True):
    """`as_of` is None where nobody said when. `stale`: it does not answer now, and said this then."""

    names: Mapping[str, str]
    as_of: datetime | None = None
    stale: bool = False


class FieldView(msgspec.Struct, frozen=True):
    """`personal` is the class of what it tells."""

    name: str
    names: Mapping[str, str]
    value: str
    source: SourceView
    personal: Personal


class AwayView(msgspec.Struct, frozen=True):
    """A system that does not answer, so that what it alone knows is not shown."""

    names: Mapping[str, str]
    since: datetime


class CaseView(msgspec.Struct, frozen=True):
    fields: tuple[FieldView, ...]
    away: tuple[AwayView, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Every system that was asked has answered now."""
        return not self.away and not any(field.source.stale for field in self.fields)


def case_view(agency: Agency, shown: Shown, *, practice: bool) -> CaseView | None:
    """`shown` comes from `desk.entitled.shown_to` and nowhere else. None where nothing may be shown."""
    fields = tuple(
        FieldView(
            name,
            field_names(agency, name),
            value,
            source_of(shown, name, practice=practice),
            class_of(name),
        )
        for name, value in shown.facts.items()
        if value
    )
    away = tuple(AwayView(system.names, system.since) for system in shown.unanswered)
    return CaseView(fields, away) if fields else None


def source_of(shown: Shown, fact: str, *, practice: bool) -> SourceView:
    if practice:
        return SourceView(PRACTICE)
    source = shown.sources.get(fact)
    return SourceView(source.names, source.as_of, source.stale) if source else SourceView(_UNNAMED)
