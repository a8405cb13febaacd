"""Moments and disclosures as people read them, in either language of the screens."""

from datetime import UTC, datetime, tzinfo

import msgspec
from babel.dates import format_datetime

from tierline.privacy import words
from tierline.privacy.disclosures import Disclosure


class Reader(msgspec.Struct, frozen=True):
    """`zone` is where the agency is; None for who reads sorted lines, in UTC."""

    language: str = "en"
    zone: tzinfo | None = None

    def say(self, said: words.Words) -> str:
        return words.in_language(said, self.language)

    def moment(self, at: datetime) -> str:
        if self.zone is None:
            return f"{at.astimezone(UTC):%Y-%m-%d %H:%M} UTC"
        told = format_datetime(at, "d MMM y, HH:mm z", tzinfo=self.zone, locale=self.language)
        return " ".join(told.split())


def line(told: Disclosure, reader: Reader) -> str:
    say, language = reader.say, reader.language

    facts = ", ".join(words.fact(name, language) for name in told.facts)
    verified = say(words.LEVELS[told.verification]) if told.to == "caller" else ""
    whom = ", ".join(one for one in (say(words.RECIPIENTS[told.to]), told.whom, verified) if one)
    what = ": ".join(one for one in (say(words.NATURES[told.nature]), facts) if one)
    of = f" [{told.of}]" if told.of else ""
    by = f"; {told.by}" if told.by and told.whom != told.by else ""
    amended = f" ({say(words.AMENDED[told.amended])})" if told.amended else ""
    return f"{reader.moment(told.at)}  {what}{of}{amended} → {whom}; {say(words.PURPOSES[told.nature])}{by}"
