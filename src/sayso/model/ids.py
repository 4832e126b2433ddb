"""Content-hash ids: equal content, equal id, on every machine and in every run."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence

ID_LENGTH = 20
"""Hex digits of an id: 80 bits, so a billion rows collide with odds below one in a million."""

Field = str | int | None


def content_id(kind: str, *fields: Field | Sequence[Field]) -> str:
    """Return the id of a ``kind`` of thing with these identifying fields.

    Fields are encoded as one JSON array before hashing, so ``("ab", "c")`` and ``("a", "bc")``
    differ; ``kind`` keeps an article and a statement with the same fields apart.
    """
    listed = [list(f) if isinstance(f, Sequence) and not isinstance(f, str) else f for f in fields]
    encoded = json.dumps([kind, *listed], ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(encoded.encode("ascii")).hexdigest()[:ID_LENGTH]
