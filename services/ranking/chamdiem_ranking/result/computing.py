"""From facts to the result of sheets: loads in a few queries, decides by the rules, touches no table of results."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_contracts.assessment import PeriodState
from chamdiem_kit.clock import judged_now, real_now
from chamdiem_ranking.known import reading as known
from chamdiem_ranking.result import facts
from chamdiem_ranking.result.domain import Assignments, Deadlines, deadlines_of, delay_of, in_force, sheet_input
from chamdiem_rules.criteria_set import CriteriaSet
from chamdiem_rules.levels import KnockOutFacts
from chamdiem_rules.survey import FormCounts, all_survey_points
from chamdiem_rules.system_items import Delay
from chamdiem_rules.totals import SheetInput, SheetResult, index_of, sheet_result


@dataclass(frozen=True)
class Computed:
    """One sheet's result with all it was computed from."""

    sheet: facts.SheetFacts
    criteria_set: CriteriaSet
    deadlines: Deadlines
    delay: Delay | None
    counts: Mapping[str, FormCounts]
    par_index: Fraction | None
    given: SheetInput
    result: SheetResult

    @property
    def can_be_sent(self) -> bool:
        """Whether the unit may still send it, so that its lateness is not known yet."""
        return self.delay is None


class Computing:
    """What all sheets of a period share, loaded once."""

    def __init__(self, period: PeriodState, rules: known.RulesOfPeriod, closed: frozenset[str], now: datetime) -> None:
        self._period, self._rules, self._closed, self._now = period, rules, closed, now
        self._assignments = Assignments(rules.sets, known.conflict_rule(period))
        self._extensions = {e.unit_code: e.to for e in sorted(period.extensions, key=lambda e: e.given_at)}

    async def results_of(self, tx: AsyncConnection, ids: Sequence[UUID]) -> list[Computed]:
        """The results of sheets as everything stands; unknown sheets are passed over."""
        sheets = await facts.sheets_with_facts(tx, ids)
        units = {s.unit_code for s in sheets}
        counts = await facts.survey_counts(tx, self._period.period_id, units)
        par = await facts.par_scores(tx, self._period.par_period_id, units) if self._period.par_period_id else {}
        return [self._computed(s, counts.get(s.unit_code, {}), par.get(s.unit_code)) for s in sheets]

    async def knock_out_facts(self, tx: AsyncConnection, ids: Sequence[UUID]) -> dict[UUID, KnockOutFacts]:
        """What decides the knock-outs of sheets, for outcomes whose sums are made elsewhere."""
        sheets = await facts.knock_outs_given(tx, ids)
        period = self._period
        par = await facts.par_scores(tx, period.par_period_id, {s[2] for s in sheets}) if period.par_period_id else {}
        found: dict[UUID, KnockOutFacts] = {}
        for sheet_id, criteria_set_id, unit_code, sent_at, given in sheets:
            _, confirmed = in_force(given, self._assignments.of(criteria_set_id, unit_code))
            delay = delay_of(sent_at, self._deadlines(unit_code), self._now, period_ended=period.status == "archived")
            found[sheet_id] = KnockOutFacts(confirmed, delay, index_of(*par[unit_code]) if unit_code in par else None)
        return found

    def last_instant(self, unit_code: str) -> datetime:
        """Until when the unit may send."""
        return self._deadlines(unit_code).last_instant

    def _deadlines(self, unit_code: str) -> Deadlines:
        period = self._period
        return deadlines_of(period.self_assessment_to, period.late_until, self._extensions.get(unit_code), period.holidays)

    def _computed(self, sheet: facts.SheetFacts, counts: Mapping[str, FormCounts], par: tuple[int, int] | None) -> Computed:
        criteria_set = self._rules.sets[sheet.criteria_set_id]
        deadlines = self._deadlines(sheet.unit_code)
        delay = delay_of(sheet.sent_at, deadlines, self._now, period_ended=self._period.status == "archived")
        items, knock_outs = in_force(sheet.given, self._assignments.of(sheet.criteria_set_id, sheet.unit_code))
        par_index = index_of(*par) if par is not None else None
        # A survey leaf is known once every form of its set is closed; before, its points are still to come.
        points = all_survey_points(criteria_set, counts, self._rules.forms) if criteria_set.survey_forms <= self._closed else {}
        given = sheet_input(sheet.declared, items, survey_points=points, delay=delay, par_index=par_index, knock_outs=knock_outs)
        return Computed(
            sheet=sheet,
            criteria_set=criteria_set,
            deadlines=deadlines,
            delay=delay,
            counts=counts,
            par_index=par_index,
            given=given,
            result=sheet_result(criteria_set, given),
        )


async def computing(tx: AsyncConnection, period: PeriodState, rules: known.RulesOfPeriod) -> Computing:
    """The means to compute a period's sheets as of now, by the period's own clock where it has one."""
    now = judged_now(period.clock_at, await real_now(tx))
    return Computing(period, rules, await known.closed_forms(tx, period.period_id), now)
