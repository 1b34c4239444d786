"""HTTP operations on incidents and ideas (Điều 12.4, 13.2, 15.2, 18)."""

from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from fastapi import Response
from pydantic import BaseModel, ConfigDict
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_identity.access import MayAnswerIncidents, MayForwardIncidents, MayReadIncidents, MayReportIncidents
from chamdiem_identity.incident import domain, store
from chamdiem_kit.access import Actor
from chamdiem_kit.app import Ctx, service_router
from chamdiem_kit.clock import real_now
from chamdiem_kit.etag import ExpectedVersion, require_version, set_etag
from chamdiem_kit.idempotency import RetryProtection
from chamdiem_kit.paging import After, Limit, Page, after_id, page_by_id
from chamdiem_kit.refusals import as_invalid
from chamdiem_rules.refusal import Refused
from chamdiem_rules.text import clean_text

router = service_router("identity", "/incidents", tags=["incidents"])


class Report(BaseModel):
    """`page`: the address it is reported from."""

    model_config = ConfigDict(extra="forbid")

    about: domain.About
    text: str
    page: str = ""


class AnswerIn(BaseModel):
    model_config = ConfigDict(extra="forbid")

    answer: str


class IncidentOut(BaseModel):
    """`allowed_actions`: `pass_on`, `answer`."""

    id: UUID
    about: domain.About
    text: str
    page: str
    reported_by_name: str
    unit_code: str | None
    reported_at: datetime
    passed_on_at: datetime | None
    answer: str
    answered_by_name: str | None
    answered_at: datetime | None
    version: int
    allowed_actions: list[Literal["pass_on", "answer"]]


@router.get("")
async def list_incidents(
    actor: MayReadIncidents, ctx: Ctx, limit: Limit = 100, after: After = None, answered: bool | None = None
) -> Page[IncidentOut]:
    """Sự cố, góp ý được xem: của mình; lãnh đạo Sở Nội vụ xem tất cả; hỗ trợ kỹ thuật xem những gì được chuyển."""
    async with ctx.snapshot() as tx:
        found = await store.page(tx, actor, answered=answered, after=after_id(after), limit=limit + 1)
    rows, following = page_by_id(found, limit, lambda row: row["id"])
    return Page(items=[_out(row, actor) for row in rows], next=following)


@router.post("", status_code=201)
async def report_incident(body: Report, actor: MayReportIncidents, ctx: Ctx, retry: RetryProtection, response: Response) -> IncidentOut:
    """Báo sự cố, vướng mắc hoặc góp ý về phần mềm."""
    try:
        words = domain.clean_words(body.text, "text", domain.TEXT_LIMIT)
        page = clean_text(body.page, "page", domain.PAGE_LIMIT)
    except Refused as refused:
        raise as_invalid("identity", refused) from refused
    async with ctx.transaction() as tx:
        earlier = await retry.earlier_answer(tx, actor.account_id)
        if earlier is None:
            id_ = await store.new_id(tx)
            await store.add(tx, domain.Incident(id_, body.about, words, page, actor.account_id, await real_now(tx)))
            earlier = str(id_)
            await retry.keep(tx, actor.account_id, earlier)
        answer = _out(await store.told(tx, actor, UUID(earlier)), actor)
    set_etag(response, answer.version)
    return answer


@router.post("/{incident_id}/pass-on")
async def pass_on_incident(
    incident_id: UUID, actor: MayForwardIncidents, ctx: Ctx, expected: ExpectedVersion, response: Response
) -> IncidentOut:
    """Chuyển cho đơn vị hỗ trợ kỹ thuật (Điều 12.4)."""
    async with ctx.transaction() as tx:
        present = await _present(tx, actor, incident_id, expected)
        await store.save(tx, domain.pass_on(present, await real_now(tx)))
        answer = _out(await store.told(tx, actor, incident_id), actor)
    set_etag(response, answer.version)
    return answer


@router.post("/{incident_id}/answer")
async def answer_incident(
    incident_id: UUID, body: AnswerIn, actor: MayAnswerIncidents, ctx: Ctx, expected: ExpectedVersion, response: Response
) -> IncidentOut:
    """Trả lời sự cố, góp ý; người báo đọc được."""
    async with ctx.transaction() as tx:
        present = await _present(tx, actor, incident_id, expected)
        try:
            answered = domain.answer(present, body.answer, actor.account_id, await real_now(tx))
        except Refused as refused:
            raise as_invalid("identity", refused) from refused
        await store.save(tx, answered)
        answer = _out(await store.told(tx, actor, incident_id), actor)
    set_etag(response, answer.version)
    return answer


async def _present(tx: AsyncConnection, actor: Actor, incident_id: UUID, expected: int) -> domain.Incident:
    present = await store.load_to_change(tx, actor, incident_id)
    require_version(expected, present.version, _out(await store.told(tx, actor, incident_id), actor).model_dump(mode="json"))
    return present


def _out(row: dict[str, Any], actor: Actor) -> IncidentOut:
    acts: list[Literal["pass_on", "answer"]] = []
    if actor.kind == "management" and row["passed_on_at"] is None:
        acts.append("pass_on")
    if actor.kind in ("management", "support"):
        acts.append("answer")
    return IncidentOut.model_validate({**row, "allowed_actions": acts})
