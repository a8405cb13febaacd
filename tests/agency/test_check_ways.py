"""What the checker takes a call to know depends on every way that it can have come."""

from datetime import UTC, datetime
from pathlib import Path

from tierline.agency.files import Files, FolderFiles
from tierline.calls.place import Spot
from tierline.check.check import check
from tierline.check.subject import Subject

BASE = Path(__file__).parents[1] / "broken" / "base"
NOW = datetime(2026, 11, 24, 15, 0, tzinfo=UTC)

HOURS_TWICE = """\
start: find
steps:
  find:
    look_up: hours
    about: "1"
    outcomes: {open: found, closed: found, shut: found}
  found:
    return: found
"""


def with_flow(*changes: tuple[str, str], **files: str) -> Files:
    written = dict(FolderFiles(BASE).items())
    flow = written["flow.yaml"].decode()
    for old, new in changes:
        assert old in flow
        flow = flow.replace(old, new, 1)
    more = {name.replace("__", "/") + ".yaml": text.encode() for name, text in files.items()}
    return {**written, **more, "flow.yaml": flow.encode()}


def rules(files: Files) -> set[str]:
    return {finding.rule for finding in check(files, NOW)}


def test_a_value_given_on_one_way_only_is_unset() -> None:
    outcomes = "{open: open, closed: closed, shut: main}"
    both_give_hours = (outcomes, "{open: open, closed: open, shut: main}")
    one_gives_opens = (outcomes, "{open: closed, closed: closed, shut: main}")
    assert "variable-unset" not in rules(with_flow(both_give_hours))
    assert "variable-unset" in rules(with_flow(one_gives_opens))


def test_a_value_is_over_with_the_callers_next_choice() -> None:
    ask = "  open:\n    menu: [main-menu]\n    keys: {'1': told}\n    silent: told\n    wrong: main\n\n"
    told = "  told:\n    say: [hours-open]\n    then: main\n"
    assert "variable-unset" in rules(
        with_flow(("  open:\n    say: [hours-open]\n    then: main\n", ask + told))
    )
    silent_only = ask.replace("{'1': told}", "{'1': main}") + told
    assert "variable-unset" not in rules(
        with_flow(("  open:\n    say: [hours-open]\n    then: main\n", silent_only))
    )


def test_a_sub_flow_comes_back_only_to_where_it_was_done() -> None:
    """Done twice, once where the hours are said next, once where they are not: no way is made up from the one
    into the other."""
    done = with_flow(
        ('      "1": hours\n', '      "1": hours\n      "2": once\n      "3": again\n'),
        (
            "  person:\n",
            "  once:\n    do: look\n    outcomes: {found: tell}\n\n"
            "  tell:\n    say: [hours-open]\n    then: main\n\n"
            "  again:\n    do: look\n    outcomes: {found: main}\n\n"
            "  person:\n",
        ),
        flows__look=HOURS_TWICE,
    )
    assert rules(done) == set()
    agency = Subject(done, NOW)
    assert {spot.stack for spot in agency.spots if spot.step == "look/found"} == {("once",), ("again",)}
    assert agency.known[Spot("tell")].given == {"hours"}


def test_a_sub_flow_that_walks_itself_is_no_endless_check() -> None:
    itself = HOURS_TWICE.replace("open: found", "open: again") + (
        "  again:\n    do: look\n    outcomes: {found: found}\n"
    )
    assert "sub-flow-does-itself" in rules(
        with_flow(
            ('      "1": hours\n', '      "1": hours\n      "2": once\n'),
            ("  person:\n", "  once:\n    do: look\n    outcomes: {found: main}\n\n  person:\n"),
            flows__look=itself,
        )
    )


def test_a_branch_that_asks_for_verification_proves_it() -> None:
    agency = Subject(
        with_flow(
            ("{open: open, closed: closed, shut: main}", "{open: known, closed: closed, shut: main}"),
            (
                "  open:\n",
                "  known:\n    branch:\n      - {if: {verification: [basic]}, then: open}\n"
                "      - {else: main}\n\n  open:\n",
            ),
        ),
        NOW,
    )
    assert agency.known[Spot("open")].verified
    assert not agency.known[Spot("known")].verified
