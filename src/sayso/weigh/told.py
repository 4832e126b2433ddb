"""What is simply said: of the deed itself, or beside it for one's own camp."""

from __future__ import annotations

from sayso.model import Act, Party, PartyKind, Stance, joined_text
from sayso.weigh.answers import defends, denied
from sayso.weigh.camps import BOTH, is_unnamed
from sayso.weigh.deeds import holds, kinds_of
from sayso.weigh.figures import figures_in
from sayso.weigh.numbers import words as figure_words
from sayso.weigh.proposition import Proposition
from sayso.weigh.reading import Reading
from sayso.weigh.stance import stance_of_clause, tells_made_up

_TELLING = {Act.ASSERT, Act.BELIEVE}
_BECAUSE = {"because", "since", "for"}
_FATES = {"killed", "wounded", "missing"}
_BEFALLEN = _FATES | {"infected"}
_TURNED = {Stance.AFFIRMS: Stance.DENIES, Stance.DENIES: Stance.AFFIRMS}


def told(reading: Reading, about: Proposition, pole: Stance | None) -> Stance:
    """Return the stance of what is simply said."""
    if reading.act is Act.ANNOUNCE and holds("inquiry", reading.words):
        return Stance.NEUTRAL
    if reading.act is Act.ANNOUNCE and holds("reaction", reading.words):
        # Unless it is what the matter is about.
        return reading.own if about.deeds and about.tells(reading) else Stance.NEUTRAL
    if about.contested and defends(reading) and reading.camp not in about.accusers:
        return Stance.DENIES
    if _puts_it_down(reading, about):
        return Stance.DENIES
    if reading.is_bare_number and about.contested and not about.counting:
        # A count of what the article names beside it.
        return Stance.NEUTRAL
    if about.is_claim(reading) and not _counts_victims(reading):
        return Stance.AFFIRMS
    if _did_nothing_else(reading, about):
        return Stance.DENIES
    if reading.row.statement.id in about.before_turns and reading.camp not in about.accusers:
        return Stance.NEUTRAL if _aside(reading, about, Stance.DENIES) else Stance.DENIES
    if about.tells(reading):
        return _of_deed(reading, about, pole)
    if reading.own is Stance.DOUBTS or about.lays_it(reading):
        return reading.own
    if pole is not Stance.DENIES and _vouches(reading):
        return Stance.AFFIRMS
    if reading.act is Act.THREATEN:
        return _beside(reading, about, pole)
    if pole is None and _blames_for_lack(reading, about):
        return Stance.AFFIRMS
    if pole is None and _disowns(reading, about):
        return Stance.DENIES
    if pole is None and reading.act is Act.ANNOUNCE:
        # Orders and plans of others stand beside the question.
        related = about.tells(reading) or about.shares(reading) or not about.contested
        return reading.own if related else Stance.NEUTRAL
    if pole is None:
        open_ = reading.own is Stance.EVADES and about.contested
        return reading.own if open_ or _concerns(reading, about) else Stance.NEUTRAL
    if reading.own is Stance.EVADES:
        return reading.own
    if reading.act is Act.ANNOUNCE or reading.own is Stance.NEUTRAL:
        return _beside(reading, about, pole)
    return Stance.NEUTRAL if _aside(reading, about, pole) else pole


def _puts_it_down(reading: Reading, about: Proposition) -> bool:
    """Whether an asserting account puts what came of it down to something else than the deed."""
    if reading.own is not Stance.AFFIRMS or not about.contested or reading.camp in about.accusers:
        return False
    concerns = about.tells(reading) or about.points_at_accused(reading)
    return not concerns and holds("otherwise", reading.words)


def _did_nothing_else(reading: Reading, about: Proposition) -> bool:
    """Whether the accused say that nothing but something else was done."""
    if reading.own is not Stance.AFFIRMS or reading.camp is None or reading.act is Act.ANNOUNCE:
        return False
    if reading.camp != about.accused or not holds("nothing_else", reading.words):
        return False
    return reading.camp in about.deniers or not about.tells(reading)


