"""Which attributions tell of something that was not said."""

from __future__ import annotations

import pytest
from surface_marks import unmarked

from sayso.tag.surface.unsaid import is_unsaid

UNSAID = [
    "[S Vrel] has not yet [C said] [T whether she will go].",
    "[S The report] does not [C show] [T whether the ram was repaired].",
    "It was not [C announced] [T who would lead].",
    "[S Vrel] could not [C say] [T how many had died].",
    "[S Marr] did not [C say] exactly [T how many had died].",
    "[S Marr] [C did not say] [T when the bridge would open].",
    "[S Marr] did not [C say] [T who had fired].",
    # What the answer was to.
    "[C Asked] about [T the dam], Vrel went on.",
    "When [C pressed] on [T the toll], Vrel left.",
    "At no point did [S the colonel] [C say] [T that the dam was hit].",
    "Under no circumstances has [S Vrel] [C said] [T that the dam was hit].",
    "[S Vrel] did not [C say] [T that the dam was hit].",
    "[S Vrel] [C did not say] [T that the dam was hit].",
    "[S Vrel] didn't [C say] [T the dam was hit].",
    "[S Vrel] never [C said] [T the dam was hit].",
    "[S The Front] has never [C claimed] [T that it holds Orlitsa].",
    "[S The ministry] has yet to [C confirm] [T the strike].",
    "[S The ministry] [C has yet to confirm] [T the strike].",
    "[S The ministry] could not [C confirm] [T the strike].",
    "[S Northern Wire] could not independently [C verify] [T the report].",
    "[S The agency] was unable to [C verify] [T the footage].",
    "[S The agency] was not able to [C confirm] [T the toll].",
    "[S Marr] stopped short of [C saying] [T that the Front had fired].",
    "[S Marr] left without [C saying] [T that the talks had failed].",
    "[S Marr] denied [C saying] [T that the Front had fired].",
    "[S Nobody] [C said] [T that the dam was gone].",
    "[S None of the officials] [C confirmed] [T the strike].",
    "[S No official] [C confirmed] [T the strike].",
    "[S Neither side] [C said] [T that it had lost men].",
    "[S No one] has [C claimed] [T responsibility].",
    "If [S he] [C says] [T the dam is gone], we will leave.",
    "Unless [S the Front] [C admits] [T the shelling], the talks will end.",
    "It is unclear whether [S Vrel] [C said] [T the dam was hit].",
    "Should [S he] [C admit] [T the shelling], the talks will go on.",
    "Had [S the Front] [C admitted] [T the shelling], the talks would go on.",
    "Even if [S the council] [C agrees] [T to the plan], work will wait.",
    "Until [S the Front] [C admits] [T the raid], nothing will change.",
    "[S Vrel] may [C announce] [T a ceasefire] on Friday.",
    "[S Vrel] [C will say] [T that the dam is gone].",
    "[S Vrel] would [C say] [T that the dam is gone].",
    "[S The minister] is expected to [C announce] [T a truce].",
    "[S The minister] [C is expected to announce] [T a truce].",
    "[S The minister] plans to [C announce] [T a truce].",
    "[S The minister] wants to [C say] [T that the dam held].",
    "[S The minister] tried to [C say] [T that the dam held].",
    "[S The minister] tried to [C explain] [T why the dam failed].",
    "[S The minister] will try to [C defend] [T the closure].",
    "It is time for [S the council] to [C endorse] [T the plan].",
    "[S Members] to [C endorse] [T the plan] on Friday.",
    "[S The minister] was due to [C tell] parliament [T that the dam held].",
    "[S The minister] is going to [C announce] [T a truce].",
    "[S The minister] is to [C announce] [T a truce] on Monday.",
    "[S The minister] might have [C said] [T that the dam held].",
    "[S The Front] should [C admit] [T the shelling].",
    "[S The Front] must [C acknowledge] [T the dead].",
    "Did [S the minister] [C say] [T that the dam was safe]?",
    "Will [S they] [C admit] [T that they fired]?",
    "[S Who] [C said] [T that the dam was gone]?",
    "When did [S the ministry] [C announce] [T the closure]?",
    "Has [S the Front] [C denied] [T the shelling]?",
    "Why would [S Marr] [C claim] [T that the dam was empty]?",
    "[C Say] [T that the dam is gone] and they will laugh.",
    "Please do not [C say] [T that the dam is gone].",
    "Let [S him] [C say] [T that the dam is gone].",
    "To [C say] [T that the dam is gone] is wrong.",
    "It would be wrong to [C say] [T that the dam is safe].",
    "Vrel urged [S the Front] to [C admit] [T the shelling].",
    "Vrel asked [S Marr] to [C confirm] [T that the road was open].",
    "[S Marr] was asked to [C confirm] [T that the road was open].",
    "[S Marr] failed to [C mention] [T that the road was closed].",
    "Nor did [S Vrel] [C say] [T that the bridge was open].",
    "[S Vrel] did not go so far as to [C say] [T that the bridge was open].",
    "[S Vrel] did not, however, [C say] [T that the bridge was open].",
    "[S Marr] is ready to [C admit] [T the raid], aides said.",
    "[S The Front] would be forced to [C admit] [T the loss].",
    "[S We] will [C announce] [T the date] on Friday.",
    "[S Vrel] [C to announce] [T plan for dam].",
    "[S The ministry] does not [C claim] [T that the bridge is open].",
    "[S The mayor] has not [C accused] [T the Front] of the raid.",
    "[S Vrel], who did not [C say] [T that the dam held], left.",
]

