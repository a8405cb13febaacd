"""The sample agency's tables, as its folder has them."""

from pathlib import Path
from typing import TypeVar

import msgspec
import yaml

from tierline.offices.countries import CountriesFile
from tierline.offices.directory import Directory
from tierline.offices.jurisdictions import JurisdictionsFile
from tierline.offices.office import OfficesFile
from tierline.scripts.script import Script

FOLDER = Path(__file__).parents[1] / "agencies" / "uscis"

T = TypeVar("T")


def read(name: str, type_: type[T]) -> T:
    return msgspec.convert(yaml.safe_load((FOLDER / name).read_text(encoding="utf-8")), type=type_)


def directory() -> Directory:
    return Directory(
        read("offices.yaml", OfficesFile),
        read("countries.yaml", CountriesFile),
        read("jurisdictions.yaml", JurisdictionsFile),
    )


def scripts() -> tuple[Script, ...]:
    return tuple(read(f"scripts/{path.name}", Script) for path in sorted((FOLDER / "scripts").iterdir()))
