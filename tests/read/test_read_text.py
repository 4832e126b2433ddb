from __future__ import annotations

import io
from datetime import date

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


def read(text: str | bytes, **hints: object) -> Article:
    raw = text if isinstance(text, bytes) else text.encode()
    (article,) = read_inputs(
        ["-"],
        hints=Hints(format="text", **hints),
        stdin=io.BytesIO(raw),
        fetch=None,  # type: ignore[arg-type]
    )
    assert isinstance(article, Article), article
    return article


def blocks(article: Article) -> list[tuple[BlockKind, str]]:
    return [(block.kind, article.text[block.start : block.end]) for block in article.blocks]


PASTED = """Menu
English | Français | العربية

Loading

Dam shelled, minister says

By Jane Doe
Published May 5, 2026 10:15 GMT

Share
Listen (4 min)

Smoke over the harbour on Monday [File: Jane Doe/Agency]

ORLITSA (AP) — Rebels have shelled the dam, the minister said on Monday.

"Never."

Workers at the gate, May 4, 2026. (AP Photo/John Roe)

Advertisement

The front denied it.

Related
Town hall repairs begin
River level falls

Copyright 2026 Northern Wire
Follow us on Anything
"""


def test_a_pasted_page_is_cut_into_blocks_without_its_chrome() -> None:
    article = read(PASTED)
    assert blocks(article) == [
        (TITLE, "Dam shelled, minister says"),
        (CAPTION, "Smoke over the harbour on Monday"),
        (CREDIT, "[File: Jane Doe/Agency]"),
        (BODY, "ORLITSA (AP) — Rebels have shelled the dam, the minister said on Monday."),
        (BODY, '"Never."'),
        (CAPTION, "Workers at the gate, May 4, 2026."),
        (CREDIT, "(AP Photo/John Roe)"),
        (BODY, "The front denied it."),
    ]
    assert article.title == "Dam shelled, minister says"
    assert article.byline == "Jane Doe"
    assert article.published == date(2026, 5, 5)


def test_the_callers_date_goes_before_the_date_line_which_is_no_body_either_way() -> None:
    article = read(PASTED, published=date(2026, 5, 6), outlet="Northern Wire")
    assert article.published == date(2026, 5, 6)
    assert article.outlet == "Northern Wire"
    assert "10:15" not in article.text


STORY = "The council met on Monday and decided to mend the bridge before winter comes."


@pytest.mark.parametrize(
    "line",
    [
        "Menu",
        "MENU",
        "Loading...",
        "Loading…",
        "Share",
        "Share on Facebook",
        "Subscribe",
        "Read more",
        "Read more: Another story about a bridge",
        "Also read: Another story",
        "Listen (4 min)",
        "4 min read",
        "12 comments",
        "Advertisement",
        "Skip to content",
        "English | Français | العربية",
        "English Français العربية",
        "Home > World > Europe",
        "News | World | Sport | Opinion",
        "© 2026 Northern Wire",
        "Copyright 2026 Northern Wire. All rights reserved.",
        "© Northern Wire 2026",
        "Follow us on Telegram",
        "Sign up for our newsletter",
        "Image 1 of 4",
        "This site uses cookies to do things.",
        "https://northern.example/story",
    ],
)
def test_page_chrome_is_dropped_wherever_it_stands(line: str) -> None:
    article = read(f"{STORY}\n\n{line}\n\nThe mayor agreed.")
    assert blocks(article) == [(BODY, STORY), (BODY, "The mayor agreed.")]


@pytest.mark.parametrize(
    "line",
    [
        '"Never."',
        "No.",
        "They share.",
        "He read more: it helped him.",
        "Copyright law is unclear, he said.",
        "Copyright owners met the minister in 2026.",
        "Follow the money, she said.",
        "The menu was long.",
        "Live fire was heard.",
        "Shares fell.",
        "Home at last, they slept.",
        "Subscribe to that view and you lose, he warned.",
        "5 May 2026 was a Tuesday.",
        "By Monday the road was open.",
        "By then, both sides had left.",
        "ORLITSA (AP) — The dam stands.",
        "The dam stands, a reporter saw (AP).",
        "He spoke to reporters (and left).",
        "He blamed [the minister]",
        "The toll rose (see map)",
        "She quoted the note [sic]",
        "“We will mend it all.” [Laughter]",
        "He left at noon. [The army denies this]",
        "He blamed [Jane Doe]",
        "He named both (Jane Doe/John Roe)",
        "Photo shops were closed.",
        "News | from the front",
        "Europe",
    ],
)
def test_short_paragraphs_of_a_story_stay(line: str) -> None:
    article = read(f"{STORY}\n\n{line}\n\nThe mayor agreed.")
    assert blocks(article) == [(BODY, STORY), (BODY, line), (BODY, "The mayor agreed.")]


