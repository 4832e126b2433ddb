"""Patterns of date expressions over token classes (tokens.py), compiled from named pieces.

In a pattern ``<name>`` stands for one of the pieces below, every other letter for a token class.
White space is left out. At each token the longest match of all rules wins; among equal ones the
rule that is listed first.
"""

from __future__ import annotations

import re
from typing import Final

_PIECES: Final = {
    "month": "(?P<month>[Mm])(?:!(?=,?[rdOtoyi']))?",
    "year": "(?P<year>y)(?P<era>G)?",
    # "of that year", "of the same year", "last year"
    "year_ref": "(?:rt?)?(?P<year_ref>[jhln]U)",
    "short_year": "'(?P<short>[di])",
    "weekday": "(?:[Ww]!?,?t?)?",
    "ordinal": "(?P<ordinal>O|(?:N-?)?o)",
    "number": "(?:N(?:-?N){0,4}|[diy])",
    # "a few", "several", "a couple of", "three"
    "count": "(?P<count>a?Lr?|N(?:-?N){0,4}|[diy]|a)",
    # "early", "mid-", "early in the", "the end of the", "the early part of"
    "part": "(?P<part>(?:t?B|t?e[pVH]|tp)rt?|t?e-?k?t?)",
    "unit": "(?P<unit>U)",
}

_RULES: Final = {
    "iso": "(?P<iso>I)",
    "numeric": "(?P<numeric>J)",
    "day_month": """<weekday> (?P<day>t?[dO]r?|t?(?:N-?)?or) <month>
        (?: ,?r?<year> | ,?<year_ref> | ,?<short_year> )?""",
    "month_day": """<weekday> <month> (?P<day>t?[dO]|t?(?:N-?)?o)
        (?: ,?r?<year> | ,?<year_ref> | ,?<short_year> )?""",
    "slice": """t(?P<which>[ole]) (?P<count>N(?:-?N){0,4}|[di]|L)? (?P<unit>[UV]) r t?
        (?: <month>(?:,?r?<year>)? | (?P<bare_year>y) )""",
    "days_month": """(?P<first>[dO]) [-&=] (?P<day>t?[dO]r?) <month> (?:,?r?<year>)?""",
    "month_days": """<month> (?P<first>[dO]) [-&=] (?P<day>t?[dO]) (?:,?r?<year>)?""",
    "months_quarter": "t?(?P<first>[Mm])-(?P<month>[Mm]) (?:,?r?<year>)? (?:U(?!$))?",
    "month": """<part>? <month> (?: ,?r?<year> | <year_ref> | <short_year> | r?(?P<old>[di])G )?""",
    "relative_month": "t?(?P<direction>[lnhqfj]) (?P<month>[Mm])",
    "year": "<part>? (?:t?U)? (?P<year>y)(?P<era>G)?",
    "old_year": "<part>? (?P<old>[di])G",
    "years": "(?P<first>y) - (?P<second>[yid])",
    "decade": "<part>? t?'?(?P<decade>X)(?P<era>G)?",
    "decade_word": "<part>? t<number>?-?(?P<decade>x)",
    "century": "<part>? t?(?:e-?)?<ordinal>-?(?P<century>U)(?P<era>G)?",
    "season": """<part>? (?:t|(?P<direction>t?[lnhqfj]))? (?P<season>S)
        (?: ,?r?<year> | <year_ref> | r?(?P<old>[di])G )?""",
    "year_season": "(?P<year>y)(?P<season>S)",
    "quarter": """(?:t?(?P<year_ref_before>[hln]U)[$])? t?<ordinal>-?(?P<quarter>U)
        (?: rt?(?P<year>y) | rt?(?P<year_ref>[jhln]?U) )?""",
    "quarter_sign": "(?P<sign>Q) (?:,?r?(?P<year>y))? | (?P<year_before>y)(?P<sign_after>Q)",
    "half": "t?(?P<ordinal>[oOep])%r (?:(?P<year>y)|t?(?P<year_ref>[jhln]?U))",
    "holiday": "(?P<holiday>Y_*) (?:,?r?(?P<year>y))?",
    "weekday": "(?P<direction>t?[lnhqfj])? (?P<weekday>W)",
    "weekday_of_week": "(?P<weekday>W),?r?(?P<direction>[lnh])<unit>",
    "day_word": "(?P<word>T)",
    "day_beside_word": "t?U(?P<direction>[bc])(?P<word>T)",
    "relative_part": "(?P<direction>[tj]?[lhqnfj]) (?P<day_part>P)",
    "relative_unit": "<part>? t?(?P<direction>[tj]j|[lhqnfj]) <unit>",
    "same_unit": "t?(?P<same>j)<unit> r?(?P<year_ref>lU)",
    "this_unit": "<part>t?<unit>",
    "weekend": "t(?P<weekend>U)",
    "relative_span": """t?(?P<direction>[lgqnf]) <count>? -?~? (?P<unit>[UVH])
        | t(?P<count_before>N|[di]|L)(?P<direction_after>[qf])(?P<unit_after>V)""",
    "day_beside": "t(?P<unit>U)(?P<direction>[bcf])",
    "shift": """(?: <count>-?(?P<unit>[UVH]) | (?P<bare>[VH]) ) (?P<direction>[Aebc])""",
    "from_now": "<count>-?(?P<unit>[UV])F(?P<now>[RT])",
    "day_only": "(?P<day>t?O) (?:rt?(?P<year_ref>[jh]U))?",
    "duration": """a(?P<whole_unit>[UH])-?&-?a-?%
        | <count> (?:&a(?P<half>%))? -?~?(?P<unit>[UVHP])
            (?: &?,?(?P<rest>N(?:-?N){0,4}|[di])-?(?P<finer>[UVH]) )?
        | a?(?P<only_half>%)-?a?-?(?P<half_unit>[UH])""",
    "units": "(?P<unit>[VH](?!-~)|[UVH](?=-~))(?P<long>-~)?",
    "per": "/ (?P<unit>U)",
    "every": "v (?P<other>~)? (?P<count>N|d|o)? (?P<every>[UVWMmSHP])",
    "set": "(?P<set>E)",
    "reference": "t?(?P<reference>R)",
    "before_now": "(?P<before>c)",
    "recent": "#(?P<unit>[VH])",
    "these_days": "h(?P<unit>V)",
    "all_unit": "D(?P<unit>U)",
    "in_the_past": "(?<=k)(?P<past>tg)",
    "at_the_time": "(?<=[K|])[tjh](?P<time>@)",
    "clock": "(?P<clock>C|dz|[yi](?=Z))(?P<mark>z)?[zZ@]{0,3}",
    "day_part": "(?:t?e?-?)?(?P<day_part>P)(?:[pVH])?",
}


def _compiled(pattern: str) -> re.Pattern[str]:
    filled = re.sub(r"(?<!\?P)<(\w+)>", lambda found: _PIECES[found[1]], pattern)
    return re.compile(re.sub(r"\s+", "", filled))


RULES: Final[dict[str, re.Pattern[str]]] = {
    name: _compiled(pattern) for name, pattern in _RULES.items()
}
