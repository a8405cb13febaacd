"""Pictures for the documents, taken where the story of the tests shows a screen at its best."""

import os
from pathlib import Path

from tests.browser.person import Person


def picture(person: Person, name: str) -> None:
    """Only when the environment names a folder for them in TIERLINE_SCREENSHOTS."""
    folder = os.environ.get("TIERLINE_SCREENSHOTS")
    if folder:
        person.page.screenshot(path=Path(folder) / f"{name}.png", animations="disabled")
