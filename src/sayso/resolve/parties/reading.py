"""What one noun phrase says of a speaker, by itself: name, kind, role, office, country."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.model import SPOKESPERSON, PartyKind
from sayso.resolve.parties.lexicon import (
    Body,
    Gender,
    Role,
    RoleClass,
    key_between,
    lexicon,
    longest_at,
)
from sayso.resolve.parties.modifiers import Modifiers, adjectival, read_modifiers
from sayso.resolve.parties.phrase import (
    BOUNDARIES,
    OWNER_PREPOSITIONS,
    complement,
    is_name_run,
    is_word,
    trimmed,
    undetermined,
)
from sayso.resolve.parties.sides import Form, SideTable, country_at, sole_country
from sayso.resolve.parties.words import Word, keys_of, text_of


@dataclass(frozen=True, slots=True)
class Reading:
    """What a phrase says. Names of offices stand without their country ("Foreign Ministry").

    ``kind`` is None for a bare name, which may be a person's or an organisation's. ``office`` is
    whom the speaker acts for. ``country`` is ISO alpha-3; ``opposed`` means that it is not the
    speaker's side ("Syrian rebels"). ``definite`` says
    whether the phrase points at somebody known ("the minister").
    ``fixed`` means that ``name`` is complete and takes no country's adjective; ``basis`` is the
    text by which a side may be looked up; ``owner`` is the pronoun of "his lawyer".
    """

    name: str
    kind: PartyKind | None
    role: str | None = None
    office: str | None = None
    country: str | None = None
    gender: Gender | None = None
    definite: bool = False
    plural: bool = False
    opposed: bool = False
    past: bool = False
    fixed: bool = False
    basis: str = ""
    owner: Word | None = None


_NOBODY = frozenset({("everyone",), ("everybody",), ("nobody",), ("anyone",), ("none",)})
_BODIES = (PartyKind.ORGANISATION, PartyKind.GOVERNMENT)


@dataclass(frozen=True, slots=True)
class _Titles:
    """A chain of adjacent roles in a phrase: where it stands, and the role that counts."""

    start: int
    end: int
    role: Role
    portfolio: str | None
    gender: Gender | None


def read_phrase(words: Sequence[Word], sides: SideTable) -> Reading | None:
    """Return what a noun phrase without commas says, or None where it names no speaker."""
    lex = lexicon()
    words, definite = undetermined(trimmed(words))
    if not words:
        return None
    owner = words[0] if is_word(words[0], lex.possessives) else None
    if owner:
        words, definite = words[1:], True
    titles, zone_end = _scan(words)
    zone, tail = words[:zone_end], words[zone_end:]
    if not zone or any(_is_pronoun(word) for word in zone) or zone[0].key[:1] in _NOBODY:
        return None
    found = _read_zone(zone, tail, titles, definite, sides)
    return found and replace(found, basis=found.basis or text_of(zone), owner=owner)


def _read_zone(
    zone: Sequence[Word],
    tail: Sequence[Word],
    titles: _Titles | None,
    definite: bool,
    sides: SideTable,
) -> Reading | None:
    lex = lexicon()
    body = lex.bodies.get(keys_of(zone))
    if body is not None and _spelt_as_body(zone):
        return _of_body(body, tail, sides)
    if titles is not None and not _heads_organisation(zone, titles):
        return _read_role(zone, tail, titles, definite, sides)
    return _read_unranked(zone, tail, definite, sides)


def _is_pronoun(word: Word) -> bool:
    # "US" and "IT" are names where they are written so.
    return word.text.casefold() in lexicon().pronouns and (
        len(word.text) == 1 or not word.text.isupper()
    )


def _scan(words: Sequence[Word]) -> tuple[_Titles | None, int]:
    """Return the last chain of roles before the head's end, and where the head's phrase ends."""
    lex = lexicon()
    chain: list[tuple[int, int, Role, str | None]] = []
    i = 0
    while i < len(words):
        after = longest_at(lex.roles, words, i)
        if after is None:
            second = chain and words[i].text == "and" and not words[-1].capital
            if second or is_word(words[i], BOUNDARIES) or _clause_begins(words, i):
                break
            i += 1
            continue
        role = lex.roles[key_between(words, i, after)]
        portfolio = None
        if role.word == "minister" and after < len(words) and words[after].text in ("of", "for"):
            start = after + 1 + (after + 1 < len(words) and words[after + 1].text == "the")
            end = longest_at(lex.portfolios, words, start) if start < len(words) else None
            if end is not None:
                portfolio = lex.portfolios[key_between(words, start, end)]
                after = end
        if chain and chain[-1][1] != i:
            previous, chain = chain, []
            # "Pentagon spokesman Navy Capt. Jeff Davis": the post goes on through the rank.
            if role.kind in (RoleClass.RANK, RoleClass.HONORIFIC) and all(
                w.capital for w in words[previous[-1][1] : i]
            ):
                chain = [unit for unit in previous if unit[2].kind is RoleClass.POST]
        chain.append((i, after, role, portfolio))
        i = after
    if not chain:
        return None, i
    chosen = _chosen([(words[a:b], role) for a, b, role, _ in chain])
    return (
        _Titles(
            chain[0][0],
            chain[-1][1],
            chain[chosen][2],
            chain[chosen][3],
            next((role.gender for _, _, role, _ in chain if role.gender), None),
        ),
        i,
    )


def _clause_begins(words: Sequence[Word], at: int) -> bool:
    """Whether a participle opens a clause there: "documents made public by", not "elected mayor"."""
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
            if role.kind in kinds and not (
                keys_of(words) in lex.titled | lex.qualifiers
                and following in (RoleClass.POST, RoleClass.CROWD)
            ):
                return i
    return 0


def _heads_organisation(zone: Sequence[Word], titles: _Titles) -> bool:
    """Whether the roles only belong to an organisation's name ("Mayor's Office")."""
    after = zone[titles.end :]
    if not after:
        return False
    return longest_at(lexicon().organisations, zone, len(zone) - 1) is not None and (
        len(after) == 1 or after[0].possessive
    )


