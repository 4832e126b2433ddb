"""A page's content in a file of its own."""

from __future__ import annotations

import pytest

from sayso.web.standing import Standing, main_part


def stood(body: str, **options) -> str:
    page = f"<html><head><title>x</title></head><body><nav>out</nav><main id='main'>{body}</main></body></html>"
    return main_part(page, Standing(prefix="m1-", **options)).strip()


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("<p>Vrel &amp; <b>Marr</b></p>", "<p>Vrel &amp; <b>Marr</b></p>"),
        ("<h1>Dam</h1><h3>Pit</h3>", "<h2>Dam</h2><h4>Pit</h4>"),
        ('<p id="a">x</p><a href="#a">y</a>', '<p id="m1-a">x</p><a href="#m1-a">y</a>'),
        ('<a class="party" href="/parties/1">Vrel</a>', '<span class="party">Vrel</span>'),
        ('<a href="#gone">y</a>', "<span>y</span>"),
        ('<a href="https://example.org/">Vrel</a>', "<span>Vrel</span>"),
        ('<a href="javascript:alert(1)">Vrel</a>', "<span>Vrel</span>"),
        ('<a href="/statements/7">day</a>', "<span>day</span>"),
        ('<div hx-get="/x" hx-trigger="load">d</div>', "<div>d</div>"),
        ('<section aria-labelledby="h">s</section>', "<section>s</section>"),
        ('<aside class="list" aria-label="Places">s</aside>', '<div class="list">s</div>'),
        (
            '<div role="region" aria-label="Matrix" tabindex="0">s</div>',
            '<div tabindex="0">s</div>',
        ),
        ('<table aria-describedby="h i"></table>', '<table aria-describedby="m1-h m1-i"></table>'),
        ("<p>&lt;script&gt; 🕊 سد</p>", "<p>&lt;script&gt; 🕊 سد</p>"),
    ],
)
def test_what_stands_alone(body, wanted):
    assert stood(body) == wanted


def test_nothing_outside_the_main_part_is_taken():
    assert "out" not in stood("<p>in</p>")


def test_statements_lead_to_the_texts_that_are_there():
    assert stood('<a href="/statements/7">day</a>', texts=True) == '<a href="#s-7">day</a>'


def test_what_only_leads_elsewhere_is_dropped():
    assert stood('<p class="meta crumb">All</p><p>kept</p>', dropped=("crumb",)) == "<p>kept</p>"


def test_a_drawings_own_parts_are_still_found():
    body = '<svg><defs><g id="soft"></g></defs><a href="/x"><circle fill="url(#soft)"></circle></a></svg>'
    found = stood(body)
    assert 'id="m1-soft"' in found
    assert "url(#m1-soft)" in found
    assert "<g><circle" in found


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("<blockquote>The dam is gone</blockquote>", "<blockquote>The dam …</blockquote>"),
        ("<blockquote>The <b>dam is</b> gone</blockquote>", "<blockquote>The dam …</blockquote>"),
        ("<blockquote>The dam</blockquote>", "<blockquote>The dam</blockquote>"),
    ],
)
def test_long_quotations_are_cut_at_a_word(body, wanted):
    assert stood(body, quote=9) == wanted
