"""The words of the ledger as frozen types; no I/O."""

from sayso.model.article import (
    BLOCK_SEPARATOR,
    Article,
    ArticleHead,
    Block,
    BlockKind,
    article_id,
    block_at,
    join_blocks,
    paragraphs,
)
from sayso.model.gist import Gist, Mark, MarkKind, Sketch
from sayso.model.ids import content_id
from sayso.model.matter import (
    Account,
    Conflict,
    Matter,
    Position,
    Shift,
    WeighedMatter,
    Weighing,
)
from sayso.model.party import SPOKESPERSON, Party, name_key, party_id
from sayso.model.resolved import Channel, Place, Said, When
from sayso.model.run import Run, make_run
from sayso.model.span import Span, joined_text, span_of
from sayso.model.statement import Attribution, Row, Statement, statement_id
from sayso.model.words import (
    Act,
    ChannelKind,
    ConflictKind,
    Manner,
    PartyKind,
    Precision,
    SaidBasis,
    Stance,
)

__all__ = [
    "BLOCK_SEPARATOR",
    "SPOKESPERSON",
    "Account",
    "Act",
    "Article",
    "ArticleHead",
    "Attribution",
    "Block",
    "BlockKind",
    "Channel",
    "ChannelKind",
    "Conflict",
    "ConflictKind",
    "Gist",
    "Manner",
    "Mark",
    "MarkKind",
    "Matter",
    "Party",
    "PartyKind",
    "Place",
    "Position",
    "Precision",
    "Row",
    "Run",
    "Said",
    "SaidBasis",
    "Shift",
    "Sketch",
    "Span",
    "Stance",
    "Statement",
    "WeighedMatter",
    "Weighing",
    "When",
    "article_id",
    "block_at",
    "content_id",
    "join_blocks",
    "joined_text",
    "make_run",
    "name_key",
    "paragraphs",
    "party_id",
    "span_of",
    "statement_id",
]
