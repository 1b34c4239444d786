"""A registered, changed or retired unit as it is told."""

from chamdiem_contracts.identity import UnitChangedV1
from chamdiem_identity.unit.domain import Unit


def changed(unit: Unit) -> UnitChangedV1:
    """The unit's whole present state."""
    return UnitChangedV1(
        version=unit.version,
        code=unit.code,
        name=unit.name,
        unit_type=unit.unit_type,
        ranking_group=unit.ranking_group,
        parent_code=unit.parent_code,
        valid_from=unit.valid_from,
        valid_to=unit.valid_to,
        predecessors=unit.predecessors,
        successor_code=unit.successor_code,
    )
