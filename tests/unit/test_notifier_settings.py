"""`notifier.yaml`: read whole, or refused with what to mend."""

from pathlib import Path

import pytest

from tests.architecture.sources import ROOT
from tierline.notify.settings import BadNotifier, read_notifier

EXAMPLE = ROOT / "docs" / "how-to" / "text-messages.md"


def written(tmp_path: Path, text: str) -> Path:
    file = tmp_path / "notifier.yaml"
    file.write_text(text, "utf-8")
    return file


def test_without_the_file_there_is_none(tmp_path: Path) -> None:
    assert read_notifier(tmp_path / "notifier.yaml") is None


def test_every_example_of_the_documentation_can_be_read(tmp_path: Path) -> None:
    blocks = EXAMPLE.read_text("utf-8").split("```yaml\n")[1:]
    examples = [block.partition("```")[0] for block in blocks]
    read = [read_notifier(written(tmp_path, example)) for example in examples]
    assert any(file and file.sms for file in read)
    assert any(file and file.email for file in read)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("sms: {url: 'https://gateway.example'}", "missing required field `body`"),
        ("sms: {url: 'https://gateway.example', body: {}, urll: x}", "unknown field `urll`"),
        ("sms: {url: 'http://gateway.example', body: {}}", "is not https"),
        ("sms: {url: 'http://127.0.0.1.gateway.example', body: {}}", "is not https"),
        ("sms: {url: 'ftp://127.0.0.1', body: {}}", "is not https"),
        ("email: {host: mail.example, sender: a@b.example, security: none}", "security is none"),
        ("sms: {url: 'https://gateway.example', body: {}, timeout_seconds: 90}", "timeout_seconds"),
        ("sms: [", "notifier.yaml"),
        ("letters: {}", "unknown field `letters`"),
    ],
)
def test_what_cannot_be_used_is_told(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(BadNotifier, match=says.replace(".", r"\.")):
        read_notifier(written(tmp_path, text))


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:9/x", "http://[::1]/x", "http://localhost/x", "https://g.example"]
)
def test_numbers_go_out_encrypted_or_stay_on_this_machine(tmp_path: Path, url: str) -> None:
    assert read_notifier(written(tmp_path, f"sms: {{url: '{url}', body: {{}}}}"))
