"""An officer who uploads one piece of evidence after another, straight into the object store."""

import asyncio
import hashlib
from dataclasses import dataclass
from uuid import uuid4

import httpx
from services.assessment.tests.sheets import PDF
from tests.faults.people import PATIENCE_S, Person
from tests.support.eventually import eventually


@dataclass(frozen=True)
class Filed:
    """A file that was accepted."""

    id: str
    name: str
    content: bytes


class Filer:
    """Every file differs from every other."""

    def __init__(self, person: Person, period_id: str) -> None:
        self.person, self.period_id = person, period_id
        self.filed: list[Filed] = []

    @property
    def acknowledged(self) -> int:
        """How many files were accepted."""
        return len(self.filed)

    async def step(self) -> None:
        """Announce a file, upload it, say so, and wait until it is accepted."""
        number = len(self.filed) + 1
        name = f"Kế hoạch {self.person.name} {number}.pdf"
        content = PDF + f"% {uuid4()}\n".encode() * 200
        asked = {"period_id": self.period_id, "name": name, "size_bytes": len(content)}
        answer = await self.person.ask("POST", "/assessment/evidence", json=asked, headers={"Idempotency-Key": uuid4().hex})
        announced = answer.ok()
        await self._upload(announced["upload"]["url"], announced["upload"]["headers"], content)
        place = f"/assessment/evidence/{announced['id']}"
        (await self.person.ask("POST", f"{place}/uploaded", params={"wait_s": 5})).ok()

        async def judged() -> bool:
            found = await self.person.get(place)
            assert found["status"] in ("waiting", "accepted"), found
            return bool(found["status"] == "accepted")

        await eventually(judged, within_s=PATIENCE_S)
        self.filed.append(Filed(announced["id"], name, content))

    async def check(self) -> None:
        """Every accepted file is listed once, and what one gets is what was given."""
        listed: list[dict[str, object]] = []
        after: dict[str, str] = {}
        while True:
            page = await self.person.get("/assessment/evidence", period_id=self.period_id, limit=100, **after)
            listed += page["items"]
            if not page["next"]:
                break
            after = {"after": page["next"]}
        mine = [line["id"] for line in listed if line["name"] in {file.name for file in self.filed}]
        assert sorted(map(str, mine)) == sorted(file.id for file in self.filed)
        async with httpx.AsyncClient(timeout=30) as browser:
            for file in self.filed:
                link = (await self.person.get(f"/assessment/evidence/{file.id}/link"))["url"]
                got = await browser.get(link)
                assert got.is_success, got.text
                assert hashlib.sha256(got.content).digest() == hashlib.sha256(file.content).digest(), file.name

    async def _upload(self, url: str, headers: dict[str, str], content: bytes) -> None:
        async with asyncio.timeout(PATIENCE_S), httpx.AsyncClient(timeout=20) as browser:
            while True:
                try:
                    answer = await browser.put(url, headers=headers, content=content)
                except (httpx.TransportError, OSError):
                    self.person.incidents.put_off["upload"] += 1
                else:
                    if answer.is_success:
                        return
                    assert answer.status_code >= 500, answer.text
                    self.person.incidents.put_off[f"upload {answer.status_code}"] += 1
                await asyncio.sleep(0.2)