def _read_role(
    zone: Sequence[Word], tail: Sequence[Word], titles: _Titles, definite: bool, sides: SideTable
) -> Reading | None:
    before = read_modifiers(zone[: titles.start], sides)
    name = list(zone[titles.end :])
    role = titles.role
    word = role.word
    named = is_name_run(name)
    if role.kind is RoleClass.HONORIFIC and not named:
        return None
    office, country = _office(before, titles, sides)
    if tail and is_word(tail[0], OWNER_PREPOSITIONS) and office is None:
        office, country = _complement_office(tail, role, country, sides)
    if office is None and country and word in lexicon().governing:
        office = "government"
    reading = Reading(
        text_of(name),
        PartyKind.PERSON,
        word,
        None if before.past else office,
        country,
        titles.gender,
        definite,
        False,
        before.opposed,
        before.past,
    )
    if named:
        return reading
    owned = any(w.possessive for w in zone[: titles.start])
    reading = replace(reading, definite=definite or owned, plural=role.plural)
    if role.kind is RoleClass.CROWD or role.plural:
        return replace(reading, kind=PartyKind.GROUP, name=_group_name(zone, tail, office, sides))
    return replace(reading, kind=PartyKind.OFFICE, name=_post_name(zone, titles, before))


def _office(
    before: Modifiers, titles: _Titles, sides: SideTable
) -> tuple[str | None, str | None]:
    """Return the office and country that the words before a role name."""
    if titles.portfolio is not None:
        return _ministry(titles.portfolio), before.country
    if before.seat:
        return "government", before.country
    if not before.rest or keys_of(before.rest) in sides.demonyms:
        return None, before.country
    if titles.role.word == "minister":
        return _minister_office(before), before.country
    if _is_capital(before.rest, sides):
        return _of_city(before.rest, titles.role), before.country
    inner = read_phrase(before.rest, sides)
    if inner is None or (inner.kind is PartyKind.GROUP and not inner.opposed):
        return None, before.country
    if titles.role.kind is RoleClass.CROWD and (inner.kind not in _BODIES or before.opposed):
        return None, before.country
    if inner.kind is None and not before.rest[0].capital:
        return None, before.country
    return inner.name, before.country or inner.country


