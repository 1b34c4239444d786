"""HTTP operations on a unit's sheet."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Annotated, Any
from uuid import UUID

import orjson
from fastapi import APIRouter, Query, Response
from pydantic import AwareDatetime
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_assessment.access import MayEnterValues, MayReadHistory, MayReadSheets, MayReturnSheet, MaySubmitSheet
from chamdiem_assessment.criteria_set import store as sets
from chamdiem_assessment.delegation.store import Held, held_by
from chamdiem_assessment.document.domain import DocumentNotFound
from chamdiem_assessment.evidence import store as files
from chamdiem_assessment.evidence.store import Reader, reader_of
from chamdiem_assessment.sheet import answer_store, domain, own_sheets, store
from chamdiem_assessment.sheet.acts import ACTS
from chamdiem_assessment.sheet.answer import (
    Answer,
    KeptAnswer,
    Owner,
    declare_answer,
    evidence_ids,
    missing_of,
    missing_sentence,
)
from chamdiem_assessment.sheet.bodies import (
    AnswerIn,
    AnswerOut,
    AnswersIn,
    AnswerVersionOut,
    BatchOut,
    MissingListOut,
    MissingOut,
    OwnSheetOut,
    ReasonIn,
    RefusedLineOut,
    SheetOut,
    StateChangeOut,
    StateHistoryOut,
    StateOut,
    answer_fields,
    clean_reason,
    files_of,
    state_out,
)
from chamdiem_assessment.sheet.domain import Sheet, SheetNotFound, SheetOf
from chamdiem_assessment.sheet.holding import holds, load_seen, narrowed, open_for_saving, require_given, require_item, usable_files
from chamdiem_assessment.sheet.hot_batch import save_lines_at_once
from chamdiem_assessment.sheet.hot_read import read_sheet
from chamdiem_assessment.sheet.hot_save import save_at_once
from chamdiem_contracts.assessment import Program
from chamdiem_kit.access import Actor
from chamdiem_kit.app import Ctx, service_router
from chamdiem_kit.etag import ExpectedVersion, require_version, set_etag
from chamdiem_kit.paging import After, Limit, Page, after_id, cursor_of, key_of, page_by_id
from chamdiem_kit.refusals import as_invalid, refused_line
from chamdiem_rules.refusal import Refused
from chamdiem_rules.set_types import CriteriaSet

router: APIRouter = service_router("assessment", "/sheets", tags=["sheets"])


def json_answer(body: Mapping[str, Any], version: int) -> Response:
    """A hot answer as bytes, past the response model."""
    # `str`: ids that came from the database are of the driver's own class.
    return Response(orjson.dumps(body, default=str), media_type="application/json", headers={"ETag": f'"{version}"'})


@router.put("/{sheet_id}/items/{item}", response_model=AnswerOut)
async def save_item(sheet_id: UUID, item: str, body: AnswerIn, actor: MayEnterValues, expected: ExpectedVersion, ctx: Ctx) -> Response:
    """Lưu số liệu kê khai của một tiêu chí; điểm tự chấm do hệ thống tính. If-Match là phiên bản của tiêu chí, "0" khi chưa có."""
    given = body.given(item)
    hot = await save_at_once(ctx.database, sheet_id, given, expected, actor, body.criteria_set_id)
    if hot is not None:
        return json_answer(hot, hot["version"])
    async with ctx.transaction() as tx:
        sheet, held = await open_for_saving(tx, sheet_id, actor, "share")
        criteria_set = await sets.load_published(tx, sheet.of.criteria_set_id)
        if body.criteria_set_id not in (None, sheet.of.criteria_set_id):
            domain.require_same_item(given.item, await _earlier_set(tx, sheet.of, body.criteria_set_id), criteria_set)
        require_item(criteria_set, item, held)
        named = await usable_files(tx, evidence_ids(given.evidence), held, actor)
        try:
            answer = declare_answer(criteria_set, given, named, Owner(sheet.of.period_id, sheet.of.unit_code))
        except Refused as refused:
            raise as_invalid("assessment", refused) from refused
        version = await answer_store.save_one(tx, sheet_id, answer, expected=expected, by=actor.account_id, now=sheet.real_now)
        if version is None:
            await _refuse_stale(tx, sheet_id, item, expected)
    kept = KeptAnswer(answer, version or 0, actor.account_id, actor.holder_name, sheet.real_now)
    return json_answer(answer_fields(kept, named), kept.version)


@router.get("")
async def list_own_sheets(
    actor: MayReadSheets, ctx: Ctx, program: Program | None = None, limit: Limit = 50, after: After = None
) -> Page[OwnSheetOut]:
    """Các phiếu chấm điểm của đơn vị mình qua các kỳ, kỳ mới nhất trước."""
    async with ctx.snapshot() as tx:
        found = await own_sheets.list_of_unit(tx, reader_of(actor).own_unit, program, after_id(after), limit + 1)
    rows, following = page_by_id(found, limit, lambda s: s.sheet_id)
    return Page(items=[OwnSheetOut.model_validate(asdict(s)) for s in rows], next=following)


@router.get("/{sheet_id}", response_model=SheetOut)
async def show_sheet(
    sheet_id: UUID,
    actor: MayReadSheets,
    ctx: Ctx,
    since: Annotated[AwareDatetime | None, Query(description="Chỉ kèm số liệu được lưu từ thời điểm này")] = None,
) -> Response:
    """Phiếu chấm điểm với số liệu đã lưu; của đơn vị mình, hoặc phiếu đã gửi với lãnh đạo Sở Nội vụ."""
    held: Held | None = None
    try:
        seen = await read_sheet(ctx.database, sheet_id, reader_of(actor))
    except SheetNotFound:
        async with ctx.transaction() as tx:
            held = await held_by(tx, sheet_id, actor.unit_code)
        if held is None:
            raise
        seen = await read_sheet(ctx.database, sheet_id, Reader(held.unit_code, manager=False, only_for_unit=None))
    sheet = seen.sheet
    read_only = domain.why_read_only(sheet)
    of, state, window = sheet.of, sheet.state, sheet.window
    body = {
        "sheet_id": of.sheet_id,
        "period_id": of.period_id,
        "criteria_set_id": of.criteria_set_id,
        "set_code": of.set_code,
        "unit_code": of.unit_code,
        "unit_name": of.unit_name,
        "program": of.program,
        "year": of.year,
        "rehearsal": of.rehearsal,
        "status": seen.shown_status,
        "version": state.version,
        "items": seen.items if since is None else [i for i in seen.items if i["saved_at"] >= since],
        "given_items": None,
        "self_total": seen.self_total if held is None else seen.total_of(held.items),
        "missing_count": len(seen.missing),
        "missing": [{"item": m.item, "kind": m.kind} for m in seen.missing],
        "read_only": read_only and {"type": read_only.problem_type, "title": read_only.problem_title, "detail": read_only.detail},
        "clock_at": window.now if of.rehearsal else None,
        "opens_at": window.opens,
        "deadline": window.deadline,
        "last_instant": window.last_instant,
        "exported_fingerprint": state.exported_fingerprint,
        "report_fingerprint": state.report_fingerprint,
        "approved_at": state.approved_at,
        "signed_report_id": state.signed_report_id,
        "sent_at": state.sent_at,
        "allowed_actions": _allowed(sheet, actor),
    }
    return json_answer(body if held is None else narrowed(body, held), state.version)


@router.patch("/{sheet_id}/items")
async def save_items(sheet_id: UUID, body: AnswersIn, actor: MayEnterValues, ctx: Ctx) -> BatchOut:
    """Lưu nhiều tiêu chí cùng lúc: dòng đúng được lưu hết, dòng sai bị từ chối kèm lý do; phiên bản hiện có được thay."""
    lines = [line.given(line.item) for line in body.lines]
    seen_sets = {line.criteria_set_id for line in body.lines if line.criteria_set_id is not None}
    if len(seen_sets) <= 1:
        hot = await save_lines_at_once(ctx.database, sheet_id, lines, actor, next(iter(seen_sets), None))
    else:
        hot = None
    if hot is not None:
        return _batch_out(len(lines), hot.refused, hot.versions)
    async with ctx.transaction() as tx:
        sheet, held = await open_for_saving(tx, sheet_id, actor, "share")
        criteria_set = await sets.load_published(tx, sheet.of.criteria_set_id)
        named = await usable_files(tx, evidence_ids(tuple(i for line in lines for i in line.evidence)), held, actor)
        owner = Owner(sheet.of.period_id, sheet.of.unit_code)
        good: dict[str, Answer] = {}
        refused: list[dict[str, Any]] = []
        earlier = {i: await _earlier_set(tx, sheet.of, i) for i in seen_sets - {sheet.of.criteria_set_id}}
        for index, line in enumerate(lines):
            seen = body.lines[index].criteria_set_id
            try:
                require_given(held, line.item)
                if seen in earlier:
                    domain.require_same_item(line.item, earlier[seen], criteria_set)
                answer = declare_answer(criteria_set, line, named, owner)
                good[answer.item] = answer
            except domain.SetAmended as amended:
                refused.append(refused_line(index, amended, "item"))
            except Refused as fault:
                refused.append(refused_line(index, as_invalid("assessment", fault), fault.column))
        versions = await answer_store.save_all(tx, sheet_id, list(good.values()), by=actor.account_id, now=sheet.real_now)
    return _batch_out(len(lines), refused, versions)


@router.get("/{sheet_id}/missing")
async def list_missing(sheet_id: UUID, actor: MayReadSheets, ctx: Ctx) -> MissingListOut:
    """Những nội dung còn thiếu trước khi phê duyệt, theo thứ tự của bộ tiêu chí."""
    async with ctx.transaction() as tx:
        sheet, held = await load_seen(tx, sheet_id, actor)
        criteria_set = await sets.load_published(tx, sheet.of.criteria_set_id)
        kept = await answer_store.list_of_sheet(tx, sheet_id)
    missing = [m for m in missing_of(criteria_set, {code: k.answer for code, k in kept.items()}) if holds(held, m.item)]
    return MissingListOut(items=[MissingOut(item=m.item, kind=m.kind, detail=missing_sentence(criteria_set, m)) for m in missing])


@router.get("/{sheet_id}/items/{item}/history")
async def list_history(
    sheet_id: UUID, item: str, actor: MayReadHistory, ctx: Ctx, limit: Limit = 50, after: After = None
) -> Page[AnswerVersionOut]:
    """Mọi lần lưu của một tiêu chí, mới nhất trước."""
    before = int(key_of(after, (int,))[0]) if after else None
    async with ctx.transaction() as tx:
        sheet, held = await load_seen(tx, sheet_id, actor)
        criteria_set = await sets.load_published(tx, sheet.of.criteria_set_id)
        found = await answer_store.history(tx, sheet_id, item, before, limit + 1) if holds(held, item) else []
        if not found:  # what an amending decision took out of the set is still to be seen
            require_item(criteria_set, item, held)
        amended_at = await store.times_of_amendments(tx, sheet_id)
        named = await files.by_id(tx, files_of(found))
    shown = [AnswerVersionOut.model_validate({**answer_fields(k, named), "amended": k.saved_at in amended_at}) for k in found[:limit]]
    return Page(items=shown, next=cursor_of(shown[-1].version) if len(found) > limit else None)


@router.get("/{sheet_id}/history")
async def list_state_history(sheet_id: UUID, actor: MayReadHistory, ctx: Ctx) -> StateHistoryOut:
    """Mọi lần đổi trạng thái của phiếu: trình, trả lại, phê duyệt, hủy phê duyệt, gửi, thu hồi, sửa đổi bộ tiêu chí."""
    async with ctx.transaction() as tx:
        await store.load_readable(tx, sheet_id, reader_of(actor))
        found = await store.history_of_state(tx, sheet_id)
    return StateHistoryOut(items=[StateChangeOut.model_validate(f) for f in found])


@router.post("/{sheet_id}/submit")
async def submit_sheet(sheet_id: UUID, actor: MaySubmitSheet, ctx: Ctx, response: Response) -> StateOut:
    """Trình lãnh đạo đơn vị phê duyệt."""
    async with ctx.transaction() as tx:
        sheet = await store.load_own(tx, sheet_id, actor.unit_code, "update")
        domain.require_editable(sheet)
        sheet = await store.load_begun(tx, sheet, actor.account_id, "update")
        submitted = domain.submit_for_approval(sheet)
        await store.save_state(tx, submitted, act="submitted", by=actor.account_id)
    set_etag(response, submitted.version)
    return state_out(submitted)


@router.post("/{sheet_id}/return")
async def return_sheet(sheet_id: UUID, body: ReasonIn, actor: MayReturnSheet, ctx: Ctx, response: Response) -> StateOut:
    """Lãnh đạo trả lại phiếu để chỉnh sửa, kèm lý do."""
    reason = clean_reason(body.reason)
    async with ctx.transaction() as tx:
        sheet = await store.load_own(tx, sheet_id, actor.unit_code, "update")
        returned = domain.return_for_revision(sheet, reason)
        await store.save_state(tx, returned, act="returned", by=actor.account_id, reason=reason)
    set_etag(response, returned.version)
    return state_out(returned)


def _batch_out(lines: int, refused: list[dict[str, Any]], versions: dict[str, int]) -> BatchOut:
    return BatchOut(saved=lines - len(refused), refused=[RefusedLineOut(**r) for r in refused], versions=versions)


async def _earlier_set(tx: AsyncConnection, of: SheetOf, criteria_set_id: UUID | None) -> CriteriaSet | None:
    """The version of the sheet's set that somebody had before him; None where there is no such version of this set."""
    if criteria_set_id is None:
        return None
    try:
        found = await sets.load_published(tx, criteria_set_id)
    except DocumentNotFound:
        return None
    return found if found.code == of.set_code else None


async def _refuse_stale(tx: AsyncConnection, sheet_id: UUID, item: str, expected: int) -> None:
    present = await answer_store.load(tx, sheet_id, item)
    if present is None:
        require_version(expected, 0, {"item": item, "version": 0})
    else:
        require_version(expected, present.version, answer_fields(present, await files.by_id(tx, present.answer.evidence_ids)))


def _allowed(sheet: Sheet, actor: Actor) -> list[str]:
    own = actor.unit_code == sheet.of.unit_code
    return domain.allowed_actions(sheet, {act: own and actor.may(right) for act, right in ACTS.items()})
