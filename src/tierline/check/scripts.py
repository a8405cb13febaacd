"""Whether scripts can be found, and guides lead on."""

from collections.abc import Iterator, Mapping

from tierline.agency.entitlements import FILE, spoken_of
from tierline.agency.folder import kinds_of, scripts_of
from tierline.check.finding import Finding, Rule
from tierline.check.subject import Subject
from tierline.scripts import faults
from tierline.scripts.faults import Around, Kind

CASE = Rule("script-case-unknown", "No script waits to be offered for a fact that no case has.")
NOWHERE = Rule("script-way-undefined", "No answer of a caller leads an agent to what there is not.")
UNREACHABLE = Rule("script-step-unreachable", "No step of a script is approved that nobody ever comes to.")
DEAD_END = Rule("script-dead-end", "No guide leaves an agent without a way on.")
LOOP = Rule("script-loop", "No guide leads a caller round and round without an end.")

RULES = (CASE, NOWHERE, UNREACHABLE, DEAD_END, LOOP)

_BY_KIND: Mapping[Kind, Rule] = {
    "case": CASE,
    "way": NOWHERE,
    "unreachable": UNREACHABLE,
    "dead_end": DEAD_END,
    "loop": LOOP,
}


def find(agency: Subject) -> Iterator[Finding]:
    scripts = scripts_of(agency.reading)
    around = Around(
        languages=(),
        fields=spoken_of(agency.reading).fields if FILE in agency.reading.files else {},
        kinds=frozenset(kind.id for kind in kinds_of(agency.reading).kinds),
        scripts=frozenset(script.id for script in scripts),
    )
    names = agency.reading.names("scripts", ".yaml")
    for name, script in zip(names, scripts, strict=True):
        for fault in (
            *faults.of_cases(script.cases, around.fields),
            *faults.of_ways(script.steps, around),
            *faults.of_unreachable(script.steps),
            *faults.of_ends(script.steps),
        ):
            yield agency.at(_BY_KIND[fault.kind], name, fault.path, str(fault.why))
