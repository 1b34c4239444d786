"""The published results of earlier years, as a province brings in what it decided on paper."""

import hashlib
import random
from decimal import Decimal
from typing import Any

from chamdiem.demo.documents import Unit
from chamdiem.demo.scene import Scene
from chamdiem_rules.set_types import CriteriaSet, Program

# The ranges of published rankings (mean, best and worst index in percent) and the numbers of decisions.
_RANGES = {"department": (76.5, 91.0), "district": (80.0, 92.5), "service_unit": (72.0, 95.0)}
_DECISIONS = {Program.PAR_INDEX: ("600", "02-06"), Program.TASK_COMPLETION: ("464", "02-08")}
_FULL = Decimal(100)
_CENT = Decimal("0.01")


async def bring_in(scene: Scene, program: Program, year: int) -> None:
    """The ranking of one program and year."""
    number, day = _DECISIONS[program]
    told = f"Quyết định {number}/QĐ-UBND năm {year + 1}"
    sets = scene.documents.sets_of(program)
    body = {
        "program": program.value,
        "year": year,
        "decision": {
            "number": f"{number}/QĐ-UBND",
            "issued_on": f"{year + 1}-{day}",
            "file_sha256": hashlib.sha256(told.encode()).hexdigest(),
        },
        "fields": [{"code": field.code, "title": field.title} for field in sets[0].fields] if program is Program.PAR_INDEX else [],
        "lines": [line for criteria in sets for line in _ranked(scene, criteria, year)],
    }
    await scene.api.post(scene.company.manager, "/ranking/imports", body)


def _ranked(scene: Scene, criteria: CriteriaSet, year: int) -> list[dict[str, Any]]:
    units = [unit for unit in scene.documents.units if unit.unit_type in criteria.unit_types]
    scores = {unit: _score(unit, criteria, year) for unit in units}
    ordered = sorted(units, key=lambda unit: -scores[unit])
    return [_line(criteria, unit, rank, scores[unit], year) for rank, unit in enumerate(ordered, 1)]


def _score(unit: Unit, criteria: CriteriaSet, year: int) -> Decimal:
    """A unit's own level, a little up or down from year to year."""
    lowest, highest = _RANGES[unit.unit_type]
    own = random.Random(f"{unit.code}/{criteria.program}").uniform(lowest + 2, highest - 2)  # noqa: S311
    drawn = own + random.Random(f"{unit.code}/{criteria.program}/{year}").uniform(-2, 2)  # noqa: S311
    return Decimal(str(drawn)).quantize(_CENT)


def _line(criteria: CriteriaSet, unit: Unit, rank: int, score: Decimal, year: int) -> dict[str, Any]:
    line: dict[str, Any] = {
        "unit_code": unit.code,
        "unit_name": unit.name,
        "ranking_group": unit.unit_type,
        "rank": str(rank),
        "final_score": f"{score:f}",
        "applicable_max": "100",
        "index_percent": f"{score:f}",
        "level": next(level.title for level in criteria.levels if score >= level.min_percent),
    }
    if criteria.program is Program.PAR_INDEX:
        line["field_totals"] = _by_field(criteria, unit, score, year)
    return line


def _by_field(criteria: CriteriaSet, unit: Unit, score: Decimal, year: int) -> dict[str, str]:
    """The score, shared among the fields so that their sum is exact and none has more than its maximum."""
    chance = random.Random(f"{unit.code}/{year}/fields")  # noqa: S311
    lost = {field.code: Decimal(0) for field in criteria.fields}
    left = _FULL - score
    while left > 0:
        field = chance.choice(criteria.fields)
        part = min(left, Decimal("0.5"), field.max_score - lost[field.code])
        lost[field.code] += part
        left -= part
    return {field.code: f"{field.max_score - lost[field.code]:f}" for field in criteria.fields}
