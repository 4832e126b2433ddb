from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import pytest

from sayso.errors import InputError
from sayso.model import Article, BlockKind
from sayso.read import Hints, read_inputs

TITLE, BODY, CAPTION, CREDIT = (
    BlockKind.TITLE,
    BlockKind.BODY,
    BlockKind.CAPTION,
    BlockKind.CREDIT,
)
FIRST = "The council met on Monday and decided to mend the bridge."
SECOND = "The mayor agreed."
PAGE = "<!doctype html><html><head>{head}</head><body>{body}</body></html>"


def one(html: str | bytes, **hints: object) -> Article | InputError:
    raw = html if isinstance(html, bytes) else html.encode()
    (result,) = read_inputs(
        ["-"],
        hints=Hints(**hints),
        stdin=io.BytesIO(raw),
        fetch=None,  # type: ignore[arg-type]
    )
    return result


def read(html: str | bytes, **hints: object) -> Article:
    result = one(html, **hints)
    assert isinstance(result, Article), result
    return result


def page(body: str, head: str = "") -> str:
    return PAGE.format(head=head, body=body)


def blocks(article: Article) -> list[tuple[BlockKind, str]]:
    return [(block.kind, article.text[block.start : block.end]) for block in article.blocks]


def bodies(html: str) -> list[str]:
    return [text for kind, text in blocks(read(html)) if kind is BODY]


FULL = page(
    """<div class="loader">Loading</div><header><a href="/">Northern Wire</a>
    <nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>
    <div class="lang-menu">English | Français | العربية</div></header>
    <main><article><h1>Dam shelled, minister says</h1><p class="byline">By Jane Doe</p>
    <time datetime="2026-05-05T10:00Z">5 May 2026</time>
    <div class="share-bar">Share <a href="#">Facebook</a></div>
    <figure><img src="x"><figcaption>Smoke over the dam on Monday
      <span class="credit">Jane Doe/Agency</span></figcaption></figure>
    <p>Rebels <a href="/x">shelled</a> the dam<em>s</em>, <b>Vrel</b> said.</p>
    <h2>What next</h2><p>&quot;No&quot;, he said &mdash; twice.</p>
    <div class="wp-caption"><img><p class="wp-caption-text">A guard at the gate
      [File: John Roe/Reuters]</p></div>
    <blockquote><p>We deny it.</p></blockquote>
    <p>Read more: <a href="/z">Another story</a></p>
    <ul><li>One shell fell.</li><li>Two <b>men</b> fled.</li></ul>
    <p>First part.<br><br>Second part.<br>Same part &amp; more.</p>
    <aside class="related"><h3>Related</h3><p>Another story altogether, in full.</p></aside>
    <div class="newsletter-signup"><p>Sign up for our newsletter.</p></div>
    <div class="cookie-banner"><p>We use cookies to make things better.</p></div>
    <p>Ends.</p></article></main>
    <footer><p>Copyright 2026 Northern Wire</p></footer><script>var x = "No story.";</script>""",
    '<meta property="og:site_name" content="Northern Wire">'
    '<meta property="og:title" content="Dam shelled, minister says | Northern Wire">'
    '<script type="application/ld+json">{"@type": "NewsArticle",'
    ' "headline": "Dam shelled, minister says", "datePublished": "2026-05-05T23:30:00+02:00",'
    ' "author": {"@type": "Person", "name": "Jane Doe"},'
    ' "url": "https://northern.example/dam"}</script>',
).replace("<html>", '<html lang="en-GB">')


def test_a_page_is_cut_into_blocks_without_its_chrome() -> None:
    article = read(FULL)
    assert blocks(article) == [
        (TITLE, "Dam shelled, minister says"),
        (CAPTION, "Smoke over the dam on Monday"),
        (CREDIT, "Jane Doe/Agency"),
        (BODY, "Rebels shelled the dams, Vrel said."),
        (BODY, "What next"),
        (BODY, '"No", he said — twice.'),
        (CAPTION, "A guard at the gate"),
        (CREDIT, "[File: John Roe/Reuters]"),
        (BODY, "We deny it."),
        (BODY, "One shell fell."),
        (BODY, "Two men fled."),
        (BODY, "First part."),
        (BODY, "Second part.\nSame part & more."),
        (BODY, "Ends."),
    ]


