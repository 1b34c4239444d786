"""A head of a unit who has the sheet changed, approves, attaches the signed report, sends and recalls, again and again."""

from collections import Counter
from collections.abc import Mapping

from tests.faults.people import Person
from tests.faults.saving import Saver
from tests.support.state import connected


class Sender:
    """`receipts` are those of the acknowledged sends, in order; after `step` the sheet is sent."""

    def __init__(self, head: Person, saver: Saver, signed_report: str) -> None:
        self.head, self.saver, self.signed_report = head, saver, signed_report
        self.sheet_id = saver.sheet_id
        self.receipts: list[tuple[int, str, str]] = []
        self.recalls = 0

    @property
    def acknowledged(self) -> int:
        """How many sends."""
        return len(self.receipts)

    async def step(self) -> None:
        """Recall what was sent, change it and send it again."""
        if self.receipts:
            await self._recall()
        await self.saver.step()
        await self._approve()
        await self._send()

    async def check(self) -> None:
        """The receipt of the last send is there, and the sheet was moved exactly as often as it was acknowledged."""
        place = self._place("")
        receipt = await self.head.get(f"{place}/receipt")
        assert _of(receipt) == self.receipts[-1]
        acts = Counter(change["act"] for change in (await self.head.get(f"{place}/history"))["items"])
        assert (acts["sent"], acts["recalled"], acts["approved"]) == (len(self.receipts), self.recalls, len(self.receipts)), acts
        await self.saver.check()

    async def check_told(self, databases: Mapping[str, str]) -> None:
        """Every acknowledged send was kept and told once, and the others know the last."""
        numbers = [number for _, number, _ in self.receipts]
        async with connected(databases["assessment"]) as database:
            kept = await database.fetch("SELECT receipt_number FROM sent_snapshot WHERE sheet_id = $1 ORDER BY version", self.sheet_id)
            assert [row["receipt_number"] for row in kept] == numbers
            told = await database.fetch(
                "SELECT data::json->>'receipt_number' AS number FROM outbox WHERE type = 'assessment.self_assessment.sent.v1'"
                " AND data::json->>'sheet_id' = $1 ORDER BY seq",
                self.sheet_id,
            )
            assert len(told) == len(numbers)
        version = self.receipts[-1][0]
        for service in ("appraisal", "ranking"):
            async with connected(databases[service]) as database:
                known = await database.fetchrow(
                    "SELECT version, sent_at IS NOT NULL AS is_sent FROM known_self_assessment WHERE sheet_id = $1", self.sheet_id
                )
            assert known is not None and (known["version"], known["is_sent"]) == (version, True), (service, known)

    async def _recall(self) -> None:
        answer = await self.head.ask("POST", self._place("/recall"), json={"reason": "Sửa số liệu"})
        assert answer.done or (answer.again and answer.problem == "assessment/not-sent"), answer
        self.recalls += 1

    async def _approve(self) -> None:
        seen = (await self.head.ask("POST", self._place("/report"))).ok()["fingerprint"]
        answer = await self.head.ask("POST", self._place("/approve"), json={"fingerprint": seen})
        assert answer.done or (answer.again and answer.problem == "assessment/already-approved"), answer
        (await self.head.ask("PUT", self._place("/signed-report"), json={"evidence_id": self.signed_report})).ok()

    async def _send(self) -> None:
        answer = await self.head.ask("POST", self._place("/send"))
        if not answer.done:
            assert answer.again and answer.problem == "assessment/already-sent", answer
        receipt = answer.body if answer.done else await self.head.get(self._place("/receipt"))
        assert not self.receipts or receipt["version"] > self.receipts[-1][0], (receipt, self.receipts[-1])
        self.receipts.append(_of(receipt))

    def _place(self, rest: str) -> str:
        return f"/assessment/sheets/{self.sheet_id}{rest}"


def _of(receipt: Mapping[str, object]) -> tuple[int, str, str]:
    return int(str(receipt["version"])), str(receipt["receipt_number"]), str(receipt["fingerprint"])
