"""Policies in Cedar, asked about every situation there can be."""

from pathlib import Path

import pytest

from tierline.agency.entitlement_policies import faults, line_of, policy_lines, verdicts
from tierline.agency.folder import load, read_all
from tierline.calls.names import Verification
from tierline.staff.entitlement import EntitlementsFile, Situation, Viewer, visible_fields

FILE = EntitlementsFile(
    source="invented for the test",
    fields={"status": "basic", "applicant": "case"},
    flags=frozenset({"sealed"}),
    grants=frozenset({"archive"}),
)
SITES = frozenset({"east", "west"})
VENDORS = frozenset({"harbor", "summit"})
PERMIT = 'permit (principal, action == Action::"see", resource) when {{ {} }};'
EAST = PERMIT.format('principal.site == "east" && context.verification == "basic"')
NOT_SEALED = 'forbid (principal, action, resource) when { context.flags.contains("sealed") };'


def allowed(policies: str, viewer: Viewer, verification: Verification = "basic", *flags: str) -> set[str]:
    return set(verdicts(policies, SITES, VENDORS, FILE)[Situation(viewer, verification, frozenset(flags))])


def test_a_policy_may_be_about_one_site_alone() -> None:
    east, west = (Viewer(role="csr", employment="contract", site=site) for site in ("east", "west"))
    assert allowed(EAST, east) == {"basic", "contact", "case", "protected"}
    assert allowed(EAST, west) == set()


def test_a_policy_may_be_about_the_people_of_one_vendor_alone() -> None:
    harbor = PERMIT.format('principal.vendor == "harbor" && context.verification == "basic"')
    ours, theirs = (
        Viewer(role="csr", employment="contract", site="east", vendor=vendor)
        for vendor in ("harbor", "summit")
    )
    assert allowed(harbor, ours)
    assert allowed(harbor, theirs) == set()
    assert allowed(harbor, Viewer(role="csr", employment="federal", site="east")) == set()


def test_what_is_forbidden_no_other_policy_permits() -> None:
    east = Viewer(role="csr", employment="contract", site="east")
    assert allowed(f"{EAST}\n{NOT_SEALED}", east, "basic", "sealed") == set()
    assert allowed(f"{EAST}\n{NOT_SEALED}", east)


def test_which_policy_permits_is_known() -> None:
    never = PERMIT.format('principal.role == "clerk" && principal.tier == "1"')
    east = Situation(Viewer(role="csr", employment="contract", site="east"), "basic")
    assert verdicts(f"{never}\n{EAST}", SITES, VENDORS, FILE)[east]["basic"] == {"policy1"}


def test_nothing_is_permitted_where_nothing_is_written() -> None:
    assert not any(verdicts("", SITES, VENDORS, FILE).values())


def test_policies_are_found_by_line_whatever_comments_and_texts_say() -> None:
    policies = f'// permit (all)\n@says("permit (who // knows)")\n{EAST}\n\n{NOT_SEALED}'
    assert policy_lines(policies) == [3, 5]
    assert line_of(policies, "policy1") == 5


@pytest.mark.parametrize(
    ("policies", "line", "says"),
    [
        (f"{EAST}\n{PERMIT.format('principal.rank == 1')}", 2, "`rank`"),
        (f"{EAST}\n{PERMIT.format('context.verification == 7')}", 2, "not compatible"),
        ("permit (everybody);", 1, ""),
    ],
)
def test_what_is_wrong_with_a_policy_is_told_with_its_line(policies: str, line: int, says: str) -> None:
    (fault,) = faults(policies)
    assert (fault.line, says in fault.message) == (line, True), fault


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    base = Path(__file__).parents[1] / "broken" / "entitlement-needless"
    for path in base.rglob("*"):
        if path.is_file():
            copy = tmp_path / path.relative_to(base)
            copy.parent.mkdir(exist_ok=True)
            copy.write_bytes(path.read_bytes())
    return tmp_path


def test_a_case_with_a_flag_that_the_agency_does_not_name_is_shown_to_nobody(folder: Path) -> None:
    table, carla = load(folder).entitlements, load(folder).staff["carla"]  # type: ignore[index]
    viewer = Viewer(role=carla.role, employment=carla.employment, site=carla.site)
    assert visible_fields(table, viewer, "basic", frozenset()) == {"status"}
    assert visible_fields(table, viewer, "basic", frozenset({"unheard-of"})) == frozenset()


def test_a_clearance_that_the_agency_does_not_name_counts_for_nothing(folder: Path) -> None:
    table = load(folder).entitlements
    viewer = Viewer(role="csr", employment="contract", site="main", grants=frozenset({"unheard-of"}))
    assert visible_fields(table, viewer, "basic", frozenset()) == {"status"}


@pytest.mark.parametrize("missing", ["entitlements.yaml", "entitlements.cedar"])
def test_one_of_the_two_files_is_not_enough(folder: Path, missing: str) -> None:
    (folder / missing).unlink()
    assert [(p.file, p.rule) for p in read_all(folder)[1]] == [(missing, "file-missing")]


def test_more_flags_than_can_be_asked_about_are_refused(folder: Path) -> None:
    file = folder / "entitlements.yaml"
    file.write_text(file.read_text().replace("flags: [protected]", "flags: [protected, b, c, d, e]", 1))
    assert [p.file for p in read_all(folder)[1]] == ["entitlements.yaml"]
