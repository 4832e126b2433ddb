"""What a page says of itself: headline, byline, outlet, date, address, language.

Headline, byline, outlet and address are trafilatura's reading of meta tags, JSON-LD and markup.
The date is read here: trafilatura's date finder falls back on any date in the page's text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from lxml.html import HtmlElement
from trafilatura import extract_metadata

from sayso.language.en.tables import load_table
from sayso.read.canonical import one_line
from sayso.read.fetch import is_url
from sayso.read.fulldates import find_full_dates, iso_day
from sayso.read.pagetree import text_of, words_of_class
from sayso.read.shape import head_line, same_words

_DATE_METAS = frozenset(
    {
        "article:published_time",
        "article:published",
        "og:published_time",
        "og:article:published_time",
        "datepublished",
        "date",
        "pubdate",
        "publishdate",
        "publish-date",
        "publish_date",
        "publication_date",
        "publication-date",
        "dc.date",
        "dc.date.issued",
        "dc.date.created",
        "dcterms.date",
        "dcterms.issued",
        "dcterms.created",
        "parsely-pub-date",
        "sailthru.date",
        "cxenseparse:recs:publishtime",
        "citation_publication_date",
        "originalpublicationdate",
        "article.published",
    }
)
_ARTICLE_TYPE = re.compile(r"Article$|Posting$|^Report$|Reportage", re.ASCII)
_UPDATE_WORDS = frozenset(("updated", "update", "modified"))
_BODY_WORDS = 20
_LONGEST_HEAD_TEXT = 160
_TITLE_SUFFIX = re.compile(r"\s+[|–—-]\s+")
# trafilatura wants bounds for the date that is not used: fixed ones keep runs the same.
_DATE_CONFIG = {"extensive_search": False, "original_date": True, "max_date": "2999-12-31"}


@dataclass(frozen=True, slots=True)
class PageFacts:
    """Facts of a page, None where it is silent; ``titles`` are all forms of its headline."""

    titles: tuple[str, ...]
    byline: str | None
    outlet: str | None
    published: date | None
    url: str | None
    language: str | None


def page_facts(tree: HtmlElement, *, url: str | None) -> PageFacts:
    """Return what a page's tree, not yet cleaned, says; ``url`` is where it was fetched from."""
    meta = extract_metadata(tree, default_url=None, date_config=dict(_DATE_CONFIG), extensive=False)
    links = [one_line(link) for link in (meta.url, *_json_values(tree, "url"), url)]
    link = next((link for link in links if link and is_url(link)), None)
    host = (urlsplit(link).hostname or "").removeprefix("www.") if link else ""
    outlet = one_line(meta.sitename)
    outlet = None if outlet and outlet.casefold() in (host, f"www.{host}") else outlet
    headings = [text_of(heading) for heading in tree.iter("h1")]
    shown = headings[0] if len(headings) == 1 and headings[0] != outlet else None
    return PageFacts(
        titles=tuple(
            dict.fromkeys(t for t in (shown, _without_site(one_line(meta.title), outlet)) if t)
        ),
        byline=one_line((meta.author or "").replace("; ", ", ")),
        outlet=outlet,
        published=_stated_date(tree) or _url_date(link),
        url=link,
        language=_language(tree),
    )


def host_name(url: str | None) -> str | None:
    """Return the host of an address without "www.", an outlet's name where no other is known."""
    return (urlsplit(url).hostname or "").removeprefix("www.") or None if url else None


def _without_site(title: str | None, outlet: str | None) -> str | None:
    if title and outlet:
        parts = _TITLE_SUFFIX.split(title)
        if len(parts) > 1 and same_words(parts[-1], outlet):
            return title[: title.rindex(parts[-1])].rstrip(" |–—-")
    return title


def _language(tree: HtmlElement) -> str | None:
    code = (
        tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    ).strip()
    primary = re.split(r"[-_]", code)[0].lower()
    return primary if re.fullmatch(r"[a-z]{2,3}", primary) else None


def _stated_date(tree: HtmlElement) -> date | None:
    for value in (*_json_values(tree, "datePublished"), *_meta_dates(tree), *_marked_dates(tree)):
        day = _one_date(value)
        if day is not None:
            return day
    return _shown_date(tree)


def _one_date(value: str) -> date | None:
    day = iso_day(value)
    if day is None:
        found = {piece.day for piece in find_full_dates(value[:100])}
        day = found.pop() if len(found) == 1 else None
    return day


def _json_values(tree: HtmlElement, key: str) -> Iterator[str]:
    """Yield the strings under ``key`` of the articles in a page's JSON-LD."""
    for script in tree.xpath('//script[@type="application/ld+json"]'):
        try:
            data = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue  # a page's broken JSON-LD says nothing; its other tags may
        for item in _json_items(data):
            types = item.get("@type")
            names = types if isinstance(types, list) else [types]
            value = item.get(key)
            if isinstance(value, str) and any(_ARTICLE_TYPE.search(str(name)) for name in names):
                yield value


def _json_items(data: Any) -> Iterator[dict[str, Any]]:
    """Yield the page's own objects: top level, @graph and mainEntity, but no lists of links."""
    queue = [data]
    while queue:
        item = queue.pop(0)
        if isinstance(item, list):
            queue.extend(item)
        elif isinstance(item, dict):
            yield item
            queue.extend(item[key] for key in ("@graph", "mainEntity") if key in item)


def _meta_dates(tree: HtmlElement) -> Iterator[str]:
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        if name.lower() in _DATE_METAS:
            yield meta.get("content", "")


def _marked_dates(tree: HtmlElement) -> Iterator[str]:
    for element in tree.xpath('//*[@itemprop="datePublished" or @pubdate]'):
        yield element.get("datetime") or element.get("content") or text_of(element)


def _shown_date(tree: HtmlElement) -> date | None:
    """Return the date shown between the headline and the story.

    Only there: a date above the headline is often today's, one below it another story's.
    """
    headings = list(tree.iter("h1"))
    if len(headings) != 1:
        return None
    for element in headings[0].xpath("following::*"):
        if element.tag in ("script", "style", "aside", "nav", "footer"):
            continue
        if element.tag == "p" and len(text_of(element).split()) >= _BODY_WORDS:
            return None
        updated = words_of_class(element) & _UPDATE_WORDS
        if element.tag == "time" and not updated:
            day = iso_day(element.get("datetime", ""))
            if day is not None:
                return day
        text = text_of(element) if len(element) <= 8 else ""
        told = head_line(text, in_head=True) if 0 < len(text) <= _LONGEST_HEAD_TEXT else None
        if told is not None and told.published is not None and not updated:
            return told.published
    return None


def _url_date(url: str | None) -> date | None:
    """Return the day in an address such as /2026/05/05/ or /2026/may/05/."""
    match = re.search(r"/((?:19|20)\d\d)[/-](\d{1,2}|[a-z]{3,9})[/-](\d{1,2})(?:/|$)", url or "")
    if match is None:
        return None
    months: dict[str, int] = load_table("dates")["months"]
    month = int(match[2]) if match[2].isdigit() else months.get(match[2], 0)
    try:
        return date(int(match[1]), month, int(match[3]))
    except ValueError:
        return None
