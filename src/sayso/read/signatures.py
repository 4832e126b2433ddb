"""Signing lines: who wrote, edited or lent a report, in a paragraph of its own."""

from __future__ import annotations

import re
from functools import lru_cache

from sayso.language.en.tables import load_table

_LONGEST = 240
_NAME = r"[^\W\d_][\w.'’-]*(?: (?:[^\W\d_][\w.'’&-]*)){0,5}"
_BRACKETED = re.compile(
    r"\([A-Z][\w.'’&-]*(?:[ /,]{1,2}(?:and |with )?[A-Z][\w'’&-]*){0,5}(?<!\.)\)"
)


@lru_cache(maxsize=1)
def _credited() -> re.Pattern[str]:
    table = load_table("page")["signatures"]
    works = "|".join(table["works"])
    lent = "|".join(table["lent"])
    names = rf"{_NAME}(?:(?:, and |, | and | in ){_NAME}){{0,8}}"
    work = rf"(?:additional |with |with additional )?(?:{works})(?: and (?:{works}))? by:? {names}"
    thanks = rf"{names} (?:{lent})|with (?:agencies|wires|{names})"
    return re.compile(rf"\W?(?:{work}(?:[;.,] {work}){{0,3}}|{thanks})\.?\W?", re.IGNORECASE)


def is_signature(paragraph: str) -> bool:
    """Whether a paragraph only says who made the report: "Reporting by X; editing by Y"."""
    text = paragraph.strip()
    if not text or len(text) > _LONGEST or "\n" in text:
        return False
    if _BRACKETED.fullmatch(text):
        return True
    match = _credited().fullmatch(text)
    # Names are capitalised; "writing by hand helps" is a sentence.
    return match is not None and all(
        word[0].isupper() or word.casefold() in _small_words()
        for word in re.findall(r"[^\W\d_][\w'’-]*", text)
    )


@lru_cache(maxsize=1)
def _small_words() -> frozenset[str]:
    table = load_table("page")
    signing = " ".join([*table["signatures"]["works"], *table["signatures"]["lent"]]).split()
    return frozenset(
        [
            *signing,
            *table["head"]["name_particles"],
            "by",
            "additional",
            "with",
            "agencies",
            "wires",
        ]
    )
