"""Names of the agency's data in words for staff, who read English."""

from tierline.calls.names import Tier
from tierline.ports.agency import Agency
from tierline.spoken.language import in_english

_KEYED = {"receipt": "Receipt number", "date_of_birth": "Date of birth", "country": "Country code"}


def plain(name: str) -> str:
    """ "case-status" → "Case status"; of a step in a sub-flow, its own name."""
    return name.rpartition("/")[2].replace("-", " ").replace("_", " ").capitalize()


def language(code: str) -> str:
    return in_english(code)


def keyed(kind: str) -> str:
    return _KEYED.get(kind, plain(kind))


def tier(tier: Tier) -> str:
    return "the supervisors" if tier == "supervisor" else f"Tier {tier}"


def queue(tier: Tier) -> str:
    return "Supervisors" if tier == "supervisor" else f"Tier {tier}"


def office(agency: Agency, office_id: str) -> str:
    found = agency.directory.find(office_id)
    return found.name if found else office_id


def script(agency: Agency, script_id: str) -> str:
    return script_titles(agency, script_id).get("en", script_id)


def script_titles(agency: Agency, script_id: str) -> dict[str, str]:
    """Of one that is gone, its id."""
    return next((s.titles for s in agency.scripts if s.id == script_id), {"en": script_id})


def disposition(agency: Agency, code: str) -> str:
    known = next((known for known in agency.dispositions.dispositions if known.id == code), None)
    return known.names.get("en", code) if known else code
