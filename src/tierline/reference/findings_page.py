"""docs/reference/findings.md"""

from collections.abc import Sequence

from tierline.check.check import FAMILIES
from tierline.check.finding import Rule

_HEAD = """\
# Findings

`tierline check DIR` looks at an agency's folder for everything that could strand or mislead a caller, and
tells all of it at once, each with its file, its line, and how to mend it. It ends with 0 when there is
nothing, with 1 when there is something, with 2 when there is no such folder. With `--json`, for scripts:

    {"ok": false, "findings": [{"file": "flow.yaml", "line": 20, "rule": "step-undefined", "message": "…"}]}

`tierline publish` refuses a folder with findings. `--anyway` publishes it in spite of them: an emergency
closure cannot wait until a calendar of holidays is mended. What cannot be read at all is never published. A
trial (`tierline run`) whose folder has changed tells what it finds, and starts.

A rule that cannot be kept on *some* way through the flow is broken: the checker follows every key, every
silence and every answer, into each sub-flow from each place that does it. Each rule has an agency in
[tests/broken](../../tests/broken) that breaks it and nothing else: `tierline check tests/broken/<rule>`.

This page is made from the code, by `tierline reference docs/reference`.
"""


def findings_page() -> str:
    return "\n".join([_HEAD, *(_family(family.__doc__ or "", family.RULES) for family in FAMILIES)])


def _family(asks: str, rules: Sequence[Rule]) -> str:
    rows = [f"| `{rule.name}` | {rule.protects} |" for rule in rules]
    question = asks.strip().rstrip(".")
    return "\n".join([f"## {question}", "", "| rule | what it protects |", "|---|---|", *rows, ""])
