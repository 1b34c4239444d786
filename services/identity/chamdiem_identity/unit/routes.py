"""HTTP operations on units and their types."""

from dataclasses import replace
from datetime import date
from typing import Annotated, Any

from fastapi import Path, Query, Response
from pydantic import BaseModel, ConfigDict, Field

from chamdiem_identity.access import MayReadUnits, MayWriteUnits
from chamdiem_identity.unit import domain, events, store
from chamdiem_identity.unit.registering import checked, register_all
from chamdiem_kit import outbox
from chamdiem_kit.app import Ctx, service_router
from chamdiem_kit.etag import ExpectedVersion, require_version, set_etag
from chamdiem_kit.idempotency import RetryProtection
from chamdiem_kit.paging import After, Limit, Page, cursor_of, key_of
from chamdiem_kit.refusals import as_invalid, refused_line
from chamdiem_kit.word_search import Words
from chamdiem_rules.refusal import Refused
from chamdiem_rules.text import clean_text, is_storable, nfc
from chamdiem_rules.unit_texts import clean_code

router = service_router("identity", tags=["units"])

_MAX_LINES = 1000
Code = Annotated[str, Path(max_length=400)]
_Filter = Annotated[str | None, Query(max_length=400, pattern=r"^[^\x00]*$")]


class UnitTypeIn(BaseModel):
    model_config = ConfigDict(extra="forbid")

    title: str = Field(max_length=500)
    level: str = Field(default="", max_length=100)


class UnitTypeOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    code: str
    title: str
    level: str
    version: int


class UnitChange(BaseModel):
    model_config = ConfigDict(extra="forbid")

    name: str
    unit_type: str
    ranking_group: str
    parent_code: str | None = None
    valid_from: date | None = None
    valid_to: date | None = None


class UnitIn(UnitChange):
    code: str


class UnitOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    code: str
    name: str
    unit_type: str
    ranking_group: str
    parent_code: str | None
    valid_from: date | None
    valid_to: date | None
    predecessors: list[str]
    successor_code: str | None
    version: int


class Retirement(BaseModel):
    model_config = ConfigDict(extra="forbid")

    valid_to: date


class UnitLines(BaseModel):
    model_config = ConfigDict(extra="forbid")

    lines: list[UnitIn] = Field(max_length=_MAX_LINES)


class BatchOut(BaseModel):
    saved: int
    refused: list[dict[str, Any]]


@router.put("/unit-types/{code}")
async def save_unit_type(code: Code, body: UnitTypeIn, actor: MayWriteUnits, ctx: Ctx) -> UnitTypeOut:
    """Tạo hoặc sửa loại hình đơn vị."""
    try:
        kept, title, level = clean_code(code, "code"), clean_text(body.title, "title"), clean_text(body.level, "level")
    except Refused as refused:
        raise as_invalid("identity", refused) from refused
    async with ctx.transaction() as tx:
        saved = await store.save_type(tx, kept, title, level, actor.account_id)
    return UnitTypeOut.model_validate(saved)


@router.get("/unit-types")
async def list_unit_types(_: MayReadUnits, ctx: Ctx) -> list[UnitTypeOut]:
    """Danh sách loại hình đơn vị."""
    async with ctx.snapshot() as tx:
        return [UnitTypeOut.model_validate(t) for t in await store.types(tx)]


@router.post("/units", status_code=201)
async def register_unit(body: UnitIn, actor: MayWriteUnits, ctx: Ctx, retry: RetryProtection, response: Response) -> UnitOut:
    """Tạo đơn vị; loại hình chưa có thì được tạo theo mã."""
    async with ctx.transaction() as tx:
        earlier = await retry.earlier_answer(tx, actor.account_id)
        if earlier is None:
            await store.begin_writing(tx)
            above = await store.parents(tx, [nfc(body.parent_code)] if body.parent_code and is_storable(body.parent_code) else [])
            unit = _checked(body, above)
            if unit.code in await store.known_codes(tx, [unit.code]):
                raise domain.UnitCodeTaken("Hãy dùng mã khác, hoặc sửa đơn vị đang có mã này.")
            await store.add(tx, [unit], actor.account_id)
            await outbox.add(tx, events.changed(unit))
            earlier = UnitOut.model_validate(unit).model_dump(mode="json")
            await retry.keep(tx, actor.account_id, earlier)
    answer = UnitOut.model_validate(earlier)
    set_etag(response, answer.version)
    return answer


