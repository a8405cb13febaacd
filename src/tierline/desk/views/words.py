"""Names of the agency's data in words for staff: in English where that is all there is, else as values of a
sentence, in each language that the agency wrote."""

from collections.abc import Mapping

from tierline.calls.events import Presented
from tierline.calls.names import Tier
from tierline.ports.agency import Agency
from tierline.sentence import Sentence, Value, read_again, sentence
from tierline.spoken import language as languages

_KEYED: Mapping[str, Sentence] = {
    "receipt": sentence("receipt number"),
    "date_of_birth": sentence("date of birth"),
    "country": sentence("country code"),
}


_ON_RECORD = {
    str(said): said
    for said in (
        sentence("asked for a supervisor"),
        sentence("handed on"),
        sentence("given back"),
        sentence("the agent left while the caller was greeted"),
        sentence("the connection to the agent was lost"),
        sentence("the connection was lost"),
        sentence("a supervisor took the call over"),
        sentence("an emergency was declared"),
        sentence("went on with the caller"),
        sentence("took the caller back"),
        sentence("the colleague left"),
        sentence("the colleague was not free any more"),
        sentence("the caller asked for a supervisor"),
        sentence("to be verified with other questions"),
        sentence("practice"),
    )
}
"""The center's own reasons, as events have them."""


def on_record(why: str) -> Value:
    """A reason that an event has in English. People's own words, and the agency's, are in no other."""
    return _ON_RECORD.get(why, why)


def because(presented: Presented) -> Value:
    return read_again(presented.why) if presented.why else on_record(presented.because)


def plain(name: str) -> str:
    """ "case-status" → "Case status"; of a step in a sub-flow, its own name."""
    return name.rpartition("/")[2].replace("-", " ").replace("_", " ").capitalize()


def language(code: str) -> Value:
    return languages.names(code)


def keyed(kind: str) -> Value:
    return _KEYED.get(kind, plain(kind).lower())


def tier(tier: Tier) -> Sentence:
    return sentence("the supervisors") if tier == "supervisor" else sentence("Tier {tier}", tier=tier)


def queue(tier: Tier) -> str:
    return "Supervisors" if tier == "supervisor" else f"Tier {tier}"


def office(agency: Agency, office_id: str) -> str:
    found = agency.directory.find(office_id)
    return found.name if found else office_id


def office_names(agency: Agency, office_id: str) -> Value:
    found = agency.directory.find(office_id)
    return {"en": found.name, "es": found.called("es")} if found else office_id


def script_titles(agency: Agency, script_id: str) -> dict[str, str]:
    """Of one that is gone, its id."""
    return next((s.titles for s in agency.scripts if s.id == script_id), {"en": script_id})


def disposition(agency: Agency, code: str) -> Value:
    known = next((known for known in agency.dispositions.dispositions if known.id == code), None)
    return known.names if known else code
