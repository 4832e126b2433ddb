"""A page's content made fit to stand in a file of its own, without the server behind it."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from lxml import html
from lxml.html import HtmlElement

_HEADING = re.compile(r"h([1-5])")
_OWN_REFERENCE = re.compile(r"url\(#([^)]+)\)")
_NAMING = ("aria-labelledby", "aria-describedby", "aria-controls", "for", "headers")
"""Attributes that name elements by their ids."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How content is made to stand alone.

    ``prefix`` goes before all ids, so that several pages fit into one file; ``deeper`` is by how
    many levels headings go down; ``dropped`` are classes of what only leads elsewhere, and
    ``quote`` is how many code points of a quotation are kept, None for all. ``texts`` tells that
    the articles stand in the file too, at ``#s-STATEMENT``.
    """

    prefix: str
    deeper: int = 1
    dropped: Collection[str] = ()
    quote: int | None = None
    texts: bool = False


def main_part(page: str, how: Standing) -> str:
    """Return what stands in a page's ``<main>``, as HTML that leads nowhere outside its file."""
    main: HtmlElement = html.document_fromstring(page).find(".//main")
    for element in list(main.iter("*")):
        if how.dropped and set(element.get("class", "").split()) & set(how.dropped):
            element.drop_tree()
    there = {element.get("id") for element in main.iter("*")}
    for element in main.iter("*"):
        _mend(element, how, there)
    if how.quote is not None:
        for quotation in main.iter("blockquote"):
            _shorten(quotation, how.quote)
    inside = (html.tostring(child, encoding="unicode") for child in main)
    return (main.text or "") + "".join(inside)


def _mend(element: HtmlElement, how: Standing, there: Collection[str | None]) -> None:
    for name, value in element.attrib.items():
        if name.startswith("hx-") or name in ("src", "action", "formaction"):
            del element.attrib[name]
        elif name == "id":
            element.set(name, how.prefix + value)
        elif name in _NAMING:
            element.set(name, " ".join(how.prefix + one for one in value.split()))
        elif "url(#" in value:
            element.set(name, _OWN_REFERENCE.sub(rf"url(#{how.prefix}\1)", value))
    if element.tag in ("section", "aside") or element.get("role") == "region":
        # Several pages in one file would have several landmarks of one name.
        element.tag = "div" if element.tag == "aside" else element.tag
        for name in ("role", "aria-label", "aria-labelledby"):
            element.attrib.pop(name, None)
    if element.tag == "a":
        _lead(element, how, there)
    heading = _HEADING.fullmatch(str(element.tag))
    if heading:
        element.tag = f"h{min(int(heading[1]) + how.deeper, 6)}"


def _lead(link: HtmlElement, how: Standing, there: Collection[str | None]) -> None:
    """Keep a link to what is ``there``, of any other its words alone."""
    target = link.get("href", "")
    if target.startswith("#") and target[1:] in there:
        link.set("href", f"#{how.prefix}{target[1:]}")
    elif how.texts and target.startswith("/statements/"):
        link.set("href", f"#s-{target.removeprefix('/statements/')}")
    elif target:
        link.tag = "g" if any(a.tag == "svg" for a in link.iterancestors()) else "span"
        del link.attrib["href"]


def _shorten(quotation: HtmlElement, most: int) -> None:
    text = quotation.text_content()
    if len(text) > most:
        for child in list(quotation):
            child.drop_tree()
        quotation.text = text[:most].rsplit(" ", 1)[0] + " …"
