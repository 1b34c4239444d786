"""Why a sheet's totals, level and rank are so."""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from chamdiem_ranking.result.computing import Computed
from chamdiem_ranking.why import wording
from chamdiem_ranking.why.bodies import WhyDelayOut, WhyFieldOut, WhyKnockOutOut, WhyLevelOut, WhyNumberOut, WhyRankOut
from chamdiem_rules.levels import KnockOutFacts, holds
from chamdiem_rules.numbers import format_percent, format_score
from chamdiem_rules.set_types import RankBy, TieRule
from chamdiem_rules.totals import SheetResult

_EXACT = 12
_RANK_BY = {RankBy.INDEX: "chỉ số (%)", RankBy.FINAL_SCORE: "tổng điểm"}
_TIE_RULE = {
    TieRule.SHARED_RANK_DENSE: "đồng hạng thì hạng sau liền kề",
    TieRule.SHARED_RANK_GAP: "đồng hạng thì bỏ trống hạng sau",
    TieRule.TIE_BREAK: "bằng nhau thì so các tiêu chí phụ",
}


def why_delay(computed: Computed, *, extended: bool) -> WhyDelayOut:
    """Lateness: deadline, instant of sending, working days (rules §3)."""
    deadlines, delay = computed.deadlines, computed.delay
    due = f"Hạn gửi {wording.instant(deadlines.deadline)}{' (đã gia hạn)' if extended else ''}"
    sent_at = computed.sheet.sent_at
    if sent_at is not None and delay is not None:
        late = f"chậm {delay.days} ngày làm việc" if delay.days else "đúng hạn"
        sentence = f"{due}; gửi lúc {wording.instant(sent_at)}: {late}."
    elif delay is not None:
        sentence = f"{due}; không gửi và đã hết thời gian gửi: chậm không có giới hạn."
    else:
        sentence = f"{due}; chưa gửi, còn gửi được đến {wording.instant(deadlines.last_instant)}."
    return WhyDelayOut(
        deadline=deadlines.deadline,
        last_instant=deadlines.last_instant,
        extended=extended,
        sent_at=sent_at,
        working_days=delay.days if delay is not None else None,
        never_sent=delay is not None and delay.days is None,
        sentence=sentence,
    )


def why_par(computed: Computed) -> WhyNumberOut | None:
    """The unit's PAR index where the set leans on it."""
    if not computed.criteria_set.uses_par_index:
        return None
    if computed.par_index is None:
        return WhyNumberOut(name="par_index", value="", exact="", items=[], sentence="Chỉ số cải cách hành chính chưa được tổng hợp.")
    return WhyNumberOut(
        name="par_index",
        value=format_percent(computed.par_index, computed.criteria_set.index_decimals),
        exact=str(computed.par_index),
        items=[],
        sentence=f"Chỉ số cải cách hành chính đã tổng hợp của đơn vị là {wording.number(computed.par_index)} % (không làm tròn khi tính).",
    )


def why_totals(computed: Computed) -> list[WhyNumberOut]:
    """Every sum of section 6, with the items it is made of."""
    result, s = computed.result, computed.criteria_set
    survey = [leaf.code for leaf in s.leaves if leaf.is_survey]
    appraised = [leaf.code for leaf in s.leaves if not leaf.is_survey]
    not_applicable = [leaf.code for leaf in result.leaves if leaf.not_applicable]
    bonus = [a.code for a in result.adjustments if a.kind == "bonus"]
    deduction = [a.code for a in result.adjustments if a.kind == "deduction"]
    n = wording.number

    def of(name: str, value: Decimal, items: Iterable[str], sentence: str) -> WhyNumberOut:
        return WhyNumberOut(
            name=name, value=format_score(value, s.score_decimals), exact=f"{value:f}", items=list(items), sentence=sentence
        )

    excluded = f" trừ {len(not_applicable)} tiêu chí không áp dụng" if not_applicable else ""
    exact_sum = result.appraised_total + result.survey_total + result.bonus - result.deduction
    bound = "; giới hạn trong khoảng từ 0 đến điểm tối đa áp dụng" if exact_sum != result.final_score else ""
    numbers = [
        of("self_total", result.self_total, appraised, f"Tổng điểm tự chấm của các tiêu chí: {n(result.self_total)}."),
        of("appraised_total", result.appraised_total, appraised, "Tổng điểm cuối của các tiêu chí, trừ điều tra xã hội học."),
        of("survey_total", result.survey_total, survey, "Tổng điểm điều tra xã hội học."),
        of("bonus", result.bonus, bonus, _capped(result, "bonus", s.bonus_cap, result.bonus)),
        of("deduction", result.deduction, deduction, _capped(result, "deduction", s.deduction_cap, result.deduction)),
        of("applicable_max", result.applicable_max, not_applicable, f"Điểm tối đa {n(s.max_score)}{excluded}: {n(result.applicable_max)}."),
        of(
            "final_score",
            result.final_score,
            ["appraised_total", "survey_total", "bonus", "deduction"],
            f"{n(result.appraised_total)} + {n(result.survey_total)} + {n(result.bonus)} − {n(result.deduction)}{bound}: "
            f"{n(result.final_score)}.",
        ),
    ]
    sentence = (
        f"100 · {n(result.final_score)} / {n(result.applicable_max)} = {n(result.index, _EXACT)} %."
        if result.applicable_max
        else "Điểm tối đa áp dụng bằng 0 nên chỉ số bằng 0."
    )
    index = format_percent(result.index, s.index_decimals)
    numbers.append(
        WhyNumberOut(name="index_percent", value=index, exact=str(result.index), items=["final_score", "applicable_max"], sentence=sentence)
    )
    return numbers


