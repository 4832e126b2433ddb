"""Origins in a ledger do not depend on the order in which articles come in."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

from link.copies_pairs import articles_of
from sayso.jobs import Analysis, store_analysis
from sayso.ledger import Ledger, open_ledger
from sayso.link import sketch_of
from sayso.model import Article, make_run
from sayso.weigh import NO_MERGES

RUN = make_run(version="0.1.0", tagger="rules", model_digest="", settings="{}")
ARTICLES = articles_of("copies_pairs.txt")


def stored(path: Path, articles: tuple[Article, ...]) -> Ledger:
    ledger = open_ledger(str(path))
    for article in articles:
        with ledger.writing() as book:
            analysis = Analysis(article, (), (), sketch_of(article))
            assert store_analysis(book, analysis, RUN, NO_MERGES)
    return ledger


def test_an_original_that_comes_last_joins_its_copies(tmp_path: Path) -> None:
    # The two copies share no paragraph: only the original shows that they are one text.
    whole, start, rest = (ARTICLES[n] for n in ("ballot", "ballot-start", "ballot-rest"))
    other = ARTICLES["ballot-second"]
    for i, order in enumerate(permutations((whole, start, rest, other))):
        ledger = stored(tmp_path / f"{i}.db", order)
        origins = ledger.origins([a.id for a in order])
        # The first published stands for all; of one day, the least id.
        first = min((whole, start, rest), key=lambda a: (a.published, a.id)).id
        assert origins == {whole.id: first, start.id: first, rest.id: first, other.id: other.id}
        assert {a.id for a in ledger.copies(start.id)} == {whole.id, rest.id}
        assert ledger.counts().origins == 2
        ledger.close()


def test_copies_that_share_nothing_are_two_until_then(tmp_path: Path) -> None:
    start, rest = ARTICLES["ballot-start"], ARTICLES["ballot-rest"]
    ledger = stored(tmp_path / "ledger.db", (start, rest))
    assert ledger.counts().origins == 2
    ledger.close()
