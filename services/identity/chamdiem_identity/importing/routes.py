"""HTTP operations that take units and accounts from a spreadsheet (Điều 8): tried first, with every fault at its cell."""

from asyncio import to_thread
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from chamdiem_identity.access import MayGrantAccounts, MayWriteUnits
from chamdiem_identity.account import store as accounts
from chamdiem_identity.granting.granting import Asked, Granted, grant_all
from chamdiem_identity.importing import domain
from chamdiem_identity.provider.reconciling import carry_out_now
from chamdiem_identity.unit.registering import register_all
from chamdiem_kit.app import Ctx, service_router
from chamdiem_kit.errors import DomainError
from chamdiem_kit.idempotency import RetryProtection
from chamdiem_kit.refusals import as_invalid
from chamdiem_kit.spreadsheet import Row, Table, decoded, read_table
from chamdiem_rules.refusal import Refused

router = service_router("identity", tags=["imports"])

_LONGEST_FILE = 3 * 1024 * 1024
"""Base64 characters: about 2 MB of file, more than a thousand lines need."""
_Line = TypeVar("_Line")


class FileIn(BaseModel):
    """`content` is the XLSX or CSV file as base64. With `dry_run` nothing is kept."""

    model_config = ConfigDict(extra="forbid")

    content: str = Field(max_length=_LONGEST_FILE)
    dry_run: bool


class CellFault(BaseModel):
    """`cell` is the place as the spreadsheet shows it (`C5`, or the line `5`)."""

    row: int
    column: str
    cell: str
    detail: str


class UnitsImported(BaseModel):
    """A file with a fault is not kept in part: `saved` is then 0."""

    rows: int
    saved: int
    faults: list[CellFault]


class AccountImported(BaseModel):
    row: int
    id: UUID
    username: str
    holder_name: str
    unit_code: str | None
    appraiser_code: str | None
    initial_password: str | None = Field(default=None, repr=False)


class AccountsImported(UnitsImported):
    """`initial_password` is shown once; null where the person had one, or the identity provider has not answered yet."""

    accounts: list[AccountImported]


@router.post("/units/import")
async def import_units(body: FileIn, actor: MayWriteUnits, ctx: Ctx, retry: RetryProtection) -> UnitsImported:
    """Tạo đơn vị từ tệp XLSX hoặc CSV; chạy thử thì chỉ nêu lỗi theo ô. Tệp có lỗi thì không ghi dòng nào."""
    table = await _read(body, domain.UNIT_COLUMNS, domain.UNIT_NEEDED)
    units, faults = _lines(table, domain.unit_of)
    async with ctx.transaction() as tx:
        earlier = None if body.dry_run else await retry.earlier_answer(tx, actor.account_id)
        if earlier is not None:
            return UnitsImported.model_validate(earlier)
        trial = await tx.begin_nested()
        _, refused = await register_all(tx, [unit for _, unit in units], actor.account_id)
        faults = _sorted([*faults, *(_fault(table, units[index][0], fault, "code") for index, fault in refused)])
        await (trial.rollback() if faults or body.dry_run else trial.commit())
        saved = 0 if faults or body.dry_run else len(units)
        answer = UnitsImported(rows=len(table.rows), saved=saved, faults=faults)
        if not body.dry_run:
            await retry.keep(tx, actor.account_id, answer.model_dump(mode="json"))
    return answer


@router.post("/accounts/import")
async def import_accounts(body: FileIn, actor: MayGrantAccounts, ctx: Ctx, retry: RetryProtection) -> AccountsImported:
    """Cấp tài khoản từ tệp XLSX hoặc CSV; chạy thử thì chỉ nêu lỗi theo ô. Tệp có lỗi thì không cấp tài khoản nào."""
    table = await _read(body, domain.ACCOUNT_COLUMNS, domain.ACCOUNT_NEEDED)
    grants, faults = _lines(table, domain.grant_of)
    async with ctx.transaction() as tx:
        earlier = None if body.dry_run else await retry.earlier_answer(tx, actor.account_id)
        if earlier is not None:
            known = await accounts.by_ids(tx, [UUID(id_) for _, id_ in earlier["accounts"]])
            shown = [_shown(row, known[UUID(id_)], None) for row, id_ in earlier["accounts"]]
            return AccountsImported(rows=len(table.rows), saved=len(shown), faults=earlier["faults"], accounts=shown)
        trial = await tx.begin_nested()
        granted, refused = await grant_all(tx, [Asked(grant) for _, grant in grants], set(), actor.account_id)
        faults = _sorted([*faults, *(_fault(table, grants[index][0], fault, "username") for index, fault in refused)])
        if faults or body.dry_run:
            await trial.rollback()
            granted = []
        else:
            await trial.commit()
        if not body.dry_run:
            kept = [[grants[g.index][0].number, str(g.account.id)] for g in granted]
            await retry.keep(tx, actor.account_id, {"accounts": kept, "faults": [f.model_dump() for f in faults]})
    lines, taken = await _made(ctx, table, grants, granted)
    return AccountsImported(rows=len(table.rows), saved=len(lines), faults=_sorted([*faults, *taken]), accounts=lines)


async def _made(
    ctx: Any, table: Table, grants: Sequence[tuple[Row, Any]], granted: Sequence[Granted]
) -> tuple[list[AccountImported], list[CellFault]]:
    """Those whose person the provider has made, or will; and the names that it gave to others."""
    tasks = [g.task_id for g in granted if g.task_id is not None]
    outcomes = await carry_out_now(ctx, tasks) if tasks else {}
    lines: list[AccountImported] = []
    taken: list[CellFault] = []
    for one in granted:
        row, outcome = grants[one.index][0], outcomes.get(one.task_id or 0)
        if outcome is not None and outcome.refusal is not None:
            taken.append(CellFault(row=row.number, column="username", cell=table.place(row, "username"), detail=outcome.refusal))
        else:
            lines.append(_shown(row.number, one.account, one.password if outcome is not None else None))
    return lines, taken


def _shown(row: int, account: Any, password: str | None) -> AccountImported:
    return AccountImported(
        row=row,
        id=account.id,
        username=account.username,
        holder_name=account.holder_name,
        unit_code=account.unit_code,
        appraiser_code=account.appraiser_code,
        initial_password=password,
    )


async def _read(body: FileIn, columns: Mapping[str, Sequence[str]], needed: Sequence[str]) -> Table:
    return await to_thread(read_table, decoded(body.content), columns, needed)


def _lines(table: Table, read: Callable[[Mapping[str, str]], _Line]) -> tuple[list[tuple[Row, _Line]], list[CellFault]]:
    lines: list[tuple[Row, _Line]] = []
    faults: list[CellFault] = []
    for row in table.rows:
        try:
            lines.append((row, read(row.cells)))
        except Refused as refused:
            faults.append(_fault(table, row, as_invalid("identity", refused), ""))
    return lines, faults


def _fault(table: Table, row: Row, fault: DomainError, column: str) -> CellFault:
    if fault.errors:
        column = fault.errors[0].pointer.lstrip("/")
    said = fault.detail.startswith(fault.problem_title)
    detail = fault.detail if said else f"{fault.problem_title}. {fault.detail}"
    return CellFault(row=row.number, column=column, cell=table.place(row, column), detail=detail)


def _sorted(faults: Sequence[CellFault]) -> list[CellFault]:
    return sorted(faults, key=lambda f: (f.row, f.column))
