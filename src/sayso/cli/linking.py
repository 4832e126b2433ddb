"""``sayso bench linking PATH``: which event mentions are one event, and which documents a story.

What is scored is printed beside the simplest that can be done: one event for each naming word.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.assemble import build_parser
from sayso.bench.coreference import conll_f1
from sayso.bench.linking import STORIES, Asked, EventLine, Setting, score_linking
from sayso.cli.console import console
from sayso.cli.figures import memory_line, share
from sayso.cli.gold import gold_lines
from sayso.cli.lines import Json, list_of, object_of, range_of
from sayso.cli.sheet import table
from sayso.errors import InputError
from sayso.language.parsed import Parser
from sayso.link import Mention, group_stories, link_mentions, story_document
from sayso.link.mentions import ClusterEvents, by_word
from sayso.link.stories import StoryModel
from sayso.model import Span, paragraphs
from sayso.views import counted

if TYPE_CHECKING:
    from spacy.tokens import Doc

FORM = '{"id", "topic", "subtopic", "text", "mentions": [{"id", "spans", "cluster"}]}'


def bench_linking(path: Path) -> int:
    """Score event linking on gold mentions, and the grouping of documents into stories.

    A mention of several spans counts as the range that holds them.
    """
    failures: list[str] = []
    lines = event_lines(path, failures)
    print_linking(lines, remembering(build_parser()))
    console().print(memory_line(), markup=False)
    return 1 if failures else 0


def event_lines(path: Path, failures: list[str]) -> list[EventLine]:
    """Return a corpus's documents; lines that can't be used are named and left out."""
    return [_event_line(line) for line in gold_lines(path, _read, form=FORM, failures=failures)]


def remembering(parser: Parser) -> Parser:
    """Return a parser of paragraphs that parses each text once."""

    @cache
    def parsed(text: str) -> Doc:
        return parser(text, paragraphs(text))

    return lambda text, _blocks: parsed(text)


def print_linking(
    lines: Sequence[EventLine],
    parser: Parser,
    cluster: ClusterEvents | None = None,
    stories: StoryModel | None = None,
) -> None:
    """Print how well events are clustered and documents grouped, if None by what ships."""
    settings = _scored(lines, parser, cluster, stories)
    plain = _scored(lines, parser, by_word, stories)
    out = console()
    out.print(
        table(
            f"Linking, {counted(len(lines), 'text')}",
            ["what", "measure", "precision", "recall", "F1"],
            (
                [setting.name, s.name, share(s.precision), share(s.recall), share(s.f1)]
                for setting in settings
                for s in setting.scores
            ),
        )
    )
    out.print(
        table(
            "CoNLL F1 (the mean of MUC, B-cubed and CEAF-e)",
            ["what", "F1", "by the naming word alone"],
            (
                [s.name, share(conll_f1(s.scores)), share(conll_f1(p.scores))]
                for s, p in zip(settings, plain, strict=True)
                if s.name != STORIES
            ),
        )
    )


def _scored(
    lines: Sequence[EventLine],
    parser: Parser,
    cluster: ClusterEvents | None,
    stories: StoryModel | None,
) -> tuple[Setting, ...]:
    def link(asked: Sequence[Asked]) -> Sequence[str]:
        return link_mentions([Mention(*one) for one in asked], parser, cluster)

    def group(documents: Sequence[EventLine]) -> Sequence[int]:
        told = [story_document(parser(line.text, paragraphs(line.text))) for line in documents]
        return group_stories(told, stories)

    return score_linking(lines, link, group)


def _read(line: Json, text: str) -> Json:
    """Return what scoring linking needs of a line. Raises InputError."""
    mentions = [_mention(object_of(m), text) for m in list_of(line, "mentions")]
    return {"topic": _name(line, "topic"), "subtopic": _name(line, "subtopic"), "told": mentions}


def _mention(mention: Json, text: str) -> tuple[str, Span, str]:
    pieces = [range_of(pair, text, what="mention") for pair in list_of(mention, "spans")]
    if not pieces:
        raise InputError("a mention has no span", remedy='Give its "spans" as [[start, end]]')
    start, end = min(a for a, _ in pieces), max(b for _, b in pieces)
    return _name(mention, "id"), Span(start, end, text[start:end]), _name(mention, "cluster")


def _name(holder: Json, key: str) -> str:
    value = holder.get(key)
    if not isinstance(value, str | int):
        raise InputError(f'"{key}" is missing', remedy=f"Write lines of {FORM}")
    return str(value)


def _event_line(line: Json) -> EventLine:
    return EventLine(
        str(line["id"]), line["topic"], line["subtopic"], line["text"], tuple(line["told"])
    )
