"""A sheet on which a picture is put together from words, boxes and lines, from top to bottom.

Lengths are in units of the drawing, from its upper left corner.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.errors import MissingPartError
from sayso.views.figures import FigureAxis
from sayso.web.pictures.faces import Face, read_face
from sayso.web.pictures.setting import Ink, Line, lines_of, width_of
from sayso.web.site import STATIC

PLAIN, BOLD = "DejaVuSans.ttf", "DejaVuSans-Bold.ttf"
TALLEST = 1_800.0
"""A picture that has grown so tall takes nothing more, and tells what it leaves out."""
_GAP = 7.0
"""Between two pieces of a line."""


@dataclass(frozen=True, slots=True)
class Style:
    """How words are drawn: their size, and the class that colours them."""

    name: str
    size: float
    bold: bool = False

    @property
    def leading(self) -> float:
        """From one base line to the next."""
        return round(self.size * 1.36, 1)


TITLE = Style("title", 17.0, bold=True)
HEAD = Style("head", 14.0, bold=True)
NAME = Style("name", 12.5, bold=True)
BODY = Style("body", 12.0)
SMALL = Style("small", 10.5)
LABEL = Style("small", 10.5, bold=True)


@dataclass(frozen=True, slots=True)
class Words:
    """Words at one place; ``x`` is their left edge, ``y`` their base line."""

    x: float
    y: float
    width: float
    text: str
    style: Style
    colour: str
    backwards: bool

    @property
    def drawn(self) -> str:
        """The text; what runs backwards stands between marks that tell so (Unicode's RLM)."""
        return f"\u200f{self.text}\u200f" if self.backwards else self.text

    @property
    def anchored(self) -> float:
        """The edge from which the words are drawn: the right one where they run backwards."""
        return self.x + self.width if self.backwards else self.x


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle; ``kind`` is the class that fills and outlines it."""

    x: float
    y: float
    width: float
    height: float
    kind: str


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line from one point to another; ``kind`` is the class that draws it."""

    x1: float
    y1: float
    x2: float
    y2: float
    kind: str


@dataclass(frozen=True, slots=True)
class Inset:
    """An axis with its ranges, drawn as on the page; ``x`` and ``y`` are its upper left corner."""

    x: float
    y: float
    axis: FigureAxis


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture ready to be drawn; ``says`` tells in words what it shows."""

    width: float
    height: float
    says: str
    boxes: tuple[Box, ...]
    strokes: tuple[Stroke, ...]
    insets: tuple[Inset, ...]
    words: tuple[Words, ...]


def face_of(style: Style) -> Face:
    """Return the widths of a style's letters. Raises MissingPartError without the page's fonts."""
    path = STATIC / "built" / (BOLD if style.bold else PLAIN)
    if not path.exists():
        raise MissingPartError("The page's fonts are missing", remedy="Build them with: make setup")
    return read_face(path)


class Sheet:
    """Collects what is drawn; each of its methods that sets text returns where the text ends."""

    def __init__(self) -> None:
        self._panels: list[Box] = []
        self._grounds: list[Box] = []
        self._strokes: list[Stroke] = []
        self._insets: list[Inset] = []
        self._words: list[Words] = []

    @property
    def words(self) -> Sequence[Words]:
        """The words set so far."""
        return self._words

    def text(
        self,
        x: float,
        y: float,
        width: float,
        text: str | Sequence[Ink],
        style: Style = BODY,
        *,
        colour: str = "",
        most: int | None = None,
    ) -> float:
        """Set a text in lines below ``y`` and return the lower edge of the last one.

        ``colour`` is the class of all its words; marks of an ink are drawn under its words.
        """
        inks = [Ink(text)] if isinstance(text, str) else text
        for line in lines_of(inks, face_of(style), style.size, width, most=most):
            y += style.leading
            self._line(x, y - style.size * 0.36, line, style, colour)
        return y

    def pieces(
        self, x: float, y: float, width: float, pieces: Iterable[tuple[str, Style, str]]
    ) -> float:
        """Set short texts, each with a style and a colour, one after the other in lines.

        A piece that finds no room in a line begins the next one, a longer one is shortened to one
        line; empty ones are passed over.
        """
        given = [piece for piece in pieces if piece[0]]
        leading = max((style.leading for _, style, _ in given), default=0.0)
        at, base = x, y + leading * 0.74
        for text, style, colour in given:
            for line in lines_of([Ink(text)], face_of(style), style.size, width, most=1):
                needed = width_of(line)
                if at > x and at + needed > x + width:
                    at, base, y = x, base + leading, y + leading
                # Lines that run backwards end where their room does: here they stand in a row.
                self._line(at - line[0].x, base, line, style, colour)
                at += needed + _GAP
        return y + leading

    def box(self, x: float, y: float, width: float, height: float, kind: str) -> None:
        """Draw a rectangle below all words and marks."""
        self._panels.append(Box(x, y, width, height, kind))

    def stroke(self, x1: float, y1: float, x2: float, y2: float, kind: str = "rule") -> None:
        """Draw a line."""
        self._strokes.append(Stroke(x1, y1, x2, y2, kind))

    def inset(self, x: float, y: float, axis: FigureAxis) -> float:
        """Draw an axis and return its lower edge."""
        self._insets.append(Inset(x, y, axis))
        return y + axis.height

    def picture(self, width: float, height: float, says: str) -> Picture:
        """Return all that was drawn."""
        return Picture(
            width,
            height,
            says,
            (*self._panels, *self._grounds),
            tuple(self._strokes),
            tuple(self._insets),
            tuple(self._words),
        )

    def _line(self, x: float, base: float, line: Line, style: Style, colour: str) -> None:
        for run in line:
            left = x + run.x
            self._marks(left, base, run.width, style, run.marks)
            if run.text.strip():
                word = Words(left, base, run.width, run.text, style, colour, run.backwards)
                self._words.append(word)

    def _marks(
        self, x: float, base: float, width: float, style: Style, marks: Iterable[str]
    ) -> None:
        for mark in marks:
            height = style.size * 1.28
            self._grounds.append(Box(x, base - style.size * 0.98, width, height, f"mk-{mark}"))
            for line, down in _LINES.get(mark, ()):
                y = base + style.size * down
                self._strokes.append(Stroke(x, y, x + width, y, line))


_LINES = {
    "source": (("under-source", 0.2),),
    "cue": (("under-cue", 0.2), ("under-cue", 0.34)),
    "place": (("under-place", 0.2),),
    "date": (("under-date", 0.2),),
    "only-left": (("through", -0.3),),
    "only-right": (("under-only", 0.2),),
}
"""Lines of each mark, and how far below the base line each is, of the letters' size.

None is told by colour alone.
"""
