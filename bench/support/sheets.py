"""Open sheets of as many leaves as wanted, made by the service's own operations, with an officer and a head each."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from uuid import UUID

import orjson
from pydantic import SecretStr
from services.assessment.tests.world import World, a_unit, ok
from tests.support.house import House, an_account
from tests.support.issuer import Issuer

from chamdiem_assessment.app import create_service
from chamdiem_contracts.identity import AccountChangedV1
from chamdiem_kit.bus.in_process import InProcessBus
from chamdiem_kit.settings import ServiceSettings

_OPTIONS = [{"id": "co", "label": "Có", "score": "0.5"}, {"id": "khong", "label": "Không", "score": "0"}]


@dataclass(frozen=True)
class OpenSheet:
    """One unit's sheet. The dictionaries are the headers of its people."""

    id: str
    unit_code: str
    period_id: str
    head_id: UUID
    officer: dict[str, str]
    head: dict[str, str]


def items_of(leaves: int) -> list[str]:
    """The codes of a set of that many leaves."""
    return [f"1.1.{n}" for n in range(1, leaves + 1)]


def a_set_of(leaves: int, *, appraiser: str = "SNV") -> str:
    """A set of half a point a leaf: every other one a ratio, the rest yes or no; one agency appraises them all."""
    total = str(Decimal(leaves) / 2)
    kept = {"appraiser": appraiser, "self_scored": True, "not_applicable_allowed": False, "max_score": "0.5"}
    nodes = [
        {
            **kept,
            "code": code,
            "title": f"Tiêu chí thành phần {code}",
            "scoring": {"method": "yes_no", "options": _OPTIONS} if n % 2 else {"method": "ratio", "zero_denominator": "zero"},
        }
        for n, code in enumerate(items_of(leaves), 1)
    ]
    criterion = {"code": "1.1", "title": "Nhóm", "max_score": total, "sub_criteria": nodes}
    return json.dumps(
        {
            "schema_version": 1,
            "criteria_set": {
                "code": f"DO-{leaves}",
                "program": "par_index",
                "title": "Bộ tiêu chí để đo",
                "unit_types": ["department"],
                "max_score": total,
                "appraised_max": total,
                "survey_max": 0,
                "score_decimals": 2,
                "appraisers": {
                    "SNV": {"unit": "so-noi-vu", "title": "Sở Nội vụ"},
                    "STC": {"unit": "so-tai-chinh", "title": "Sở Tài chính"},
                },
                "fields": [{"code": "1", "title": "Lĩnh vực", "max_score": total, "criteria": [criterion]}],
                "grades": [{"code": "A", "title": "Tốt", "min_percent": 80}, {"code": "D", "title": "Yếu", "min_percent": 0}],
            },
        },
        ensure_ascii=False,
    )


def an_answer(number: int, *, turn: int = 0) -> dict[str, Any]:
    """A good answer to the leaf of that number (from 1)."""
    explanation = f"Theo báo cáo số {number}/BC-SNV, lần {turn}"
    if number % 2:
        return {"option": "co", "explanation": explanation}
    return {"numerator": str(1 + turn % 9), "denominator": "10", "explanation": explanation}


def whole_sheet(leaves: int) -> bytes:
    """The body that saves every leaf."""
    return orjson.dumps({"lines": [{"item": code, **an_answer(n)} for n, code in enumerate(items_of(leaves), 1)]})


async def open_sheets(database_url: str, issuer: Issuer, *, units: int, leaves: int, begun: bool = True) -> list[OpenSheet]:
    """A period with one sheet a unit; with `begun` each has its first answer."""
    settings = ServiceSettings(service="assessment", profile="embedded", database_url=SecretStr(database_url), oidc_issuer=issuer.url)
    service = create_service(settings, InProcessBus())
    async with service.running():
        house = House(service, issuer)
        world = await World.begin(house)
        codes = [f"don-vi-{n}" for n in range(units)]
        await house.tell(*(a_unit(code) for code in codes))
        document = {"document": a_set_of(leaves), "media_type": "json"}
        draft = ok(await world.manager.post("/criteria-sets", json=document), 201)
        decision = {"decision": {"number": "1/QĐ-UBND", "issued_on": "2021-11-30"}}
        ok(await world.manager.post(f"/criteria-sets/{draft['id']}/publish", json=decision))
        period_id = await world.opened(draft["id"])
        listed = ok(await world.manager.get(f"/periods/{period_id}"))["sheets"]
        people = {
            code: (an_account("data_entry", unit_code=code), an_account("data_entry", "unit_approver", unit_code=code)) for code in codes
        }
        await house.tell(*(account for both in people.values() for account in both))
        opened = list(_opened(issuer, period_id, {s["unit_code"]: s["sheet_id"] for s in listed}, people))
        for sheet in opened if begun else ():
            officer = house.as_(people[sheet.unit_code][0])
            lines = {"lines": [{"item": items_of(1)[0], **an_answer(1)}]}
            assert ok(await officer.patch(f"/sheets/{sheet.id}/items", json=lines))["refused"] == []
        await house.close()
    return opened


def _opened(
    issuer: Issuer, period_id: str, sheets: dict[str, str], people: dict[str, tuple[AccountChangedV1, AccountChangedV1]]
) -> Iterator[OpenSheet]:
    for code, (officer, head) in people.items():
        yield OpenSheet(sheets[code], code, period_id, head.account_id, _headers(issuer, officer), _headers(issuer, head))


def _headers(issuer: Issuer, account: AccountChangedV1) -> dict[str, str]:
    token = issuer.token(account.sub, lifetime_s=3600)
    return {"Authorization": f"Bearer {token}", "X-Account": str(account.account_id)}
