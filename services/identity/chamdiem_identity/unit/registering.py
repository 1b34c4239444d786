"""Registering units, one or many at once: judged on what is loaded, kept in a handful of statements."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_identity.unit import domain, events, store
from chamdiem_kit import outbox
from chamdiem_kit.errors import DomainError
from chamdiem_kit.refusals import as_invalid
from chamdiem_rules.refusal import Refused
from chamdiem_rules.text import is_storable, nfc


async def register_all(
    tx: AsyncConnection, asked: Sequence[domain.Unit], by: UUID
) -> tuple[list[domain.Unit], list[tuple[int, DomainError]]]:
    """Register every good line, refuse every bad one; a later line may stand below an earlier one."""
    await store.begin_writing(tx)
    named = {nfc(c) for line in asked for c in (line.code, line.parent_code) if c and is_storable(c)}
    above = await store.parents(tx, named)
    taken = set(above)
    good: list[domain.Unit] = []
    refused: list[tuple[int, DomainError]] = []
    for index, line in enumerate(asked):
        try:
            unit = checked(line, above)
            if unit.code in taken:
                raise domain.UnitCodeTaken("Hãy dùng mã khác; đơn vị đầu tiên có mã này được giữ.")
        except DomainError as fault:
            refused.append((index, fault))
            continue
        taken.add(unit.code)
        above[unit.code] = unit.parent_code
        good.append(unit)
    if good:
        await store.add(tx, good, by)
        await outbox.add_all(tx, [events.changed(u) for u in good])
    return good, refused


def checked(unit: domain.Unit, above: Mapping[str, str | None]) -> domain.Unit:
    """The unit as it is kept. Raises what `domain.check_unit` raises, a `Refused` as the `Invalid` of this service."""
    try:
        return domain.check_unit(unit, above)
    except Refused as refused:
        raise as_invalid("identity", refused) from refused