def _blames_for_lack(reading: Reading, about: Proposition) -> bool:
    """Whether something was not so because of what was done: "no sound, for they had cut it"."""
    words = reading.words
    if reading.own is not Stance.DENIES or reading.camp == about.accused:
        return False
    if not about.contested or not holds("because", words):
        return False
    at = next(i for i, word in enumerate(words) if word in _BECAUSE)
    return stance_of_clause(Act.ASSERT, " ".join(words[at + 1 :])) is Stance.AFFIRMS


def _vouches(reading: Reading) -> bool:
    """Whether a witness tells what they went through, or a reckoning is held out for a deed."""
    if reading.own is not Stance.AFFIRMS:
        return False
    if reading.act in _TELLING:
        of_a_side = _is_aide(reading.row.statement.party)
        vouches = of_a_side or reading.testifies or reading.is_insider
        return vouches and not _counts_victims(reading)
    if reading.act is Act.THREATEN and reading.takes_for_granted(None):
        return True
    return holds("for_doing", reading.words) and not tells_made_up(reading.words)


def _disowns(reading: Reading, about: Proposition) -> bool:
    """Whether the accused say that something of theirs was not so: "our forces were not there"."""
    disowns = reading.own is Stance.DENIES and holds("disowning", reading.words)
    return disowns and reading.camp is not None and reading.camp == about.accused


def _concerns(reading: Reading, about: Proposition) -> bool:
    """Whether what an outsider says concerns the question: by its words, or by the accused."""
    if about.shares(reading) or holds("nothing_shows", reading.words):
        return True
    if _is_witness(reading.row.statement.party):
        return not (_counts_victims(reading) and _is_bare(reading))
    if not about.deeds:
        # Who counts the dead of a disaster says nothing of whose fault it was.
        if _counts_victims(reading):
            return not _is_bare(reading)
        bystander = _is_bystander(reading.row.statement.party) and about.contested
        related = about.touches(reading) or about.points_at_accused(reading)
        if not related and _counts_sufferers(reading):
            return about.counting
        return not bystander or related or _counts(reading)
    answered = about.deniers or about.before_turns
    unanswered = not answered and bool(about.deeds & kinds_of("harmful"))
    if unanswered and _counts_victims(reading):
        # An outsider who counts the dead of a raid says that there was one; whose it was is
        # another question, where somebody denies it.
        return True
    return about.points_at_accused(reading)


def _counts_sufferers(reading: Reading) -> bool:
    """Whether the words count people to whom something befell."""
    counted = figures_in(joined_text(reading.row.statement.content))
    return any(figure.kind in _BEFALLEN for figure in counted)


def _counts_victims(reading: Reading) -> bool:
    """Whether the words count those who came to harm, by more than a share of a whole war's."""
    if not reading.tells(kinds_of("consequences")):
        return False
    counted = figures_in(joined_text(reading.row.statement.content))
    return any(figure.kind in _FATES and not figure.part for figure in counted)


def _is_aide(party: Party | None) -> bool:
    """Whether a party is one of a side who goes by no name: "an official", "a pilot"."""
    known = party is not None and party.kind is PartyKind.PERSON and party.side is not None
    return known and is_unnamed(party)


def _is_witness(party: Party | None) -> bool:
    """Whether a party is a person who speaks for nobody."""
    alone = party is not None and party.kind is PartyKind.PERSON
    return alone and party is not None and not (party.side or party.role or party.acts_for)


def _is_bystander(party: Party | None) -> bool:
    """Whether a party is a body that no camp is its own: most of what it says stands beside."""
    return party is not None and party.kind is PartyKind.ORGANISATION and party.side is None


