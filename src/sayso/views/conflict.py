"""A conflict as a matter's views show it: camps side by side, and what they tell on one axis."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from textwrap import shorten

from sayso.model import Conflict, ConflictKind, Stance, joined_text, name_key
from sayso.views.account import AccountView
from sayso.views.day_axis import day_axis
from sayso.views.figures import FigureAxis, Told, figure_axis, range_words
from sayso.weigh import contrary_days, contrary_sites, figures_in, sites_in

SHOWN_VOICES = 12
"""Voices of a camp that stand beside the other camps; a page of its own holds all."""
SHOWN_EARLIER = 8
"""Earlier accounts of a voice that stand there."""
_QUOTED = 22
"""Characters of an expression of time that an axis has room for."""


class About(StrEnum):
    """What a conflict is of; days and places are told apart here alone."""

    STANCES = "stances"
    FIGURES = "figures"
    DAYS = "days"
    PLACES = "places"


@dataclass(frozen=True, slots=True)
class VoiceView:
    """One voice in a conflict: its latest account, and the earlier ones, the newest first."""

    latest: AccountView
    earlier: tuple[AccountView, ...]


@dataclass(frozen=True, slots=True)
class CampView:
    """Those who stand together in a conflict: ``name`` is a stance, or else a side.

    ``stance`` is that stance, and ``sides`` are those that take it; ``places`` are where the camp
    puts what was done, as it writes them, in a conflict of places.
    """

    name: str
    stance: Stance | None
    sides: tuple[str, ...]
    places: tuple[str, ...]
    voices: tuple[VoiceView, ...]

    @property
    def accounts(self) -> tuple[AccountView, ...]:
        """All its accounts, voice by voice."""
        return tuple(view for voice in self.voices for view in (voice.latest, *voice.earlier))


@dataclass(frozen=True, slots=True)
class ConflictView:
    """A conflict as opposed camps; ``axes`` show the figures and days that exclude each other."""

    conflict: Conflict
    about: About
    camps: tuple[CampView, ...]
    axes: tuple[FigureAxis, ...]


def conflict_view(conflict: Conflict, by_id: Mapping[str, AccountView]) -> ConflictView:
    """Return the view of a conflict; ``by_id`` are a matter's accounts, by statement id."""
    own = [by_id[s] for s in conflict.statements if s in by_id]
    if conflict.kind is ConflictKind.STANCE:
        return ConflictView(conflict, About.STANCES, _by_stance(own), ())
    figures, days = _figure_axes(own), _day_axes(own)
    about = About.FIGURES
    if not figures and days:
        about = About.DAYS
    elif not figures and contrary_sites((a.row for a in own), _labels(own)):
        about = About.PLACES
    return ConflictView(
        conflict, about, _by_side(own, places=about is About.PLACES), (*figures, *days)
    )


def brief(view: ConflictView) -> tuple[ConflictView, int]:
    """Return a conflict with the first voices of each camp, and how many accounts that leaves out.

    Those with most to say come first where not all are shown.
    """
    camps = tuple(replace(camp, voices=_first_voices(camp.voices)) for camp in view.camps)
    kept = sum(len(camp.accounts) for camp in camps)
    return replace(view, camps=camps), sum(len(c.accounts) for c in view.camps) - kept


def _first_voices(voices: Sequence[VoiceView]) -> tuple[VoiceView, ...]:
    if len(voices) > SHOWN_VOICES:
        voices = sorted(voices, key=lambda voice: -len(voice.earlier))[:SHOWN_VOICES]
    return tuple(replace(voice, earlier=voice.earlier[:SHOWN_EARLIER]) for voice in voices)


def _labels(accounts: Iterable[AccountView]) -> Mapping[str, str]:
    return {view.row.statement.id: view.label for view in accounts}


def _by_stance(accounts: Iterable[AccountView]) -> tuple[CampView, ...]:
    camps: dict[Stance, list[AccountView]] = defaultdict(list)
    for view in accounts:
        camps[view.row.stance or Stance.NEUTRAL].append(view)
    return tuple(
        CampView(s.value, s, tuple(dict.fromkeys(v.label for v in views)), (), _voices(views))
        for s, views in camps.items()
    )


def _by_side(accounts: Iterable[AccountView], *, places: bool) -> tuple[CampView, ...]:
    camps: dict[str, list[AccountView]] = defaultdict(list)
    for view in accounts:
        camps[view.label].append(view)
    return tuple(
        CampView(name, None, (name,), _places(views) if places else (), _voices(views))
        for name, views in camps.items()
    )


def _places(accounts: Iterable[AccountView]) -> tuple[str, ...]:
    """Return the places that contents put something in, each once, as they are first written."""
    found: dict[str, str] = {}
    for view in accounts:
        for key, name in sites_in(view.row).items():
            found.setdefault(key, name)
    return tuple(found.values())


def _voices(accounts: Iterable[AccountView]) -> tuple[VoiceView, ...]:
    """Return each voice once; of one day's accounts an original stands before a copy."""
    by_who: dict[str, list[AccountView]] = defaultdict(list)
    for view in accounts:
        by_who[name_key(view.who)].append(view)
    voices = []
    for own in by_who.values():
        own.sort(key=lambda a: (a.day or date.min, not a.is_copy), reverse=True)
        voices.append(VoiceView(own[0], tuple(own[1:])))
    return tuple(voices)


def _figure_axes(accounts: Sequence[AccountView]) -> tuple[FigureAxis, ...]:
    """Return an axis for each kind of which two sides tell figures that exclude each other."""
    given = [
        (view, figure)
        for view in accounts
        for figure in figures_in(joined_text(view.row.statement.content))
        if not figure.part
    ]
    contrary = {
        one.kind
        for view, one in given
        for other_view, other in given
        if view.label != other_view.label and one.excludes(other)
    }
    told: dict[str, dict[tuple[str, str], Told]] = {kind: {} for kind in sorted(contrary)}
    for view, figure in given:
        if figure.kind in told:
            counted = f" {figure.whom}" if figure.whom else ""
            words = f"{range_words(figure.low, figure.most)}{counted}"
            told[figure.kind][view.who, words] = Told(
                figure.low, figure.most, words, view.who, view.label, view.row.statement.id
            )
    return tuple(figure_axis(kind, list(of_kind.values())) for kind, of_kind in told.items())


def _day_axes(accounts: Sequence[AccountView]) -> tuple[FigureAxis, ...]:
    """Return the axis of the days on which two sides put one thing, if they contradict."""
    by_id = {view.row.statement.id: view for view in accounts}
    told: dict[tuple[str, date, date], Told] = {}
    for row in contrary_days((view.row for view in accounts), _labels(accounts)):
        view = by_id[row.statement.id]
        for when in row.statement.dates:
            if when.start and when.end:
                said = shorten(when.span.text, _QUOTED, placeholder="…")
                told[view.who, when.start, when.end] = Told(
                    when.start.toordinal(),
                    when.end.toordinal(),
                    f"{when.start.day} {when.start:%b}, “{said}”",
                    view.who,
                    view.label,
                    row.statement.id,
                )
    return (day_axis(list(told.values())),) if told else ()
