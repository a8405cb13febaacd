"""Writes what an officer does to a system over HTTP, as the agency describes it."""

import re
from collections.abc import Mapping
from urllib.parse import quote

import httpx
import jmespath
from jmespath.exceptions import JMESPathError

from tierline.body_template import filled
from tierline.cases.over_http import Told, told
from tierline.cases.plain_text import plain_text
from tierline.ports.case_system import Act, CaseSystemAway, NotDone
from tierline.ports.case_systems_file import Writing

_PLACES = re.compile(r"\{(receipt|key|note)\}")
_REFUSED = frozenset({400, 404, 405, 409, 410, 413, 415, 422})
"""About this act: sending it again would change nothing. After any other answer it is not known."""


async def written(http: httpx.AsyncClient, writing: Writing, act: Act, headers: Mapping[str, str]) -> str:
    """Raises NotDone, CaseSystemAway."""
    values = {"receipt": act.receipt, "key": act.key, "note": act.note}
    url = _PLACES.sub(lambda place: quote(values[place[1]], safe=""), writing.url)
    answer = await told(
        http,
        writing.method,
        url,
        json=filled(writing.body, values),
        headers={**headers, "Idempotency-Key": act.key},
    )
    if answer.status in writing.confirmed:
        return _number(writing, answer)
    if answer.status in _REFUSED:
        raise NotDone(f"it refused: status {answer.status}")
    raise CaseSystemAway(f"it did not say that it is done: status {answer.status}")


def _number(writing: Writing, answer: Told) -> str:
    """Empty where there is none: the status has said that it is done."""
    if not writing.number:
        return ""
    try:
        found = jmespath.search(writing.number, answer.json())
    except (JMESPathError, CaseSystemAway):
        return ""
    return plain_text(str(found))[:40] if isinstance(found, str | int) else ""
