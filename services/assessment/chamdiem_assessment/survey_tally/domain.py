"""What was answered on the platform, counted: nothing of a single answer is kept.

**How answers are kept apart from who gave them.** An answer is added to the one row of its form and unit and is then gone: the number of
answers, the numbers of options, and what was written, in an order drawn by lot. There is no row of an answer, so nothing that a link, an
account, an id, a time or an order could be joined to. The row bears no time, and every answer writes all of it anew, so that PostgreSQL's
own marks of a row (`xmin`, its place) tell of the last answer only. The link or account that is spent stands in other tables, without a
time; the links of a batch are written anew together (`survey_link.store`), so that not even the last one spent stands out. The kit's
protection of retries is not used: it keeps a hash of the body, from which answers could be tried out; a retry is known by a random key of
the page instead.

Not hidden: that somebody answered; the first answer about a unit while it is the only one; what changes between two looks of somebody who
reads the database itself, or its log of writes and backups. docs/decisions/0030 says more.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from random import SystemRandom

from chamdiem_rules.survey import FormCounts
from chamdiem_rules.survey_counting import add_counts, count_answer

FEWEST_SHOWN = 5
"""With fewer answers their numbers are not shown before the form is closed: they would tell what single persons chose."""
_LOT = SystemRandom()


@dataclass(frozen=True)
class Tally:
    """All answers given on the platform about one unit by one form; `remarks` by open question."""

    form: str
    unit_code: str
    counts: FormCounts = field(default_factory=lambda: FormCounts(0))
    remarks: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def answers(self) -> int:
        """How many answered."""
        return self.counts.valid or 0


def add_answer(tally: Tally, chosen: Mapping[str, str], written: Mapping[str, str]) -> Tally:
    """The tally with one answer more."""
    remarks = dict(tally.remarks)
    for question, words in written.items():
        mixed = [*remarks.get(question, ()), words]
        _LOT.shuffle(mixed)
        remarks[question] = tuple(mixed)
    return Tally(tally.form, tally.unit_code, count_answer(tally.counts, chosen), remarks)


def together(paper: Mapping[str, FormCounts], form: str, tallies: Iterable[Tally]) -> dict[str, FormCounts]:
    """By unit, what was keyed in from paper for a form and what was answered here."""
    units = dict(paper)
    for tally in tallies:
        if tally.form == form:
            units[tally.unit_code] = add_counts(units.get(tally.unit_code, FormCounts()), tally.counts)
    return units
