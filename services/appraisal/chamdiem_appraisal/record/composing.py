"""From what an appraisal record says to the document that is printed."""

import dataclasses
import hashlib
from collections.abc import Iterator, Sequence
from decimal import Decimal

import orjson

from chamdiem_appraisal.record.domain import RecordedItem, RecordedSheet, result_so_far
from chamdiem_reports.documents import (
    AgencyState,
    AppraisalRecord,
    AppraisalRow,
    AppraisalTotals,
    AppraisedAdjustment,
    ClaimAnswer,
    ClaimState,
    Clarification,
    Head,
    Level,
    Seal,
    Signer,
    Subject,
)
from chamdiem_reports.numbering import numbered
from chamdiem_rules.criteria_set import Adjustment, AdjustmentKind, CriteriaSet, Leaf, Program
from chamdiem_rules.totals import SheetResult

PROGRAM_TITLES = {"par_index": "Chỉ số cải cách hành chính", "task_completion": "Mức độ hoàn thành nhiệm vụ"}
STATUS_LABELS = {
    "pending": "Chưa thẩm định",
    "in_progress": "Đang thẩm định",
    "sent": "Đã gửi kết quả, đã khóa",
    "clarifying": "Đã gửi kết quả của vòng, chờ giải trình",
    "reopened": "Được mở lại",
}
COUNCIL = "Hội đồng thẩm định"
_NO_FINGERPRINT = "0" * 64


def compose_record(sheet: RecordedSheet, criteria_set: CriteriaSet, *, parent_body: str, place: str, public_url: str) -> AppraisalRecord:
    """The appraisal record (Điều 10): of the whole sheet, or of one agency's items where only these are in sight.

    Its fingerprint is the SHA-256 of all it says, so the same scores give the same bytes.
    """
    result = result_so_far(sheet, criteria_set)
    rows = tuple(_rows(sheet, criteria_set, result))
    issuing_body = COUNCIL if sheet.whole else _title(criteria_set, sheet.agency or "")
    is_done = all(status == "sent" for _, status, _ in sheet.agencies)
    record = AppraisalRecord(
        head=Head(parent_body=parent_body, issuing_body=issuing_body, place=place),
        subject=Subject(
            program_title=PROGRAM_TITLES[sheet.program],
            year=sheet.year,
            criteria_set_title=criteria_set.title,
            issuing_decision=sheet.decision,
        ),
        seal=Seal(
            rehearsal=sheet.rehearsal,
            status_label="Đã thẩm định" if is_done else "Đang thẩm định",
            fingerprint=_NO_FINGERPRINT,
            check_url=public_url,
        ),
        unit_name=sheet.unit_name,
        rows=rows,
        claims=tuple(_claims(sheet, criteria_set)),
        adjustments=tuple(_adjustments(sheet, criteria_set, result)),
        clarifications=tuple(_clarifications(sheet, criteria_set)),
        totals=_totals(sheet, criteria_set, result),
        agencies=tuple(
            AgencyState(name=_title(criteria_set, code), status_label=STATUS_LABELS[status], sent_at=sent_at)
            for code, status, sent_at in sheet.agencies
        ),
        signer=Signer(position="TM. HỘI ĐỒNG THẨM ĐỊNH\nCHỦ TỊCH" if sheet.whole else "ĐẦU MỐI THẨM ĐỊNH"),
        level_heading="Nhóm" if criteria_set.program is Program.PAR_INDEX else "Xếp loại",
        score_decimals=criteria_set.score_decimals,
        index_decimals=criteria_set.index_decimals,
    )
    tree = dataclasses.asdict(record)
    if not tree["clarifications"]:
        # A record without questions says what it said before there were any: its printed fingerprint stays good.
        del tree["clarifications"]
    said = orjson.dumps(tree, default=_plain, option=orjson.OPT_SORT_KEYS)
    fingerprint = hashlib.sha256(said).hexdigest()
    seal = dataclasses.replace(record.seal, fingerprint=fingerprint, check_url=f"{public_url}/kiem-tra/{fingerprint}")
    return dataclasses.replace(record, seal=seal)


def _plain(value: object) -> str:
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def _title(criteria_set: CriteriaSet, agency: str) -> str:
    known = criteria_set.appraisers.get(agency)
    return known.title if known else agency


def _nodes(criteria_set: CriteriaSet) -> Iterator[tuple[Level, str, Decimal, tuple[Leaf, ...]]]:
    for field in criteria_set.fields:
        yield "field", field.title, field.max_score, tuple(leaf for c in field.criteria for leaf in c.leaves)
        for criterion in field.criteria:
            yield "criterion", criterion.title, criterion.max_score, criterion.leaves
            if [leaf.code for leaf in criterion.leaves] != [criterion.code]:
                for leaf in criterion.leaves:
                    yield "sub_criterion", leaf.title, leaf.max_score, (leaf,)