@router.patch("/units")
async def register_units(body: UnitLines, actor: MayWriteUnits, ctx: Ctx, retry: RetryProtection) -> BatchOut:
    """Tạo nhiều đơn vị một lần; dòng sai bị từ chối, các dòng đúng vẫn được ghi."""
    async with ctx.transaction() as tx:
        earlier = await retry.earlier_answer(tx, actor.account_id)
        if earlier is not None:
            return BatchOut.model_validate(earlier)
        asked = [domain.Unit(**line.model_dump()) for line in body.lines]
        good, faults = await register_all(tx, asked, actor.account_id)
        refused = [refused_line(index, fault, "" if fault.errors else "code") for index, fault in faults]
        answer = BatchOut(saved=len(good), refused=refused)
        await retry.keep(tx, actor.account_id, answer.model_dump(mode="json"))
    return answer


@router.get("/units")
async def list_units(
    _: MayReadUnits,
    ctx: Ctx,
    limit: Limit = 100,
    after: After = None,
    unit_type: _Filter = None,
    ranking_group: _Filter = None,
    over: Annotated[bool | None, Query(description="Chỉ đơn vị đã qua ngày cuối (true), hoặc chưa (false)")] = None,
    words: Words = None,
) -> Page[UnitOut]:
    """Danh sách đơn vị theo thứ tự tên tiếng Việt; `words` tìm trong tên và mã, có dấu hoặc không dấu."""
    key = key_of(after, (str,))[0] if after else None
    async with ctx.snapshot() as tx:
        filters = {"unit_type": unit_type, "ranking_group": ranking_group, "over": over}
        found = await store.page(tx, filters, words, after=key, limit=limit + 1)
    following = cursor_of(found[limit - 1].code) if len(found) > limit else None
    return Page(items=[UnitOut.model_validate(u) for u in found[:limit]], next=following)


@router.get("/units/{code}")
async def read_unit(code: Code, _: MayReadUnits, ctx: Ctx, response: Response) -> UnitOut:
    """Một đơn vị."""
    async with ctx.snapshot() as tx:
        unit = await store.load(tx, _known(code))
    set_etag(response, unit.version)
    return UnitOut.model_validate(unit)


@router.put("/units/{code}")
async def change_unit(
    code: Code, body: UnitChange, actor: MayWriteUnits, ctx: Ctx, expected: ExpectedVersion, response: Response
) -> UnitOut:
    """Sửa đơn vị; các kỳ đã mở giữ tên và nhóm của năm đó."""
    async with ctx.transaction() as tx:
        await store.begin_writing(tx)
        present = await store.load_to_change(tx, _known(code))
        require_version(expected, present.version, UnitOut.model_validate(present).model_dump(mode="json"))
        above = await store.parents(tx, [nfc(body.parent_code)] if body.parent_code and is_storable(body.parent_code) else [])
        unit = _checked(body, above, code=present.code, version=present.version + 1)
        unit = replace(unit, predecessors=present.predecessors, successor_code=present.successor_code)
        await store.change(tx, unit, "changed", actor.account_id)
        await outbox.add(tx, events.changed(unit))
    set_etag(response, unit.version)
    return UnitOut.model_validate(unit)


@router.post("/units/{code}/retire")
async def retire_unit(
    code: Code, body: Retirement, actor: MayWriteUnits, ctx: Ctx, expected: ExpectedVersion, response: Response
) -> UnitOut:
    """Ghi ngày cuối cùng của đơn vị; lịch sử của đơn vị vẫn được giữ."""
    async with ctx.transaction() as tx:
        await store.begin_writing(tx)
        present = await store.load_to_change(tx, _known(code))
        require_version(expected, present.version, UnitOut.model_validate(present).model_dump(mode="json"))
        unit = domain.retire(present, body.valid_to)
        await store.change(tx, unit, "retired", actor.account_id)
        await outbox.add(tx, events.changed(unit))
    set_etag(response, unit.version)
    return UnitOut.model_validate(unit)


def _known(code: str) -> str:
    if "\0" in code:
        raise domain.UnitNotFound("Hãy kiểm tra lại mã đơn vị.")
    return nfc(code)


def _checked(body: UnitChange, above: dict[str, str | None], *, code: str | None = None, version: int = 1) -> domain.Unit:
    fields = body.model_dump()
    if code is not None:
        fields["code"] = code
    return checked(domain.Unit(**fields, version=version), above)
