"""Which agency appraises an item of a unit, with nobody on the own unit's sheet (scoring-rules.md section 4)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from chamdiem_rules.fault import Fault
from chamdiem_rules.set_types import Appraiser, CriteriaSet


@dataclass(frozen=True, slots=True)
class ConflictRule:
    """A period's `conflict_appraiser`: whether an agency is kept from its own unit's sheet, and who replaces it there."""

    enabled: bool = False
    replacements: Mapping[str, str] = field(default_factory=dict)


def appraiser_of(criteria_set: CriteriaSet, item: str, unit_code: str, conflict: ConflictRule) -> str | None:
    """The agency that appraises the leaf or adjustment `item` of that unit; None for a system's item. `KeyError` for an unknown item.

    Where the conflict rule is on and names no replacement it is None too: `conflict_faults` has refused such a period.
    """
    agency = criteria_set.items[item].appraiser
    return None if agency is None else _or_replacement(criteria_set, agency, unit_code, conflict)


def knock_out_appraiser_of(criteria_set: CriteriaSet, code: str, unit_code: str, conflict: ConflictRule) -> str | None:
    """The agency that confirms a manual knock-out for that unit; None for one that the system judges. `KeyError` for an unknown one."""
    knock_out = criteria_set.knock_out(code)
    if knock_out is None:
        raise KeyError(code)
    return _or_replacement(criteria_set, knock_out.appraiser, unit_code, conflict) if knock_out.is_manual else None


def appraisers_of_sheet(criteria_set: CriteriaSet, unit_code: str, conflict: ConflictRule) -> dict[str, tuple[str, ...]]:
    """Agency → its leaves and adjustments on that unit's sheet, in the set's order."""
    assigned: dict[str, list[str]] = {}
    for code in criteria_set.items:
        agency = appraiser_of(criteria_set, code, unit_code, conflict)
        if agency is not None:
            assigned.setdefault(agency, []).append(code)
    return {agency: tuple(codes) for agency, codes in assigned.items()}


def conflict_faults(sheets: Iterable[tuple[CriteriaSet, str]], conflict: ConflictRule) -> tuple[Fault, ...]:
    """Why the replacements refuse a period: for each appraiser with an item or manual knock-out on its own unit's sheet, one that is
    missing, unknown to every set, or of the same unit. `sheets` are all pairs of set and unit code of the period.
    """
    if not conflict.enabled:
        return ()
    pairs = list(sheets)
    known: dict[str, Appraiser] = {}
    for criteria_set in {id(s): s for s, _ in pairs}.values():
        known.update(criteria_set.appraisers)
    faults: dict[Fault, None] = {}
    for criteria_set, unit_code in pairs:
        for agency in sorted(_appraising(criteria_set)):
            own = criteria_set.appraisers.get(agency)
            if own is None or own.unit_code != unit_code:
                continue
            message = _fault_of(agency, unit_code, conflict.replacements.get(agency), known)
            if message:
                faults[Fault(f"conflict_appraiser.replacements.{agency}", message)] = None
    return tuple(faults)


def _appraising(criteria_set: CriteriaSet) -> set[str]:
    agencies = {item.appraiser for item in criteria_set.items.values() if item.appraiser is not None}
    return agencies | {k.appraiser for k in criteria_set.knock_outs if k.is_manual}


def _fault_of(agency: str, unit_code: str, replacement: str | None, known: Mapping[str, Appraiser]) -> str:
    if replacement is None:
        return f"cơ quan {agency} thẩm định tiêu chí trên phiếu của chính đơn vị {unit_code} nhưng chưa có cơ quan thẩm định thay."
    if replacement not in known:
        return f"cơ quan thẩm định thay {replacement} không có trong bộ tiêu chí nào của kỳ."
    if known[replacement].unit_code == unit_code:
        return f"cơ quan thẩm định thay {replacement} cũng thuộc chính đơn vị {unit_code}; hãy chọn cơ quan khác."
    return ""


def _or_replacement(criteria_set: CriteriaSet, agency: str, unit_code: str, conflict: ConflictRule) -> str | None:
    own = criteria_set.appraisers.get(agency)
    if conflict.enabled and own is not None and own.unit_code == unit_code:
        return conflict.replacements.get(agency)
    return agency
