"""Second cues, figures, relative clauses, silence: all statements of a text, with their near misses."""

from __future__ import annotations

import pytest

from sayso.language.en.parse import english_parser
from sayso.language.parsed import ParsedText
from sayso.model import joined_text, paragraphs
from sayso.tag import tagger_named

PARSER = english_parser()
TAG = tagger_named("rules")

Found = list[tuple[str, str, str]]


def found_in(text: str) -> Found:
    attributions = TAG(ParsedText(text, paragraphs(text), PARSER))
    return [
        (joined_text(a.source), joined_text(a.cue), joined_text(a.content)) for a in attributions
    ]


GOING_ON = [
    (
        "Vrel said the list held forty names, and denied that the mill had burned.",
        [
            ("Vrel", "said", "the list held forty names"),
            ("Vrel", "denied", "that the mill had burned"),
        ],
    ),
    (
        "Kost said the report would be ready in June and promised that it would name names.",
        [
            ("Kost", "said", "the report would be ready in June"),
            ("Kost", "promised", "that it would name names"),
        ],
    ),
    (
        "Vrel demanded that the club hand over the cup, and denied that the vote was rigged.",
        [
            ("Vrel", "demanded", "that the club hand over the cup"),
            ("Vrel", "denied", "that the vote was rigged"),
        ],
    ),
    (
        "Vrel said the parts came from a boat, but stopped short of saying whose it was.",
        [("Vrel", "said", "the parts came from a boat")],
    ),
    # Not set off and with a verb that fits: the mayor's own words, as far as anybody can tell.
    (
        "Vrel said the mayor had wept and confessed.",
        [("Vrel", "said", "the mayor had wept and confessed")],
    ),
    (
        "Vrel said the mayor left the hall, and the crowd cheered.",
        [("Vrel", "said", "the mayor left the hall, and the crowd cheered")],
    ),
    (
        "One said the mill stood; the other said it had burned.",
        [
            ("One", "said", "the mill stood"),
            ("the other", "said", "it had burned"),
        ],
    ),
]

DAYS = [
    (
        "Prosecutors said on Wednesday they had closed the case.",
        [("Prosecutors", "said", "they had closed the case")],
    ),
    (
        "The club accused the league on Monday of rigging the vote.",
        [("The club", "accused", "the league … of rigging the vote")],
    ),
    ("He had flatly denied it on 7 May.", [("He", "had flatly denied", "it")]),
    (
        "The club offered on Wednesday to repay the fans.",
        [("The club", "offered", "to repay the fans")],
    ),
    (
        "Prosecutors said that on Wednesday they had closed the case.",
        [("Prosecutors", "said", "that on Wednesday they had closed the case")],
    ),
]

PAPERS = [
    (
        "He said in a statement that the ferry was sound.",
        [("He", "said", "that the ferry was sound")],
    ),
    (
        "The firm issued a statement denying that the ferry had sunk.",
        [("The firm", "denying", "that the ferry had sunk")],
    ),
    (
        "She disputed the claim that the ferry had sunk.",
        [
            ("She", "disputed", "the claim that the ferry had sunk"),
            ("", "claim", "that the ferry had sunk"),
        ],
    ),
]

FIGURES = [
    (
        "The minister put the number of dead at 14.",
        [("The minister", "put", "the number of dead at 14")],
    ),
    (
        "Police estimated the crowd at 40,000.",
        [("Police", "estimated", "the crowd at 40,000")],
    ),
    (
        "The coastguard raised the toll to 118.",
        [("The coastguard", "raised", "the toll to 118")],
    ),
    (
        "Turnout was put at 71 percent by the council.",
        [("the council", "was put", "Turnout … at 71 percent")],
    ),
    ("The minister put the cup on the table.", []),
    ("The minister put the meeting at risk.", []),
    ("The airline raised the number of seats to 300.", []),
    ("The bakery raised the price to 40 cents.", []),
]

