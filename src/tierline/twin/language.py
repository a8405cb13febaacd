"""The keys with which a caller chooses a language at the beginning of a call."""

from datetime import datetime

from tierline.calls.events import LanguageChosen
from tierline.twin.folder import Folder
from tierline.twin.keys import KEYS
from tierline.twin.walk import Scenario, walk


class NoSuchLanguage(ValueError):
    """The message names the languages of the agency."""


def keys_to_choose(folder: Folder, language: str, at: datetime) -> str:
    """One key, or none where the call begins in that language and no key chooses it. Found by trying them.
    Raises NoSuchLanguage."""
    languages = folder.agency.profile.languages
    if language not in languages:
        raise NoSuchLanguage(f"the agency does not speak {language!r}, but {', '.join(languages)}")
    for key in KEYS:
        walked = walk(folder, Scenario(at=at, keys=key))
        if LanguageChosen(language) in walked.events:
            return key
    if language == languages[0]:
        return ""
    raise NoSuchLanguage(f"no key at the beginning of a call chooses {language!r}")
