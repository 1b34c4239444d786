"""Who plays: one person a part, and nobody in a place where the rights would forbid the part."""

from pathlib import Path

from chamdiem.cycle.folder import read_folder
from chamdiem.cycle.people import Cast, Person, cast_of

HOME_UNIT = "so-noi-vu"


def cast(folder: Path, *, without: str = "") -> Cast:
    plan = read_folder(folder).plan
    units = [unit.code for unit in plan.units if unit.code != without]
    return cast_of(plan, units, Person("quan-tri", "Quản trị", "administration"))


def test_everybody_is_a_person_of_their_own(examples: Path) -> None:
    everybody = list(cast(examples / "cycle-small").to_grant)
    assert len({person.username for person in everybody}) == len(everybody)
    assert len({person.password for person in everybody}) == len(everybody)


def test_every_assessed_unit_has_an_officer_and_a_head_who_approves(examples: Path) -> None:
    people = cast(examples / "cycle-small")
    assert people.officers.keys() == people.heads.keys() and len(people.officers) == 27
    assert all(head.roles == ("unit_approver",) for head in people.heads.values())
    assert all(officer.roles == () for officer in people.officers.values())


def test_home_affairs_own_unit_is_managed_from_the_agency_that_replaces_it(examples: Path) -> None:
    people = cast(examples / "cycle-incomplete")
    own = people.manager_of(HOME_UNIT)
    assert own is not people.manager and own.only_for_unit == HOME_UNIT and own.unit_code != HOME_UNIT
    assert people.manager.unit_code == HOME_UNIT and people.manager_of("huyen-vinh-loc") is people.manager


def test_without_home_affairs_among_the_units_one_manager_manages_all(examples: Path) -> None:
    people = cast(examples / "cycle-incomplete", without=HOME_UNIT)
    assert people.own_unit_manager is None and people.manager.unit_code is None


def test_a_lead_belongs_to_the_agency_s_unit_only_where_that_is_registered(examples: Path) -> None:
    with_unit, without = cast(examples / "cycle-incomplete"), cast(examples / "cycle-incomplete", without=HOME_UNIT)
    assert (with_unit.leads["SNV"].unit_code, without.leads["SNV"].unit_code) == (HOME_UNIT, None)
    assert all(lead.roles == ("appraisal_lead",) and lead.appraiser_code == agency for agency, lead in with_unit.leads.items())
