"""The channels of an article's attributions."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from sayso.language.parsed import ParsedText
from sayso.model import Attribution, Channel, ChannelKind, Span
from sayso.resolve.channels.nouns import is_outlet
from sayso.resolve.channels.phrases import core, heads, phrase_from
from sayso.resolve.channels.placed import Found
from sayso.resolve.channels.scan import scan
from sayso.resolve.channels.tables import tables
from sayso.resolve.parties.lexicon import lexicon

_MOST_TOKENS = 120
"""How far from the source and cue channels are looked for, where sentences do not end."""


@dataclass(frozen=True, slots=True)
class _Layout:
    """A text and its parse: where sentences begin among the tokens, and tokens in the text."""

    text: str
    doc: Doc
    sentences: Sequence[int]
    places: Sequence[int]


def find_channels(
    parsed: ParsedText, attributions: Sequence[Attribution]
) -> tuple[tuple[Channel, ...], ...]:
    """Return what each attribution's statement passed through, aligned with ``attributions``.

    Outermost first: what the attributions that hold this one contribute, then who relays it in
    its own sentence ("the Gazette reported"), then the rest in the order of the text, so that a
    document stands before those who saw it. An attribution that holds another contributes its
    own channels and its source: an outlet or document as such, any other party as an OUTLET,
    since the words have reached the article through it. That is left out where the inner source
    is a pronoun, which mostly means the outer speaker ("Vrel said she doubted it").
    """
    doc = parsed.doc
    layout = _Layout(parsed.text, doc, [s.start for s in doc.sents], [token.idx for token in doc])
    cues = _cue_positions(attributions)
    own = [_own(layout, attributions, i, cues) for i in range(len(attributions))]
    return tuple(_chain(i, attributions, own, layout) for i in range(len(attributions)))


def _chain(
    index: int,
    attributions: Sequence[Attribution],
    own: Sequence[tuple[Channel, ...]],
    layout: _Layout,
) -> tuple[Channel, ...]:
    channels = list(own[index])
    seen = {index}
    inner = attributions[index]
    outer = inner.inside
    while outer is not None and 0 <= outer < len(attributions) and outer not in seen:
        seen.add(outer)
        holder = attributions[outer]
        channels[:0] = [*own[outer], *_relay(holder, inner, own[outer], layout)]
        inner, outer = holder, holder.inside
    kept = dict.fromkeys(channels)
    return tuple(kept)


def _relay(
    holder: Attribution, inner: Attribution, own: Sequence[Channel], layout: _Layout
) -> list[Channel]:
    """Return the holder's source as a channel, unless its document already is one."""
    if not holder.source:
        return []
    source, doc = holder.source[0], layout.doc
    if any(source.contains(c.span) and c.kind is ChannelKind.DOCUMENT for c in own):
        return []
    document = _document(doc, source)
    if document:
        return [Channel(_span(layout.text, doc, document), ChannelKind.DOCUMENT)]
    outlet = is_outlet(_tokens(doc, source))
    if not outlet and (_is_pronoun(inner.source) or _is_pronoun(holder.source)):
        return []
    return [Channel(source, ChannelKind.OUTLET)]


def _is_pronoun(source: Sequence[Span]) -> bool:
    return not source or source[0].text.casefold() in lexicon().pronouns


def _cue_positions(attributions: Sequence[Attribution]) -> list[tuple[int, int]]:
    """Return (position, attribution) of all cues, in text order."""
    return sorted((span.start, i) for i, a in enumerate(attributions) for span in a.cue)


