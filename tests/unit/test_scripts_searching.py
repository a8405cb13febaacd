"""Scripts by their words, as an agent types them while a caller waits."""

from time import perf_counter

import msgspec
import pytest

from tests.sample_agency import scripts
from tierline.scripts.script import Script
from tierline.scripts.searching import ScriptIndex, words_of

SCRIPTS = scripts()
INDEX = ScriptIndex(SCRIPTS)
PLAIN, *_ = (script for script in SCRIPTS if script.texts)


def found(typed: str, index: ScriptIndex = INDEX) -> list[str]:
    scores = index.search(typed)
    return [name for name, _ in sorted(scores, key=lambda named: -scores[named])]


def titled(name: str, title: str, text: str = "") -> Script:
    return msgspec.structs.replace(
        PLAIN, id=name, topics=(), titles={"en": title, "es": title}, texts={"en": text}, variables=()
    )


def test_accents_and_capitals_make_no_difference() -> None:
    assert words_of("Núm. de RECIBO: I-90") == ["num", "de", "recibo", "i", "90"]
    assert found("SOLICITUD trafico") == found("solicitud tráfico")
    assert found("direccion") == found("Dirección") != []


@pytest.mark.clause("A9")
@pytest.mark.parametrize("typed", ["your card has not come", "tarjeta no ha llegado", "card", "tarjeta"])
def test_a_script_is_found_in_either_language_whatever_the_caller_speaks(typed: str) -> None:
    assert found(typed)[0] == "card-not-received"


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.id)
def test_every_script_is_found_by_its_title_in_each_language(script: Script) -> None:
    for title in script.titles.values():
        assert script.id in found(title)
        assert script.id in found(title.upper())


def test_the_beginning_of_a_word_is_enough() -> None:
    assert "change-of-address" in found("addr")
    assert found("a") == found("a") != found("addr")


@pytest.mark.parametrize(
    ("typed", "title"),
    [("mailed", "Mail"), ("mailing", "It was mailed"), ("enviar", "Ya se envió"), ("tarjetas", "Tarjeta")],
)
def test_another_form_of_a_word_is_enough(typed: str, title: str) -> None:
    index = ScriptIndex([titled("of-it", title), titled("other", "Something")])
    assert found(typed, index) == ["of-it"]


def test_the_word_itself_weighs_more_than_another_form_of_it() -> None:
    index = ScriptIndex([titled("form", "Mailing"), titled("itself", "Mailed")])
    assert found("mailed", index) == ["itself", "form"]


def test_a_word_of_the_title_weighs_more_than_one_of_the_text() -> None:
    index = ScriptIndex([titled("text", "Something", "fees"), titled("title", "Fees")])
    assert found("fees", index) == ["title", "text"]


def test_a_whole_word_weighs_more_than_one_that_only_begins_so() -> None:
    index = ScriptIndex([titled("begun", "Cardinal numbers"), titled("whole", "Card")])
    assert found("card", index) == ["whole", "begun"]


def test_what_a_step_of_a_guide_says_or_asks_is_found_too() -> None:
    assert found("mailbox") == found("mudado card")[:1] == ["card-not-received"]


def test_what_has_more_of_the_words_leaves_out_what_has_fewer() -> None:
    assert found("supervisor card tarjeta") == ["card-not-received"]


@pytest.mark.parametrize("typed", ["adress", "addresss", "addrses", "adddress", "addrexs"])
def test_one_wrong_letter_is_forgiven(typed: str) -> None:
    assert "change-of-address" in found(typed)


def test_nothing_is_found_by_nothing_or_by_what_no_script_has() -> None:
    assert [found(typed) for typed in ("", "  ", "?!", "xylophone")] == [[], [], [], []]


def test_of_a_thousand_texts_one_is_found_well_within_five_milliseconds() -> None:
    many = [
        msgspec.structs.replace(script, id=f"{script.id}-{n}", topics=(f"topic-{n}", *script.topics))
        for n in range(500 // len(SCRIPTS) + 1)
        for script in SCRIPTS
    ]
    index = ScriptIndex(many)
    times = []
    for _ in range(20):
        began = perf_counter()
        assert index.search("tarjeta no ha lleg")
        times.append(perf_counter() - began)
    assert min(times) < 0.005
