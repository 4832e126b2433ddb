"""A name and what stands beside it: "Ivo Marr, a spokesman for the Front"."""

from __future__ import annotations

from dataclasses import replace

from sayso.model import PartyKind
from sayso.resolve.parties.callings import callings
from sayso.resolve.parties.lexicon import lexicon
from sayso.resolve.parties.reading import Reading
from sayso.resolve.parties.words import fold

_EITHER = ("owner", "sponsor", "backer", "organiser", "organizer", "manager", "operator", "trader")
EITHER = frozenset((noun,) for noun in _EITHER)
"""People or companies."""


def with_post(name: Reading, post: Reading | None) -> Reading:
    """Return a name with the post that its apposition or predicate tells; a rank gives way."""
    post = _as_calling(post)
    if post is None or post.role is None or post.kind not in (PartyKind.OFFICE, PartyKind.GROUP):
        return name
    ranked = name.role in lexicon().ranks and post.role not in lexicon().ranks
    if name.kind is None and is_company(name.name):
        return replace(name, kind=PartyKind.ORGANISATION, country=name.country or post.country)
    if name.kind not in (None, PartyKind.PERSON) or not (name.role is None or ranked):
        return name
    return replace(
        name,
        kind=PartyKind.PERSON,
        role=post.role,
        rank=name.role or name.rank,
        office=post.office or name.office,
        country=post.country or name.country,
        gender=post.gender or name.gender,
        opposed=post.opposed,
        past=post.past,
        basis=f"{name.basis}, {post.basis}",
    )


def _as_calling(post: Reading | None) -> Reading | None:
    """Return "an Armenian shepherd" with the calling as role, where it is a known one."""
    if post is None or post.role is not None or post.kind is not PartyKind.GROUP or post.plural:
        return post
    key = fold(post.basis or post.name)
    calling = next((key[-n:] for n in (2, 1) if key[-n:] in callings().nouns), None)
    return replace(post, role=calling[-1]) if calling else post


