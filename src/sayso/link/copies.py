"""Copies: which articles are one text, by MinHash over word shingles (Broder 1997).

Candidates come from bands of the signature (locality-sensitive hashing), which the ledger stores,
so that a new article is compared with a few others, never with all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from hashlib import sha1

from datasketch import MinHash

from sayso.model import Article, BlockKind, Sketch

SHINGLE = 4
PERMUTATIONS = 128
BANDS = 32
SAME_ORIGIN = 0.5
"""Least estimated Jaccard similarity of two texts' shingles for one origin."""
FEWEST_WORDS = 20
"""Shorter texts share shingles by chance: only equal ones are copies."""

_WORD = re.compile(r"\w+")


def sketch_of(article: Article) -> Sketch:
    """Return an article's sketch, as an original: its headline and credits do not count."""
    body = "\n".join(
        article.text[b.start : b.end] for b in article.blocks if b.kind is BlockKind.BODY
    )
    words = _WORD.findall((body or article.text).casefold())
    width = SHINGLE if len(words) >= FEWEST_WORDS else max(1, len(words))
    shingles = {
        " ".join(words[i : i + width]).encode("utf-8")
        for i in range(max(1, len(words) - width + 1))
    }
    minhash = MinHash(num_perm=PERMUTATIONS, seed=1)
    minhash.update_batch(sorted(shingles))
    signature = tuple(int(value) for value in minhash.hashvalues)
    return Sketch(article.id, article.id, _bands(signature), signature)


def _bands(signature: tuple[int, ...]) -> tuple[str, ...]:
    rows = len(signature) // BANDS
    return tuple(
        f"{i}:" + sha1(repr(signature[i * rows : (i + 1) * rows]).encode("ascii")).hexdigest()[:16]
        for i in range(BANDS)
    )


def similarity(a: Sketch, b: Sketch) -> float:
    """Return the estimated Jaccard similarity of two articles' shingles, 0 to 1."""
    equal = sum(x == y for x, y in zip(a.signature, b.signature, strict=True))
    return equal / len(a.signature)


def with_origin(sketch: Sketch, candidates: Iterable[Sketch]) -> Sketch:
    """Return the sketch with the origin of the most similar candidate, if one is similar enough."""
    best = max(
        candidates, key=lambda other: (similarity(sketch, other), other.article_id), default=None
    )
    if best is None or similarity(sketch, best) < SAME_ORIGIN:
        return sketch
    return Sketch(sketch.article_id, best.origin_id, sketch.bands, sketch.signature)
