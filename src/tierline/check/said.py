"""Which prompts a step says, and with which values."""

from collections.abc import Iterator

from tierline.check.known import Known
from tierline.check.subject import Subject
from tierline.ivr.answers import LOOK_UPS
from tierline.ivr.steps import AnyStep, Choose, Collect, Queue, Send
from tierline.ports.prompts import PromptFailed

NOTHING: frozenset[str] = frozenset()


def said(step: AnyStep, known: Known) -> Iterator[tuple[str, frozenset[str]]]:
    """(prompt as the file names it, the values that it is given)."""
    own: tuple[str, ...] = getattr(step, "prompts", ())
    given = NOTHING if isinstance(step, Queue) else known.given
    yield from ((prompt, given) for prompt in own)
    match step:
        case Collect(confirm=str() as confirm):
            yield confirm, known.given | {"value"}
        case Choose(each=each):
            yield each, _options(known.offer) | {"key"}
        case Send(text=text):
            yield text, known.given


def prompts_of(step: AnyStep) -> list[str]:
    return [prompt for prompt, _ in said(step, Known())]


def spoken_in(agency: Subject, prompt: str) -> tuple[str, tuple[str, ...]]:
    """(its message, the languages in which it is said here)."""
    name, _, language = prompt.partition("@")
    return name, (language,) if language else agency.languages


def attribute(agency: Subject, prompt: str, language: str, of: str) -> str | None:
    """What its message says of itself; None also where it is missing."""
    try:
        return agency.messages.attributes(prompt, language).get(of)
    except PromptFailed:
        return None


def wants(agency: Subject, prompt: str, language: str) -> frozenset[str]:
    """The values that its message says; none where it is missing, which is a finding of its own."""
    try:
        return agency.messages.variables(prompt, language)
    except PromptFailed:
        return NOTHING


def _options(offer: str) -> frozenset[str]:
    options = LOOK_UPS[offer].options.values() if offer else ()
    return frozenset.intersection(*options) if options else NOTHING
