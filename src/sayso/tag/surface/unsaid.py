"""Whether an attribution that was found tells of something that was not said.

"Vrel may announce", "did not say that", "if he admits", "Did she say …?": no statement took place,
and none in "Asked about the dam, Vrel said".
Evasions ("would not say whether"), denials and attitudes ("does not believe") are statements.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from sayso.tag.layout import Range
from sayso.tag.surface.saying import Saying, read_saying
from sayso.tag.surface.words import forms_listed, listed

_BE = frozenset(["be", "is", "am", "are", "was", "were", "been", "being"])
_AUXILIARIES = _BE | {"have", "has", "had", "having", "do", "does", "did"}
_NOT = frozenset(["not", "never", "nor", "neither"])
_TURNED = _NOT - {"not"}
"""At the head of a clause they deny it; "not until Monday did she say" tells that she did."""
_AT_NO = frozenset([(word, "no") for word in ("at", "in", "on", "under", "by")])
_SINGLING = frozenset(["first", "second", "third", "only", "last", "latest", "sole"])
_OBJECT_REACH = 10
"""Most words between "asked" and "to say"."""


def is_unsaid(
    text: str,
    cue: Range,
    source: Range | None,
    content: Sequence[Range],
    sentence: Range,
) -> bool:
    """Tell whether the text says that this saying did not take place, or leaves it open.

    All ranges are half-open ranges of code points of ``text``; ``sentence`` holds the cue.
    A cue without a known verb ("according to", "the claim", ":") is taken for said.
    """
    saying = read_saying(text, cue, source, content, sentence)
    if saying is None:
        return False
    if _by_nobody(saying):
        return not (
            saying.opens
            or saying.lemma in listed("negated", "evaded")
            or (saying.source[0] == "neither" and saying.lemma in listed("negated", "contested"))
        )
    if source is None and saying.form in listed("clause", "asked") and not _helped(saying):
        return True
    if _supposed(saying) or _questioned(saying) or _commanded(saying):
        return True
    if saying.form.endswith("ing") and _left_out(saying.chain):
        return True
    return _chain_unsaid(saying)


def _helped(saying: Saying) -> bool:
    """Whether an auxiliary makes a passive of the verb: "was asked" tells of it by itself."""
    return bool(saying.chain) and saying.chain[-1] in _AUXILIARIES


def _by_nobody(saying: Saying) -> bool:
    source = saying.source
    if not source or source[0] not in listed("clause", "nobody"):
        return False
    return not (source[0] == "no" and len(source) > 1 and (source[1] == "." or source[1].isdigit()))


def _supposed(saying: Saying) -> bool:
    """Read "if he says", "unless the Front admits", "should she admit"."""
    before = saying.front if saying.source else saying.chain
    if not before:
        return False
    if before[-1] in listed("clause", "conditions"):
        return True
    clause = before[before.index(",") + 1 :] if "," in before else before
    return bool(saying.front) and len(clause) == 1 and clause[0] in listed("clause", "inverted")


def _questioned(saying: Saying) -> bool:
    if not saying.asked:
        return False
    helpers = _AUXILIARIES | listed("modal", "words")
    if saying.front:
        return saying.front[-1] in helpers or (
            saying.front[-1] in _NOT and len(saying.front) > 1 and saying.front[-2] in helpers
        )
    if saying.source:
        return saying.source[0] in ("who", "what", "which") and saying.heads_sentence
    first = saying.chain[:3]
    return bool(first) and (
        first[0] in helpers
        or first[0] == "who"
        or (first[0] in listed("open", "words") and any(word in helpers for word in first[1:]))
    )


def _commanded(saying: Saying) -> bool:
    """Read "Say that …", "Do not say", "let him say"."""
    if saying.form not in listed("clause", "commands"):
        return False
    if saying.front:
        return saying.front[-1] in listed("clause", "letting")
    if saying.source or not saying.heads_sentence:
        return False
    return all(word in listed("clause", "before_commands") for word in saying.chain)


def _left_out(chain: tuple[str, ...]) -> bool:
    return bool(chain) and (
        chain[-1] in listed("participle", "undone")
        or " ".join(chain[-2:]) in listed("participle", "undone_pairs")
    )


def _chain_unsaid(saying: Saying) -> bool:
    """Read the words before the verb from right to left, as far as they belong to its group."""
    chain = _less_mere(saying.chain, saying.raw)
    helpers = _AUXILIARIES | _NOT | listed("modal", "words")
    seen: list[str] = []
    at = len(chain) - 1
    while at >= 0:
        word = chain[at]
        if word in helpers:
            seen.append(word)
            at -= 1
        elif word == "to":
            verdict = _infinitive_unsaid(saying, chain, at)
            if isinstance(verdict, bool):
                return verdict
            more, at = verdict
            seen += more
        elif word in ("or", "nor") and not seen:
            seen += _shared_negation(chain[:at])
            break
        else:
            break
    front = saying.front
    if len(front) > 3 and front[:2] in _AT_NO and front[-1] in helpers:
        seen += [front[-1], "not"]  # "At no point did Vrel say".
    if len(front) > 1 and front[-1] in helpers and any(w in _TURNED for w in front[:-1]):
        seen += [front[-1], "not"]  # "Nor did Vrel say".
    return _helpers_unsaid(saying, frozenset(seen))


def _less_mere(chain: tuple[str, ...], raw: tuple[str, ...]) -> tuple[str, ...]:
    """Take the negation out of "not only said"."""
    mere = listed("negated", "mere")
    if any(w in _NOT and n in mere for w, n in pairwise(raw)):
        return tuple(word for word in chain if word not in _NOT)
    return chain


def _shared_negation(chain: tuple[str, ...]) -> list[str]:
    """Return the helpers of "did not name the unit or", as far as its clause goes back."""
    for at in range(len(chain) - 1, -1, -1):
        if chain[at] in ("but", ",", "that"):
            return []
        if chain[at] in _NOT:
            return [chain[at], *chain[max(0, at - 1) : at]]
    return []


def _infinitive_unsaid(
    saying: Saying, chain: tuple[str, ...], to: int
) -> bool | tuple[list[str], int]:
    """Decide on what "to" hangs: True or False, or helpers seen and where to read on."""
    owned, told = _is_own(saying), listed("infinitive", "utterance")
    if to == 0:
        if _singled_out(saying.source):
            return False
        prompted = forms_listed("infinitive", "prompting")
        return not any(word in prompted for word in saying.front[-6:])
    word, at = chain[to - 1], to - 1
    if word == "not":
        chosen = forms_listed("infinitive", "choosing")
        return not (at > 0 and chain[at - 1] in chosen) and at > 0
    if word == "going":
        return ["will"], at - 1
    if word in ("able", "unable"):
        return (["could", "not"] if word == "unable" else ["able"]), at - 1
    if word in ("have", "has", "ought"):
        return (not owned) if at == 0 else ([] if owned else ["must"], at - 1)
    if word == "on" and at > 0 and chain[at - 1] in forms_listed("infinitive", "done"):
        return [], at - 2
    if word in forms_listed("infinitive", "evading"):
        return False
    if word == "yet":
        return not (saying.opens or saying.lemma in listed("negated", "evaded"))
    if owned and word in forms_listed("infinitive", "own"):
        return False
    if word in forms_listed("modal", "wishes"):
        return False
    if word in ("had", "having") or word in forms_listed("infinitive", "done"):
        return [], at - 1
    if word in forms_listed("infinitive", "trying") and saying.lemma not in told:
        return [], at - 1
    if word in forms_listed("infinitive", "ahead"):
        return True
    asking = forms_listed("infinitive", "directive")
    for other in reversed(chain[max(0, at - _OBJECT_REACH) : at]):
        if other in (",", "but"):
            break
        if other in asking:
            return True
    return not saying.source


def _singled_out(source: Sequence[str]) -> bool:
    """Read "the first member to endorse", "one of the few judges to defend": they did."""
    return not _SINGLING.isdisjoint(source) or source[:2] == ("one", "of")


def _is_own(saying: Saying) -> bool:
    return any(word in ("i", "we") for word in (*saying.source[:1], *saying.raw))


def _helpers_unsaid(saying: Saying, seen: frozenset[str]) -> bool:
    lemma = saying.lemma
    modals = seen & listed("modal", "words")
    refuses = bool(seen & listed("modal", "refusing"))
    if seen & _NOT:
        if refuses:
            return False
        if saying.opens:
            # Nobody refused anything: "The report does not say who fired".
            return lemma in listed("negated", "silent")
        if any(lemma in listed("negated", n) for n in ("evaded", "minded", "contested")):
            return False
        if modals & {"can", "could"}:
            return lemma not in listed("negated", "spoken")
        return bool(modals) or "able" in seen or lemma not in listed("negated", "withheld")
    if not modals:
        return False
    if lemma in listed("modal", "wishes") and "would" in modals:
        return False
    if "can" in modals and lemma in listed("modal", "performed"):
        return False
    told = listed("modal", "told")
    if saying.follows == "only" or any(word in told for word in saying.raw[-4:]):
        return False
    return not (_is_own(saying) and lemma not in listed("modal", "coming"))
