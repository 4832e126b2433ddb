"""A page's content made fit to stand in a file of its own, without the server behind it."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import cast

from lxml import etree

Element = etree._Element
_HEADING = re.compile(r"h([1-5])")
_OWN_REFERENCE = re.compile(r"url\(#([^)]+)\)")
_MENDED = (
    ".//*[@id or @href or @src or @action or @formaction or @for or @headers or @role"
    " or @*[starts-with(name(), 'hx-') or starts-with(name(), 'aria-') or contains(., 'url(#')]"
    " or self::a or self::section or self::aside"
    " or self::h1 or self::h2 or self::h3 or self::h4 or self::h5]"
)
"""What may have to be mended: of tens of thousands of elements a few in ten."""
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
    main = _main_of(page)
    dropped = set(how.dropped)
    for element in list(main.iterfind(".//*[@class]")):
        if not dropped.isdisjoint(element.get("class", "").split()):
            _drop(element)
    there = {element.get("id") for element in main.iterfind(".//*[@id]")}
    for element in cast("list[Element]", main.xpath(_MENDED)):
        _mend(element, how, there)
    if how.quote is not None:
        for quotation in main.iter("blockquote"):
            _shorten(quotation, how.quote)
    inside = (etree.tostring(child, encoding="unicode", method="html") for child in main)
    return (main.text or "") + "".join(inside)


def _main_of(page: str) -> Element:
    # Plain elements: those of lxml.html are looked up one by one, which took most of the time.
    main = etree.fromstring(page, etree.HTMLParser(huge_tree=True)).find(".//main")
    assert main is not None, "every page of ours has a main part"
    return main


def _drop(element: Element) -> None:
    """Take an element out, and leave what stands behind it."""
    parent, before = element.getparent(), element.getprevious()
    if parent is None:
        return
    if before is not None:
        before.tail = (before.tail or "") + (element.tail or "")
    else:
        parent.text = (parent.text or "") + (element.tail or "")
    parent.remove(element)


def _mend(element: Element, how: Standing, there: Collection[str | None]) -> None:
    for name, value in [(str(n), str(v)) for n, v in element.attrib.items()]:
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
            if name in element.attrib:
                del element.attrib[name]
    if element.tag == "a":
        _lead(element, how, there)
    heading = _HEADING.fullmatch(str(element.tag))
    if heading:
        element.tag = f"h{min(int(heading[1]) + how.deeper, 6)}"


def _lead(link: Element, how: Standing, there: Collection[str | None]) -> None:
    """Keep a link to what is ``there``, of any other its words alone."""
    target = link.get("href", "")
    if target.startswith("#") and target[1:] in there:
        link.set("href", f"#{how.prefix}{target[1:]}")
    elif how.texts and target.startswith("/statements/"):
        link.set("href", f"#s-{target.removeprefix('/statements/')}")
    elif target:
        link.tag = "g" if any(a.tag == "svg" for a in link.iterancestors()) else "span"
        del link.attrib["href"]


def _shorten(quotation: Element, most: int) -> None:
    text = "".join(map(str, quotation.itertext()))
    if len(text) > most:
        for child in list(quotation):
            quotation.remove(child)
        quotation.text = text[:most].rsplit(" ", 1)[0] + " …"
