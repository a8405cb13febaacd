"""The documents keep to what is there: every link leads somewhere, every field term is used."""

import re
from pathlib import Path

import pytest

from tests.architecture.sources import ROOT, committed, name, python

DOCUMENTS = [path for path in committed() if path.suffix == ".md"]
GLOSSARY = ROOT / "docs" / "glossary.md"


@pytest.mark.parametrize("document", DOCUMENTS, ids=name)
def test_every_link_leads_somewhere(document: Path) -> None:
    links = re.findall(r"\]\(([^)\s]+)\)", document.read_text())
    ours = [link for link in links if not re.match(r"[a-z]+:", link)]
    assert [link for link in ours if not _leads(document, link)] == []


def _leads(document: Path, link: str) -> bool:
    file, _, heading = link.partition("#")
    target = (document.parent / file).resolve() if file else document
    if not target.exists():
        return False
    return not heading or heading in _headings(target)


def _headings(document: Path) -> set[str]:
    titles = re.findall(r"^#+ (.+)$", document.read_text(), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


def test_every_term_of_the_glossary_is_used_in_the_code() -> None:
    terms = re.findall(r"^\*\*(.+?)\*\*", GLOSSARY.read_text(), re.MULTILINE)
    code = "\n".join(path.read_text() for path in python("src")).lower().replace("_", " ")
    assert terms
    assert [term for term in terms if term.lower() not in code] == []


def test_the_index_names_every_document() -> None:
    index = (ROOT / "docs" / "README.md").read_text()
    documents = [path.relative_to(ROOT / "docs") for path in DOCUMENTS if path.is_relative_to(ROOT / "docs")]
    assert [str(path) for path in documents if f"({path})" not in index and path.name != "README.md"] == []