def why_fields(computed: Computed) -> list[WhyFieldOut]:
    """Every field with the leaves that its points are summed from."""
    result, s = computed.result, computed.criteria_set
    return [
        WhyFieldOut(
            code=f.code,
            title=f.title,
            value=format_score(result.field_totals[f.code], s.score_decimals),
            max_score=format_score(f.max_score, s.score_decimals),
            items=[leaf.code for leaf in s.leaves if leaf.field_code == f.code],
        )
        for f in s.fields
    ]


def _capped(result: SheetResult, kind: str, cap: Decimal, total: Decimal) -> str:
    single = sum((a.points for a in result.adjustments if a.kind == kind and a.points is not None), Decimal(0))
    if single > cap:
        return f"Cộng các mục được {wording.number(single)}, vượt mức tối đa chung nên chỉ tính {wording.number(total)}."
    return f"Cộng các mục được {wording.number(total)}, trong mức tối đa chung {wording.number(cap)}."


def why_level(computed: Computed) -> WhyLevelOut:
    """Level by index, then every knock-out: whether it holds, whether it lowers (rules §6)."""
    s, result = computed.criteria_set, computed.result
    titles = {level.code: level.title for level in s.levels}
    by_index = next(level for level in s.levels if level.code == result.level_by_index)
    facts = KnockOutFacts(computed.given.confirmed_knock_outs, computed.delay, computed.par_index)
    knock_outs = []
    for k in s.knock_outs:
        held, lowers = holds(k, facts), k.code in result.knocked_out_by
        how = "xảy ra" if held else "không xảy ra"
        effect = f", mức tối đa còn “{titles[k.max_level]}”" if lowers else ", không hạ mức" if held else ""
        knock_outs.append(
            WhyKnockOutOut(
                code=k.code,
                title=k.title,
                check=k.check,
                max_level=k.max_level,
                holds=held,
                lowers=lowers,
                sentence=f"{k.title}: {how}{effect}.",
            )
        )
    minimum = wording.number(by_index.min_percent)
    sentences = [f"Chỉ số {wording.number(result.index, _EXACT)} % đạt mức “{by_index.title}” (từ {minimum} %)."]
    if result.level != result.level_by_index:
        sentences.append(f"Bị khống chế còn “{titles[result.level]}” vì: {', '.join(result.knocked_out_by)}.")
    return WhyLevelOut(
        level=result.level,
        title=titles[result.level],
        by_index=result.level_by_index,
        min_percent=f"{by_index.min_percent:f}",
        knock_outs=knock_outs,
        sentences=sentences,
    )


def why_rank(computed: Computed, rank: int | None, *, units: int, shared_with: int) -> WhyRankOut:
    """The rank within the group (rules §7); `shared_with` counts the others of the same rank."""
    ranking = computed.criteria_set.ranking
    value: Fraction | Decimal = computed.result.index if ranking.rank_by is RankBy.INDEX else computed.result.final_score
    place = f"hạng {rank}" if rank is not None else "chưa xếp hạng"
    shared = f", đồng hạng với {shared_with} đơn vị" if shared_with else ""
    return WhyRankOut(
        rank=rank,
        units=units,
        shared_with=shared_with,
        rank_by=ranking.rank_by,
        tie_rule=ranking.tie_rule,
        sentence=(
            f"Xếp theo {_RANK_BY[ranking.rank_by]} không làm tròn, từ cao xuống thấp, {_TIE_RULE[ranking.tie_rule]}: "
            f"{wording.number(value, _EXACT)}, {place} trong {units} đơn vị{shared}."
        ),
    )
