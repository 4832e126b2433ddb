"""The gold examples of parties: files of lines, read into cases."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from marked_text import gold_lines, read_marked

from sayso.model import Party
from sayso.resolve.parties import find_parties, make_sides

USER_SIDES = {
    "Government": ["Velmar", "Velmari", "Interior Ministry", "Hana Vrel"],
    "Front": ["Southern Front", "Front"],
}


@dataclass(frozen=True, slots=True)
class Case:
    marked: str
    expected: tuple[str, ...] | None


_ANSWER = re.compile(r"(\d) => (.+)")


def cases(file: str) -> list[Case]:
    """Return the cases of a file that has one example and its answer a line."""
    lines = gold_lines(Path(__file__).with_name(file).read_text("utf-8"))
    return [Case(marked, _wanted(wanted)) for marked, wanted in lines]


def passage_cases(file: str) -> list[Case]:
    """Return the cases of a file of passages, each followed by its statements' answers."""
    found: list[Case] = []
    passage = ""
    for line in Path(__file__).with_name(file).read_text("utf-8").splitlines():
        answered = _ANSWER.fullmatch(line)
        if answered:
            asked = re.sub(rf"\[([SCT]){answered[1]} ", r"[\1 ", passage)
            found.append(Case(asked, _wanted(answered[2])))
        elif line and not line.startswith("#"):
            passage = line
    return found


def _wanted(text: str) -> tuple[str, ...] | None:
    return None if text == "none" else tuple(part.strip() for part in text.split("|"))


def told(party: Party | None) -> tuple[str, ...] | None:
    """Return a party as the gold writes it: name, kind, side, role, for."""
    if party is None:
        return None
    return (
        party.name,
        party.kind.value,
        party.side or "-",
        party.role or "-",
        party.acts_for or "-",
    )


def answer(case: Case) -> tuple[str, ...] | None:
    """Return what sayso finds for a case."""
    sides = make_sides(USER_SIDES if case.marked.startswith("@") else {})
    parsed, attributions, asked = read_marked(case.marked.removeprefix("@").strip())
    return told(find_parties(parsed, attributions, sides)[asked])
