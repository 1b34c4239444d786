"""The difference between two versions of a criteria set, as an amending decision needs it (scoring-rules.md section 2)."""

from dataclasses import dataclass, fields
from decimal import Decimal

from chamdiem_rules.score import is_possible_score
from chamdiem_rules.set_types import Adjustment, CriteriaSet, Leaf


@dataclass(frozen=True, slots=True)
class ItemChange:
    """One leaf or adjustment that stands in both versions and differs. `attributes` are field names such as `max_score`, `scoring`.

    `declared_anew`: its method or options changed, so a sheet goes back to its unit with this item named.
    """

    code: str
    attributes: tuple[str, ...]
    declared_anew: bool


@dataclass(frozen=True, slots=True)
class SetDifference:
    """Codes of items added and removed in the set's order, items changed, and what else of the set differs, by attribute name."""

    added: tuple[str, ...]
    removed: tuple[str, ...]
    changed: tuple[ItemChange, ...]
    attributes: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        """Whether the two versions say the same."""
        return not (self.added or self.removed or self.changed or self.attributes)

    @property
    def declared_anew(self) -> tuple[str, ...]:
        """Leaves for which a sheet goes back to its unit."""
        return tuple(change.code for change in self.changed if change.declared_anew)


def difference(old: CriteriaSet, new: CriteriaSet) -> SetDifference:
    """What `new` changes against `old`; items are the same where their codes are equal."""
    changed = []
    for code, item in new.items.items():
        before = old.items.get(code)
        if before is not None and before != item:
            changed.append(_item_change(before, item))
    return SetDifference(
        added=tuple(code for code in new.items if code not in old.items),
        removed=tuple(code for code in old.items if code not in new.items),
        changed=tuple(changed),
        attributes=tuple(
            field.name
            for field in fields(CriteriaSet)
            if field.name not in ("fields", "adjustments") and getattr(old, field.name) != getattr(new, field.name)
        )
        + (("fields",) if _outline(old) != _outline(new) else ()),
    )


def keeps_appraised_score(leaf: Leaf, score: Decimal) -> bool:
    """Whether an appraised score stays under the new version of its leaf; where not, it is removed and its appraisal reopened."""
    return not leaf.is_system and is_possible_score(leaf, score)


def _item_change(before: Leaf | Adjustment, after: Leaf | Adjustment) -> ItemChange:
    anew = _asked(before) != _asked(after)
    names = dict.fromkeys(field.name for item in (before, after) for field in fields(item))
    attributes = tuple(name for name in names if getattr(before, name, None) != getattr(after, name, None))
    return ItemChange(after.code, attributes, anew)


def _asked(item: Leaf | Adjustment) -> tuple[object, ...]:
    """What decides which value a unit declares: who enters it, the method, its options or levels with their limits."""
    if isinstance(item, Adjustment):
        return (item.auto_source,)
    leaf = item
    return leaf.scoring, leaf.auto_source, leaf.self_scored, leaf.not_applicable_allowed


def _outline(criteria_set: CriteriaSet) -> tuple[object, ...]:
    """Titles and maxima of the nodes above the leaves."""
    return tuple((f.code, f.title, f.max_score, tuple((c.code, c.title, c.max_score) for c in f.criteria)) for f in criteria_set.fields)
