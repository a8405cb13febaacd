from pathlib import Path

import pytest

from tests.flows.agency import small_agency


@pytest.fixture
def agency(tmp_path: Path) -> Path:
    return small_agency(tmp_path / "small")
