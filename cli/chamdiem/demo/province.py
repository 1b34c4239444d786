"""The example province: made on a fresh data folder over the public HTTP API, found again on the next start."""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import aiohttp

from chamdiem.cycle.api import IN_FLIGHT, Api
from chamdiem.cycle.people import Person
from chamdiem.cycle.progress import Progress
from chamdiem.cycle.sessions import ProviderAddress, Sessions
from chamdiem.demo.calendar import Calendar
from chamdiem.demo.documents import SOURCES, Documents
from chamdiem.demo.earlier_years import bring_in
from chamdiem.demo.last_year import play_last_year
from chamdiem.demo.opening import draft_next_set, publish_documents
from chamdiem.demo.people import Company, Shown, company_of, shown_people
from chamdiem.demo.registering import register
from chamdiem.demo.scene import Scene
from chamdiem.demo.this_year import begin_this_year, plan_next_year, rehearse
from chamdiem.embedded.demo_accounts import keep_demo_passwords
from chamdiem.embedded.platform import Platform
from chamdiem_rules.instants import VIETNAM
from chamdiem_rules.set_types import Program

NAME = "Tỉnh Thanh Hóa"
MARK = "demo-province.json"
EVIDENCE = SOURCES / "examples" / "cycle-small" / "evidence"
_FILES = ("Báo cáo số 2 (đã ký).pdf", "Phụ lục số liệu.xlsx", "Tờ trình, kèm dự thảo.docx", "Ảnh hiện trường.JPG")
_SIGNED = "Báo cáo số 1 (đã ký).pdf"
TITLES = {
    "province_people": "Đăng ký đơn vị, cấp tài khoản",
    "province_documents": "Ban hành bộ tiêu chí và phiếu khảo sát",
    "province_earlier": "Nhập kết quả đã công bố của các năm trước",
    "province_this_year": "Mở các kỳ năm nay: kê khai, gửi, thẩm định",
    "province_last_year": "Chấm điểm năm trước đến phiên họp Hội đồng",
}


@dataclass(frozen=True)
class Province:
    """The province as people meet it. `passwords` of everybody by user name, `shown` are those to sign in as."""

    year: int
    passwords: dict[str, str]
    shown: Sequence[Shown]


def clear_unfinished(folder: Path) -> None:
    """Take away a province that was begun here and never finished; a folder of anything else stays as it is."""
    mark = folder / MARK
    if mark.is_file() and '"begun"' in mark.read_text("utf-8"):
        shutil.rmtree(folder)


async def ensure_province(platform: Platform, progress: Progress | None = None) -> Province:
    """The province on this platform; made where its data folder has none yet."""
    kept = platform.folder.read_json(MARK)
    if kept.get("state") != "complete":
        platform.folder.write_json(MARK, {"state": "begun"})
        kept = await _make(platform, progress or Progress(titles=TITLES))
        keep_demo_passwords(platform.folder, kept["passwords"])
        platform.folder.write_json(MARK, kept)
    passwords = {platform.administrator.username: platform.administrator.password, **kept["passwords"]}
    first = Shown(platform.administrator.username, "quản trị", "đơn vị, tài khoản, đồng hồ kỳ diễn tập, nhật ký")
    return Province(kept["year"], passwords, (first, *shown_people(kept["year"])))


async def _make(platform: Platform, progress: Progress) -> dict[str, Any]:
    connector = aiohttp.TCPConnector(limit=IN_FLIGHT * 2)
    async with aiohttp.ClientSession(
        connector=connector, timeout=aiohttp.ClientTimeout(total=300), cookie_jar=aiohttp.DummyCookieJar()
    ) as http:
        scene = _scene(platform, http, connector)
        year = scene.calendar.year
        with progress.stage("province_people"):
            await register(scene)
        with progress.stage("province_documents"):
            await publish_documents(scene)
            await draft_next_set(scene)
        with progress.stage("province_earlier"):
            for past in (year - 3, year - 2):
                await bring_in(scene, Program.PAR_INDEX, past)
            for past in (year - 2, year - 1):
                await bring_in(scene, Program.TASK_COMPLETION, past)
        with progress.stage("province_this_year"):
            await begin_this_year(scene)
        with progress.stage("province_last_year"):
            await play_last_year(scene)
            await plan_next_year(scene)
            await rehearse(scene)
    return {"state": "complete", "year": year, "passwords": {name: person.password for name, person in scene.company.by_name.items()}}


def _scene(platform: Platform, http: aiohttp.ClientSession, connector: aiohttp.BaseConnector) -> Scene:
    parts, first = platform.parts, platform.administrator
    administrator = Person(first.username, first.holder_name, "administration", password=first.password, next_password="")
    documents = Documents()
    provider = ProviderAddress(parts.issuer, parts.cli_client_id, parts.cli_redirect_uri)
    company: Company = company_of(documents.units, administrator)
    return Scene(
        api=Api(http, platform.url, Sessions(provider, connector)),
        company=company,
        documents=documents,
        calendar=Calendar(datetime.now(UTC).astimezone(VIETNAM)),
        files={name: (EVIDENCE / name).read_bytes() for name in _FILES},
        signed_report=(EVIDENCE / _SIGNED).read_bytes(),
    )