def _is_capital(words: Sequence[Word], sides: SideTable) -> bool:
    place = sole_country(sides, words)
    return place is not None and place.form is Form.CAPITAL


def _of_city(words: Sequence[Word], role: Role) -> str | None:
    """Return the city that a mayor acts for; residents act for none."""
    return None if role.kind is RoleClass.CROWD else text_of(words)


def _minister_office(before: Modifiers) -> str | None:
    lex = lexicon()
    # "Velmar's interior minister": a possessor that is no known country is not the portfolio.
    owner = max((i + 1 for i, w in enumerate(before.rest) if w.possessive), default=0)
    rest = before.rest[owner:]
    known = lex.portfolios.get(keys_of(rest))
    if known is not None:
        return _ministry(known)
    return _ministry(text_of(rest)) if rest and rest[0].capital else None


def _ministry(portfolio: str) -> str:
    return " ".join(w[:1].upper() + w[1:] for w in portfolio.split()) + " Ministry"


def _complement_office(
    tail: Sequence[Word], role: Role, country: str | None, sides: SideTable
) -> tuple[str | None, str | None]:
    """Return the office and country that "for the Southern Front", "of Iran" name."""
    lex = lexicon()
    noun, _ = undetermined(complement(tail[1:]))
    place = sole_country(sides, noun)
    if place is not None and place.form is Form.NAME:
        return None, country or place.code
    if _is_capital(noun, sides):
        return _of_city(noun, role), country
    if role.word == "minister" and keys_of(noun) in lex.portfolios:
        return _ministry(lex.portfolios[keys_of(noun)]), country
    inner = read_phrase(noun, sides) if noun else None
    if inner is None:
        return None, country
    if role.kind is RoleClass.CROWD and inner.kind not in _BODIES and tail[0].text != "for":
        return None, country
    return inner.name, country or inner.country


def _post_name(zone: Sequence[Word], titles: _Titles, before: Modifiers) -> str:
    """Return what an unnamed post is called, less its country: "foreign minister"."""
    word = titles.role.word or ""
    if word == SPOKESPERSON or not before.rest:
        return word
    owner = max((i + 1 for i, w in enumerate(before.rest) if w.possessive), default=0)
    rest = text_of(before.rest[owner:])
    if word == "minister":
        rest = rest.casefold()
    if owner:
        rest = f"{text_of(before.rest[:owner])} {rest}".strip()
    elif titles.start and zone[titles.start - 1].possessive:
        rest += "'s"
    return f"{rest} {text_of(zone[titles.start : titles.end]).casefold()}".strip()


def _group_name(
    zone: Sequence[Word], tail: Sequence[Word], office: str | None, sides: SideTable
) -> str:
    name = adjectival(zone, sides)
    first = zone[0]
    plain = first.key in lexicon().nominal | lexicon().qualifiers or len(zone) == 1
    if first.capital and not first.proper and plain and country_at(sides, zone, 0) is None:
        name = name[:1].lower() + name[1:]
    noun = complement(tail[1:])
    if not tail or not any(word.capital for word in noun):
        return name
    if office and is_word(tail[0], OWNER_PREPOSITIONS - {"of", "with"}):
        return f"{office} {name}"
    return f"{name} {tail[0].text} {text_of(noun)}"


def _spelt_as_body(zone: Sequence[Word]) -> bool:
    """Whether a short alias is in capitals: "WHO" is a body, "Who" is not."""
    key = keys_of(zone)
    return len("".join(key)) > 3 or sum(c.isupper() for word in zone for c in word.text) > 1