def test_a_page_says_its_headline_byline_outlet_date_address_and_language() -> None:
    article = read(FULL, outlet="Hint", published=date(2020, 1, 1), language="fr")
    assert article.title == "Dam shelled, minister says"
    assert article.byline == "Jane Doe"
    assert article.outlet == "Northern Wire"
    assert article.published == date(2026, 5, 5)
    assert article.url == "https://northern.example/dam"
    assert article.language == "en"


def test_hints_fill_what_a_page_does_not_say() -> None:
    article = read(
        page(f"<p>{FIRST}</p>"), outlet="Hint", published=date(2020, 1, 1), language="fr"
    )
    assert (article.outlet, article.published, article.language) == (
        "Hint",
        date(2020, 1, 1),
        "fr",
    )


@pytest.mark.parametrize(
    "wrapped",
    [
        "{}",
        "<article>{}</article>",
        "<main>{}</main>",
        '<div class="content">{}</div>',
        '<div id="x9">{}</div>',
        '<div class="page has-sidebar"><div>{}</div></div>',
        "<form>{}</form>",
        "<table><tr><td>{}</td></tr></table>",
    ],
)
@pytest.mark.parametrize("tag", ["p", "div"])
def test_short_articles_lose_no_paragraph(wrapped: str, tag: str) -> None:
    inner = "".join(f"<{tag}>{text}</{tag}>" for text in (FIRST, SECOND, "No."))
    html = page(f"<nav><a href=/>Home</a></nav><h1>Bridge</h1>{wrapped.format(inner)}")
    article = read(html)
    assert blocks(article) == [(TITLE, "Bridge"), (BODY, FIRST), (BODY, SECOND), (BODY, "No.")]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>un<em>known</em> <b>men</b></p>", ["unknown men"]),
        ("<p>a<a href=x>b</a>c, <a href=x>d</a></p>", ["abc, d"]),
        ("<p>one\n  two\tthree</p>", ["one two three"]),
        ("<p>one<br>two</p>", ["one\ntwo"]),
        ("<p>one<br><br/>two</p>", ["one", "two"]),
        ("<p>one<br>&nbsp;<br>two</p>", ["one", "two"]),
        ("<h3>Head</h3><p>two</p>", ["Head", "two"]),
        ("<ol><li>one<li>two</ol>", ["one", "two"]),
        ("<blockquote>one</blockquote>two", ["one", "two"]),
        ("<p>fish &amp; chips &lt;3 &#8212; ok</p>", ["fish & chips <3 — ok"]),
        (
            "<table><tr><th>Town<th>Toll<tr><td>Orlitsa<td>14</table>",
            ["Town | Toll", "Orlitsa | 14"],
        ),
        ("<pre>one\n\ntwo</pre>", ["one", "two"]),
    ],
)
def test_markup_becomes_blocks(html: str, expected: list[str]) -> None:
    assert bodies(page(f"<article><p>{FIRST}</p>{html}<p>{SECOND}</p></article>")) == [
        FIRST,
        *expected,
        SECOND,
    ]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<figure><img><figcaption>Smoke</figcaption></figure>", [(CAPTION, "Smoke")]),
        ("<figure><img><div>Smoke</div></figure>", [(CAPTION, "Smoke")]),
        ("<figure><img></figure>", []),
        (
            "<figure><figcaption>Smoke (AP)</figcaption></figure>",
            [(CAPTION, "Smoke"), (CREDIT, "(AP)")],
        ),
        (
            "<figure><figcaption>Smoke. Photo: Jane Doe</figcaption></figure>",
            [(CAPTION, "Smoke."), (CREDIT, "Photo: Jane Doe")],
        ),
        (
            '<p class="image-caption">Smoke <small class="photo-credit">J. Doe</small></p>',
            [(CAPTION, "Smoke"), (CREDIT, "J. Doe")],
        ),
        ('<span class="photo-credit">J. Doe</span>', [(CREDIT, "J. Doe")]),
        ('<div class="caption">Smoke</div>', [(CAPTION, "Smoke")]),
        (
            "<p>Smoke over the dam [Jane Doe/Agency]</p>",
            [(CAPTION, "Smoke over the dam"), (CREDIT, "[Jane Doe/Agency]")],
        ),
        ("<figure><blockquote>We deny it.</blockquote></figure>", [(BODY, "We deny it.")]),
        (
            "<figure><table><tr><td>a<td>b</table><figcaption>Tolls</figcaption></figure>",
            [(BODY, "a | b"), (CAPTION, "Tolls")],
        ),
        ('<p class="source">A source said no.</p>', [(BODY, "A source said no.")]),
    ],
)
def test_captions_and_credits(html: str, expected: list[tuple[BlockKind, str]]) -> None:
    article = read(page(f"<article><p>{FIRST}</p>{html}<p>{SECOND}</p></article>"))
    assert blocks(article) == [(BODY, FIRST), *expected, (BODY, SECOND)]


