"""Who plays a cycle: one real person with one account for every part."""

import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from chamdiem.cycle.plan import CyclePlan
from chamdiem_identity.provider.domain import new_password
from chamdiem_rules.set_types import HOME_AFFAIRS


@dataclass
class Person:
    """One person with one account. `account_id` is given when the account is granted, empty for who has only one anyway.

    `next_password` is what the person chooses where the provider wants the given one changed; '' for who changes none here.
    """

    username: str
    holder_name: str
    kind: str
    roles: tuple[str, ...] = ()
    unit_code: str | None = None
    appraiser_code: str | None = None
    only_for_unit: str | None = None
    password: str = field(default_factory=lambda: secrets.token_urlsafe(15), repr=False)
    next_password: str = field(default_factory=new_password, repr=False)
    account_id: str = ""


@dataclass
class Cast:
    """Everybody. `officers` and `heads` by unit, `leads` by agency. `own_unit_manager` acts for Home Affairs' own unit, where it is one."""

    administrator: Person
    manager: Person
    own_unit_manager: Person | None
    officers: dict[str, Person]
    heads: dict[str, Person]
    leads: dict[str, Person]

    def manager_of(self, unit_code: str) -> Person:
        """The manager who may decide about that unit: nobody manages for the own unit."""
        own = self.own_unit_manager
        return own if own is not None and own.only_for_unit == unit_code else self.manager

    @property
    def to_grant(self) -> Iterator[Person]:
        """All whose accounts the administrator makes."""
        yield self.manager
        if self.own_unit_manager is not None:
            yield self.own_unit_manager
        yield from self.officers.values()
        yield from self.heads.values()
        yield from self.leads.values()


def cast_of(plan: CyclePlan, units: Sequence[str], administrator: Person) -> Cast:
    """Everybody a plan needs for its registered units."""
    agencies = _agencies(plan)
    registered = set(units)
    home = agencies.get(HOME_AFFAIRS)
    home_unit = home if home in registered else None
    typed = {unit_type for planned in plan.sets for unit_type in planned.criteria.unit_types}
    assessed = [unit.code for unit in plan.units if unit.code in registered and unit.unit_type in typed]
    return Cast(
        administrator=administrator,
        manager=Person("lanh-dao-so-noi-vu", "Lãnh đạo Sở Nội vụ", "management", unit_code=home_unit),
        own_unit_manager=_own_unit_manager(plan, home_unit, agencies, registered),
        officers={
            code: Person(f"nhap-lieu-{n:05}", f"Cán bộ nhập liệu {n}", "data_entry", unit_code=code) for n, code in enumerate(assessed, 1)
        },
        heads={
            code: Person(f"thu-truong-{n:05}", f"Người đứng đầu {n}", "data_entry", ("unit_approver",), unit_code=code)
            for n, code in enumerate(assessed, 1)
        },
        leads={
            agency: Person(
                f"dau-moi-{n:03}",
                f"Đầu mối thẩm định {n}",
                "appraisal",
                ("appraisal_lead",),
                unit_code=unit if unit in registered else None,
                appraiser_code=agency,
            )
            for n, (agency, unit) in enumerate(agencies.items(), 1)
        },
    )


def _own_unit_manager(plan: CyclePlan, home_unit: str | None, agencies: dict[str, str | None], registered: set[str]) -> Person | None:
    """The manager at the agency that replaces Home Affairs on its own unit's sheet (rights.md, "Who")."""
    if home_unit is None:
        return None
    at = agencies.get(plan.conflict.replacements.get(HOME_AFFAIRS, ""))
    unit_code = at if at in registered and at != home_unit else None
    return Person("quan-ly-thay", "Quản lý thay cho Sở Nội vụ", "management", unit_code=unit_code, only_for_unit=home_unit)


def _agencies(plan: CyclePlan) -> dict[str, str | None]:
    """Code of each agency that may have to appraise or confirm → the unit it is, by code."""
    found: dict[str, str | None] = {}
    for planned in plan.sets:
        found |= {code: appraiser.unit_code for code, appraiser in planned.criteria.appraisers.items()}
        for knock_out in planned.criteria.knock_outs:
            if knock_out.is_manual:
                found.setdefault(knock_out.appraiser, None)
    return dict(sorted(found.items()))