def _of_body(body: Body, tail: Sequence[Word], sides: SideTable) -> Reading:
    country = body.side
    if country is None and body.name.endswith("Ministry") and tail and tail[0].text == "of":
        place = sole_country(sides, undetermined(complement(tail[1:]))[0])
        country = place.code if place else None
    return Reading(
        body.name,
        PartyKind.ORGANISATION,
        country=country,
        definite=True,
        fixed=not body.name.endswith("Ministry"),
    )


def _read_unranked(
    zone: Sequence[Word], tail: Sequence[Word], definite: bool, sides: SideTable
) -> Reading | None:
    """Read a phrase that holds no role: a country, an organisation, a document, a group, a name."""
    lex = lexicon()
    place = sole_country(sides, zone)
    if place is not None:
        if place.form is not Form.DEMONYM:
            return Reading("government", PartyKind.GOVERNMENT, country=place.code, definite=True)
        name = text_of(zone)
        return Reading(name, PartyKind.GROUP, country=place.code, plural=True, fixed=True)
    head_start = len(zone) - 1
    if not zone[-1].capital and longest_at(lex.documents, zone, head_start):
        return _author(zone[:-1], tail, sides)
    if longest_at(lex.governments, zone, head_start) or longest_at(
        lex.organisations, zone, head_start
    ):
        return _read_organisation(zone, tail, definite, sides)
    common = zone[-1].key in lex.groups or (len(zone) == 1 and not zone[0].proper)
    if is_name_run(zone) and not (common and zone[-1].key[-1:] and zone[-1].text.endswith("s")):
        return _read_name(zone, tail, definite, sides)
    return _read_group(zone, tail, definite, sides)


def _author(zone: Sequence[Word], tail: Sequence[Word], sides: SideTable) -> Reading | None:
    """Return who speaks in "a UN report", "a statement by the ministry"; None for "the report"."""
    if tail and is_word(tail[0], frozenset({"by", "from", "of", "in"})):
        found = read_phrase(complement(tail[1:]), sides)
        if found is not None and (found.kind is not PartyKind.GROUP or found.role):
            return found
    while zone and not zone[0].capital and not zone[0].possessive and not _is_noun(zone[0]):
        zone = zone[1:]
    found = read_phrase(zone, sides) if any(w.letters for w in zone) else None
    return None if found and found.kind is PartyKind.GROUP and not found.role else found


def _is_noun(word: Word) -> bool:
    lex = lexicon()
    return word.key in lex.organisations or word.key in lex.governments or word.key in lex.roles


def _read_organisation(
    zone: Sequence[Word], tail: Sequence[Word], definite: bool, sides: SideTable
) -> Reading | None:
    lex = lexicon()
    before = read_modifiers(zone[:-1], sides)
    head = zone[-1]
    country = None if before.opposed else before.country
    kept = [*before.rest, head]
    name = " ".join(text_of([w for w in kept if not w.possessive]).split())
    fixed = False
    if before.country and not _leads(zone, sides):
        name, fixed = text_of(zone), True
    if tail and is_word(tail[0], frozenset({"of", "for"})):
        noun, _ = undetermined(complement(tail[1:]))
        name, country = _with_complement(name, tail[0], noun, country, sides)
    if head.key in lex.governments:
        kind = PartyKind.GOVERNMENT
        name = name.casefold() if keys_of(kept) == head.key else name
    else:
        kind = PartyKind.ORGANISATION
    body = lex.bodies.get(keys_of(kept))
    if body is not None and _spelt_as_body(kept):
        name, country = body.name, country or body.side
        fixed = fixed or body.side is not None
    elif keys_of(kept) in lex.lower:
        name = name.casefold()
    if name.casefold().endswith(" ministry"):
        name = _ministry(_portfolio(name[: -len(" ministry")]))
    alone = len(kept) == 1 and not tail
    return Reading(
        name,
        kind,
        country=country,
        definite=definite or alone,
        opposed=before.opposed,
        fixed=fixed,
    )


