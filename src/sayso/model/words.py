"""The closed word lists of the ledger: manners, speech acts, stances, kinds."""

from __future__ import annotations

from enum import StrEnum


class Manner(StrEnum):
    """How an article gives a statement: quoted, reported, partly quoted, or as a state of mind."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"
    ATTITUDE = "attitude"


class Act(StrEnum):
    """The speech act of a statement."""

    ASSERT = "assert"
    CONFIRM = "confirm"
    DENY = "deny"
    EVADE = "evade"
    ACCUSE = "accuse"
    ADMIT = "admit"
    ANNOUNCE = "announce"
    OFFER = "offer"
    DEMAND = "demand"
    THREATEN = "threaten"
    REJECT = "reject"
    DOUBT = "doubt"
    BELIEVE = "believe"
    WANT = "want"


class Stance(StrEnum):
    """Where an account stands towards its matter."""

    AFFIRMS = "affirms"
    DENIES = "denies"
    EVADES = "evades"
    DOUBTS = "doubts"
    NEUTRAL = "neutral"


class PartyKind(StrEnum):
    """What sort of speaker a party is."""

    PERSON = "person"
    OFFICE = "office"
    ORGANISATION = "organisation"
    GOVERNMENT = "government"
    GROUP = "group"


class ChannelKind(StrEnum):
    """What a statement passed through."""

    OUTLET = "outlet"
    AUDIENCE = "audience"
    OCCASION = "occasion"
    DOCUMENT = "document"


class Precision(StrEnum):
    """How exactly a place is known."""

    POINT = "point"
    TOWN = "town"
    REGION = "region"
    COUNTRY = "country"


class SaidBasis(StrEnum):
    """Where the date of a statement was read from."""

    SENTENCE = "sentence"
    BEFORE = "before"
    ARTICLE = "article"


class ConflictKind(StrEnum):
    """What two positions disagree on: whether it happened, or a figure."""

    STANCE = "stance"
    FIGURE = "figure"
