"""The one gate that every agency passes before it is published."""

from tierline.agency import load
from tierline.agency.files import Files


def admit(files: Files, version: str | None = None) -> None:
    """Raises BadAgency with what is wrong. `version` where not all files are at hand."""
    load(files, version)
