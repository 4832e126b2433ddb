"""Generated dispatches: any number of articles on invented matters, for measuring cost.

The same seed gives the same articles. They differ as news does: a matter has a place, people and
a deed of its own; many are told of once or twice, a few for weeks; some articles tell of two, and
one in ten is a reprint. Matters are of lands that have several, so that neighbours share names.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from hashlib import sha256

from sayso.bench.phrasebook import Kind, Sentence, phrasebook
from sayso.model import Article, BlockKind, article_id, join_blocks

FIRST_DAY = date(2026, 1, 5)
ARTICLES_PER_DAY = 30
NEW_MATTER = 0.125
"""One article in eight opens a matter, so that they have eight articles each on average."""
BEFORE = 1_500
"""Articles before the first: the news did not begin that day."""
LANDS = 40
TOWNS_OF_A_LAND = 12
LONGEST_DAYS = 42
HEAVIEST = 30.0
SECOND_MATTER = 0.15
REPRINT = 0.1
_RECENT = 60

Values = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence with the values of its slots."""

    sentence: Sentence
    values: Values

    @property
    def text(self) -> str:
        """The sentence as it is printed."""
        return "".join(self.sentence.filled(self.values))


@dataclass(frozen=True, slots=True)
class Dispatch:
    """A generated article as its lines, the title first."""

    number: int
    outlet: str
    published: date
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class _Matter:
    values: Values
    kind: Kind
    details: Sequence[str]
    last: date
    weight: float


def generated_articles(count: int, *, seed: int = 7) -> Iterator[Article]:
    """Yield ``count`` invented articles of about seven statements each, in order of date."""
    return (article_of(dispatch) for dispatch in generated_dispatches(count, seed=seed))


def article_of(dispatch: Dispatch) -> Article:
    """Return the article that a dispatch is printed as: each line is a block."""
    title, *body = (line.text for line in dispatch.lines)
    text, blocks = join_blocks([(BlockKind.TITLE, title), *((BlockKind.BODY, b) for b in body)])
    outlet, published = dispatch.outlet, dispatch.published
    raw = text.encode()
    return Article(
        id=article_id(outlet=outlet, url=None, title=title, published=published, text=text),
        given_id=None,
        name=f"generated {dispatch.number}",
        outlet=outlet,
        title=title,
        byline=None,
        published=published,
        url=None,
        language="en",
        text=text,
        blocks=blocks,
        raw=raw,
        raw_sha256=sha256(raw).hexdigest(),
    )


def generated_dispatches(count: int, *, seed: int = 7) -> Iterator[Dispatch]:
    """Yield ``count`` dispatches in order of date."""
    rng = random.Random(seed)
    lands = [_land(rng) for _ in range(LANDS)]
    live: list[_Matter] = []
    recent: list[Dispatch] = []
    for number in range(-BEFORE, count):
        day = FIRST_DAY + timedelta(days=number // ARTICLES_PER_DAY)
        live = [matter for matter in live if matter.last >= day]
        outlet = rng.choice(phrasebook().outlets)
        if recent and rng.random() < REPRINT:
            made = _reprint(rng, rng.choice(recent))
        else:
            if not live or rng.random() < NEW_MATTER:
                live.append(_matter(rng, rng.choice(lands), day))
                told = [live[-1]]
            else:
                told = rng.choices(live, [matter.weight for matter in live])
            if rng.random() < SECOND_MATTER:
                told += [other for other in rng.choices(live) if other is not told[0]]
            made = _lines(rng, told)
        dispatch = Dispatch(number, outlet, day, made)
        recent = [*recent[-_RECENT:], dispatch]
        if number >= 0:
            yield dispatch


def _name(rng: random.Random) -> str:
    return "".join(rng.choice(syllables) for syllables in phrasebook().towns)


def _land(rng: random.Random) -> tuple[Values, Sequence[str]]:
    """Return the names of a land's camps and people, and its towns."""
    book = phrasebook()
    names = {
        "group": _name(rng),
        "body": rng.choice(book.bodies),
        "office": rng.choice(book.offices),
        "f1": rng.choice(book.first),
        "l1": _name(rng),
        "f2": rng.choice(book.first),
        "l2": _name(rng),
    }
    return names, [_name(rng) for _ in range(TOWNS_OF_A_LAND)]


def _matter(rng: random.Random, land: tuple[Values, Sequence[str]], day: date) -> _Matter:
    kind = rng.choice(phrasebook().kinds)
    names, towns = land
    since = day - timedelta(days=rng.randint(0, 4))
    values = {
        **names,
        "town": rng.choice(towns),
        "thing": rng.choice(kind.things),
        "verb": kind.verb,
        "noun": kind.noun,
        "hurt": kind.hurt,
        "killed": str(rng.randint(2, 60)),
        "daynum": str(since.day),
        "month": since.strftime("%B"),
        "since": since.isoformat(),
    }
    lasts = min(LONGEST_DAYS, rng.lognormvariate(1.4, 1.0))
    return _Matter(
        values=values,
        kind=kind,
        details=rng.sample(kind.details, 7),
        last=day + timedelta(days=int(lasts)),
        weight=min(HEAVIEST, rng.paretovariate(1.1)),
    )


def _lines(rng: random.Random, matters: Sequence[_Matter]) -> tuple[Line, ...]:
    book = phrasebook()
    values = _values(rng, matters[0])
    first = [s for s in book.tells if s.opens]
    rest = rng.sample([s for s in book.tells if not s.opens], rng.randint(3, 6))
    told = rng.sample(book.told, rng.randint(1, 3))
    rng.shuffle(body := [*rest, *told])
    lines = [Line(s, values) for s in (rng.choice(book.titles), *first, *body)]
    for other in matters[1:]:
        values = _values(rng, other)
        lines += [Line(s, values) for s in first]
    return tuple(lines)


def _values(rng: random.Random, matter: _Matter) -> Values:
    """Return a matter's words as one dispatch tells of it: which details, and how many victims."""
    details = rng.sample(matter.details, 4)
    killed = int(matter.values["killed"])
    return {
        **matter.values,
        **{f"detail{i}": detail for i, detail in enumerate(details, 1)},
        "part": rng.choice(matter.kind.parts[:3]),
        "tool": rng.choice(matter.kind.tools[:2]),
        "killed": str(killed if rng.random() < 0.8 else killed + rng.randint(1, 9)),
    }


def _reprint(rng: random.Random, dispatch: Dispatch) -> tuple[Line, ...]:
    """Return the lines of a reprint: another headline, and the end may be cut."""
    title, *body = dispatch.lines
    headline = replace(title, sentence=rng.choice(phrasebook().titles))
    kept = len(body) if rng.random() < 0.5 else max(3, len(body) - 2)
    return (headline, *body[:kept])