def _rows(sheet: RecordedSheet, criteria_set: CriteriaSet, result: SheetResult) -> Iterator[AppraisalRow]:
    nodes = list(_nodes(criteria_set))
    finals = {leaf.code: leaf for leaf in result.leaves}
    for number, (level, title, max_score, leaves) in zip(numbered(node[0] for node in nodes), nodes, strict=True):
        seen = [leaf for leaf in leaves if sheet.whole or leaf.code in sheet.items]
        if not seen:
            continue
        if len(leaves) == 1 and (level == "sub_criterion" or (level == "criterion" and leaves[0].title == title)):
            item = sheet.items.get(leaves[0].code)
            leaf = finals[leaves[0].code]
            yield AppraisalRow(
                number=number,
                level=level,
                title=title,
                max_score=max_score,
                self_score=item.self_score if item else None,
                appraised_score=leaf.final_score,
                not_applicable=leaf.not_applicable,
                reason=item.reason if item else "",
                appraiser=_title(criteria_set, item.appraiser_code) if item else "",
                earlier_scores=item.earlier_scores if item else (),
            )
        else:
            known = [finals[leaf.code] for leaf in seen]
            yield AppraisalRow(
                number=number,
                level=level,
                title=title,
                max_score=max_score,
                self_score=_known_sum([leaf.self_score for leaf in known if leaf.self_score is not None]),
                appraised_score=None
                if any(leaf.is_unscored for leaf in known)
                else _sum([leaf.final_score for leaf in known if leaf.final_score is not None]),
            )


def _claims(sheet: RecordedSheet, criteria_set: CriteriaSet) -> Iterator[ClaimAnswer]:
    for leaf in criteria_set.leaves:
        item = sheet.items.get(leaf.code)
        if item is None or not item.is_claim:
            continue
        yield ClaimAnswer(
            number=leaf.code,
            title=leaf.title,
            max_score=leaf.max_score,
            state=_state(item),
            appraiser=_title(criteria_set, item.appraiser_code),
            reason=item.reason,
        )


def _state(item: RecordedItem) -> ClaimState:
    if item.not_applicable:
        return "agreed"
    return "open" if item.score is None else "refused"


def _clarifications(sheet: RecordedSheet, criteria_set: CriteriaSet) -> Iterator[Clarification]:
    places = {leaf.code: place for place, leaf in enumerate(criteria_set.leaves)}
    titles = {leaf.code: leaf.title for leaf in criteria_set.leaves}
    in_order = sorted((c for c in sheet.clarifications if c.item in sheet.items), key=lambda c: (places.get(c.item, 0), c.round))
    for asked in in_order:
        yield Clarification(
            number=asked.item,
            title=titles.get(asked.item, ""),
            round=asked.round,
            question=asked.question,
            answer=asked.answer,
            files=asked.files,
            appraiser=_title(criteria_set, sheet.items[asked.item].appraiser_code),
        )


def _adjustments(sheet: RecordedSheet, criteria_set: CriteriaSet, result: SheetResult) -> Iterator[AppraisedAdjustment]:
    results = {adjustment.code: adjustment for adjustment in result.adjustments}
    for adjustment in criteria_set.adjustments:
        item = sheet.items.get(adjustment.code)
        if item is not None:
            confirmed = item.count
            points = results[adjustment.code].points if confirmed is not None else None
        elif sheet.whole and adjustment.is_system:
            confirmed, points = results[adjustment.code].count, results[adjustment.code].points
        else:
            continue
        yield _adjustment(adjustment, item, confirmed, points, criteria_set)


def _adjustment(
    adjustment: Adjustment, item: RecordedItem | None, confirmed: int | None, points: Decimal | None, criteria_set: CriteriaSet
) -> AppraisedAdjustment:
    return AppraisedAdjustment(
        code=adjustment.code,
        kind="bonus" if adjustment.kind is AdjustmentKind.BONUS else "deduction",
        title=adjustment.title,
        unit=adjustment.unit,
        claimed=item.claimed_count if item else None,
        confirmed=confirmed,
        points=points,
        appraiser=_title(criteria_set, item.appraiser_code) if item else "",
        reason=item.reason if item else "",
    )


def _totals(sheet: RecordedSheet, criteria_set: CriteriaSet, result: SheetResult) -> AppraisalTotals:
    """Of the whole sheet; where only one agency's items are in sight, their sums. Only ranking knows survey, index and level."""
    if not sheet.whole:
        leaves = [leaf for leaf in criteria_set.leaves if leaf.code in sheet.items]
        items = [sheet.items[leaf.code] for leaf in leaves]
        return AppraisalTotals(
            max_score=_sum([leaf.max_score for leaf in leaves]),
            self_total=_sum([item.self_score for item in items if item.self_score is not None]),
            appraised_total=_sum([item.score for item in items if item.score is not None]) if all(i.is_answered for i in items) else None,
        )
    surveys = {leaf.code for leaf in criteria_set.leaves if leaf.is_survey}
    unscored = set(result.unscored) - surveys
    by_kind = {kind: {a.code for a in criteria_set.adjustments if a.kind is kind} for kind in AdjustmentKind}
    return AppraisalTotals(
        max_score=criteria_set.max_score,
        self_total=result.self_total,
        appraised_total=None if unscored & {leaf.code for leaf in criteria_set.leaves} else result.appraised_total,
        bonus=None if unscored & by_kind[AdjustmentKind.BONUS] else result.bonus,
        deduction=None if unscored & by_kind[AdjustmentKind.DEDUCTION] else result.deduction,
    )


def _known_sum(values: Sequence[Decimal]) -> Decimal | None:
    """None where nobody can have a score: a node of survey leaves only."""
    return _sum(values) if values else None


def _sum(values: Sequence[Decimal]) -> Decimal:
    return sum(values, Decimal(0))