def test_a_caption_inside_a_paragraph_stands_before_it() -> None:
    html = "<p>Rebels <figure><figcaption>Smoke</figcaption></figure></p><p>ended it.</p>"
    kinds = [kind for kind, _ in blocks(read(page(f"<article><p>{FIRST}</p>{html}</article>")))]
    assert CAPTION in kinds


@pytest.mark.parametrize(
    "html",
    [
        "<nav>Home and away.</nav>",
        "<aside>Another story.</aside>",
        '<div class="share-buttons">Share this now.</div>',
        '<div class="related-posts"><p>Another story.</p></div>',
        '<div class="newsletterBox"><p>Get it all.</p></div>',
        '<div id="cookie-consent"><p>We use them.</p></div>',
        '<div role="navigation">Home.</div>',
        '<div style="display: none">Hidden words.</div>',
        "<p hidden>Hidden words.</p>",
        '<div aria-hidden="true">Hidden words.</div>',
        "<script>Not words.</script>",
        "<style>p {}</style>",
        "<noscript>Turn it on.</noscript>",
        "<button>Press it.</button>",
        "<p>Advertisement</p>",
        "<p>Loading</p>",
        "<p><a href=x>Read more: another one</a></p>",
        "<h3>Related stories</h3><ul><li><a href=x>One more</a></li></ul>",
        '<ul class="tags"><li>Dams</li><li>Rivers</li></ul>',
    ],
)
def test_page_chrome_is_no_text(html: str) -> None:
    assert bodies(page(f"<article><p>{FIRST}</p>{html}<p>{SECOND}</p></article>")) == [
        FIRST,
        SECOND,
    ]


@pytest.mark.parametrize(
    ("head", "body", "expected"),
    [
        ('<meta property="article:published_time" content="2026-05-05T22:00:00Z">', "", "2026-05-05"),
        ('<meta name="date" content="5 May 2026">', "", "2026-05-05"),
        ('<script type="application/ld+json">{"@graph": [{"@type": ["NewsArticle"],'
         '"datePublished": "2026-05-05"}]}</script>', "", "2026-05-05"),
        ('<link rel="canonical" href="https://n.example/2026/05/05/dam">', "", "2026-05-05"),
        ("", '<time datetime="2026-05-05">Tuesday</time>', "2026-05-05"),
        ("", "<p>Published on 5 May 2026</p>", "2026-05-05"),
        ("", '<span class="date">May 5, 2026</span>', "2026-05-05"),
        ("", '<meta itemprop="datePublished" content="2026-05-05">', "2026-05-05"),
        ("", "", None),
        ("", "<p>Updated 5 May 2026</p>", None),
        ('<meta property="article:modified_time" content="2026-05-05">', "", None),
        ('<script type="application/ld+json">{"@type": "Event", "datePublished": "2026-05-05"}'
         "</script>", "", None),
        ('<script type="application/ld+json">{broken</script>', "", None),
        ("", "<p>The dam broke on 5 May 2026, when it had rained for weeks and weeks.</p>", None),
        ("", "<footer>Copyright 2026. Page made on 5 May 2026</footer>", None),
        ("", "<p>05/06/2026</p>", None),
    ],
)  # fmt: skip
def test_the_date_is_read_where_it_is_stated_and_never_guessed(
    head: str, body: str, expected: str | None
) -> None:
    html = page(f"<article><h1>Dam</h1>{body}<p>{FIRST}</p><p>{SECOND}</p></article>", head)
    published = read(html).published
    assert (published.isoformat() if published else None) == expected


def test_a_date_above_the_headline_or_in_another_story_is_not_the_articles() -> None:
    html = page(
        f"<div>Friday 8 May 2026</div><article><h1>Dam</h1><p>{FIRST} {FIRST}</p>"
        f"<p>{SECOND}</p></article><div><time datetime='2026-05-07'>x</time></div>"
    )
    assert read(html).published is None


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        ("", "<h1>Dam holds</h1>", "Dam holds"),
        ('<meta property="og:title" content="Dam holds">', "", "Dam holds"),
        (
            '<meta property="og:title" content="Dam holds | Wire">'
            '<meta property="og:site_name" content="Wire">',
            "",
            "Dam holds",
        ),
        ('<meta property="og:title" content="The dam holds">', "<h1>Dam holds</h1>", "Dam holds"),
    ],
)
def test_the_headline_stands_once(head: str, body: str, title: str) -> None:
    article = read(page(f"<article>{body}<p>{FIRST}</p><p>{SECOND}</p></article>", head))
    assert blocks(article) == [(TITLE, title), (BODY, FIRST), (BODY, SECOND)]


