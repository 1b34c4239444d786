"""HTTP operations that bring in the published results of earlier years (a manager's)."""

import hashlib
from collections import Counter
from collections.abc import Sequence
from typing import Any
from uuid import UUID, uuid5

from fastapi import Response
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_contracts.assessment import Decision
from chamdiem_kit.app import Ctx, service_router
from chamdiem_kit.clock import real_now
from chamdiem_kit.errors import FieldError
from chamdiem_kit.etag import ExpectedVersion, require_version, set_etag
from chamdiem_kit.idempotency import RetryProtection
from chamdiem_kit.refusals import as_invalid, refused_line
from chamdiem_ranking.access import MayImport, require_for_all
from chamdiem_ranking.canonical import canonical
from chamdiem_ranking.imported import store
from chamdiem_ranking.imported.bodies import (
    ImportCheckOut,
    ImportCorrectionIn,
    ImportFaultOut,
    ImportGroupOut,
    ImportIn,
    ImportRemarkOut,
)
from chamdiem_ranking.imported.domain import AlreadyImported, ImportRefused, Judged, RunHere, judge_table
from chamdiem_ranking.publication import store as publications
from chamdiem_ranking.publication.bodies import PublicationOut, publication_out
from chamdiem_ranking.publication.domain import require_reason
from chamdiem_ranking.titles import GROUPS_BY_TITLE
from chamdiem_rules.instants import VIETNAM
from chamdiem_rules.text import nfc

router = service_router("ranking", "/imports", tags=["imported"])

_NAMESPACE = UUID("6f1b7f0e-8c7a-5d8c-9f0e-0d4f3c2b1a90")
_MOST_FAULTS = 1000
_LINES_AT_ONCE = 2000


@router.post("/validations")
async def check_import(body: ImportIn, actor: MayImport, ctx: Ctx) -> ImportCheckOut:
    """Kiểm tra thử một bảng kết quả đã công bố của năm trước: từng ô chưa đúng, từng ô cần xem lại; không lưu gì."""
    require_for_all(actor)
    async with ctx.snapshot() as tx:
        judged = await _judged(tx, body)
        period_id = _period_id(body)
        exists = await publications.has_any(tx, period_id)
    return ImportCheckOut(
        lines=len(body.lines),
        groups=[ImportGroupOut(ranking_group=g, units=n) for g, n in sorted(Counter(b["ranking_group"] for _, b in judged.lines).items())],
        exists=period_id if exists else None,
        faults=[ImportFaultOut.model_validate(_fault(f)) for f in judged.faults[:_MOST_FAULTS]],
        remarks=[ImportRemarkOut.model_validate(r, from_attributes=True) for r in judged.remarks[:_MOST_FAULTS]],
    )


@router.post("", status_code=201)
async def import_results(body: ImportIn, actor: MayImport, ctx: Ctx, retry: RetryProtection, response: Response) -> PublicationOut:
    """Nhập bảng kết quả đã công bố của năm trước, theo quyết định; có một ô sai thì không lưu gì.

    Ai cũng xem được và thấy rõ đó là số liệu nhập; năm được chấm điểm trên hệ thống thì không nhập được.
    """
    require_for_all(actor)
    async with ctx.transaction() as tx:
        earlier = await retry.earlier_answer(tx, actor.account_id)
        if earlier is None:
            period_id = _period_id(body)
            if await publications.has_any(tx, period_id):
                raise AlreadyImported(AlreadyImported.advice)
            kept = await _keep(tx, body, period_id, 1, reason="", by=actor.account_id)
            await retry.keep(tx, actor.account_id, kept.model_dump(mode="json"))
        else:
            kept = PublicationOut.model_validate(earlier)
    set_etag(response, kept.result_version)
    return kept


