"""The unit's figure and the agency's side by side, as texts. Pure."""

from dataclasses import dataclass
from decimal import Decimal

from chamdiem_rules.criteria_set import Adjustment, Leaf
from chamdiem_rules.methods import Choice, PercentLevels, Ratio, YesNo


@dataclass(frozen=True)
class Figures:
    """What stands at an item: the unit's side and the agency's, each None where nothing was given."""

    kind: str
    self_score: Decimal | None
    is_claim: bool
    claimed_count: int | None
    score: Decimal | None
    not_applicable: bool
    count: int | None
    reason: str = ""

    @property
    def is_answered(self) -> bool:
        """Whether the agency gave anything."""
        return self.score is not None or self.not_applicable or self.count is not None

    @property
    def difference(self) -> Decimal | None:
        """The agency's figure less the unit's, in points or times; None while one of the two has none."""
        if self.kind == "adjustment":
            return None if self.count is None else Decimal(self.count - (self.claimed_count or 0))
        if self.score is None or self.is_claim or self.self_score is None:
            return None
        return self.score - self.self_score

    @property
    def differs(self) -> bool:
        """Whether the agency gave something else than the unit holds; a refused claim is something else (Điều 10.2)."""
        return bool(self.difference) or (self.is_claim and self.score is not None)

    @property
    def reason_due(self) -> bool:
        """Whether what stands lacks the reason it must have."""
        return self.differs and not self.reason.strip()


def declared_text(
    rule: Leaf | Adjustment | None, *, option: str | None, numerator: str | None, denominator: str | None, count: int | None
) -> str:
    """The declared value in words; '' where the unit declared nothing."""
    if not isinstance(rule, Leaf):
        return "" if count is None else f"{count} {rule.unit if rule else ''}".strip()
    scoring = rule.scoring
    if option is not None:
        return next((o.label for o in scoring.options if o.id == option), option) if isinstance(scoring, YesNo | Choice) else option
    if numerator is not None or denominator is not None:
        return f"{numerator or '…'}/{denominator}" if denominator is not None else f"{numerator}"
    if count is not None:
        return f"{count} {getattr(scoring, 'unit', '')}".strip()
    return ""


def labels_of(rule: Leaf | Adjustment | None) -> tuple[str, str]:
    """What numerator and denominator count, in the set's words."""
    scoring = rule.scoring if isinstance(rule, Leaf) else None
    return (scoring.numerator_label, scoring.denominator_label) if isinstance(scoring, PercentLevels | Ratio) else ("", "")
