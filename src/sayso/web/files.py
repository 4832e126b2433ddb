"""Answers that a browser keeps as files."""

from __future__ import annotations

from fastapi.responses import Response


def as_file(content: bytes, name: str, ending: str, media_type: str) -> Response:
    """Return an answer that is kept as "sayso-NAME.ENDING"."""
    return Response(content, media_type=media_type, headers=file_headers(name, ending))


def file_headers(name: str, ending: str) -> dict[str, str]:
    """Return the headers that name a file."""
    # A name of ours: letters, digits and dashes need no quoting in the header.
    plain = "".join(c if c.isalnum() and c.isascii() else "-" for c in name)
    return {"Content-Disposition": f'attachment; filename="sayso-{plain}.{ending}"'}
