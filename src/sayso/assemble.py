"""Settings to concrete parts. Only this module constructs parsers, taggers, ledgers, engines.

Each part's libraries load when the part is built: a command that only lists what the ledger holds
must not wait for a parser.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache, partial
from importlib.metadata import version
from typing import TYPE_CHECKING

from sayso import __version__
from sayso.errors import InputError
from sayso.model import Article, Run, make_run

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from sayso.jobs import Analysis, Failed, Item, Known, Spread
    from sayso.language.parsed import Parser
    from sayso.ledger.protocol import Ledger
    from sayso.model import Block
    from sayso.read import Fetch
    from sayso.resolve import Resources
    from sayso.resolve.places import Gazetteer
    from sayso.settings import Settings
    from sayso.tag import Tagger
    from sayso.weigh import Merges

__all__ = [
    "build_fetch",
    "build_late_parser",
    "build_ledger",
    "build_merges",
    "build_parser",
    "build_resources",
    "build_run",
    "build_spread",
    "build_tagger",
    "make_work",
]


def build_ledger(settings: Settings, *, create: bool) -> Ledger:
    """Open the ledger that the settings name; ``create`` makes a missing one."""
    from sayso.ledger import open_ledger

    return open_ledger(settings.ledger, create=create)


def build_merges(settings: Settings) -> Merges:
    """Return the user's word on who is one party. Raises UsageError if it contradicts itself."""
    from sayso.weigh import make_merges

    return make_merges(settings.parties.same, settings.parties.apart)


@contextmanager
def build_fetch(max_bytes: int) -> Iterator[Fetch]:
    """Yield what fetches a web address, of at most ``max_bytes`` bytes."""
    import httpx

    from sayso.read import fetch_url

    with httpx.Client() as client:
        yield partial(fetch_url, client=client, max_bytes=max_bytes)


def check_is_text(name: str, head: bytes) -> None:
    """Raise InputError when the first bytes of an input show that it holds no text."""
    from sayso.read.decode import refuse_binary

    refuse_binary(name, head)


def build_parser() -> Parser:
    """Load the English parser."""
    from sayso.language.en.parse import english_parser

    return english_parser()


def build_late_parser() -> Parser:
    """Return a parser that loads when it is first used: not every tagger asks for a parse."""
    loaded: list[Parser] = []

    def parse(text: str, blocks: Sequence[Block]) -> Doc:
        if not loaded:
            loaded.append(build_parser())
        return loaded[0](text, blocks)

    return parse


def build_tagger(settings: Settings) -> Tagger:
    """Load the tagger that the settings name."""
    from sayso.tag import tagger_named

    return tagger_named(settings.tagger, model=settings.model)


@lru_cache(maxsize=1)
def _gazetteer() -> Gazetteer:
    from sayso.resolve.places import open_gazetteer

    return open_gazetteer()


def build_resources(settings: Settings) -> Resources:
    """Open what resolving looks things up in."""
    from sayso.resolve import Resources
    from sayso.resolve.parties import make_sides

    return Resources(gazetteer=_gazetteer(), sides=make_sides(settings.sides))


def build_run(settings: Settings) -> Run:
    """Return the run under which rows are inferred with these settings.

    Raises MissingPartError when the tagger's model is missing.
    """
    from sayso.language.en.parse import MODEL_DISTRIBUTION

    models = f"{MODEL_DISTRIBUTION} {version(MODEL_DISTRIBUTION)}"
    if settings.tagger == "encoder":
        from sayso.tag.encoder import model_digest

        models = f"{models}, encoder {model_digest(settings.model)}"
    inferring = {"tagger": settings.tagger, "sides": settings.sides}
    return make_run(
        version=__version__,
        tagger=settings.tagger,
        model_digest=models,
        settings=json.dumps(inferring, sort_keys=True),
    )


def build_spread(settings: Settings, run: Run) -> Spread:
    """Return what analyses articles over the engine that the settings name.

    Raises UnknownNameError for an engine or tagger that does not exist, before anything is read.
    """
    from sayso.engine import engine_named

    engine = engine_named(settings.engine)
    build_tagger(settings)

    def spread(items: Iterable[Item]) -> Iterator[Analysis | Known | Failed]:
        return engine(partial(make_work, settings, run), items, workers=settings.workers)

    return spread


def make_work(settings: Settings, run: Run) -> Callable[[Item], Analysis | Known | Failed]:
    """Return the work of one process; its models are loaded when the first article comes."""
    from sayso.jobs import Failed, analyse_article
    from sayso.language.en.recognise import is_english

    loaded: list[Callable[[Article], Analysis]] = []

    def work(item: Item) -> Analysis | Known | Failed:
        if not isinstance(item, Article):
            return item
        if not is_english(item.text):
            return Failed(
                InputError(
                    f"{item.name} does not read like English, the only language known here",
                    remedy="Leave it out, or give an English translation",
                )
            )
        if not loaded:
            loaded.append(
                partial(
                    analyse_article,
                    parser=build_parser(),
                    tagger=build_tagger(settings),
                    resources=build_resources(settings),
                    run=run,
                )
            )
        try:
            return loaded[0](item)
        except (ValueError, LookupError, TypeError, RecursionError, MemoryError) as exc:
            # The border of one article: what no step foresaw must not stop the batch.
            return Failed(
                InputError(
                    f"{item.name} can't be analysed ({type(exc).__name__}: {exc})",
                    remedy="The other articles went in; please report this one",
                )
            )

    return work
