"""What keeps a file from being read as it was meant."""

import re
from collections.abc import Iterator

from tierline.agency.problem import Problem
from tierline.check.finding import Finding, Rule
from tierline.check.subject import Subject

MISSING = Rule("file-missing", "An agency has every file that it cannot do without.")
UNREADABLE = Rule("file-unreadable", "No file is passed over because it is not YAML, or not text.")
UNKNOWN = Rule("file-unknown", "No file is written that nothing reads, for a slip in its name.")
SCHEMA = Rule(
    "schema", "Every entry is understood: nothing is left out of it, misspelt, or of the wrong kind."
)
HOURS = Rule("hours-unusable", "No place closes before it opens, or has hours that overlap.")
OFFICE = Rule("office-undefined", "No caller or request is sent to an office that there is not.")

RULES = (
    MISSING,
    UNREADABLE,
    UNKNOWN,
    SCHEMA,
    HOURS,
    OFFICE,
    Rule("prompt-file-unreadable", "No language falls silent because its file cannot be read."),
    Rule("prompt-not-fluent", "No prompt is lost for a slip in its syntax."),
    Rule("prompt-twice", "No prompt is edited of which another, of the same name, is said."),
    Rule("prompt-attribute-wrong", "What a prompt says of itself is understood."),
    Rule("prompt-refers-to-nothing", "No prompt has a hole where another was to be said."),
    Rule("prompt-function-wrong", "No value is left unsaid because the function that words it fails."),
    Rule("prompt-hard-to-say", "No voice stumbles over signs and numbers written for the eye."),
    Rule("prompt-endless", "No prompt contains itself."),
)

READ = re.compile(
    r"[^/]*\.(?!ya?ml$|ftl$|wav$)[^/]*|[^/.]*|docs/.*"
    r"|(agency|flow|offices|tiers|staff|countries|jurisdictions|request-kinds|routing|holidays|closures|forms"
    r"|receipts|entitlements|interpreters|contacts|queues|work-states|dispositions|supervision|emergencies|recording|verification"
    r"|sample-cases|case-systems|sites|privacy)\.yaml|(entitlements|oversight)\.cedar"
    r"|(flows|cases|scripts|practice)/[^/]+\.yaml|prompts/[^/]+\.ftl|recordings/[^/]+/(slow/)?[^/]+\.wav"
)
"""Names of files that something reads, and of notes beside them."""


def find(agency: Subject) -> Iterator[Finding]:
    yield from (_finding(problem) for problem in agency.reading.problems)
    yield from (_finding(problem) for problem in agency.messages.problems())
    for name in agency.reading.files:
        if not READ.fullmatch(name):
            yield Finding(name, 1, UNKNOWN.name, "nothing reads this file: mend its name, or take it away")


def _finding(problem: Problem) -> Finding:
    return Finding(problem.file, problem.line, problem.rule, problem.message)
