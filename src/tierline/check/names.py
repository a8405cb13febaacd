"""All names and texts of an agency that are written once a language, outside its prompts."""

from collections.abc import Iterator, Mapping
from contextlib import suppress

from tierline.agency.folder import (
    dispositions_of,
    forms_of,
    holidays_of,
    kinds_of,
    practice_of,
    scripts_of,
    work_states_of,
)
from tierline.agency.reading import Unreadable
from tierline.agency.yaml_lines import Path
from tierline.check.subject import Subject
from tierline.offices.countries import CountriesFile
from tierline.staff.work_states import USUAL_STATES

Named = tuple[str, Path, str, Mapping[str, str]]
"""File, path in it, what is named, its words by language."""


def names_of(agency: Subject) -> Iterator[Named]:
    """Offices are not among them: their official name is said where no other is written."""
    for part in (_profile, _tiers, _holidays, _kinds, _forms, _countries, _scripts, _practice, _work):
        with suppress(Unreadable):
            yield from part(agency)


def _profile(agency: Subject) -> Iterator[Named]:
    profile = agency.profile
    yield "agency.yaml", ("name",), "the agency", profile.name
    yield "agency.yaml", ("disclaimer",), "the disclaimer", profile.disclaimer


def _tiers(agency: Subject) -> Iterator[Named]:
    for nth, tier in enumerate(agency.tiers.tiers):
        yield "tiers.yaml", ("tiers", nth, "names"), f"tier {tier.id}", tier.names


def _holidays(agency: Subject) -> Iterator[Named]:
    for nth, holiday in enumerate(holidays_of(agency.reading).days):
        yield "holidays.yaml", ("days", nth, "names"), f"the holiday of {holiday.day}", holiday.names


def _kinds(agency: Subject) -> Iterator[Named]:
    file, written = "request-kinds.yaml", kinds_of(agency.reading)
    for nth, kind in enumerate(written.kinds):
        yield file, ("kinds", nth, "names"), kind.id, kind.names
    for nth, fact in enumerate(written.facts):
        yield file, ("facts", nth, "labels"), fact.id, fact.labels


def _forms(agency: Subject) -> Iterator[Named]:
    for nth, form in enumerate(forms_of(agency.reading).forms):
        yield "forms.yaml", ("forms", nth, "titles"), form.name, form.titles


def _countries(agency: Subject) -> Iterator[Named]:
    file = "countries.yaml"
    for nth, country in enumerate(agency.reading.struct_or(file, CountriesFile, CountriesFile(())).countries):
        yield file, ("countries", nth, "names"), country.iso, country.names


def _scripts(agency: Subject) -> Iterator[Named]:
    names = agency.reading.names("scripts", ".yaml")
    for file, script in zip(names, scripts_of(agency.reading), strict=True):
        yield file, ("titles",), "its title", script.titles
        if script.texts:
            yield file, ("texts",), "its text", script.texts
        for nth, step in enumerate(script.steps):
            for part, words in (("says", step.says), ("do", step.do)):
                if words:
                    yield file, ("steps", nth, part), step.id, words
            for n, choice in enumerate(step.choices):
                yield file, ("steps", nth, "choices", n, "when"), step.id, choice.when


def _practice(agency: Subject) -> Iterator[Named]:
    names = agency.reading.names("practice", ".yaml")
    for file, case in zip(names, practice_of(agency.reading), strict=True):
        yield file, ("titles",), "its title", case.titles
        yield file, ("descriptions",), "its description", case.descriptions


def _work(agency: Subject) -> Iterator[Named]:
    states = work_states_of(agency.reading)
    for nth, reason in enumerate(states.not_ready if states is not USUAL_STATES else ()):
        yield "work-states.yaml", ("not_ready", nth, "names"), reason.id, reason.names
    for nth, code in enumerate(dispositions_of(agency.reading).dispositions):
        yield "dispositions.yaml", ("dispositions", nth, "names"), code.id, code.names
