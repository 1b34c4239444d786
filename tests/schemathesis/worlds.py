"""A service with something in it, and the ids by which its operations reach that."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import httpx
from services.assessment.tests.sheets import UNIT, Desk
from services.assessment.tests.world import FORMS, World
from tests.rights.actors import ACTORS, sign_in_all
from tests.support.databases import Databases
from tests.support.house import House, an_account
from tests.support.issuer import Issuer
from tests.support.services import open_service

from chamdiem_contracts import event_types
from chamdiem_contracts.asyncapi import example_of
from chamdiem_kit.settings import ObjectStoreSettings

Known = dict[str, str]
Clients = dict[str, httpx.AsyncClient]


@asynccontextmanager
async def inhabited(
    name: str, databases: Databases, issuer: Issuer, store: ObjectStoreSettings
) -> AsyncIterator[tuple[House, Clients, Known]]:
    """The running service, a client of every actor, and the path parameters that name what is there."""
    async with open_service(name, databases, issuer, store) as house:
        make = {"identity": _identity, "assessment": _assessment, "gateway": _gateway}.get(name, _told_of_everything)
        clients, known = await make(house)
        yield house, clients, known


async def _gateway(house: House) -> tuple[Clients, Known]:
    return {}, {}


async def _identity(house: House) -> tuple[Clients, Known]:
    clients = await sign_in_all(house)
    # Nobody acts by this account, so that it may be locked and ended.
    body = {"username": "nguoi-khac", "sub": "nguoi-khac", "holder_name": "Lê Văn Khác", "kind": "data_entry", "unit_code": "so-y-te"}
    other = await clients["administrator"].post("/accounts", json=body)
    return clients, {"code": "so-y-te", "account_id": other.json()["id"]}


async def _assessment(house: House) -> tuple[Clients, Known]:
    world = await World.begin(house)
    desk = await Desk.begin(world)
    await desk.fill()
    clients = await _accounts(house, unit_code=UNIT)
    asked = FORMS.replace('title: "Phiếu một"', 'title: "Phiếu một"\n    respondent_group: CIVIL_SERVANT')
    forms = await world.forms(asked)
    body = {"survey_forms_id": forms, "period_ids": [desk.period_id]}
    campaign = (await world.manager.post("/survey-campaigns", json=body)).json()["id"]
    links = {"form": "F1", "unit_codes": [UNIT], "count": 2}
    made = (await world.manager.post(f"/survey-campaigns/{campaign}/links", json=links)).json()
    period = (await world.manager.get(f"/periods/{desk.period_id}")).json()
    return clients, {
        "period_id": desk.period_id,
        "sheet_id": desk.sheet_id,
        "criteria_set_id": period["criteria_sets"][0]["criteria_set_id"],
        "survey_forms_id": forms,
        "campaign_id": campaign,
        "batch_id": made["batches"][0]["id"],
        "form": "F1",
        "item": "1.2.1",
        "round": "1",
        "unit_code": UNIT,
        "file_format": "docx",
    }


async def _told_of_everything(house: House) -> tuple[Clients, Known]:
    examples = {type_: cls.model_validate(example_of(type_)) for type_, cls in event_types().items()}
    await house.tell(*(event for type_, event in examples.items() if type_ != "ranking.result.published.v1"))
    clients = await _accounts(house, unit_code="so-y-te")
    appraised = example_of("appraisal.appraised_sheet.changed.v1")
    known = {
        "period_id": appraised["period_id"],
        "sheet_id": appraised["sheet_id"],
        "session_id": example_of("ranking.council_session.opened.v1")["session_id"],
        "item": "2.1",
        "group": "department",
        "sha256": example_of("assessment.self_assessment.sent.v1")["answers"][0]["evidence"][0]["sha256"],
        "file_format": "docx",
    }
    if house.service.spec.name == "appraisal":
        (row,) = await house.rows("SELECT id FROM appraisal WHERE appraiser_code = 'STP'")
        known["appraisal_id"] = str(row["id"])
    return clients, known


async def _accounts(house: House, **of_unit: Any) -> Clients:
    """The actors, those of a unit belonging to the one that is there."""
    clients = {}
    for name, (kind, roles, fields) in ACTORS.items():
        clients[name] = await house.told(an_account(kind, *roles, **{**fields, **(of_unit if "unit_code" in fields else {})}))
    return clients
