"""HTTP operations on guidance (rights.md: managers write, everyone signed in reads)."""

from datetime import datetime
from typing import Annotated

from fastapi import Path, Query, Response
from pydantic import BaseModel, ConfigDict

from chamdiem_identity.access import MayReadGuidance, MayReadGuidanceHistory, MayWriteGuidance, require_for_all
from chamdiem_identity.guidance import domain, store
from chamdiem_kit.access import Actor
from chamdiem_kit.app import Ctx, Service, service_router
from chamdiem_kit.etag import ExpectedVersion, require_version, set_etag
from chamdiem_kit.paging import After, Limit, Page, after_number, cursor_of, key_of
from chamdiem_kit.refusals import as_invalid
from chamdiem_rules.refusal import Refused

router = service_router("identity", "/guidance", tags=["guidance"])

_Code = Annotated[str, Path(max_length=400)]
_Set = Annotated[str | None, Query(max_length=400, pattern=r"^[^\x00]*$")]


class GuidanceIn(BaseModel):
    """Plain words; blank lines part paragraphs, addresses become links. Empty: the guidance is taken away."""

    model_config = ConfigDict(extra="forbid")

    text: str


class GuidanceOut(BaseModel):
    """`version` 0 and an empty text where nobody has written any."""

    page: str | None
    set_code: str | None
    item: str | None
    text: str
    version: int
    changed_by_name: str | None
    changed_at: datetime | None
    may_write: bool


class GuidanceVersion(BaseModel):
    version: int
    text: str
    changed_by_name: str
    changed_at: datetime


@router.get("")
async def list_guidance(
    actor: MayReadGuidance, ctx: Ctx, limit: Limit = 100, after: After = None, set_code: _Set = None
) -> Page[GuidanceOut]:
    """Các hướng dẫn đang có, hoặc của một bộ tiêu chí."""
    key = key_of(after, (str,))[0] if after else None
    async with ctx.snapshot() as tx:
        found = await store.page(tx, set_code=set_code, after=key, limit=limit + 1)
    following = cursor_of(found[limit - 1].place.key) if len(found) > limit else None
    return Page(items=[_out(actor, g) for g in found[:limit]], next=following)


@router.get("/pages/{page}")
async def read_page_guidance(page: _Code, actor: MayReadGuidance, ctx: Ctx, response: Response) -> GuidanceOut:
    """Hướng dẫn của một trang."""
    return await _read(ctx, actor, domain.page_place(page), response)


@router.put("/pages/{page}")
async def write_page_guidance(
    page: _Code, body: GuidanceIn, actor: MayWriteGuidance, ctx: Ctx, expected: ExpectedVersion, response: Response
) -> GuidanceOut:
    """Viết hướng dẫn của một trang; bản cũ vẫn được giữ."""
    return await _write(ctx, actor, domain.page_place(page), body, expected, response)


@router.get("/pages/{page}/history")
async def read_page_guidance_history(
    page: _Code, _: MayReadGuidanceHistory, ctx: Ctx, limit: Limit = 100, after: After = None
) -> Page[GuidanceVersion]:
    """Các bản hướng dẫn của một trang, mới nhất trước."""
    return await _history(ctx, domain.page_place(page), limit, after)


@router.get("/leaves/{set_code}/{item}")
async def read_leaf_guidance(set_code: _Code, item: _Code, actor: MayReadGuidance, ctx: Ctx, response: Response) -> GuidanceOut:
    """Hướng dẫn của một tiêu chí, theo mã bộ tiêu chí và mã tiêu chí."""
    return await _read(ctx, actor, domain.leaf_place(set_code, item), response)


@router.put("/leaves/{set_code}/{item}")
async def write_leaf_guidance(
    set_code: _Code, item: _Code, body: GuidanceIn, actor: MayWriteGuidance, ctx: Ctx, expected: ExpectedVersion, response: Response
) -> GuidanceOut:
    """Viết hướng dẫn của một tiêu chí; bản cũ vẫn được giữ."""
    return await _write(ctx, actor, domain.leaf_place(set_code, item), body, expected, response)


@router.get("/leaves/{set_code}/{item}/history")
async def read_leaf_guidance_history(
    set_code: _Code, item: _Code, _: MayReadGuidanceHistory, ctx: Ctx, limit: Limit = 100, after: After = None
) -> Page[GuidanceVersion]:
    """Các bản hướng dẫn của một tiêu chí, mới nhất trước."""
    return await _history(ctx, domain.leaf_place(set_code, item), limit, after)


async def _read(ctx: Service, actor: Actor, place: domain.Place, response: Response) -> GuidanceOut:
    async with ctx.snapshot() as tx:
        guidance = await store.load(tx, place)
    set_etag(response, guidance.version)
    return _out(actor, guidance)


async def _write(ctx: Service, actor: Actor, place: domain.Place, body: GuidanceIn, expected: int, response: Response) -> GuidanceOut:
    require_for_all(actor)
    try:
        said = domain.clean_words(body.text)
    except Refused as refused:
        raise as_invalid("identity", refused) from refused
    async with ctx.transaction() as tx:
        await store.begin_writing(tx, place)
        present = await store.load(tx, place)
        require_version(expected, present.version, _out(actor, present).model_dump(mode="json"))
        await store.save(tx, place, said, actor.account_id)
        guidance = await store.load(tx, place)
    set_etag(response, guidance.version)
    return _out(actor, guidance)


async def _history(ctx: Service, place: domain.Place, limit: int, after: str | None) -> Page[GuidanceVersion]:
    async with ctx.snapshot() as tx:
        found = await store.history(tx, place, before=after_number(after), limit=limit + 1)
    following = cursor_of(found[limit - 1]["version"]) if len(found) > limit else None
    return Page(items=[GuidanceVersion.model_validate(row) for row in found[:limit]], next=following)


def _out(actor: Actor, guidance: domain.Guidance) -> GuidanceOut:
    place = guidance.place
    return GuidanceOut(
        page=place.page,
        set_code=place.set_code,
        item=place.item,
        text=guidance.text,
        version=guidance.version,
        changed_by_name=guidance.changed_by_name,
        changed_at=guidance.changed_at,
        may_write=actor.kind == "management" and actor.only_for_unit is None,
    )