def _portfolio(name: str) -> str:
    return lexicon().portfolios.get(tuple(name.casefold().split()), name)


def _leads(zone: Sequence[Word], sides: SideTable) -> bool:
    """Whether a country's name stands at the head, where it can be taken off and put back."""
    found = country_at(sides, zone, 0)
    if found is None:
        return False
    place, after = found
    state = len(zone) == after + 1 and not zone[-1].capital
    owner = after < len(zone) and zone[after].possessive
    return place.form is Form.DEMONYM or owner or state or place.code == "USA"


def _with_complement(
    name: str,
    preposition: Word,
    noun: Sequence[Word],
    country: str | None,
    sides: SideTable,
) -> tuple[str, str | None]:
    """Add "of Health", "of Iran" to an organisation's name, or take the country from it."""
    place = sole_country(sides, noun)
    if place is not None and place.form is Form.NAME and preposition.text == "of":
        return name, country or place.code
    if not any(word.capital for word in noun):
        return name, country
    for i, word in enumerate(noun):
        inner = sole_country(sides, undetermined(noun[i + 1 :])[0]) if word.text == "of" else None
        if inner is not None and inner.form is Form.NAME:
            country, noun = country or inner.code, noun[:i]
            break
    if name.casefold() == "ministry":
        return f"{text_of(noun)} Ministry", country
    return f"{name} {preposition.text} {text_of(noun)}", country


def _read_name(
    zone: Sequence[Word], tail: Sequence[Word], definite: bool, sides: SideTable
) -> Reading:
    name = text_of(zone)
    gender = lexicon().given.get(zone[0].key[0]) if zone[0].key and len(zone) > 1 else None
    office = None
    if tail and not definite and is_word(tail[0], frozenset({"of", "from"})):
        inner = read_phrase(complement(tail[1:]), sides)
        office = inner.name if inner and inner.kind is PartyKind.ORGANISATION else None
    kind = PartyKind.ORGANISATION if definite and not office else None
    return Reading(name, kind, office=office, gender=gender, definite=definite)


def _read_group(
    zone: Sequence[Word], tail: Sequence[Word], definite: bool, sides: SideTable
) -> Reading | None:
    lex = lexicon()
    before = read_modifiers(zone[:-1], sides)
    head = zone[-1]
    key = head.key[-1:] if head.key else ()
    # "skipper Ada Moss": a noun that no table holds before a name.
    start = len(zone)
    while start and zone[start - 1].capital:
        start -= 1
    if 0 < start < len(zone) and not zone[start - 1].possessive and zone[start - 1].letters:
        gender = lex.given.get(zone[start].key[0]) if zone[start].key else None
        kind = PartyKind.PERSON if len(zone) - start > 1 else None
        noun = zone[start - 1].key
        if noun in lex.organisations or noun in lex.groups or (*noun[:-1], noun[-1][:-1]) in lex.organisations:
            kind = PartyKind.ORGANISATION
        return Reading(text_of(zone[start:]), kind, country=before.country, gender=gender)
    if not key or key[0] in lex.nobody or not head.letters:
        return None
    known = key in lex.groups or key[0].endswith(lex.agents)
    plural = key[0].endswith(("s", "men", "people")) or key[0] in ("public", "community")
    owned = any(word.possessive for word in zone[:-1])
    if not known and (not plural or owned or key[0].endswith(lex.things)):
        return None
    name = _group_name(zone, tail, None, sides)
    if key == ("sides",) and len(zone) == 1:
        name = "both sides"
    opposed = before.opposed or key[0] in lex.opposed
    return Reading(
        name,
        PartyKind.GROUP,
        country=before.country,
        definite=definite,
        plural=plural,
        opposed=opposed,
        fixed=True,
    )