def _own(
    layout: _Layout,
    attributions: Sequence[Attribution],
    index: int,
    cues: Sequence[tuple[int, int]],
) -> tuple[Channel, ...]:
    """Return the channels that the statement's own sentences name, outside its content."""
    doc = layout.doc
    attribution = attributions[index]
    anchors = [*attribution.cue, *attribution.source]
    if not anchors:
        return ()
    free = _free_tokens(layout, attribution, anchors, attributions)
    source = {token.i for span in attribution.source for token in _tokens(doc, span)}
    cue = {token.i for span in attribution.cue for token in _tokens(doc, span)}
    found = list(scan(free, cue, source))
    mine = [f for f in found if f.start in source or _nearest(f, layout, cues) in (index, None)]
    # A report is a channel where somebody passed it on; otherwise it speaks for itself.
    if any(f.kind is ChannelKind.OUTLET and f.start in source for f in mine):
        mine += [f for span in attribution.source if (f := _document(doc, span))]
    mine = [f for f in mine if not any(f.lies_in(other) for other in found)]
    ordered = sorted(set(mine), key=lambda f: (not f.relays, f.start))
    return tuple(Channel(_span(layout.text, doc, f), f.kind) for f in ordered)


def _tokens(doc: Doc, span: Span) -> list[Token]:
    """Return the tokens that lie wholly in a span."""
    return list(doc.char_span(span.start, span.end, alignment_mode="contract") or ())


def _free_tokens(
    layout: _Layout,
    attribution: Attribution,
    anchors: Sequence[Span],
    attributions: Sequence[Attribution],
) -> list[Token]:
    """Return the tokens of the anchors' sentences that are outside the statement's content.

    Where another attribution holds this one, only its content counts: what stands outside is the
    holder's.
    """
    doc, starts = layout.doc, layout.sentences
    near: set[int] = set()
    for anchor in anchors:
        tokens = doc.char_span(anchor.start, anchor.end, alignment_mode="expand")
        if tokens is not None:
            first = bisect_right(starts, tokens.start) - 1
            after = bisect_right(starts, max(tokens.start, tokens.end - 1))
            end = starts[after] if after < len(starts) else len(doc)
            near.update(
                range(
                    max(starts[first], tokens.start - _MOST_TOKENS),
                    min(end, tokens.end + _MOST_TOKENS, tokens.start + 2 * _MOST_TOKENS),
                )
            )
    near.difference_update(_numbers(layout, attribution.content))
    outer = attribution.inside
    if outer is not None and 0 <= outer < len(attributions):
        near.intersection_update(_numbers(layout, attributions[outer].content))
    return [token for i in sorted(near) if not (token := doc[i]).is_space]


def _numbers(layout: _Layout, spans: Sequence[Span]) -> Iterator[int]:
    """Yield the tokens that begin in some spans."""
    places = layout.places
    for span in spans:
        yield from range(bisect_left(places, span.start), bisect_left(places, span.end))


def _document(doc: Doc, span: Span) -> Found | None:
    """Return the document that a source is: "a UN report seen by …"."""
    tokens = _tokens(doc, span)
    phrase = core(phrase_from(tokens, 0)) if tokens else ()
    if phrase and phrase[-1].text[0].islower() and heads(phrase, tables().documents):
        return Found(phrase[0].i, phrase[-1].i + 1, ChannelKind.DOCUMENT, False)
    return None


def _nearest(found: Found, layout: _Layout, cues: Sequence[tuple[int, int]]) -> int | None:
    """Return the attribution whose cue is nearest to a phrase in its sentence."""
    # token.sent walks the whole sentence: quadratic where sentences do not end.
    doc, starts = layout.doc, layout.sentences
    following = bisect_right(starts, found.start)
    first = doc[starts[following - 1]].idx
    last = doc[starts[following]].idx if following < len(starts) else math.inf
    position = doc[found.start].idx
    after = bisect_right(cues, (position, -1))
    near = [
        (abs(at - position), index)
        for at, index in cues[max(0, after - 1) : after + 1]
        if first <= at < last
    ]
    return min(near)[1] if near else None


def _span(text: str, doc: Doc, found: Found) -> Span:
    start = doc[found.start].idx
    last = doc[found.end - 1]
    # The parse keeps the full stop with a single letter: "a post on X."
    end = last.idx + len(last.text) - (len(last.text) == 2 and last.text[1] == ".")
    return Span(start, end, text[start:end])
