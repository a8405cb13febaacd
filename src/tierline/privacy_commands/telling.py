"""One disclosure as a line to read, in either language of the screens."""

from datetime import UTC, datetime

from tierline.privacy import words
from tierline.privacy.disclosures import Disclosure


def moment(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y-%m-%d %H:%M} UTC"


def line(told: Disclosure, language: str = "en") -> str:
    def say(said: words.Words) -> str:
        return words.in_language(said, language)

    facts = ", ".join(words.fact(name, language) for name in told.facts)
    verified = say(words.LEVELS[told.verification]) if told.to == "caller" else ""
    whom = ", ".join(one for one in (say(words.RECIPIENTS[told.to]), told.whom, verified) if one)
    what = ": ".join(one for one in (say(words.NATURES[told.nature]), facts) if one)
    of = f" [{told.of}]" if told.of else ""
    by = f"; {told.by}" if told.by and told.whom != told.by else ""
    amended = f" ({say(words.AMENDED[told.amended])})" if told.amended else ""
    return f"{moment(told.at)}  {what}{of}{amended} → {whom}; {say(words.PURPOSES[told.nature])}{by}"
