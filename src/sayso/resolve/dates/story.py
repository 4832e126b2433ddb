"""What a text's dates hang on: its publication, the tense, and the day the narrative has come to.

News hangs "in November" and "on Monday" on the day of publication; a history hangs them on the
date it told last. Expressions such as "two days later" hang on the last told date in both.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from sayso.resolve.dates.periods import Grain, Period, day_of, shift_days
from sayso.resolve.dates.tense import Tense
from sayso.resolve.dates.tokens import Tokens, number_of

# What "will" announced for this few days before publication is that, printed late, and not a
# thing of next year.
_LATE_PRINT: Final = 7
# Datelines and clocks differ: a day this little after publication is that day, not last year's.
_SLACK: Final = 2
# In a history a month without a year is the one nearest to the last told date.
_BACK_MONTHS: Final = 5
_MANY_YEARS: Final = 3
_DEICTIC_WEIGHT: Final = 3
_LONG_PAST: Final = 10


@dataclass(slots=True)
class Story:
    """The state of one reading; ``told`` is the last told date of the paragraph or the history.

    ``distant`` says that ``told`` came with a year of its own, far from the publication's.
    """

    published: date | None
    history: bool
    told: Period | None = None
    distant: bool = False

    @property
    def anchor(self) -> date | None:
        """The day that "last year" and "this week" hang on."""
        return (self.told_day or self.published) if self.history else self.published

    @property
    def told_day(self) -> date | None:
        """The first day of the last told date."""
        return self.told.start if self.told else None

    @property
    def hangs_on_told(self) -> bool:
        """Whether a date without a year hangs on the last told one."""
        return self.told_day is not None and (self.history or self.distant)

    def tell(self, period: Period, *, own: bool) -> None:
        """Take note of a resolved date; ``own`` when it hung on no date told before."""
        if period.start is None or period.grain in {Grain.SPAN, Grain.CENTURY, Grain.DECADE}:
            return
        if self._merely_mentions(period):
            return
        self.told = period
        if self.published is not None and (own or not self.hangs_on_told):
            self.distant = abs(period.start.year - self.published.year) > 1

    def _merely_mentions(self, period: Period) -> bool:
        """Whether a history names a bare year without going there: its own, or one long past."""
        if not self.history or period.grain is not Grain.YEAR:
            return False
        if self.told_day is None or period.start is None:
            return False
        years_back = self.told_day.year - period.start.year
        return years_back == 0 or years_back > _LONG_PAST

    def new_paragraph(self) -> None:
        """Forget a distant date: news comes back to its own day with each paragraph."""
        if not self.history:
            self.distant = False


def is_history(tokens: Tokens, published: date | None) -> bool:
    """Whether a text tells of years long before its publication rather than news.

    Counts years two or more from the publication's against nearer ones, and against the words
    that hang on the publication (weekdays, "today", "ago"), each of which weighs as three years.
    """
    if published is None:
        return True
    distant = near = 0
    for index, letter in enumerate(tokens.classes):
        if letter == "y":
            year = number_of(tokens.word(index)) or published.year
            far = abs(year - published.year) >= 2
            distant += far
            near += not far
        elif letter == "G":
            distant += 1
        elif letter in "WTA":
            # Histories say "today" too, of their own time.
            near += 1 if tokens.word(index) == "today" else _DEICTIC_WEIGHT
    return distant >= _MANY_YEARS and distant > near


def year_near(story: Story, month: int, day: int | None, tense: Tense) -> int | None:
    """Return the year of a month, or of a day in it, that came without one."""
    # News that tells of years ago comes back to its own day where it looks ahead.
    ahead = tense is Tense.FUTURE and not story.history and story.published is not None
    if story.hangs_on_told and story.told_day is not None and not ahead and not _to_come(story):
        return _year_of_history(story.told_day, month, day)
    if story.published is None:
        return None
    return _year_of_news(story.published, month, day, tense)


def _to_come(story: Story) -> bool:
    """Whether news named a year to come: what it tells beside it is seldom of that year."""
    if story.history or story.published is None or story.told_day is None:
        return False
    return story.told_day > story.published


def _year_of_history(told: date, month: int, day: int | None) -> int | None:
    behind = (told.month - month) % 12
    back = 0 < behind <= _BACK_MONTHS
    year = told.year - (month > told.month) if back else told.year + (month < told.month)
    # 29 February needs the leap year that is nearest.
    near = (year + shift for shift in (0, -1, 1, -2, 2, -3, 3, -4, 4))
    return next((y for y in near if day_of(y, month, day or 1)), None)


def _year_of_news(published: date, month: int, day: int | None, tense: Tense) -> int | None:
    # Eight years: 29 February can be that far away, over a turn of the century.
    near = range(published.year - 8, published.year + 9)
    first_days = [d for year in near if (d := day_of(year, month, day or 1))]
    behind = [d for d in first_days if d <= (shift_days(published, _SLACK) or published)]
    ahead = [d for d in first_days if d >= published]
    if day is None:
        behind = [d for d in first_days if (d.year, d.month) <= (published.year, published.month)]
        ahead = [d for d in first_days if (d.year, d.month) >= (published.year, published.month)]
    last, following = (max(behind) if behind else None), (min(ahead) if ahead else None)
    if last is None or following is None:
        chosen = last or following
    else:
        days_ahead, days_behind = (following - published).days, (published - last).days
        announced = tense is Tense.FUTURE and days_behind > _LATE_PRINT
        nearer = tense is Tense.UNKNOWN and 2 * days_ahead < days_behind
        chosen = following if announced or nearer else last
    return chosen.year if chosen else None
