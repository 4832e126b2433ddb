"""The wordings of evasion, as regular expressions made from language/en/evasive.toml."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from sayso.language.en.tables import load_table


@dataclass(frozen=True, slots=True)
class Wording:
    """One way to evade. Its group "given" is what was not given, should no matter be named.

    Where the group is missing, the last word of the match is taken for it.

    ``matter`` tells how the matter goes on behind the match: "about" with a preposition, "clause"
    with any words, which must then be there, "" not at all. ``keeps`` is true where the content
    holds "given" even when a matter is named: "to comment on the raid".
    """

    pattern: re.Pattern[str]
    matter: str
    keeps: bool = False


_SOFT = r"(?:(?:immediately|publicly|directly|yet|also|so far|even|otherwise|further|\w+ly) )*"
_DID_NOT = (
    r"(?:(?:did|does|do|has|have|had|would|will|could|can) " + _SOFT + r"not |cannot "
    r"|(?:(?:did|does|do|has|have|had|would|could)n['’]t|(?:wo|ca)n['’]t) )" + _SOFT
)
_WOULD_NOT = (
    r"(?:(?:would|will|could|can) " + _SOFT + r"not |cannot "
    r"|(?:would|could|wo|ca)n['’]t )" + _SOFT
)
_WILL_NOT = r"(?:(?:would|will) " + _SOFT + r"not |(?:would|wo)n['’]t )" + _SOFT
_REFUSED = (
    r"(?:(?:has|have|had|is|are|was|were) (?:\w+ly )?)?"
    r"(?:declined|declines|declining|refused|refuses|refusing) "
)
_CLAUSE = (
    r"(?=(?:(?:by|to|for|with|at) wh\w+|whether|if|who|what|when|where|why|how|which|whose)\b)"
)
_ANY = r"(?:(?:a|an|the|all|any|further|his|her|their|its|most|more|several|multiple|repeated) )*"


@lru_cache(maxsize=1)
def wordings() -> tuple[Wording, ...]:
    """Return the wordings, those that tell more of the matter first."""
    table = load_table("evasive")["verbs"]
    speech, stating = _any_of(table["speech"]), _any_of(table["stating"])
    withheld = _any_of(verb for verb in table["stating"] if verb != "say")
    requests = _any_of(f"{noun}s?" for noun in table["requests"])
    asked = _any_of([f"{noun}s?" for noun in table["dodged"]])
    dodges = _any_of(table["dodges"])
    request = rf"{_ANY}(?:[\w-]+ ){{0,2}}?(?:{requests})\b"
    seeking = rf"{request}(?: (?:for|seeking) (?:an? |further |more )?(?:comment|interview)\b)?"
    return (
        # Cues with a clause or an object for content.
        _wording(rf"{_REFUSED}to {_SOFT}(?P<given>{stating}) {_SOFT}{_CLAUSE}", "clause"),
        # What merely was not said was not held back: "The report did not say who fired".
        _wording(rf"{_WILL_NOT}(?P<given>{stating}) {_SOFT}{_CLAUSE}", "clause"),
        _wording(
            rf"(?:{_DID_NOT}|has yet to |have yet to )(?P<given>{withheld}) {_SOFT}{_CLAUSE}",
            "clause",
        ),
        _wording(
            rf"(?:(?:{_WOULD_NOT}|did not |didn['’]t |{_REFUSED}to )(?:either )?"
            r"(?P<given>confirm or deny)|(?:(?:would|could|did|will|can) )?neither "
            r"(?:confirmed|confirm|confirms) nor (?:denied|deny|denies)) ",
            "clause",
        ),
        _wording(
            rf"(?:{_REFUSED}to |{_WOULD_NOT}){_SOFT}(?P<given>confirm|discuss|disclose|name"
            r"|identify|specify|divulge|reveal|detail|describe) ",
            "clause",
        ),
        _wording(
            r"(?:avoided|avoids) (?:\w+ly )?(?P<given>saying|naming|answering|addressing"
            r"|mentioning|discussing|confirming) ",
            "clause",
        ),
        # Cues with "on" or "about", or with nothing.
        _wording(rf"{_REFUSED}(?P<given>{seeking}|to {_SOFT}(?:{speech})\b)", "about", keeps=True),
        _wording(rf"{_REFUSED}(?P<given>to be (?:drawn|interviewed))\b", "about", keeps=True),
        _wording(rf"{_DID_NOT}be (?P<given>drawn)\b", "about"),
        _wording(
            rf"(?:{_DID_NOT}|has yet to |have yet to )(?:respond|reply) (?:\w+ly )?to (?P<given>"
            rf"{seeking}(?: (?:about|on) [^,;.]+)?)",
            "",
        ),
        _wording(
            rf"{_DID_NOT}(?:answer|return) (?P<given>{_ANY}(?:[\w-]+ ){{0,2}}?(?:{requests}"
            r")\b(?: (?:for|seeking) (?:comment|an? interview)\b)?)",
            "about",
            keeps=True,
        ),
        _wording(
            rf"(?:{_DID_NOT}|has yet to |have yet to )(?P<given>comment|elaborate|speculate"
            r"|go into details?)\b",
            "about",
        ),
        _wording(
            r"(?:did|has|have|had) not (?:immediately|publicly) (?P<given>respond|reply)\b", ""
        ),
        _wording(
            r"(?:(?:had|has|have|offered|made|gave) no|(?:did|does|do|would) not (?:have|offer"
            r"|make|give) (?:any|a)) (?:immediate |further |public )?(?P<given>comment)\b",
            "about",
        ),
        _wording(
            r"(?:(?:was|were|is|are) (?:not " + _SOFT + r"|(?:immediately )?un)available for "
            r"comment|could not " + _SOFT + r"be reached(?: for comment)?)\b",
            "",
        ),
        _wording(
            rf"(?:{dodges}) (?P<given>{_ANY}(?:[\w'’-]+ ){{0,2}}?(?:{asked})\b"
            r"(?: from reporters)?)",
            "about",
        ),
        _wording(
            r"(?:(?:has|have|had) )?(?:referred|directed|redirected) (?P<given>"
            rf"{_ANY}(?:[\w-]+ ){{0,2}}?(?:{asked}|requests(?: for comment)?|reporters|journalists"
            r"|calls|callers)\b(?: (?:about|on|over) [^,;.]+?)?)(?= (?:back )?to\b)",
            "",
        ),
        _wording(r"(?:(?:has|have|had) )?(?:changed|changes) (?P<given>the subject)\b", ""),
        _wording(
            r"(?:(?:has|have|had) )?(?:remained|remains|stayed|stays|kept|keeps|been) (?P<given>"
            r"silent|quiet|mum|tight-lipped)(?= (?:on|about|over)\b)",
            "about",
        ),
    )


def _wording(pattern: str, matter: str, *, keeps: bool = False) -> Wording:
    return Wording(re.compile(rf"\b(?:{pattern})"), matter, keeps)


def _any_of(words: Iterable[str]) -> str:
    """Return the alternatives, the longest first, so that none is cut short by another."""
    return "|".join(sorted(words, key=len, reverse=True))
