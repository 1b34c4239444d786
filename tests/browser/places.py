"""Where in the example province each screen has something to show: addresses of pages by who looks at them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import httpx

from chamdiem.demo.province import Province
from chamdiem.embedded.platform import Platform
from chamdiem.sign_in.code_flow import sign_in


@dataclass(frozen=True)
class Places:
    """Ids of what the province has. `sheets` by program and unit of this year, `appraisals` of task completion by agency.

    `campaign`: this year's survey of the PAR index; `survey_link`: the path of a link nobody has answered by yet.
    """

    periods: Mapping[str, str]
    sheets: Mapping[tuple[str, str], str]
    appraisals: Mapping[str, str]
    criteria_set: str
    last_sheet: str
    published: str
    fingerprint: str
    campaign: str
    survey_link: str


async def find_places(platform: Platform, province: Province) -> Places:
    """Asked as the manager."""
    parts, manager = platform.parts, "lanh-dao-so-noi-vu"
    tokens = await sign_in(parts.issuer, parts.cli_client_id, parts.cli_redirect_uri, manager, province.passwords[manager])
    headers = {"Authorization": f"Bearer {tokens.access_token}"}
    async with httpx.AsyncClient(base_url=f"{platform.url}/api", headers=headers, timeout=30) as api:

        async def listed(path: str, **params: Any) -> list[dict[str, Any]]:
            answer = await api.get(path, params={"limit": 200, **params})
            assert answer.is_success, answer.text
            found: list[dict[str, Any]] = answer.json()["items"]
            return found

        year, periods = province.year, {}
        for period in await listed("/assessment/periods"):
            name = "rehearsal" if period["rehearsal"] else f"{period['program']}/{period['year'] - year:+d}"
            periods[name] = period["id"]
        sheets = {}
        for program in ("par_index", "task_completion"):
            for sheet in await listed(f"/assessment/periods/{periods[f'{program}/+0']}/sheets"):
                sheets[program, sheet["unit_code"]] = sheet["sheet_id"]
        last = await listed(f"/assessment/periods/{periods['par_index/-1']}/sheets")
        appraisals = await listed("/appraisal/appraisals", period_id=periods["task_completion/+0"])
        sets = await listed("/assessment/criteria-sets")
        published = await listed("/ranking/published")
        campaign = next(c["id"] for c in await listed("/assessment/survey-campaigns") if c["period_ids"] == [periods["par_index/+0"]])
        wanted = {"form": "KS-ND", "unit_codes": ["so-y-te"], "count": 1}
        made = await api.post(f"/assessment/survey-campaigns/{campaign}/links", json=wanted)
        assert made.is_success, made.text
    return Places(
        periods=periods,
        sheets=sheets,
        appraisals={appraisal["appraiser_code"]: appraisal["id"] for appraisal in appraisals},
        criteria_set=next(s["id"] for s in sets if s["code"] == "PAR-SO-2021" and s["status"] == "published"),
        last_sheet=next(sheet["sheet_id"] for sheet in last if sheet["unit_code"] == "so-y-te"),
        published=published[0]["period_id"],
        fingerprint=published[0]["fingerprint"],
        campaign=campaign,
        survey_link="/khao-sat#" + made.json()["links"][0]["address"].partition("#")[2],
    )