@router.post("/{period_id}/corrections", status_code=201)
async def correct_import(
    period_id: UUID,
    body: ImportCorrectionIn,
    actor: MayImport,
    ctx: Ctx,
    expected: ExpectedVersion,
    retry: RetryProtection,
    response: Response,
) -> PublicationOut:
    """Đính chính kết quả đã nhập bằng một bảng khác, kèm lý do; bản cũ vẫn xem được."""
    require_for_all(actor)
    require_reason(body.reason)
    async with ctx.transaction() as tx:
        earlier = await retry.earlier_answer(tx, actor.account_id)
        if earlier is None:
            present = await store.load_newest(tx, period_id)
            require_version(expected, present.result_version, {"period_id": str(period_id), "result_version": present.result_version})
            if (present.program, present.year) != (body.program, body.year):
                raise ImportRefused(
                    "Bảng đính chính phải cùng chương trình và năm với bảng đã nhập.", errors=(FieldError("/year", "Khác năm đã nhập."),)
                )
            kept = await _keep(tx, body, period_id, present.result_version + 1, reason=body.reason, by=actor.account_id)
            await retry.keep(tx, actor.account_id, kept.model_dump(mode="json"))
        else:
            kept = PublicationOut.model_validate(earlier)
    set_etag(response, kept.result_version)
    return kept


def _period_id(body: ImportIn) -> UUID:
    """One id for a program and year, so that the database refuses a second import of it."""
    return uuid5(_NAMESPACE, f"{body.program}/{body.year}")


async def _judged(tx: AsyncConnection, body: ImportIn) -> Judged:
    """Raises `RunHere` and `ImportRefused` for what concerns the table as a whole."""
    if body.year > (await real_now(tx)).astimezone(VIETNAM).year:
        raise ImportRefused("Chỉ nhập kết quả của những năm đã qua.", errors=(FieldError("/year", "Năm chưa tới."),))
    if await store.is_run_here(tx, body.program, body.year):
        raise RunHere("Kết quả của năm này phải do hệ thống tổng hợp và công bố; không nhập từ ngoài.")
    codes = [f.code for f in body.fields]
    if len(set(codes)) != len(codes):
        raise ImportRefused("Mỗi lĩnh vực có một mã riêng.", errors=(FieldError("/fields", "Mã lĩnh vực bị lặp."),))
    if unknown := sorted({code for line in body.lines for code in line.field_totals} - set(codes)):
        raise ImportRefused(
            "Hãy khai báo mọi lĩnh vực có điểm.", errors=(FieldError("/fields", f"Thiếu lĩnh vực {', '.join(unknown[:10])}."),)
        )
    units = [line.unit_code.strip() for line in body.lines], [nfc(line.unit_name.strip()) for line in body.lines]
    known = await store.known_units(tx, *units)
    return judge_table([line.given() for line in body.lines], {f.code: f.max_score for f in body.fields}, known, GROUPS_BY_TITLE)


def _fault(fault: Any) -> dict[str, Any]:
    return refused_line(fault.index, as_invalid("ranking", fault.refused), fault.column)


def _errors(judged: Judged) -> Sequence[FieldError]:
    return tuple(
        FieldError(f"/lines/{f.index}/{f.column}", f"Dòng {f.index + 1}: {f.refused.detail}", f"ranking/{f.refused.code}")
        for f in judged.faults[:_MOST_FAULTS]
    )


async def _keep(tx: AsyncConnection, body: ImportIn, period_id: UUID, version: int, *, reason: str, by: UUID) -> PublicationOut:
    judged = await _judged(tx, body)
    if judged.faults:
        raise ImportRefused(
            f"Có {len(judged.faults)} ô chưa đúng; chưa nhập dòng nào. Hãy sửa rồi nhập lại.", errors=tuple(_errors(judged))
        )
    told = Decision(**body.decision.model_dump()).model_dump(mode="json")
    fields = [f.model_dump() for f in body.fields]
    head = {"program": body.program, "year": body.year, "result_version": version, "decision": told, "reason": reason}
    digest = hashlib.sha256(canonical({**head, "imported": True, "fields": fields}) + b"\n")
    for _, line in judged.lines:
        digest.update(canonical(line) + b"\n")
    await publications.add(
        tx,
        period_id,
        version,
        program=body.program,
        year=body.year,
        decision=told,
        reason=reason,
        published_by=by,
        fingerprint=digest.hexdigest(),
        fields=fields,
        imported=True,
    )
    for start in range(0, len(judged.lines), _LINES_AT_ONCE):
        await publications.add_lines(tx, period_id, version, judged.lines[start : start + _LINES_AT_ONCE])
    return publication_out(await publications.of_period(tx, period_id, version))