def joined(first: Reading, other: Reading, *, called: bool) -> Reading:
    """Return a name with what the apposition says of it, or a post with its holder's name."""
    held = with_post(first, other)
    if held is not first:
        return held
    either = EITHER | callings().nouns  # builders are companies, too
    noun = fold(first.role or first.name)[-1:]
    crowd = first.kind in (PartyKind.GROUP, PartyKind.OFFICE)
    role = crowd and noun in either and not first.plural
    named = other.kind is PartyKind.ORGANISATION or (other.kind is None and is_company(other.name))
    if role and named and _is_name(other):
        # "Its owner, Sunna Group": what belongs to it speaks for no person.
        return replace(
            other,
            kind=PartyKind.ORGANISATION,
            country=other.country or first.country,
            opposed=first.opposed or other.opposed,
            fixed=other.fixed or other.country is None,
            owner=None,
            basis=f"{other.basis}, {first.basis}",
        )
    unnamed = first.kind is PartyKind.ORGANISATION or (
        first.kind is None and first.gender is None and first.office is None
    )
    if unnamed and _describes_company(other):
        # "Sunna Marine, the Norwegian company": the name is whole without the adjective.
        return replace(
            first,
            kind=PartyKind.ORGANISATION,
            country=first.country or other.country,
            opposed=first.opposed or other.opposed,
            fixed=first.fixed or first.country is None,
            basis=f"{first.basis}, {other.basis}",
        )
    crowd = first.kind is PartyKind.GROUP and first.plural and _is_name(first)
    if crowd and not other.plural and fold(other.name)[-1:] in lexicon().gatherings:
        # "Emergency Lawyers, a group that documents abuses"
        return replace(first, kind=PartyKind.ORGANISATION, role=None, office=None, fixed=True)
    holder = first.kind is PartyKind.GROUP and first.role is None and not first.plural
    company = _describes_company(first)
    full = holder and (called or len(other.name.split()) > 1)
    noun = fold(first.name)[-1:]
    # "A Serb pensioner, Milanka": owners may be companies.
    single = bool(noun) and " " not in other.name and noun not in EITHER
    agent = single and noun[0].endswith(lexicon().agents) and noun not in lexicon().organisations
    person = (agent or noun in lexicon().groups) and noun not in lexicon().companies
    if company and other.kind is PartyKind.ORGANISATION and _is_name(other):
        # "Her party, the Workers' Front", "Peru's labour union, the UGT".
        country = other.country or first.country
        opposed = first.opposed or other.opposed
        fixed = other.country is None
        basis = f"{other.basis}, {first.basis}"
        return replace(other, country=country, opposed=opposed, fixed=fixed, basis=basis)
    known = first.definite or (company and first.country) or "'s " in first.name.replace("’", "'")
    unsure = company and other.kind is None and fold(other.name)[0] not in lexicon().given
    fits = known or full or unsure or (person and _is_name(other))
    if (holder or company) and fits and other.kind in (None, PartyKind.PERSON):
        # "The skipper of the boat, Ivo Marr", "the Norwegian company, Sunna Marine".
        return replace(
            other,
            kind=PartyKind.ORGANISATION if company else PartyKind.PERSON if person else other.kind,
            country=other.country or first.country,
            opposed=first.opposed or other.opposed,
            definite=False,
            fixed=True,
            basis=f"{other.basis}, {first.basis}",
        )
    post = first.kind in (PartyKind.OFFICE, PartyKind.GROUP) and first.role and not first.plural
    firm = " " in other.name and fold(other.name)[-1:] in lexicon().company_endings
    if post and firm and other.kind is not PartyKind.PERSON:
        # "The vessel's Greek manager, Sunna Maritime"
        country = other.country or first.country
        basis = f"{other.basis}, {first.basis}"
        return Reading(
            other.name,
            PartyKind.ORGANISATION,
            country=country,
            definite=True,
            fixed=True,
            basis=basis,
        )
    if post and _owns_works(first) and _may_be_company(other):
        # "The steelworks' owner, Jonica Acciai"
        return Reading(
            other.name,
            PartyKind.ORGANISATION,
            country=other.country or first.country,
            definite=True,
            fixed=True,
            basis=f"{other.basis}, {first.basis}",
        )
    if post and other.kind in (None, PartyKind.PERSON) and other.name:
        return replace(
            first,
            name=other.name,
            kind=PartyKind.PERSON,
            gender=first.gender or other.gender,
            office=first.office or other.office,
            definite=False,
            basis=f"{other.basis}, {first.basis}",
            rank=other.role if other.role in lexicon().ranks else other.rank,
        )
    return first


def _owns_works(post: Reading) -> bool:
    """Whether somebody has or runs what companies have: "the mine's owner"."""
    things = fold(f"{post.office or ''} {post.basis}".replace("'s", "").replace("’s", ""))
    return fold(post.role)[-1:] in EITHER and bool(callings().workplaces.intersection(things))


def _may_be_company(name: Reading) -> bool:
    """Whether a name of several words is nobody's by its first word."""
    key = fold(name.name)
    return name.kind is None and len(key) > 1 and key[0] not in lexicon().given


def is_company(name: str) -> bool:
    """Whether a name of several words ends like a company's ("Sunna Marine")."""
    key = fold(name)
    return len(key) > 1 and key[-1:] in lexicon().company_endings


def _is_name(reading: Reading) -> bool:
    return reading.name[:1].isupper() and reading.name.split()[-1][:1].isupper()


def _describes_company(reading: Reading) -> bool:
    """Whether a phrase tells what a body is ("the Norwegian company"), not where somebody works."""
    noun = reading.name.partition(" of ")[0]  # "a unit of Swiss trader Alpex"
    head = fold(noun)[-1:]
    return (
        reading.kind is PartyKind.ORGANISATION
        and noun.split()[-1].islower()
        and head not in lexicon().state
    )