@pytest.mark.parametrize(
    ("paragraph", "caption", "credit"),
    [
        ("Smoke on Monday [Jane Doe/Agency]", "Smoke on Monday", "[Jane Doe/Agency]"),
        ("Smoke on Monday [File: Jane Doe]", "Smoke on Monday", "[File: Jane Doe]"),
        ("Smoke on Monday. [Harbour press office]", "Smoke on Monday.", "[Harbour press office]"),
        ("Smoke on Monday. [Ministry of Fish]", "Smoke on Monday.", "[Ministry of Fish]"),
        ("Smoke on Monday. [Jane Doe]", "Smoke on Monday.", "[Jane Doe]"),
        ("Smoke on Monday. [Reuters]", "Smoke on Monday.", "[Reuters]"),
        ("Smoke (AP Photo/John Roe)", "Smoke", "(AP Photo/John Roe)"),
        ("Smoke (Photo: Jane Doe)", "Smoke", "(Photo: Jane Doe)"),
        ("Smoke rises. Photograph: Jane Doe/AFP", "Smoke rises.", "Photograph: Jane Doe/AFP"),
        ("Smoke rises.\nPhoto: Jane Doe", "Smoke rises.", "Photo: Jane Doe"),
    ],
)
def test_a_credit_in_last_place_makes_a_caption(paragraph: str, caption: str, credit: str) -> None:
    article = read(f"{STORY}\n\n{paragraph}\n\nThe mayor agreed.")
    assert blocks(article) == [
        (BODY, STORY),
        (CAPTION, caption),
        (CREDIT, credit),
        (BODY, "The mayor agreed."),
    ]


def test_a_whole_article_that_ends_in_a_credit_stays_body() -> None:
    assert blocks(read("The dam broke. Two men fled. (Supplied photo)"))[0] == (
        BODY,
        "The dam broke. Two men fled.",
    )


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Dam shelled\n\n{STORY}", "Dam shelled"),
        (f"Dam shelled\n{STORY}\nThe mayor agreed.", "Dam shelled"),
        (f"# Dam shelled\n\n{STORY}", "Dam shelled"),
        (f"Was the dam shelled?\n\n{STORY}", "Was the dam shelled?"),
        (f"Dam shelled by the U.S.\n\n{STORY}", "Dam shelled by the U.S."),
        (f"The dam was shelled.\n\n{STORY}", None),
        (f"ORLITSA, 5 May —\n\n{STORY}", None),
        ("Dam shelled", None),
        (f"Dam\n\nBy Jane Doe\n\n{STORY}", "Dam"),
        (
            "The council that met in Orlitsa on\nmonday has decided nothing at all.\n\nNo.",
            None,
        ),
    ],
)
def test_the_headline_is_a_first_short_line_without_a_final_stop(
    text: str, title: str | None
) -> None:
    article = read(text)
    assert article.title == title
    assert article.text.count(title or STORY) <= 1


def test_lines_are_paragraphs_when_no_line_is_blank() -> None:
    article = read(f"{STORY}\nThe mayor agreed.\nNobody else did.")
    assert [text for _, text in blocks(article)] == [
        STORY,
        "The mayor agreed.",
        "Nobody else did.",
    ]


def test_a_hard_wrapped_paragraph_is_one() -> None:
    wrapped = (
        "The council met on Monday evening in the town hall and then\n"
        "decided after a long debate that the bridge over the river\n"
        "should be mended before winter comes, if money can be found,\n"
        "which nobody in the hall seemed to believe in the slightest\n"
        "degree."
    )
    assert blocks(read(wrapped)) == [(BODY, wrapped)]


def test_single_line_breaks_inside_paragraphs_stay() -> None:
    article = read(f"{STORY}\nHe left.\n\nShe stayed.")
    assert blocks(article) == [(BODY, f"{STORY}\nHe left."), (BODY, "She stayed.")]


def test_a_date_between_paragraphs_of_a_story_stays() -> None:
    article = read(f"{STORY}\n\n6 May 2026\n\nThe mayor agreed.")
    assert (BODY, "6 May 2026") in blocks(article)
    assert article.published is None


def test_line_ends_controls_and_marks_are_made_canonical() -> None:
    article = read("\ufeffThe dam\x00 held.\r\n\r\nNobody\x07 left\x0c on foot.\rNobody.")
    assert article.text == "The dam held.\n\nNobody left\non foot.\nNobody."


def test_emoji_joiners_and_direction_marks_are_kept() -> None:
    text = "Family 👩‍👩‍👧 waved 👋🏽 and قال الوزير \u200fشيئا\u200f today."
    assert read(text).text == text


def test_windows_dashes_read_as_controls_are_dashes() -> None:
    assert read("ORLITSA \x97 The dam held.").text == "ORLITSA — The dam held."


def test_raw_bytes_and_hash_are_kept_and_ids_repeat() -> None:
    raw = f"{STORY}\r\n".encode()
    one, two = read(raw), read(raw)
    assert one.raw == raw
    assert len(one.raw_sha256) == 64
    assert one.id == two.id
    assert one.id != read(raw, outlet="Other").id


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"", "is empty"),
        (b" \n\t\r\n \xc2\xa0", "nothing but white space"),
        (b"Menu\n\nLoading\n", "holds no article text"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "PNG picture"),
        (b"%PDF-1.7\n", "PDF document"),
        (b"PK\x03\x04abc", "ZIP archive"),
        (b"\x1f\x8b\x08abc", "gzip archive"),
        (bytes(range(256)) * 4, "binary data"),
        (b'{"title": "x",\n "text": "y"}', "not JSON Lines"),
        ("Zażółć gęślą jaźń".encode()[:-1], "bytes are broken"),
        (b"The dam \xff\xfe\xfd held", "bytes are broken"),
    ],
)
def test_what_is_no_article_is_named_with_a_remedy(raw: bytes, message: str) -> None:
    (error,) = read_inputs(["-"], hints=Hints(format="text"), stdin=io.BytesIO(raw), fetch=None)
    assert isinstance(error, InputError)
    assert message in error.problem
    assert "standard input" in error.problem
    assert error.remedy