SAID = [
    "[S Marr] did not [C disclose] [T who had fired].",
    "[S Marr] will not [C say] [T who had fired].",
    "[S Vrel] did not [C know] [T how many had died].",
    "[S Marr] [C asked] [T whether the dam was hit].",
    "Questions were [C asked] about [T the dam].",
    "At that point [S the colonel] did [C say] [T that the dam was hit].",
    "[S Vrel] [C said] [T the dam was hit].",
    "[S Marr] declined to [C say] [T whether the Front had fired].",
    "[S Marr] [C declined to say] [T whether the Front had fired].",
    "[S Marr] [C refused to comment] [T on the raid].",
    "[S Marr] [C has refused to comment on] [T the raid].",
    "[S Marr] [C would not say] [T whether the Front had fired].",
    "[S The ministry] did not [C comment] [T on the raid].",
    "[S The ministry] [C did not respond to] [T a request for comment].",
    "[S The ministry] did not immediately [C answer] [T questions].",
    "[S The ministry] did not [C confirm] [T the strike].",
    "[S The Front] [C denied] [T the shelling].",
    "[S Vrel] [C said] [T he would not resign].",
    "[S Vrel] did not [C rule out] [T a ceasefire].",
    "[S Vrel] does not [C believe] [T that the dam will hold].",
    "[S Vrel] doesn't [C think] [T the dam will hold].",
    "[S Vrel] did not [C deny] [T the raid].",
    "[S Vrel] will not [C accept] [T a ceasefire].",
    "[S Orlitsa] [C would not tolerate] [T a blockade].",
    "[S Vrel] will never [C recognise] [T the border].",
    "[S Vrel] [C would like to] [T see the bridge open].",
    "[S Vrel] would [C like] [T to see the bridge open].",
    "[S The council] would [C welcome] [T talks].",
    "“[S I] would [C say] [T that the dam is gone],” Vrel said.",
    "“[S I] must [C say] [T that the dam is gone],” Vrel said.",
    "“[S I] have to [C say] [T the dam looked weak],” Vrel said.",
    "“[S We] can [C confirm] [T the strike],” Vrel said.",
    "[S Northern Wire] can [C reveal] [T that the dam was weak].",
    "[S Vrel] could [C say] only [T that the dam had failed].",
    "[S Vrel] would only [C say] [T that the dam had failed].",
    "[S Vrel] would later [C say] [T that the dam had failed].",
    "[S Vrel] went on to [C say] [T that the dam had failed].",
    "[S Vrel] was forced to [C admit] [T that the dam had failed].",
    "[S Vrel] had to [C concede] [T that the dam had failed].",
    "The leak forced [S the ministry] to [C admit] [T that the dam had failed].",
    "[S Vrel] used her speech to [C accuse] [T the Front of the raid].",
    "[S Vrel] was the first to [C say] [T that the dam had failed].",
    "[S The first member of the council] to [C endorse] [T the plan] was Marr.",
    "Vrel was [S one of few judges] to [C defend] [T the closure].",
    "[S The only party] to [C oppose] [T the plan] left.",
    "[S The minister] tried to [C defend] [T the closure].",
    "[S The minister] has been [C trying to defend] [T the closure].",
    "[S Marr] attempted to [C justify] [T the raid].",
    "[S Vrel] appeared to [C confirm] [T the strike].",
    "[S The Front]'s [C claim] [T that the dam had failed] came late.",
    "[C According to] [S Vrel], [T the dam may fail].",
    "Marr did not attend, and [S Vrel] [C said] [T the dam had failed].",
    "[S Vrel] did not name the unit but [C said] [T it had left].",
    "[S Vrel] not only [C said] [T that the dam was safe] but went there.",
    "“[T Will the dam hold]?” [S Vrel] [C asked].",
    "[S Vrel] [C asked]: [T “Did the dam hold?”]",
    "[T The dam may fail], [S Vrel] [C said].",
    "[T “If the dam fails, we leave,”] [S Vrel] [C said].",
    "[T “The dam did not fail,”] [C said] [S Vrel].",
    "If, as [S Vrel] [C says], [T the dam has failed], help is late.",
    "[S No. 4 Brigade] [C said] [T the road was open].",
    "[S Neither side] [C commented] [T on the raid].",
    "[S Marr] was reluctant to [C say] [T who had fired].",
    "[S Marr] chose not to [C say] [T who had fired].",
    "[S The ministry] has yet to [C respond] [T to the report].",
    "[S Marr] neither [C confirmed] nor denied [T the raid].",
    "[S Marr] would not [C confirm] or deny [T the raid].",
    "[S Officials] [C say] [T the dam will hold].",
    "[S Vrel] did [C say] [T that the dam had cracks].",
    "Only then did [S the ministry] [C admit] [T the fault].",
    "Not until Monday did [S the ministry] [C admit] [T the fault].",
    "[S Marr], who had not been in town, [C said] [T the road was open].",
    "[S The mayor], who may resign, [C said] [T the road was open].",
    "[S The mayor] could be heard [C saying] [T that the road was open].",
    "[S The ministry] [C vowed to support] [T the farmers].",
    "[S The minister], speaking to reporters, [C warned] [T that the dam will fail].",
    "[S Vrel] could not help but [C admit] [T the fault].",
    "[S The mayor] told people not to go and [C said] [T the road was closed].",
    "[S The ministry] [C is of the view] [T that the dam is safe].",
    "[T The dam], [S it] [C seems], [T is safe].",
]


def unsaid(sentence: str) -> bool:
    text, found = unmarked(sentence)
    source = found["S"][0] if found["S"] else None
    return is_unsaid(text, found["C"][0], source, found["T"], (0, len(text)))


@pytest.mark.parametrize("sentence", UNSAID)
def test_what_was_not_said(sentence: str) -> None:
    assert unsaid(sentence)


@pytest.mark.parametrize("sentence", SAID)
def test_what_was_said(sentence: str) -> None:
    assert not unsaid(sentence)


def test_only_the_cues_own_sentence_counts() -> None:
    text = "Did the dam hold? Vrel said it did. Will it?"
    start = text.index("Vrel")
    end = text.index(" Will")
    assert not is_unsaid(
        text, (start + 5, start + 9), (start, start + 4), [(start + 10, end)], (start, end)
    )
