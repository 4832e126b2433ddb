"""The chain of titles in a noun phrase: "Defence Ministry [spokesman Colonel] Rui Bastos"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.resolve.parties.entries import Gender, Role, RoleClass
from sayso.resolve.parties.lexicon import lexicon
from sayso.resolve.parties.lookup import key_between, longest_at
from sayso.resolve.parties.phrase import BOUNDARIES, is_word
from sayso.resolve.parties.words import Word, keys_of, text_of

_SURNAMES = frozenset({"Major", "Marshal", "King", "Prince", "Bishop", "Dean"})
_COHORTS = frozenset({"X", "Y", "Z", "Alpha"})
_OF_MANY = frozenset({"'", "’"})
_OF_PORTFOLIOS = frozenset({"minister", "secretary", "secretary of state"})


@dataclass(frozen=True, slots=True)
class Titles:
    """A chain of adjacent roles in a phrase: where it stands, and the role that counts."""

    start: int
    end: int
    role: Role
    portfolio: str | None
    """As it is written after "of" or "for"."""
    gender: Gender | None


def scan_titles(words: Sequence[Word]) -> tuple[Titles | None, int]:
    """Return the last chain of roles before the head's end, and where the head's phrase ends."""
    lex = lexicon()
    chain: list[tuple[int, int, Role, str | None]] = []
    i = 0
    while i < len(words):
        after = longest_at(lex.roles, words, i)
        if after is None or (i and words[i - 1].text == "&"):
            second = chain and words[i].text == "and" and not words[-1].capital
            if second or is_word(words[i], BOUNDARIES) or _clause_begins(words, i):
                break
            i += 1
            continue
        if (
            after > i + 1
            and i
            and words[i - 1].text in _OF_MANY
            and words[i].key in lex.organisations
        ):
            i += 1  # "Farmers' party [leader]"
            continue
        if _is_adjective(words, i, after) or _is_in_name(words, i, after):
            i = after
            continue
        role = lex.roles[key_between(words, i, after)]
        portfolio = None
        if (
            role.word in _OF_PORTFOLIOS
            and after < len(words)
            and words[after].text in ("of", "for")
        ):
            start = after + 1 + (after + 1 < len(words) and words[after + 1].text == "the")
            end = longest_at(lex.portfolios, words, start) if start < len(words) else None
            if end is not None:
                portfolio = text_of(words[start:end])
                after = end
        deputed = chain and role.kind is RoleClass.POST and _deputes(words[chain[-1][1] : i])
        if chain and chain[-1][1] != i and not deputed:
            previous, chain = chain, []
            # "Pentagon spokesman Navy Capt. Jeff Davis": the post goes on through the rank.
            if role.kind in (RoleClass.RANK, RoleClass.HONORIFIC) and all(
                w.capital for w in words[previous[-1][1] : i]
            ):
                chain = [unit for unit in previous if unit[2].kind is RoleClass.POST]
        chain.append((i, after, role, portfolio))
        i = after
    if not chain or _only_own(words, chain[-1][1]):
        return None, i
    chosen = _chosen([(words[a:b], role) for a, b, role, _ in chain])
    return (
        Titles(
            chain[0][0],
            chain[-1][1],
            chain[chosen][2],
            chain[chosen][3],
            next((role.gender for _, _, role, _ in chain if role.gender), None),
        ),
        i,
    )


def _is_in_name(words: Sequence[Word], start: int, end: int) -> bool:
    """Whether a title's word is part of a name: "Zaw Min", "DR Congo", "Marr General Trading"."""
    lex = lexicon()
    if words[start].text == "DR":
        return True
    if words[start].text == "Gen" and end < len(words) and words[end].text in _COHORTS:
        return True  # "Gen Z"
    before = words[max(start - 1, 0)]
    if not start or not before.capital or before.key in lex.roles or before.key in lex.portfolios:
        return False
    last = end == len(words) or not words[end].capital
    if words[start].text in lex.short_titles or (last and words[start].text in _SURNAMES):
        return True
    company = words[-1].capital and words[-1].key in lex.company_endings
    return company and end < len(words) and all(w.capital for w in words[start:])


def _deputes(between: Sequence[Word]) -> bool:
    """Whether only "Assistant" and the like part two titles."""
    return all(word.capital and word.key in lexicon().titled for word in between)


def _is_adjective(words: Sequence[Word], start: int, end: int) -> bool:
    """Whether a role's word only describes: "justice minister", "the general labour union"."""
    following = words[end : end + 1]
    if not following:
        return False
    lex = lexicon()
    key = key_between(words, start, end)
    opens = not start and key in lex.qualifiers and not following[0].capital
    if opens and following[0].key and not is_word(following[0], BOUNDARIES):
        return longest_at(lex.roles, words, end) is None  # "Local rancher Ada Moss"
    if not following[0].capital and is_word(following[0], lex.beside):
        return True  # "his chief rival"
    if key in lex.portfolios:
        headed = longest_at(lex.roles, words, end)
        return (
            headed is not None and lex.roles[key_between(words, end, headed)].word in _OF_PORTFOLIOS
        )
    return (
        key in lex.qualifiers
        and not words[start].capital
        and not following[0].capital
        and bool(following[0].key)
        and not is_word(following[0], BOUNDARIES)
        and longest_at(lex.roles, words, end) is None
    )


def _only_own(words: Sequence[Word], end: int) -> bool:
    """Whether the last role only owns the head: "survivors' groups", "victims' families"."""
    owned = words[end + 1] if end + 1 < len(words) and words[end].possessive else None
    lex = lexicon()
    bodies = lex.unions if owned and not owned.capital else frozenset()
    return owned is not None and owned.key in lex.groups | bodies


def _clause_begins(words: Sequence[Word], at: int) -> bool:
    """Whether a participle opens a clause: "documents made public", not "elected mayor"."""
    if not at or not words[at].verb or words[at].capital:
        return False
    following = words[at + 1 : at + 2]
    return not following or any(
        is_word(w, BOUNDARIES) or is_word(w, lexicon().determiners) or w.text == "public"
        for w in following
    )


def _chosen(chain: Sequence[tuple[Sequence[Word], Role]]) -> int:
    """Return which role of a chain counts: a post goes before a rank, both before "Dr"."""
    lex = lexicon()
    for kinds in ((RoleClass.POST, RoleClass.CROWD), (RoleClass.RANK,)):
        for i, (words, role) in enumerate(chain):
            following = chain[i + 1][1].kind if i + 1 < len(chain) else None
            led = role.kind is RoleClass.CROWD and following is RoleClass.POST  # "student leader"
            if (
                role.kind in kinds
                and not led
                and not (
                    keys_of(words) in lex.titled | lex.qualifiers
                    and following in (RoleClass.POST, RoleClass.CROWD)
                )
            ):
                return i
    return 0


def heads_organisation(zone: Sequence[Word], titles: Titles) -> bool:
    """Whether the roles only belong to an organisation's name ("Mayor's Office")."""
    after = zone[titles.end :]
    if not after:
        return False
    owned = not zone[-1].capital and any(word.possessive for word in after)
    return longest_at(lexicon().organisations, zone, len(zone) - 1) is not None and (
        len(after) == 1 or after[0].possessive or owned
    )
