"""Whether the policies on who looks after whose work keep everyone to their own site, among any two people
that there can be."""

from collections.abc import Iterator, Set

from tierline.agency.entitlement_policies import line_of, policy_lines
from tierline.agency.entitlements import sites_of, vendors_of
from tierline.agency.oversight import POLICIES, policies_of, verdicts
from tierline.calls.names import Tier
from tierline.check.finding import Finding, Rule
from tierline.check.subject import Subject
from tierline.staff.oversight import Pair, beyond

UNUSABLE = Rule("oversight-unusable", "No policy on who looks after whose work is misread.")
ELSEWHERE = Rule(
    "oversight-elsewhere",
    "Nobody who looks after a site sees people of another, nor a vendor's another vendor's (A7, ours).",
)
UPWARDS = Rule(
    "oversight-upwards", "Whoever looks after a site sees its Tier 1 alone, no officer and no supervisor."
)
CONTENT = Rule("oversight-content", "Workforce people come to know of no call what was said in it.")
UNVERIFIED = Rule(
    "oversight-unverified",
    "There is a supervisor who can verify what callers were told, at each tier (B4.4a).",
)
NEEDLESS = Rule("oversight-needless", "No policy is relied on that never permits anybody anything.")

RULES = (UNUSABLE, ELSEWHERE, UPWARDS, CONTENT, UNVERIFIED, NEEDLESS)


def find(agency: Subject) -> Iterator[Finding]:
    if POLICIES not in agency.reading.files:
        return
    policies = policies_of(agency.reading)
    used: set[str] = set()
    found: set[Finding] = set()
    asked = verdicts(policies, sites_of(agency.reading), vendors_of(agency.reading))
    yield from _unverified(
        agency, {pair.colleague.tier for pair in asked if pair.viewer.role == "supervisor"}
    )
    for pair, because in asked.items():
        used |= because
        for rule, message in _wrong(pair):
            found |= {Finding(POLICIES, line_of(policies, p), rule.name, message) for p in because}
    yield from found
    for nth, line in enumerate(policy_lines(policies)):
        if f"policy{nth}" not in used and "permit" in policies.splitlines()[line - 1]:
            message = "nobody is permitted anything by this policy: mend what it asks for, or take it away"
            yield Finding(POLICIES, line, NEEDLESS.name, message)


def _unverified(agency: Subject, verified: Set[Tier | None]) -> Iterator[Finding]:
    if not agency.tiers.has("supervisor"):
        return
    for tier in agency.tiers.tiers:
        if tier.id not in verified:
            message = f"permits no supervisor to review what tier {tier.id} told callers: permit it"
            yield Finding(POLICIES, 1, UNVERIFIED.name, message)


def _wrong(pair: Pair) -> Iterator[tuple[Rule, str]]:
    viewer = pair.viewer
    who = f"{viewer.role} ({viewer.employment})"
    match beyond(pair):
        case "elsewhere" if viewer.site != pair.colleague.site:
            ask = "ask for resource.site == principal.site"
            yield ELSEWHERE, f"permits {who} to look after another site: {ask}"
        case "elsewhere":
            yield ELSEWHERE, f"permits {who} of a vendor to look after others' people: ask for their vendor"
        case "upwards":
            ask = 'ask for resource.tier == "1"'
            yield UPWARDS, f"permits {who} to look after a colleague above Tier 1: {ask}"
        case "content":
            yield CONTENT, f"permits {who} to read what callers were told: leave workforce out of it"