CYRILLIC = "Министр сообщил в понедельник, что плотина в городе Орлица не была обстреляна."


@pytest.mark.parametrize(
    ("encoding", "head", "text"),
    [
        ("utf-8", "", "Mayor Çelik said “no” — twice."),
        ("utf-8-sig", "", "Mayor Çelik said “no” — twice."),
        ("utf-16", "", "Mayor Çelik said “no” — twice."),
        ("utf-16-le", "", "Mayor Çelik said “no” — twice."),
        ("windows-1252", '<meta charset="windows-1252">', "Mayor Çelik said “no” — twice."),
        ("windows-1252", '<meta charset="iso-8859-1">', "Mayor Çelik said “no” — twice."),
        ("windows-1252", "", "Mayor Çelik said “no” — twice."),
        ("windows-1251", '<meta charset="windows-1251">', CYRILLIC),
        ("windows-1251", "", CYRILLIC),
        ("utf-8", '<meta charset="windows-1251">', CYRILLIC),
        (
            "windows-1251",
            '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">',
            CYRILLIC,
        ),
    ],
)
def test_encodings(encoding: str, head: str, text: str) -> None:
    raw = page(f"<article><p>{text}</p><p>{text}</p></article>", head).encode(encoding)
    assert text in read(raw).text


def test_a_page_with_one_broken_character_is_read() -> None:
    raw = page(f"<article>{f'<p>{FIRST} é</p>' * 40}</article>").encode()
    article = read(raw.replace("é".encode(), b"\xc3", 1))
    assert article.text.count("\ufffd") == 1


@pytest.mark.parametrize(
    "html",
    [
        page(""),
        page("<nav><a href=/>Home</a><a href=/w>World</a></nav><div class=menu>One Two</div>"),
        page("<script>var a = 'The minister said something. He did.';</script>" * 50),
        page("<ul>" + "<li><a href=x>A headline of some story here today</a></li>" * 30 + "</ul>"),
        "<!doctype html>",
        "<html><!-- nothing --></html>",
        page("<form><input><button>Send it.</button></form>"),
    ],
)
def test_a_page_without_an_article_is_an_error(html: str) -> None:
    error = one(html)
    assert isinstance(error, InputError)
    assert "no article" in error.problem
    assert error.remedy


SENTENCE = f"<p>{FIRST}</p>"


@pytest.mark.parametrize(
    "html",
    [
        page("<div>" * 10_000 + SENTENCE + "</div>" * 10_000 + SENTENCE),
        page("<ul><li>" * 3_000 + SENTENCE),
        page("<blockquote>" * 5_000 + SENTENCE),
        page(f"<article>{SENTENCE}</article>").replace("council", "coun\0cil"),
        page(f"<article>{SENTENCE}" + "<table>" * 300 + "</article>"),
        page(f"<article>{SENTENCE}<p>" + "<br>" * 20_000 + "</article>"),
        page(f"<article>{SENTENCE}<p>" + "<" * 20_000 + "</article>"),
        page(f"<article>{SENTENCE}</article>", "<!--" * 1_000 + "-->"),
        "<!---->" * 2_000 + page(SENTENCE),
    ],
)
def test_hostile_pages_are_read(html: str) -> None:
    assert FIRST in read(html).text


def test_a_large_page_is_read() -> None:
    html = page(
        "<article>" + "".join(f"<p>{FIRST[:-1]} {i}.</p>" for i in range(3_000)) + "</article>"
    )
    assert len(read(html).blocks) == 3_000


def test_the_same_page_by_another_path_is_the_same_article(tmp_path: Path) -> None:
    for name in ("one.html", "two.htm"):
        (tmp_path / name).write_text(FULL, encoding="utf-8")
    one_id, two_id = (
        article.id
        for article in read_inputs([str(tmp_path)], hints=Hints(), stdin=None, fetch=None)
        if isinstance(article, Article)
    )
    assert one_id == two_id
