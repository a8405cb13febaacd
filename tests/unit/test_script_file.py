"""A script that is written to a file is read from it as the same."""

import pytest

from tests.sample_agency import scripts
from tierline.agency.script_file import YamlScripts
from tierline.ports.script_files import BadScriptFile
from tierline.scripts.script import Script

FILES = YamlScripts()


@pytest.mark.parametrize("script", scripts(), ids=lambda script: script.id)
def test_what_is_written_is_read_as_the_same(script: Script) -> None:
    assert FILES.read(FILES.write(script)) == script


def test_the_words_stay_readable_in_every_language() -> None:
    text = FILES.write(next(script for script in scripts() if script.id == "card-not-received"))
    assert "¿Sabe cuándo se envió?" in text
    assert text.splitlines()[1] == "id: card-not-received"


@pytest.mark.parametrize("text", ["id: [", "id: a\nversion: new\n", "", "id: a\nid: b\n"])
def test_what_is_no_script_says_on_which_line(text: str) -> None:
    with pytest.raises(BadScriptFile, match=r"line \d+: "):
        FILES.read(text)
