"""A sheet's unit and set, kept in the process so that the hot operations need not ask.

The unit never changes. An amending decision changes the set: whoever writes by what stands here binds the statement to `HeldSet.id`, and
forgets it where the statement finds another.
"""

from dataclasses import dataclass
from uuid import UUID

from chamdiem_assessment.criteria_set import store as sets
from chamdiem_kit.db import Database
from chamdiem_rules.set_types import CriteriaSet

_MOST_SHEETS, _MOST_SETS = 20_000, 256
_SHEET = "SELECT unit_code, criteria_set_id FROM period_sheet WHERE sheet_id = $1"
_sheets: dict[UUID, tuple[str, UUID]] = {}
_sets: dict[UUID, CriteriaSet] = {}


@dataclass(frozen=True, slots=True)
class HeldSet:
    """The version of the set by which a sheet's values were judged last."""

    id: UUID
    criteria_set: CriteriaSet


async def set_of_own_sheet(database: Database, sheet_id: UUID, own_unit: str | None, seen: UUID | None) -> HeldSet | None:
    """The set of a sheet of the own unit; None for another's, for one that is not there, and where `seen` is another version of the set."""
    found = _sheets.get(sheet_id)
    if found is None:
        async with database.driver() as connection:
            row = await connection.fetchrow(_SHEET, sheet_id)
        if row is None:
            return None
        if len(_sheets) >= _MOST_SHEETS:
            _sheets.clear()
        found = _sheets[sheet_id] = (row["unit_code"], row["criteria_set_id"])
    unit_code, criteria_set_id = found
    if unit_code != own_unit:
        return None
    if seen not in (None, criteria_set_id):
        forget_sheet(sheet_id)  # which of the two is the older one, only the database knows
        return None
    return HeldSet(criteria_set_id, await published_set(database, criteria_set_id))


def forget_sheet(sheet_id: UUID) -> None:
    """Ask anew for the sheet's set the next time."""
    _sheets.pop(sheet_id, None)


async def published_set(database: Database, criteria_set_id: UUID) -> CriteriaSet:
    """A published version. Raises `DocumentNotFound`."""
    found = _sets.get(criteria_set_id)
    if found is None:
        async with database.transaction() as tx:
            found = await sets.load_published(tx, criteria_set_id)
        if len(_sets) >= _MOST_SETS:
            _sets.clear()
        _sets[criteria_set_id] = found
    return found
