"""HTTP operations on proposals to change criteria (rights.md "Assessment")."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_assessment.access import MayAnswerProposals, MayProposeChange, MayReadProposals, Right, require_whole_province
from chamdiem_assessment.criteria_proposal import domain, store
from chamdiem_assessment.criteria_proposal.domain import ProposalStatus
from chamdiem_assessment.criteria_proposal.store import ListedProposal, Whose
from chamdiem_assessment.criteria_set import store as sets
from chamdiem_assessment.sheet.domain import UnknownItem
from chamdiem_kit.access import Actor
from chamdiem_kit.app import Ctx, service_router
from chamdiem_kit.clock import real_now
from chamdiem_kit.idempotency import RetryProtection
from chamdiem_kit.paging import After, Limit, Page, after_id, cursor_of
from chamdiem_kit.texts import CleanText

router = service_router("assessment", "/criteria-proposals", tags=["criteria-proposals"])

Status = Literal["open", "accepted", "declined", "withdrawn"]


class ProposalIn(BaseModel):
    """Kiến nghị sửa đổi một bộ tiêu chí đã ban hành; `item` trống là kiến nghị về cả bộ."""

    model_config = ConfigDict(extra="forbid")

    criteria_set_id: UUID
    item: Annotated[CleanText, Field(max_length=255)] | None = None
    text: CleanText


class ProposalAnswerIn(BaseModel):
    """Trả lời: tiếp thu hay không tiếp thu, kèm nội dung."""

    model_config = ConfigDict(extra="forbid")

    outcome: Literal["accepted", "declined"]
    answer: CleanText


class ProposalOut(BaseModel):
    """Một kiến nghị và kết quả: open đang chờ, accepted được tiếp thu, declined không tiếp thu, withdrawn đã rút."""

    id: UUID
    criteria_set_id: UUID
    set_code: str
    version_number: int
    item: str | None
    item_title: str
    text: str
    unit_code: str | None
    unit_name: str
    appraiser_code: str | None
    proposed_by_name: str
    proposed_at: AwareDatetime
    status: Status
    answer: str
    answered_by_name: str
    answered_at: AwareDatetime | None
    allowed_actions: list[str]


@router.post("", status_code=201)
async def propose_change(body: ProposalIn, actor: MayProposeChange, ctx: Ctx, retry: RetryProtection) -> ProposalOut:
    """Lãnh đạo đơn vị, đầu mối thẩm định kiến nghị sửa đổi tiêu chí (Điều 14.3, 15.2)."""
    domain.require_text(body.text, "/text", "Hãy ghi nội dung kiến nghị.")
    async with ctx.transaction() as tx:
        earlier = await retry.earlier_answer(tx, actor.account_id)
        if earlier is None:
            criteria_set = await sets.load_published(tx, body.criteria_set_id)
            if body.item is not None and criteria_set.item(body.item) is None:
                raise UnknownItem("Hãy dùng mã tiêu chí hoặc mục điểm có trong bộ tiêu chí, hoặc để trống.")
            said = body.text
            kept = await store.add(tx, body.criteria_set_id, body.item, said, _own(actor), by=actor.account_id, now=await real_now(tx))
            answer = await _one(tx, kept.id, actor)
            await retry.keep(tx, actor.account_id, answer.model_dump(mode="json"))
        else:
            answer = ProposalOut.model_validate(earlier)
    return answer


@router.get("")
async def list_proposals(
    actor: MayReadProposals, ctx: Ctx, status: Status | None = None, limit: Limit = 50, after: After = None
) -> Page[ProposalOut]:
    """Các kiến nghị, mới nhất trước: của đơn vị hoặc cơ quan mình; lãnh đạo Sở Nội vụ thấy tất cả."""
    async with ctx.snapshot() as tx:
        found = await store.list_of(tx, _whose(actor), status=status, after=after_id(after), limit=limit + 1)
        rows = [await _out(tx, listed, actor) for listed in found[:limit]]
    return Page(items=rows, next=cursor_of(str(rows[-1].id)) if len(found) > limit else None)


@router.post("/{proposal_id}/answer")
async def answer_proposal(proposal_id: UUID, body: ProposalAnswerIn, actor: MayAnswerProposals, ctx: Ctx) -> ProposalOut:
    """Lãnh đạo Sở Nội vụ trả lời một kiến nghị."""
    require_whole_province(actor)
    async with ctx.transaction() as tx:
        proposal = await store.load(tx, proposal_id, _whose(actor))
        outcome, is_conflicted = ProposalStatus(body.outcome), _conflicted(actor, proposal)
        answered = domain.answer(proposal, outcome, body.answer, actor.account_id, await real_now(tx), is_conflicted=is_conflicted)
        await store.save(tx, answered)
        out = await _one(tx, proposal_id, actor)
    return out


@router.post("/{proposal_id}/withdraw")
async def withdraw_proposal(proposal_id: UUID, actor: MayProposeChange, ctx: Ctx) -> ProposalOut:
    """Đơn vị, cơ quan thẩm định rút kiến nghị chưa được trả lời."""
    async with ctx.transaction() as tx:
        proposal = await store.load(tx, proposal_id, _own(actor))
        await store.save(tx, domain.withdraw(proposal, actor.account_id, await real_now(tx)))
        out = await _one(tx, proposal_id, actor)
    return out


def _own(actor: Actor) -> Whose:
    """The unit that a head proposes for, the agency that a lead does."""
    if actor.kind == "appraisal":
        return Whose(all=False, appraiser_code=actor.appraiser_code)
    return Whose(all=False, unit_code=actor.unit_code)


def _whose(actor: Actor) -> Whose:
    if actor.kind == "management":
        return Whose(all=actor.only_for_unit is None, unit_code=actor.only_for_unit)
    return _own(actor)


def _conflicted(actor: Actor, proposal: domain.Proposal) -> bool:
    return proposal.unit_code is not None and actor.conflicted_with(proposal.unit_code)


async def _one(tx: AsyncConnection, proposal_id: UUID, actor: Actor) -> ProposalOut:
    (listed,) = await store.list_of(tx, Whose(all=True), proposal_id=proposal_id)
    return await _out(tx, listed, actor)


async def _out(tx: AsyncConnection, listed: ListedProposal, actor: Actor) -> ProposalOut:
    proposal = listed.proposal
    # Published versions never change and are kept in the process: this asks the database once for each at most.
    item = (await sets.load_published(tx, proposal.criteria_set_id)).item(proposal.item) if proposal.item else None
    answers = actor.may(Right.ANSWER_PROPOSALS) and actor.only_for_unit is None and not _conflicted(actor, proposal)
    own = _own(actor)
    is_own = actor.may(Right.PROPOSE_CHANGE) and (own.unit_code, own.appraiser_code) == (proposal.unit_code, proposal.appraiser_code)
    return ProposalOut(
        id=proposal.id,
        criteria_set_id=proposal.criteria_set_id,
        set_code=listed.set_code,
        version_number=listed.version_number,
        item=proposal.item,
        item_title=item.title if item is not None else "",
        text=proposal.text,
        unit_code=proposal.unit_code,
        unit_name=listed.unit_name,
        appraiser_code=proposal.appraiser_code,
        proposed_by_name=listed.proposed_by_name,
        proposed_at=proposal.proposed_at,
        status=proposal.status.value,
        answer=proposal.answer,
        answered_by_name=listed.answered_by_name,
        answered_at=proposal.answered_at,
        allowed_actions=domain.allowed_actions(proposal, answers=answers, is_own=is_own),
    )
