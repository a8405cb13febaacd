"""Whether the policies on who may see what of a case keep what no agency may give up, in every situation that
there can be: not for the people it has today alone."""

from collections.abc import Iterator

from tierline.agency.entitlement_policies import line_of, policy_lines, verdicts
from tierline.agency.entitlements import FILE, POLICIES, policies_of, sites_of, spoken_of, vendors_of
from tierline.agency.folder import scripts_of, staff_of
from tierline.check.finding import Finding, Rule
from tierline.check.subject import Subject
from tierline.scripts.faults import of_facts
from tierline.staff.entitlement import FieldClass, Names, Situation
from tierline.staff.person import FOR_FEDERAL_STAFF_ONLY, OVER_THEIR_SITE

UNUSABLE = Rule("entitlement-unusable", "No policy on who may see what is misread.")
UNVERIFIED = Rule(
    "entitlement-unverified", "Nothing of a case is told before it is known who is calling (A8)."
)
TIER_1 = Rule("entitlement-tier-one", "Tier 1 sees and says basic facts alone (A8).")
CONTRACT = Rule(
    "entitlement-contract", "No contractor sees as an officer or a supervisor what is for those (A7)."
)
SITE_ROLES = Rule(
    "entitlement-site-roles",
    "Whoever looks after a site sees basic facts alone, and workforce nothing of any case (A7, ours).",
)
HIDDEN = Rule(
    "entitlement-hidden",
    "A case that is to look unknown is shown only to cleared people, after special verification.",
)
NEEDLESS = Rule("entitlement-needless", "No policy is relied on that never permits anything.")
GRANT = Rule("grant-unknown", "Nobody holds a clearance that no policy can know.")
SCRIPT = Rule("script-fact-hidden", "No script breaks off at a fact that its readers may never see.")

RULES = (UNUSABLE, UNVERIFIED, TIER_1, CONTRACT, SITE_ROLES, HIDDEN, NEEDLESS, GRANT, SCRIPT)


def find(agency: Subject) -> Iterator[Finding]:
    if FILE not in agency.reading.files:
        return
    yield from _grants(agency)
    yield from _scripts(agency)
    policies = policies_of(agency.reading)
    sites, vendors = sites_of(agency.reading), vendors_of(agency.reading)
    asked = verdicts(policies, sites, vendors, spoken_of(agency.reading))
    hiding = spoken_of(agency.reading).hiding_flags
    used: set[str] = set()
    found: set[Finding] = set()
    for situation, allowed in asked.items():
        for kind, because in allowed.items():
            used |= because
            for rule, message in _wrong(situation, kind, hiding):
                lines = {line_of(policies, policy) for policy in because}
                found |= {Finding(POLICIES, line, rule.name, message) for line in lines}
    yield from found
    for nth, line in enumerate(policy_lines(policies)):
        if f"policy{nth}" not in used and _permits(policies, line):
            message = "nobody is permitted anything by this policy: mend what it asks for, or take it away"
            yield Finding(POLICIES, line, NEEDLESS.name, message)


def _wrong(situation: Situation, kind: FieldClass, hiding: Names) -> Iterator[tuple[Rule, str]]:
    viewer, who = situation.viewer, _who(situation)
    if situation.verification == "none":
        yield UNVERIFIED, f"permits {who} to see {kind} facts of a caller who is not verified: ask for it"
    if viewer.tier == "1" and kind != "basic":
        yield TIER_1, f"permits {who}, who is Tier 1, to see {kind} facts: only basic ones can be"
    if viewer.employment == "contract" and viewer.role in FOR_FEDERAL_STAFF_ONLY:
        yield CONTRACT, f"permits {who} what is for federal staff: ask for their employment"
    if viewer.role in OVER_THEIR_SITE and (kind != "basic" or viewer.role == "workforce"):
        most = "nothing" if viewer.role == "workforce" else "basic facts at the most"
        yield SITE_ROLES, f"permits {who} to see {kind} facts: {most} can be"
    cleared = viewer.grants and situation.verification == "special"
    if not hiding.isdisjoint(situation.flags) and not cleared:
        flags = ", ".join(sorted(hiding & situation.flags))
        yield HIDDEN, f"permits {who} to see a case marked {flags}: ask for a grant and special verification"


def _who(situation: Situation) -> str:
    """In one word each, so that one policy has one finding, and not one for each site and clearance."""
    viewer = situation.viewer
    return f"{viewer.role} ({viewer.employment})" if viewer.employment else "the IVR"


def _permits(policies: str, line: int) -> bool:
    return "permit" in policies.splitlines()[line - 1]


def _grants(agency: Subject) -> Iterator[Finding]:
    known = spoken_of(agency.reading).grants
    for nth, person in enumerate(staff_of(agency.reading).staff):
        for grant in sorted(person.grants - known):
            message = f"{person.user} holds {grant}, which is none of the grants of {FILE}: name it there"
            yield agency.at(GRANT, "staff.yaml", ("staff", nth, "grants"), message)


def _scripts(agency: Subject) -> Iterator[Finding]:
    fields = spoken_of(agency.reading).fields
    names = agency.reading.names("scripts", ".yaml")
    for name, script in zip(names, scripts_of(agency.reading), strict=True):
        for fault in of_facts(script.variables, script.allowed_tiers, fields):
            yield agency.at(SCRIPT, name, fault.path, str(fault.why))
