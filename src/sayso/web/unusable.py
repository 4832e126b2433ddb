"""What an address holds that can't be used, and the remedy, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

REMEDIES: Mapping[str, str] = {
    "int_parsing": "Write a whole number",
    "greater_than_equal": "Write {ge} or more",
    "less_than_equal": "Write {le} or less",
    "string_too_long": "Write {max_length} characters at most",
    "bool_parsing": "Write true, or leave it out",
    "enum": "Use {expected}",
    "literal_error": "Use {expected}",
}
"""What to do about a value, by pydantic's type of error; in braces what its context holds."""
_SHOWN = 60


def unusable(errors: Sequence[Mapping[str, Any]]) -> tuple[str, str]:
    """Return the first of pydantic's errors as what is wrong and the remedy."""
    error = errors[0]
    value = str(error["input"])
    value = value if len(value) <= _SHOWN else f"{value[:_SHOWN]}…"
    remedy = REMEDIES.get(error["type"], "Correct it, or leave it out")
    return f"{value!r} can't be used as {error['loc'][-1]}", remedy.format(**error.get("ctx", {}))
