"""From the lines of one program and group to the table that is printed (Điều 11; practice notes, sections 7 and 10). Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from typing import Any

from chamdiem_ranking.canonical import fingerprint
from chamdiem_ranking.titles import GROUP_TITLES, PROGRAM_TITLES, STATUS_LABELS
from chamdiem_reports.documents import (
    FieldMaximum,
    Head,
    KnockedOut,
    LevelCount,
    RankingRow,
    RankingTable,
    Seal,
    Signer,
    Subject,
    UnitByField,
)
from chamdiem_rules.criteria_set import CriteriaSet, Program
from chamdiem_rules.numbers import from_micro, round_half_up
from chamdiem_rules.totals import index_of

ISSUER = "Sở Nội vụ"
SIGNER = "GIÁM ĐỐC"
_NO_FINGERPRINT = "0" * 64


@dataclass(frozen=True)
class IssuedSet:
    """A criteria set of the group with its decision in words."""

    criteria_set: CriteriaSet
    decision: str


@dataclass(frozen=True)
class GroupTable:
    """All that a ranking table says. `lines` are stored lines by place; `sent_at` by unit, None where it sent nothing."""

    program: str
    year: int
    rehearsal: bool
    status: str
    ranking_group: str
    lines: Sequence[Any]
    sets: Mapping[Any, IssuedSet]
    sent_at: Mapping[str, datetime | None]
    previous_ranks: Mapping[str, int]
    published_by: str


def compose_table(table: GroupTable, *, parent_body: str, place: str, public_url: str) -> RankingTable:
    """The table; its fingerprint is the SHA-256 of all it says, so the same data gives the same bytes."""
    used = list({line.criteria_set_id: table.sets[line.criteria_set_id] for line in table.lines}.values())
    sets = [issued.criteria_set for issued in used]
    fields = _fields(sets)
    composed = RankingTable(
        head=Head(parent_body=parent_body, issuing_body=ISSUER, place=place),
        subject=Subject(
            program_title=PROGRAM_TITLES[table.program],
            year=table.year,
            criteria_set_title="; ".join(dict.fromkeys(s.title for s in sets)),
            issuing_decision="; ".join(dict.fromkeys(issued.decision for issued in used)),
        ),
        seal=Seal(rehearsal=table.rehearsal, status_label=STATUS_LABELS[table.status], fingerprint=_NO_FINGERPRINT, check_url=public_url),
        group_title=GROUP_TITLES.get(table.ranking_group, table.ranking_group),
        rows=tuple(_row(line, table) for line in table.lines),
        fields=tuple(FieldMaximum(title=title, max_score=most) for title, most in fields.values()),
        by_field=tuple(UnitByField(unit=line.unit_name, scores=tuple(_of_field(line, code) for code in fields)) for line in table.lines),
        levels=_levels(sets, table.lines, table.sets),
        knocked_out=tuple(_knocked_out(line, table.sets[line.criteria_set_id].criteria_set) for line in table.lines if line.knocked_out_by),
        notes=tuple(_notes(table)),
        signer=Signer(position=SIGNER),
        level_heading="Nhóm" if table.program == Program.PAR_INDEX else "Xếp loại",
        score_decimals=max(s.score_decimals for s in sets),
        index_decimals=max(s.index_decimals for s in sets),
    )
    seal = replace(composed.seal, fingerprint=fingerprint([composed]))
    return replace(composed, seal=replace(seal, check_url=f"{public_url}/kiem-tra/{seal.fingerprint}"))


@dataclass(frozen=True)
class PublishedTable:
    """All that the table of a publication says. `lines` are frozen lines by place, points as texts or None."""

    program: str
    year: int
    ranking_group: str
    imported: bool
    decision: str
    fields: Sequence[Mapping[str, Any]]
    lines: Sequence[Mapping[str, Any]]
    previous_ranks: Mapping[str, int]
    fingerprint: str


def compose_published(table: PublishedTable, *, parent_body: str, place: str, public_url: str) -> RankingTable:
    """The table of what was published, from what was frozen alone; it bears the fingerprint of the publication."""
    titles = list(dict.fromkeys(line["level_title"] for line in table.lines if line["level_title"]))
    return RankingTable(
        head=Head(parent_body=parent_body, issuing_body=ISSUER, place=place),
        subject=Subject(program_title=PROGRAM_TITLES[table.program], year=table.year, criteria_set_title="", issuing_decision=""),
        seal=Seal(
            rehearsal=False,
            status_label=STATUS_LABELS["published"] + (" (nhập từ kết quả năm trước)" if table.imported else ""),
            fingerprint=table.fingerprint,
            check_url=f"{public_url}/kiem-tra/{table.fingerprint}",
        ),
        group_title=GROUP_TITLES.get(table.ranking_group, table.ranking_group),
        rows=tuple(_published_row(line, table.previous_ranks) for line in table.lines),
        fields=tuple(FieldMaximum(title=f["title"], max_score=Decimal(f["max_score"] or "0")) for f in table.fields),
        by_field=tuple(
            UnitByField(unit=line["unit_name"], scores=tuple(_number(line["field_totals"].get(f["code"])) for f in table.fields))
            for line in table.lines
        ),
        levels=tuple(LevelCount(title=t, units=sum(line["level_title"] == t for line in table.lines)) for t in titles),
        notes=(table.decision,),
        signer=Signer(position=SIGNER),
        level_heading="Nhóm" if table.program == Program.PAR_INDEX else "Xếp loại",
        score_decimals=_decimals(line["final_score"] for line in table.lines),
        index_decimals=_decimals(line["index_percent"] for line in table.lines),
    )


def _published_row(line: Mapping[str, Any], previous_ranks: Mapping[str, int]) -> RankingRow:
    points = ("appraised_total", "survey_total", "bonus", "deduction", "final_score", "applicable_max", "index_percent")
    return RankingRow(
        rank=line["rank"],
        unit=line["unit_name"],
        level_title=line["level_title"],
        previous_rank=previous_ranks.get(line["unit_code"]),
        **{name: _number(line[name]) for name in points},
    )


def _number(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def _decimals(texts: Iterable[str | None]) -> int:
    """As many digits as the longest was published with."""
    return max((len((text or "").partition(".")[2]) for text in texts), default=2)


def _points(micro: Any) -> Decimal:
    return from_micro(int(micro))


def _row(line: Any, table: GroupTable) -> RankingRow:
    criteria_set = table.sets[line.criteria_set_id].criteria_set
    index = index_of(int(line.final_score_micro), int(line.applicable_max_micro))
    return RankingRow(
        rank=line.rank,
        unit=line.unit_name,
        appraised_total=_points(line.appraised_total_micro),
        survey_total=_points(line.survey_total_micro),
        bonus=_points(line.bonus_micro),
        deduction=_points(line.deduction_micro),
        final_score=_points(line.final_score_micro),
        applicable_max=_points(line.applicable_max_micro),
        index_percent=round_half_up(index, criteria_set.index_decimals),
        level_title=_titles(criteria_set)[line.level],
        previous_rank=table.previous_ranks.get(line.unit_code),
    )


def _titles(criteria_set: CriteriaSet) -> dict[str, str]:
    return {level.code: level.title for level in criteria_set.levels}


def _fields(sets: Sequence[CriteriaSet]) -> dict[str, tuple[str, Decimal]]:
    """Fields by code, in the order of the first set that has them, with the largest maximum where sets differ."""
    found: dict[str, tuple[str, Decimal]] = {}
    for criteria_set in sets:
        for f in criteria_set.fields:
            title, most = found.get(f.code, (f.title, f.max_score))
            found[f.code] = (title, max(most, f.max_score))
    return found


def _of_field(line: Any, code: str) -> Decimal | None:
    written = line.field_totals.get(code)
    return None if written is None else _points(written)


def _levels(sets: Sequence[CriteriaSet], lines: Sequence[Any], issued: Mapping[Any, IssuedSet]) -> tuple[LevelCount, ...]:
    counts = {level.title: 0 for s in sets for level in s.levels}
    for line in lines:
        counts[_titles(issued[line.criteria_set_id].criteria_set)[line.level]] += 1
    return tuple(LevelCount(title=title, units=units) for title, units in counts.items())


def _knocked_out(line: Any, criteria_set: CriteriaSet) -> KnockedOut:
    titles = _titles(criteria_set)
    conditions = {k.code: k.title for k in criteria_set.knock_outs}
    return KnockedOut(
        unit=line.unit_name,
        level_by_index=titles[line.level_by_index],
        level=titles[line.level],
        conditions=tuple(f"{code}: {conditions[code]}" for code in line.knocked_out_by),
    )


def _notes(table: GroupTable) -> list[str]:
    notes = [table.published_by] if table.published_by else []
    notes += [f"{line.unit_name}: không gửi kết quả tự đánh giá." for line in table.lines if table.sent_at.get(line.unit_code) is None]
    notes += [f"{line.unit_name}: chưa đủ điểm ở {', '.join(line.unscored)}." for line in table.lines if line.unscored]
    shared: dict[int | None, list[str]] = {}
    for line in table.lines:
        shared.setdefault(line.rank, []).append(line.unit_name)
    notes += [f"Đồng hạng {rank}: {', '.join(names)}." for rank, names in shared.items() if rank is not None and len(names) > 1]
    return notes
