"""Generated dispatches: any number of articles on invented matters, for measuring cost.

The same seed gives the same articles. Each speaks of a few matters out of a pool that grows with
the number of articles, as news does.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from hashlib import sha256

from sayso.model import Article, BlockKind, article_id, join_blocks

_ONSETS = ("Or", "Vel", "Kar", "Tam", "Bel", "Dro", "Mis", "Sal", "Jar", "Pol", "Ner", "Gri")
_MIDDLES = ("li", "ma", "ve", "do", "ra", "ste", "ni", "go")
_ENDS = ("tsa", "nik", "var", "grad", "sk", "mir", "ova", "dal")
_THINGS = ("dam", "bridge", "market", "hospital", "depot", "school", "port", "checkpoint")
_EVENTS = (
    ("shelled", "shelling"),
    ("bombed", "bombing"),
    ("seized", "seizure"),
    ("looted", "looting"),
    ("flooded", "flooding"),
    ("stormed", "storming"),
    ("evacuated", "evacuation"),
    ("blocked", "blockade"),
)
_OUTLETS = ("Northern Wire", "Southern Gazette", "Coast Daily", "The Orlitsa Post")
_FIRST = ("Hana", "Ivo", "Lena", "Marek", "Dora", "Pavel", "Zora", "Anton")
FIRST_DAY = date(2026, 1, 5)
ARTICLES_PER_DAY = 40


def _name(rng: random.Random) -> str:
    return rng.choice(_ONSETS) + rng.choice(_MIDDLES) + rng.choice(_ENDS)


def generated_articles(count: int, *, seed: int = 7) -> Iterator[Article]:
    """Yield ``count`` invented articles of about three statements each, in order of date."""
    rng = random.Random(seed)
    matters: list[tuple[str, str, str, str]] = []
    for number in range(count):
        if not matters or rng.random() < 0.5:
            verb, noun = rng.choice(_EVENTS)
            matters.append((_name(rng), rng.choice(_THINGS), verb, noun))
        # News returns to what is recent: the newest few dozen matters.
        town, thing, verb, noun = rng.choice(matters[-40:])
        speaker = f"{rng.choice(_FIRST)} {_name(rng)}"
        killed = rng.randint(2, 60)
        body = (
            f"Forces of the {town} Front have {verb} the {town} {thing}, Interior Minister "
            f"{speaker} said on Monday. The {town} Front denied the {noun}. At least {killed} "
            f"people were killed in the {noun} of the {thing}, according to the {town} hospital."
        )
        published = FIRST_DAY + timedelta(days=number // ARTICLES_PER_DAY)
        outlet = rng.choice(_OUTLETS)
        title = f"{town}: minister speaks on the {thing}, dispatch {number}"
        text, blocks = join_blocks([(BlockKind.TITLE, title), (BlockKind.BODY, body)])
        raw = text.encode()
        yield Article(
            id=article_id(outlet=outlet, url=None, title=title, published=published, text=text),
            given_id=None,
            name=f"generated {number}",
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
