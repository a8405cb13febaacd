"""`line.yaml`, as a person writes it."""

from pathlib import Path

import pytest

from tierline.settings import BadSettings, Settings


def settings(var: Path, line: str) -> Settings:
    (var / "line.yaml").write_text(line)
    return Settings(var=var, port=8080, agency=var, ui=var, trial=True)


def test_certificates_are_named_by_their_files(tmp_path: Path) -> None:
    line = settings(tmp_path, "tls_cert: /etc/tierline/line.pem\ntls_key: line.key\n").line()
    assert (line.tls_cert, line.tls_key, line.tls_ca) == (
        Path("/etc/tierline/line.pem"),
        Path("line.key"),
        None,
    )


def test_what_is_no_setting_is_said(tmp_path: Path) -> None:
    with pytest.raises(BadSettings, match="tls_cert"):
        settings(tmp_path, "tls_cert: [1]").line()
