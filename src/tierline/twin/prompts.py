"""Prompts with the agency's real words and no sound: the file's name says which prompt it would be."""

from collections.abc import Mapping
from pathlib import Path

from tierline.agency import Messages
from tierline.ports.prompts import Prompts, Spoken


class WrittenPrompts(Prompts):
    def __init__(self, messages: Messages) -> None:
        self._messages = messages

    def words(self, prompt: str, language: str, arguments: Mapping[str, str | int]) -> str:
        return self._messages.text(prompt, language, arguments)

    def with_blanks(self, prompt: str, language: str) -> str:
        return self._messages.with_blanks(prompt, language)

    async def speak(
        self, prompt: str, language: str, arguments: Mapping[str, str | int], *, slower: bool = False
    ) -> Spoken:
        text = self.words(prompt, language, arguments)
        folder = f"/{language}/slow" if slower else f"/{language}"
        return Spoken(prompt, language, text, Path(f"{folder}/{prompt}.wav"))

    async def read_out(self, text: str, language: str) -> Spoken:
        return Spoken("", language, text, Path(f"/{language}/read-out/{text}.wav"))
