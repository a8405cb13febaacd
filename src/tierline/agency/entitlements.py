"""An agency's entitlements: `entitlements.yaml`, and the policies of `entitlements.cedar` asked about it."""

from contextlib import suppress

from tierline.agency.entitlement_policies import SCHEMA, faults, verdicts
from tierline.agency.reading import Reading, Unreadable
from tierline.staff.entitlement import (
    NOTHING_SHOWN,
    Entitlements,
    EntitlementsFile,
    Names,
)
from tierline.staff.person import StaffFile
from tierline.staff.sites import NO_SITES, SitesFile

FILE, POLICIES = "entitlements.yaml", "entitlements.cedar"
MOST = 4
"""Flags, and grants, of one agency: each doubles the situations there can be."""


def entitlements_of(reading: Reading) -> Entitlements:
    """Nothing is shown to anyone where an agency has neither file. Raises Unreadable."""
    if FILE not in reading.files and POLICIES not in reading.files:
        return NOTHING_SHOWN
    file, policies = spoken_of(reading), policies_of(reading)
    asked = verdicts(policies, sites_of(reading), vendors_of(reading), file)
    shows = {situation: frozenset(allowed) for situation, allowed in asked.items() if allowed}
    return Entitlements(file.fields, file.hiding_flags, file.grants, file.names, shows)


def spoken_of(reading: Reading) -> EntitlementsFile:
    """Raises Unreadable."""
    return reading.once(f"{FILE} in bounds", lambda: _in_bounds(reading))


def policies_of(reading: Reading) -> str:
    """Raises Unreadable."""
    return reading.once(POLICIES, lambda: sound(reading, POLICIES, SCHEMA, "entitlement-unusable"))


def sites_of(reading: Reading) -> Names:
    with suppress(Unreadable):
        return frozenset(person.site for person in reading.struct("staff.yaml", StaffFile).staff)
    return frozenset()


def vendors_of(reading: Reading) -> Names:
    with suppress(Unreadable):
        written = reading.struct_or("sites.yaml", SitesFile, NO_SITES).vendors
        return frozenset(vendor.id for vendor in written)
    return frozenset()


def _in_bounds(reading: Reading) -> EntitlementsFile:
    file = reading.struct(FILE, EntitlementsFile)
    sound = True
    for name, some in (("flags", file.flags), ("grants", file.grants)):
        if len(some) > MOST:
            reading.wrong(FILE, f"{name}: there are {len(some)}, and at most {MOST} can be", at=(name,))
            sound = False
    for flag in sorted(file.hiding_flags - file.flags):
        reading.wrong(FILE, f"hiding_flags: {flag} is none of the flags: name it there", at=("hiding_flags",))
        sound = False
    for field in sorted(file.names.keys() - file.fields.keys()):
        reading.wrong(FILE, f"names: {field} is none of the fields: name it there", at=("names", field))
        sound = False
    if not sound:
        raise Unreadable(FILE)
    return file


def sound(reading: Reading, file: str, schema: str, rule: str) -> str:
    """The policies of a file. Raises Unreadable, having found what is wrong with them under this rule."""
    policies = reading.text(file)
    wrong = faults(policies, schema)
    for fault in wrong:
        message = f"cannot be used, so that nobody would be shown anything: {fault.message}"
        reading.wrong_line(file, fault.line, message, rule=rule)
    if wrong:
        raise Unreadable(file)
    return policies
