"""Whose work leads, quality and workforce may look after, over everyone there can be."""

from itertools import product
from pathlib import Path

import pytest

from tests.sample import LIBRARY, load_agency
from tierline.agency import load
from tierline.staff.entitlement import employers
from tierline.staff.oversight import UNWRITTEN, Oversight, Pair, pairs, post_of
from tierline.staff.person import OVER_THEIR_SITE, TIER_OF, Person, Role

OVERSIGHT = load_agency().oversight
SITES = ("east", "west", "main", "nowhere")
VENDORS = frozenset({"harbor", "summit"})


def person(role: Role, employment: str, vendor: str, site: str) -> Person:
    return Person(
        user=f"{role}-{site}-{vendor}",  # type: ignore[arg-type]
        name="Anybody",
        role=role,
        number="1",
        employment=employment,  # type: ignore[arg-type]
        vendor=vendor,
        site=site,
        office="newark" if role == "clerk" else None,
    )


def everybody(roles: frozenset[Role]) -> list[Person]:
    return [
        person(role, employment, vendor, site)
        for role, (employment, vendor), site in product(sorted(roles), employers(VENDORS), SITES)
        if employment == "federal" or role not in ("officer", "supervisor")
    ]


ROLES: frozenset[Role] = frozenset({*OVER_THEIR_SITE, *TIER_OF, "clerk", "author", "approver"})
COLLEAGUES = everybody(ROLES)


@pytest.mark.clause("A7")
def test_nobody_looks_after_another_site_another_vendor_or_anyone_above_tier_1() -> None:
    for viewer, colleague in product(COLLEAGUES, COLLEAGUES):
        for action in ("oversee", "review"):
            if OVERSIGHT.allows(viewer, action, colleague):
                if viewer.role == "supervisor":
                    continue
                assert viewer.role in OVER_THEIR_SITE
                assert colleague.tier == "1"
                assert colleague.site == viewer.site
                assert not viewer.vendor or colleague.vendor == viewer.vendor


@pytest.mark.clause("A7")
def test_a_contract_lead_sees_the_contractors_of_their_vendor_and_an_employee_all_of_the_site() -> None:
    ours, theirs = (person("csr", "contract", vendor, "east") for vendor in ("harbor", "summit"))
    employed = person("csr", "federal", "", "east")
    contract, federal = person("lead", "contract", "harbor", "east"), person("lead", "federal", "", "east")
    assert [OVERSIGHT.allows(contract, "oversee", c) for c in (ours, theirs, employed)] == [
        True,
        False,
        False,
    ]
    assert all(OVERSIGHT.allows(federal, "oversee", c) for c in (ours, theirs, employed))


def test_workforce_come_to_know_of_no_words_and_quality_of_no_states() -> None:
    csr = person("csr", "contract", "harbor", "east")
    workforce, quality = (person(role, "contract", "harbor", "east") for role in ("workforce", "quality"))
    assert OVERSIGHT.allows(workforce, "oversee", csr)
    assert not OVERSIGHT.allows(workforce, "review", csr)
    assert OVERSIGHT.allows(quality, "review", csr)
    assert not OVERSIGHT.allows(quality, "oversee", csr)


def test_a_site_that_the_agency_does_not_have_yet_is_asked_about_too() -> None:
    sites = {pair.colleague.site for pair in pairs(frozenset({"main"}), frozenset())}
    assert len(sites) == 2


@pytest.mark.clause("B4.4a")
def test_a_supervisor_reviews_anybodys_words_and_so_where_no_policies_are_written() -> None:
    supervisor = person("supervisor", "federal", "", "west")
    for colleague in (one for one in everybody(frozenset(TIER_OF)) if one.site != "nowhere"):
        assert OVERSIGHT.allows(supervisor, "review", colleague)
        assert UNWRITTEN.allows(supervisor, "review", colleague)


def test_an_agency_without_policies_lets_nobody_but_supervisors() -> None:
    lead, csr = person("lead", "federal", "", "east"), person("csr", "federal", "", "east")
    assert not UNWRITTEN.allows(lead, "oversee", csr)
    assert Oversight(frozenset({Pair(post_of(lead), "oversee", post_of(csr))})).allows(lead, "oversee", csr)


def test_no_policy_that_is_published_all_the_same_opens_another_site_a_tier_above_or_a_call(
    tmp_path: Path,
) -> None:
    for path in LIBRARY.rglob("*"):
        if path.is_file():
            copy = tmp_path / path.relative_to(LIBRARY)
            copy.parent.mkdir(exist_ok=True)
            copy.write_bytes(path.read_bytes())
    (tmp_path / "oversight.cedar").write_text("permit (principal, action, resource);")
    allowed = load(tmp_path).oversight.allowed
    assert allowed
    for pair in (pair for pair in allowed if pair.viewer.role != "supervisor"):
        assert pair.colleague.tier == "1"
        assert pair.viewer.site == pair.colleague.site
        assert (pair.viewer.role, pair.action) != ("workforce", "review")