def _is_bare(reading: Reading) -> bool:
    """Whether a count of victims tells nothing else: "more than 20 dead"."""
    named = {deed.at for deed in reading.deeds}
    fates = figure_words().kinds
    telling = (t for t in reading.topics if t.at not in named and reading.words[t.at] not in fates)
    return sum(1 for _ in telling) <= 1


def _beside(reading: Reading, about: Proposition, pole: Stance | None) -> Stance:
    """Return the stance of what is announced or threatened about something else, or asked."""
    if pole is Stance.DENIES:
        # Whoever denied announces it after all.
        done = reading.act is Act.ANNOUNCE and reading.own is Stance.AFFIRMS
        plans = holds("plans", reading.words) or holds("to_come", reading.words)
        done = done and about.touches(reading) and (about.tells(reading) or not plans)
        return Stance.AFFIRMS if done else Stance.NEUTRAL
    threatens = reading.act is Act.THREATEN and holds("reprisal", reading.words)
    answers = threatens or about.tells(reading) or about.shares(reading)
    return Stance.AFFIRMS if answers and not holds("plans", reading.words) else Stance.NEUTRAL


def _aside(reading: Reading, about: Proposition, pole: Stance) -> bool:
    """Whether what a camp says stands beside the question."""
    if holds("sympathy", reading.words) or holds("plans", reading.words):
        return True
    if about.deeds and about.deeds <= kinds_of("decisions"):
        return True
    counts_victims = reading.tells(kinds_of("consequences"))
    if pole is Stance.DENIES:
        if holds("other_story", reading.words):
            # "Three had died, trampled in the panic" tells how, and not by the deed.
            return False
        return (bool(about.deeds) or counts_victims) and _counts(reading)
    if counts_victims:
        harmful = bool(about.deeds & kinds_of("harmful"))
        return not ((harmful and reading.camp in about.accusers) or about.shares(reading))
    return reading.measures


def _counts(reading: Reading) -> bool:
    return reading.measures or bool(figures_in(joined_text(reading.row.statement.content)))


def _of_deed(reading: Reading, about: Proposition, pole: Stance | None) -> Stance:
    """Return the stance of what is said of the deed itself."""
    own = reading.own_of(about.deeds)
    if about.negated:
        return _TURNED.get(own, own)
    if about.accused is None:
        merely_happens = about.deeds <= kinds_of("happenings")
        if own is Stance.AFFIRMS and pole is Stance.DENIES and not merely_happens:
            return Stance.DENIES if reading.denies_in_part else Stance.NEUTRAL
        return own
    actor = reading.actor(about.deeds)
    if actor == BOTH:
        return Stance.NEUTRAL
    if own is Stance.AFFIRMS:
        return _laid_to(actor, reading, about)
    if own is Stance.DENIES and reading.camp is not None:
        return denied(reading, about, pole, own)
    return own


def _laid_to(actor: str | None, reading: Reading, about: Proposition) -> Stance:
    """Return the stance of an account that affirms the deed of this camp."""
    if actor == about.accused:
        return Stance.AFFIRMS
    rival = actor == reading.camp and about.deeds & kinds_of("exclusive")
    if rival and actor is not None:
        # "Victory is ours" denies that of the rival who claimed it first.
        return Stance.DENIES
    if reading.camp == about.accused:
        if reading.blames_strangers(about.deeds) or actor not in (None, reading.camp):
            return Stance.DENIES
        if holds("other_story", reading.words):
            return Stance.DENIES
        if is_unnamed(reading.row.statement.party):
            return Stance.AFFIRMS
        denies = about.accused in about.deniers and reading.act is not Act.ANNOUNCE
        return Stance.NEUTRAL if denies else Stance.AFFIRMS
    if actor is not None and actor == reading.camp and reading.testifies:
        return Stance.AFFIRMS
    unclear = actor is not None or reading.blames_strangers(about.deeds)
    return Stance.NEUTRAL if unclear else Stance.AFFIRMS
