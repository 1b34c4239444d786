"""One account of every kind and role, and of every lock, in any service."""

from typing import Any
from uuid import uuid4

import httpx
from tests.support.house import House, an_account
from tests.support.services import FIRST_ADMINISTRATOR

from chamdiem_contracts.appraisal import AppraisalSentV1
from chamdiem_contracts.ranking import CouncilSessionOpenedV1

Actor = tuple[str, tuple[str, ...], dict[str, Any]]
ACTORS: dict[str, Actor] = {
    "officer": ("data_entry", (), {"unit_code": "so-y-te"}),
    "head": ("data_entry", ("unit_approver",), {"unit_code": "so-y-te"}),
    "member": ("appraisal", (), {"appraiser_code": "STP"}),
    "lead": ("appraisal", ("appraisal_lead",), {"appraiser_code": "STP"}),
    "council_appraiser": ("appraisal", ("council_member",), {"appraiser_code": "STP"}),
    "manager": ("management", (), {}),
    "council_manager": ("management", ("council_member",), {}),
    "administrator": ("administration", (), {}),
    "support": ("support", (), {}),
    "client": ("client", (), {}),
}
LOCKED_LEAD = ("appraisal", ("appraisal_lead", "council_member"))


async def sign_in_all(house: House) -> dict[str, httpx.AsyncClient]:
    """A client of each actor."""
    await _begin(house)
    return {name: await _client(house, kind, roles, fields) for name, (kind, roles, fields) in ACTORS.items()}


async def sign_in_locked(house: House) -> httpx.AsyncClient:
    """A manager whose account an administrator has locked."""
    if house.service.spec.name != "identity":
        return await house.told(an_account("management", status="locked", locked_reason="Nghỉ việc"))
    await _begin(house)
    client = await _client(house, "management", (), {})
    answer = await _administrator(house).post(f"/accounts/{client.headers['X-Account']}/lock", json={"reason": "Nghỉ việc"})
    assert answer.status_code == 200, answer.text
    return client


async def sign_in_after_sending(house: House, scope: str, *, in_council: bool) -> httpx.AsyncClient:
    """A lead and council member whose agency has sent; `scope` is what the period's lock forbids."""
    kind, roles = LOCKED_LEAD
    if house.service.spec.name != "identity":
        return await house.told(an_account(kind, *roles, appraiser_code="SNV", appraisal_lock=scope, council_session_open=in_council))
    await _begin(house)
    agency = f"A{uuid4().hex[:6].upper()}"
    client = await _client(house, kind, roles, {"appraiser_code": agency})
    sent = {"version": 1, "appraisal_id": uuid4(), "period_id": uuid4(), "appraiser_code": agency, "round": 1, "last_round": 1}
    await house.tell(AppraisalSentV1.model_validate({**sent, "status": "sent", "open": False, "lock_scope": scope}))
    if in_council:
        await house.tell(CouncilSessionOpenedV1(version=1, session_id=uuid4(), period_id=uuid4(), open=True))
    return client


def _administrator(house: House) -> httpx.AsyncClient:
    return house._client({"Authorization": f"Bearer {house.issuer.token(FIRST_ADMINISTRATOR.sub)}"})


async def _begin(house: House) -> None:
    if house.service.spec.name == "identity":
        unit = {"code": "so-y-te", "name": "Sở Y tế", "unit_type": "department", "ranking_group": "department"}
        assert (await _administrator(house).post("/units", json=unit)).status_code in {201, 409}


async def _client(house: House, kind: str, roles: tuple[str, ...], fields: dict[str, Any]) -> httpx.AsyncClient:
    """Identity knows accounts by granting them, the others by being told."""
    if house.service.spec.name != "identity":
        return await house.told(an_account(kind, *roles, **fields))
    person = f"p{uuid4().hex}"
    body = {"username": person, "sub": person, "holder_name": "Nguyễn Thị Kiểm", "kind": kind, "roles": [{"role": r} for r in roles]}
    answer = await _administrator(house).post("/accounts", json={**body, **fields})
    assert answer.status_code == 201, answer.text
    return house._client({"Authorization": f"Bearer {house.issuer.token(person)}", "X-Account": answer.json()["id"]})
