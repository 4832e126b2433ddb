"""A page's tree: parsed, and rid of what is not its story."""

from __future__ import annotations

import re
from functools import cache

import lxml.html
from lxml import etree
from lxml.html import HtmlElement

from sayso.language.en.tables import load_table

NEVER_TEXT = frozenset(
    {
        "script",
        "style",
        "noscript",
        "template",
        "button",
        "select",
        "textarea",
        "input",
        "iframe",
        "object",
        "embed",
        "svg",
        "canvas",
        "audio",
        "video",
        "dialog",
        "map",
    }
)
_NEVER_STORY = frozenset({"nav", "aside", "footer", "form", "menu"})
_NAMED_CHROME_TAGS = frozenset(
    {"div", "section", "ul", "ol", "li", "dl", "header", "span", "details", "table"}
)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CHROME_ROLES = frozenset(
    {
        "navigation",
        "complementary",
        "contentinfo",
        "dialog",
        "alertdialog",
        "search",
        "menu",
        "menubar",
        "toolbar",
    }
)
_WORD_PARTS = re.compile(r"[a-z]+|[A-Z][a-z]*|[A-Z]+(?![a-z])")
# libxml2 loses all below 2,048 levels, and trafilatura's recursion ends sooner; real pages have
# some 30. Nests beyond the limit carry no structure and are flattened.
_DEEPEST = 200
_NESTING = re.compile(
    r"</?(?:div|span|section|article|main|font|center|b|i|em|strong|a|ul|ol|li|dl|dd|dt|blockquote"
    r"|table|tbody|tr|td|figure|q|small|big|u|s)\b[^<>]*>",
    re.IGNORECASE,
)
BLOCK_TAGS = frozenset(
    {
        "p",
        "div",
        "article",
        "section",
        "main",
        "header",
        "li",
        "ul",
        "ol",
        "blockquote",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "table",
        "tr",
        "figure",
        "figcaption",
        "pre",
        "dl",
        "dt",
        "dd",
        "address",
        "hr",
        "body",
        "td",
        "th",
    }
)
# Two line breaks in a row part paragraphs, as a <p> would.
_DOUBLE_BREAK = re.compile(r"<br\b[^<>]*>(?:(?:\s|&nbsp;)*<br\b[^<>]*>)+", re.IGNORECASE)


def parse_page(html: str) -> HtmlElement | None:
    """Return the tree of a page, or None when there is no element in it that can be read."""
    html = _DOUBLE_BREAK.sub("<p>", html)
    tree = _parse(html)
    if tree is not None and _is_too_deep(tree):
        tree = _parse(_NESTING.sub("\n", html))
    return None if tree is None or _is_too_deep(tree) else tree


def _parse(html: str) -> HtmlElement | None:
    parser = lxml.html.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True
    )
    try:
        tree = lxml.html.document_fromstring(html.encode("utf-8"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None  # nothing but white space and comments
    return tree


def _is_too_deep(tree: HtmlElement) -> bool:
    depth = deepest = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest > _DEEPEST


def words_of_class(element: HtmlElement) -> frozenset[str]:
    """Return the words that make up an element's classes and id, lower-cased."""
    names = f"{element.get('class', '')} {element.get('id', '')}"
    whole = {name.lower() for name in re.split(r"[\s_-]+", names) if name}
    return frozenset(whole | {part.lower() for part in _WORD_PARTS.findall(names)})


@cache
def markup_words(key: str) -> frozenset[str]:
    """Return the words of class names that mark ``key``: chrome, caption, credit or picture."""
    return frozenset(load_table("page")["markup"][key])


def drop(element: HtmlElement) -> None:
    """Take an element out of its tree; the text after it stays."""
    if element.getparent() is not None:
        element.drop_tree()


def text_of(element: HtmlElement) -> str:
    """Return an element's text on one line, words of neighbouring blocks kept apart."""
    parts: list[str] = []
    for event, node in etree.iterwalk(element, events=("start", "end")):
        if node.tag in BLOCK_TAGS or node.tag == "br":
            parts.append(" ")
        text = node.text if event == "start" else (node.tail if node is not element else None)
        parts.append(text or "")
    return " ".join("".join(parts).split())


def remove_chrome(tree: HtmlElement) -> None:
    """Take out of the tree, in place, what is marked up as not being the story."""
    lengths = unlinked_lengths(tree)
    for element in elements_of(tree):
        if element.tag in ("html", "head", "body") or not is_attached(element, tree):
            continue
        named = _is_chrome_by_name(element)
        # What is named like chrome may wrap the page: a form, "page has-sidebar".
        wraps = 2 * lengths[element] > lengths[tree] or (
            named and element.find(".//h1") is not None
        )
        never = element.tag in NEVER_TEXT or _is_hidden(element)
        if never or ((named or element.tag in _NEVER_STORY) and not wraps):
            drop(element)


def elements_of(tree: HtmlElement) -> list[HtmlElement]:
    """Return the elements of a tree in document order."""
    return [element for element in tree.iter() if isinstance(element.tag, str)]


def is_attached(element: HtmlElement, tree: HtmlElement) -> bool:
    """Whether an element has not been taken out of its tree."""
    return element.getroottree().getroot() is tree


def _is_hidden(element: HtmlElement) -> bool:
    return (
        "hidden" in element.attrib
        or element.get("aria-hidden") == "true"
        or _HIDDEN_STYLE.search(element.get("style", "")) is not None
    )


def _is_chrome_by_name(element: HtmlElement) -> bool:
    if element.get("role", "").lower() in _CHROME_ROLES:
        return True
    return element.tag in _NAMED_CHROME_TAGS and bool(
        words_of_class(element) & markup_words("chrome")
    )


def unlinked_lengths(tree: HtmlElement) -> dict[HtmlElement, int]:
    """Return how many characters of text that is no link each element holds."""
    lengths: dict[HtmlElement, int] = {}
    for element in reversed(elements_of(tree)):
        own = len((element.text or "").strip())
        inner = sum(lengths[child] + len((child.tail or "").strip()) for child in element)
        lengths[element] = 0 if element.tag in ("a", *NEVER_TEXT) else own + inner
    return lengths
