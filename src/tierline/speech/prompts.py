"""Prompts as callers hear them: the agency's words, spoken."""

from collections.abc import Callable, Mapping
from typing import Protocol

from tierline.ports.prompts import PromptFailed, Prompts, Spoken
from tierline.ports.voice import VoiceFailed
from tierline.speech.speech import Speech


class Words(Protocol):
    """Where the words come from: the agency's messages."""

    def text(self, prompt: str, language: str, arguments: Mapping[str, str | int]) -> str: ...

    def with_blanks(self, prompt: str, language: str) -> str: ...

    def attributes(self, prompt: str, language: str) -> Mapping[str, str]: ...

    def fixed(self) -> list[tuple[str, str, str]]: ...


class SpokenPrompts(Prompts):
    """`typed` is for the prompts that are meant for text telephones (`.voice = tty`)."""

    def __init__(self, words: Words, speech: Speech, typed: Speech) -> None:
        self._words = words
        self._speech = speech
        self._typed = typed

    def words(self, prompt: str, language: str, arguments: Mapping[str, str | int]) -> str:
        return self._words.text(prompt, language, arguments)

    def with_blanks(self, prompt: str, language: str) -> str:
        return self._words.with_blanks(prompt, language)

    async def speak(
        self, prompt: str, language: str, arguments: Mapping[str, str | int], *, slower: bool = False
    ) -> Spoken:
        text = self.words(prompt, language, arguments)
        try:
            sound = await self._for(prompt, language).sound(prompt, text, language, slower=slower)
        except (VoiceFailed, OSError) as failed:  # a full disk among others
            raise PromptFailed(str(failed)) from failed
        return Spoken(prompt, language, text, sound)

    async def read_out(self, text: str, language: str) -> Spoken:
        try:
            sound = await self._speech.sound(None, text, language)
        except (VoiceFailed, OSError) as failed:
            raise PromptFailed(str(failed)) from failed
        return Spoken("", language, text, sound)

    async def prepare(self, progress: Callable[[int, int], None]) -> None:
        """Every prompt that says the same to all callers, at its usual speed, before the first of them rings.
        What is recorded needs no voice; a language without one has nothing to prepare. Raises VoiceFailed."""
        spoken = [
            (prompt, language, text)
            for prompt, language, text in self._words.fixed()
            if self._for(prompt, language).needs_the_voice(prompt, language)
        ]
        slow = [(text, language) for name, language, text in spoken if not self._is_typed(name, language)]
        await self._speech.prepare(slow, progress)
        for prompt, language, text in spoken:
            await self._for(prompt, language).sound(prompt, text, language)

    def _for(self, prompt: str, language: str) -> Speech:
        return self._typed if self._is_typed(prompt, language) else self._speech

    def _is_typed(self, prompt: str, language: str) -> bool:
        return self._words.attributes(prompt, language).get("voice") == "tty"
