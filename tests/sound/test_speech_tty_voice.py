"""The voice that types."""

from pathlib import Path

import pytest

from tierline.ports.voice import VoiceFailed
from tierline.speech.tty_voice import LONGEST_TEXT, TtyVoice


async def test_the_same_words_are_made_once_however_they_are_written(tmp_path: Path) -> None:
    voice = TtyVoice(tmp_path)
    first = await voice.render("Hold  for\nagent", "en")
    made = first.stat().st_mtime_ns
    assert await voice.render("HOLD FOR AGENT", "es") == first
    assert first.stat().st_mtime_ns == made


@pytest.mark.parametrize(
    ("text", "why"),
    [("mañana", "cannot show 'Ñ'"), ("  ", "0 characters"), ("A" * (LONGEST_TEXT + 1), "501")],
)
async def test_what_cannot_be_typed_is_refused_in_a_sentence(tmp_path: Path, text: str, why: str) -> None:
    with pytest.raises(VoiceFailed, match=f"The text for text telephones.*{why}"):
        await TtyVoice(tmp_path).render(text, "en")
