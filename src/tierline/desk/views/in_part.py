"""What is personal in a call, masked for who looks at it and does not work on it: what is left out here never
leaves the server."""

from collections.abc import Iterable

from msgspec.structs import replace

from tierline.desk.views.caller_said import KeyedView
from tierline.desk.views.case_facts import CaseView, FieldView
from tierline.desk.views.presented import PresentedView
from tierline.privacy.masking import is_masked, masked


def case_in_part(case: CaseView | None) -> CaseView | None:
    return replace(case, fields=tuple(map(_field, case.fields))) if case else None


def keyed_in_part(keyed: Iterable[KeyedView]) -> tuple[KeyedView, ...]:
    return tuple(map(_keyed, keyed))


def told_in_part(presented: Iterable[PresentedView]) -> tuple[PresentedView, ...]:
    """The words stay: they are what a page about them is for. What a fact in them is today is masked."""
    return tuple(map(_told, presented))


def leaves_out(case: CaseView | None, keyed: Iterable[KeyedView]) -> bool:
    """Whether anything there is masked."""
    names = [field.name for field in case.fields] if case else []
    return any(map(is_masked, [*names, *(one.kind for one in keyed)]))


def _field(field: FieldView) -> FieldView:
    return replace(field, value=masked(field.name, field.value))


def _keyed(keyed: KeyedView) -> KeyedView:
    """What was said of it may tell it, and is left out where it is masked."""
    value = masked(keyed.kind, keyed.value) if keyed.gone is None else ""
    if keyed.amended is None or not is_masked(keyed.kind):
        return replace(keyed, value=value)
    said = replace(
        keyed.amended, asks="", why="", statement="", instead=masked(keyed.kind, keyed.amended.instead)
    )
    return replace(keyed, value=value, amended=said)


def _told(told: PresentedView) -> PresentedView:
    if told.reviewed is None:
        return told
    facts = tuple(replace(f, now=masked(f.name, f.now) if f.now else f.now) for f in told.reviewed.facts)
    return replace(told, reviewed=replace(told.reviewed, facts=facts))
