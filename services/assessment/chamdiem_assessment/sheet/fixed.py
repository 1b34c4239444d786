"""What never changes of an open period's sheet, its unit and its set, kept in the process so that the hot operations need not ask."""

from uuid import UUID

from chamdiem_assessment.criteria_set import store as sets
from chamdiem_kit.db import Database
from chamdiem_rules.set_types import CriteriaSet

_MOST_SHEETS, _MOST_SETS = 20_000, 256
_SHEET = "SELECT unit_code, criteria_set_id FROM period_sheet WHERE sheet_id = $1"
_sheets: dict[UUID, tuple[str, UUID]] = {}
_sets: dict[UUID, CriteriaSet] = {}


async def set_of_own_sheet(database: Database, sheet_id: UUID, own_unit: str | None) -> CriteriaSet | None:
    """The set of a sheet of the own unit; None for another's and for one that is not there."""
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
    return await published_set(database, criteria_set_id) if unit_code == own_unit else None


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
