"""The picture of a period's assignment: what deviates from the set's own agency, what nobody scores, what two members share. Pure."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from chamdiem_appraisal.assignment.domain import MemberLine
from chamdiem_rules.criteria_set import CriteriaSet, Leaf

_LEAD = "appraisal_lead"


class Person(Protocol):
    """What an account of the agency says of itself."""

    @property
    def status(self) -> str: ...

    @property
    def kind(self) -> str: ...

    @property
    def appraiser_code(self) -> str | None: ...

    def roles_at(self, now: datetime) -> Collection[str]: ...


@dataclass(frozen=True)
class Sheet:
    """A sheet of the picture."""

    sheet_id: UUID
    set_code: str
    unit_code: str
    unit_name: str


@dataclass(frozen=True)
class Column:
    """One leaf, adjustment or manual knock-out of a set; `appraiser_code` is the set's own agency, None for what the system scores."""

    code: str
    title: str
    kind: str
    field: str
    appraiser_code: str | None


@dataclass(frozen=True)
class Row:
    """One sheet: the items another agency scores than the set says, and those that nobody scores."""

    sheet: Sheet
    replaced: tuple[tuple[str, str], ...]
    gaps: tuple[str, ...]


@dataclass(frozen=True)
class Sharing:
    """One agency: its work and its people. `doubles` count items given to two members or more, `unshared` those given to none of them."""

    appraiser_code: str
    items: int
    leads: int
    members: int
    doubles: int
    unshared: int


def columns_of(criteria_set: CriteriaSet) -> tuple[Column, ...]:
    """Leaves, adjustments and manual knock-outs in the set's order."""
    items = [
        Column(code, item.title, "leaf" if isinstance(item, Leaf) else "adjustment", getattr(item, "field_code", ""), item.appraiser)
        for code, item in criteria_set.items.items()
    ]
    return (*items, *(Column(k.code, k.title, "knock_out", "", k.appraiser) for k in criteria_set.knock_outs if k.is_manual))


def row_of(sheet: Sheet, columns: Sequence[Column], assigned: Mapping[str, str]) -> Row:
    """A sheet's row; `assigned` has the agency of each of its items."""
    due = [c for c in columns if c.appraiser_code is not None]
    replaced = tuple((c.code, assigned[c.code]) for c in due if c.code in assigned and assigned[c.code] != c.appraiser_code)
    return Row(sheet, replaced, tuple(c.code for c in due if c.code not in assigned))


def sharing_of(
    agency: str, items: Iterable[tuple[UUID, str]], lines: Sequence[MemberLine], people: Sequence[Person], now: datetime
) -> Sharing:
    """An agency's sharing out; without lines everybody may score everything, so nothing is double and nothing unshared."""
    own = list(items)
    active = [p for p in people if p.status == "active" and p.appraiser_code == agency and p.kind == "appraisal"]
    leads = sum(_LEAD in p.roles_at(now) for p in active)
    takers: Counter[tuple[UUID, str]] = Counter()
    for account_id in dict.fromkeys(line.account_id for line in lines):
        mine = [line for line in lines if line.account_id == account_id]
        takers.update(key for key in own if any(_takes(line, *key) for line in mine))
    shared = bool(lines)
    return Sharing(
        appraiser_code=agency,
        items=len(own),
        leads=leads,
        members=len(active) - leads,
        doubles=sum(count > 1 for count in takers.values()),
        unshared=sum(takers[key] == 0 for key in own) if shared else 0,
    )


def _takes(line: MemberLine, sheet_id: UUID, item: str) -> bool:
    return (line.sheets is None or sheet_id in line.sheets) and (line.items is None or item in line.items)
