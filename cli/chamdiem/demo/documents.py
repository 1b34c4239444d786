"""What the province of the demonstration is made from: the units, criteria sets and survey forms of `data/`."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from chamdiem_rules.criteria_set import read_criteria_set
from chamdiem_rules.document import load_yaml
from chamdiem_rules.set_types import CriteriaSet, Program
from chamdiem_rules.survey_forms import read_survey_forms
from chamdiem_rules.survey_types import SurveyForms

SOURCES = Path(__file__).resolve().parents[3]
DATA = SOURCES / "data"
# As many as make every list worth filtering and let the demonstration begin soon.
_DISTRICTS, _SERVICE_UNITS = 12, 6


@dataclass(frozen=True)
class Unit:
    """A unit as `data/units.yaml` names it; `appraiser` is the code of the agency that it is."""

    code: str
    name: str
    unit_type: str
    abbreviation: str
    appraiser: str


@dataclass(frozen=True)
class SetDocument:
    """A criteria set: its text to hand in, and what it says."""

    text: str
    criteria: CriteriaSet


class Documents:
    """Read when first wanted."""

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """All departments, and some districts and service units."""
        read: dict[str, Any] = load_yaml((DATA / "units.yaml").read_text("utf-8"))  # type: ignore[assignment]
        groups = (
            ("department", read["departments"]),
            ("district", read["districts"][:_DISTRICTS] + [d for d in read["districts"] if d["code"] == "huyen-tho-xuan"]),
            ("service_unit", read["service_units"][:_SERVICE_UNITS]),
        )
        found = {
            str(unit["code"]): Unit(
                str(unit["code"]), str(unit["name"]), kind, str(unit.get("abbreviation", "UBND")), str(unit.get("appraiser", ""))
            )
            for kind, units in groups
            for unit in units
        }
        return tuple(found.values())

    @cached_property
    def forms_text(self) -> str:
        return (DATA / "survey-forms.yaml").read_text("utf-8")

    @cached_property
    def forms(self) -> SurveyForms:
        return read_survey_forms(load_yaml(self.forms_text))

    @cached_property
    def sets(self) -> dict[str, SetDocument]:
        """By code of the set."""
        found = {}
        for path in sorted((DATA / "criteria").glob("*.yaml")):
            text = path.read_text("utf-8")
            criteria = read_criteria_set(load_yaml(text), self.forms)
            found[criteria.code] = SetDocument(text, criteria)
        return found

    def sets_of(self, program: Program, *unit_types: str) -> list[CriteriaSet]:
        """Of one program, those of these unit types; without any, all."""
        wanted = set(unit_types)
        return [
            d.criteria for d in self.sets.values() if d.criteria.program is program and (not wanted or wanted & set(d.criteria.unit_types))
        ]