RELATIVES = [
    (
        "The canister, which he said was chlorine, had burst.",
        [("he", "said", "The canister … was chlorine")],
    ),
    (
        "It was a charge that the mayor called absurd.",
        [("the mayor", "called", "a charge … absurd")],
    ),
    (
        "The bill, which the league rejected as unfair, has forty pages.",
        [("the league", "rejected", "The bill … as unfair")],
    ),
    ("The union, which called the march, has forty members.", []),
    ("The village, which lies below the mill, has forty houses.", []),
    ("The wreck lies at a depth of 90 metres.", []),
    ("They serve those who want peace.", []),
]

UNTOLD = [
    ("The council did not say who had ordered the march.", []),
    ("The fans could not say whose.", []),
    ("The clerk did not know who had opened the door.", []),
    ("The log does not show whether the ram was repaired.", []),
    ("No one has yet said who will pay.", []),
    ("The firm offered no proof.", []),
    ("Vrel accused neither.", []),
    ("Not everybody wants a march.", []),
    ("She left the hall without saying who had won.", []),
    ("Her account contradicts the report.", []),
    ("The calls were not returned.", []),
    ("He was told that the door was shut.", []),
    (
        "The council would not say who had ordered the march.",
        [("The council", "would not say", "who had ordered the march")],
    ),
    ("The mayor contradicted the report.", [("The mayor", "contradicted", "the report")]),
    ("The firm offered a refund.", [("The firm", "offered", "a refund")]),
]

ASKED = [
    (
        "Vrel, asked whether anyone would resign, declined to comment.",
        [("Vrel", "declined to comment", "whether anyone would resign")],
    ),
    (
        "Asked why it had kept the figure, the firm referred reporters to its lawyers.",
        [("the firm", "referred reporters", "why it had kept the figure")],
    ),
    (
        "Halden said it could not verify the log.",
        [("Halden", "said", "it could not verify the log")],
    ),
    (
        '"We do not discuss names," Vrel said.',
        [("Vrel", "said", '"We do not discuss names,"')],
    ),
    (
        '"We deny that the vote was rigged," Vrel said.',
        [
            ("Vrel", "said", '"We deny that the vote was rigged,"'),
            ("We", "deny", "that the vote was rigged"),
        ],
    ),
]

SPEAKERS = [
    ('"Hands off," said one of them.', [("one of them", "said", '"Hands off,"')]),
    (
        "The minister would neither confirm nor deny that the envoys had met.",
        [("The minister", "deny", "that the envoys had met")],
    ),
    ("Go and deny that the envoys met.", []),
    (
        "The ferry was full, the union alleged last night, as the toll rose.\n\nIt rained.",
        [("the union", "alleged", "The ferry was full")],
    ),
    (
        '"There was nobody here," Nela Obrin, who heads the office, told Valley Voice.',
        [("Nela Obrin, who heads the office", "told", '"There was nobody here,"')],
    ),
    (
        '"If 6,100, why not 400,000?" asked Perl.',
        [("Perl", "asked", '"If 6,100, why not 400,000?"')],
    ),
    ('"We saw it," shouted a docker.', [("a docker", "shouted", '"We saw it,"')]),
    (
        "On Friday Health Minister Ilan Koray confirmed that the tests were late.",
        [("Health Minister Ilan Koray", "confirmed", "that the tests were late")],
    ),
    (
        "The ministry was accused by two deputies of having known.",
        [("two deputies", "was accused", "The ministry … of having known")],
    ),
    (
        "A pilot told his brother that he had slept, the Gazette reported on Thursday.",
        [
            ("A pilot", "told", "that he had slept"),
            (
                "the Gazette",
                "reported",
                "A pilot told his brother that he had slept",
            ),
        ],
    ),
]


@pytest.mark.parametrize(
    ("text", "found"),
    [*GOING_ON, *DAYS, *PAPERS, *FIGURES, *RELATIVES, *UNTOLD, *ASKED, *SPEAKERS],
)
def test_statements_of(text: str, found: Found) -> None:
    assert sorted(found_in(text)) == sorted(found)
