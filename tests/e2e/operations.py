"""Everything that may be asked about one unit's sheet in a period, each with ids that exist and a body that is good."""

from collections.abc import Iterator
from typing import Any, NamedTuple

import httpx
from tests.e2e.period_world import KINDS, SECRETS, UNIT, PeriodWorld
from tests.rights.matrix import MATRIX

UNIT_ITSELF = frozenset({"officer", "head"})
NOBODY: frozenset[str] = frozenset()
MANAGERS = frozenset({"manager", "own_manager"})


class Operation(NamedTuple):
    """`row` in the matrix of rights; `exists_for` are those of its row for whom the thing may exist in some phase."""

    service: str
    row: str
    path: str
    body: Any
    if_match: str | None
    exists_for: frozenset[str]
    not_found: str

    @property
    def method(self) -> str:
        return self.row.split()[0]

    async def ask(self, client: httpx.AsyncClient) -> httpx.Response:
        """Ask as `client`."""
        headers = {"If-Match": self.if_match} if self.if_match else {}
        body = {} if self.body is None else {"json": self.body}
        return await client.request(self.method, self.path, headers=headers, **body)

    def refusal(self, who: str) -> tuple[int, str]:
        """What a person for whom it does not exist, or who may not ask, is told."""
        if who == "anonymous":
            return 401, "access/unauthenticated"
        if who == "locked":
            return 403, "access/account-locked"
        if KINDS[who] not in MATRIX[self.service][self.row]:
            return 403, "access/not-permitted"
        return 404, self.not_found


def operations_on(world: PeriodWorld) -> Iterator[Operation]:
    """All of them, on the unit's own sheet."""
    yield from _of_assessment(world)
    yield from _of_appraisal(world)
    yield from _of_ranking(world)


def _of_assessment(world: PeriodWorld) -> Iterator[Operation]:
    sheet, missing = "assessment/sheet-not-found", UNIT_ITSELF | MANAGERS
    evidence = world.evidence.get(UNIT, {}).get("id", "00000000-0000-7000-8000-000000000000")
    line = {"option": "khong", "explanation": "Người lạ"}
    reason = {"reason": "Người lạ"}

    def on(row: str, body: Any = None, *, exists_for: frozenset[str] = UNIT_ITSELF, if_match: str | None = None) -> Operation:
        method, path = row.split()
        filled = path.format(item="1.1", sheet_id=world.sheets[UNIT], file_format="pdf", round=1)
        return Operation("assessment", f"{method} {path}", f"/assessment{filled}", body, if_match, exists_for, sheet)

    yield on("GET /sheets/{sheet_id}", exists_for=missing)
    yield on("GET /sheets/{sheet_id}/missing", exists_for=missing)
    yield on("GET /sheets/{sheet_id}/history", exists_for=missing)
    yield on("GET /sheets/{sheet_id}/items/{item}/history", exists_for=missing)
    yield on("GET /sheets/{sheet_id}/report.{file_format}", exists_for=missing)
    yield on("GET /sheets/{sheet_id}/receipt", exists_for=missing)
    yield on("PUT /sheets/{sheet_id}/items/{item}", line, if_match='"1"')
    yield on("PATCH /sheets/{sheet_id}/items", {"lines": [{"item": "1.1", **line}]})
    yield on("POST /sheets/{sheet_id}/submit")
    yield on("POST /sheets/{sheet_id}/report")
    yield on("POST /sheets/{sheet_id}/return", reason)
    yield on("POST /sheets/{sheet_id}/approve", {"fingerprint": "a" * 64})
    yield on("POST /sheets/{sheet_id}/void-approval", reason)
    yield on("PUT /sheets/{sheet_id}/signed-report", {"evidence_id": evidence})
    yield on("POST /sheets/{sheet_id}/send")
    yield on("POST /sheets/{sheet_id}/recall", reason)
    yield on("GET /sheets/{sheet_id}/clarifications", exists_for=missing)
    yield on("PUT /sheets/{sheet_id}/clarifications/{round}/{item}", {"text": "Người lạ"}, if_match='"0"')
    yield on("POST /sheets/{sheet_id}/clarifications/send")
    for row, exists_for in (
        ("GET /evidence/{evidence_id}", missing),
        ("GET /evidence/{evidence_id}/link", missing),
        ("POST /evidence/{evidence_id}/uploaded", UNIT_ITSELF),
    ):
        path = f"/assessment{row.split()[1].format(evidence_id=evidence)}"
        yield Operation("assessment", row, path, None, None, exists_for, "assessment/evidence-not-found")


def _of_appraisal(world: PeriodWorld) -> Iterator[Operation]:
    agency = frozenset({"snv_lead", "snv_member"})
    whole = agency | {"stc_lead", "council"} | MANAGERS | UNIT_ITSELF
    sheet_id, sha256 = world.sheets[UNIT], world.evidence.get(UNIT, {}).get("sha256", "0" * 64)
    line = {"sheet_id": sheet_id, "item": "1.1", "score": "0", "reason": "Người lạ"}

    def on(
        row: str, body: Any = None, *, exists_for: frozenset[str], not_found: str = "not-found", if_match: str | None = None
    ) -> Operation:
        ids = {"appraisal_id": world.appraisals["SNV"], "sheet_id": sheet_id, "item": "1.1", "sha256": sha256, "file_format": "pdf"}
        path = f"/appraisal{row.split()[1].format(**ids)}"
        return Operation("appraisal", row, path, body, if_match, exists_for, f"appraisal/{not_found}")

    for thing in ("", "/history", "/missing", "/items", "/members", "/knock-outs", "/questions"):
        yield on(f"GET /appraisals/{{appraisal_id}}{thing}", exists_for=agency | MANAGERS)
    yield on("PATCH /appraisals/{appraisal_id}/scores", {"lines": [line]}, exists_for=agency)
    question = {"sheet_id": sheet_id, "item": "1.1", "question": "Người lạ hỏi"}
    yield on("PATCH /appraisals/{appraisal_id}/questions", {"lines": [question]}, exists_for=agency)
    yield on("POST /appraisals/{appraisal_id}/agree", {"lines": [{"sheet_id": sheet_id, "item": "1.1"}]}, exists_for=agency)
    yield on(
        "PUT /appraisals/{appraisal_id}/sheets/{sheet_id}/items/{item}/score",
        {"score": "0", "reason": "Người lạ"},
        exists_for=agency,
        if_match='"0"',
    )
    knock_outs = {"lines": [{"sheet_id": sheet_id, "code": "KL", "confirmed": True}]}
    yield on("PATCH /appraisals/{appraisal_id}/knock-outs", knock_outs, exists_for=frozenset({"snv_lead"}))
    yield on("PUT /appraisals/{appraisal_id}/members", {"lines": []}, exists_for=frozenset({"snv_lead"}), if_match='"0"')
    yield on("POST /appraisals/{appraisal_id}/send", exists_for=frozenset({"snv_lead"}))
    # A manager who stands in for Home Affairs' own unit has nothing there: another agency appraises it.
    yield on("POST /appraisals/{appraisal_id}/reopen", {"reason": "Người lạ"}, exists_for=MANAGERS)
    for row in ("GET /sheets/{sheet_id}", "GET /sheets/{sheet_id}/record.{file_format}"):
        yield on(row, exists_for=whole, not_found="sheet-not-found")
    yield on("GET /sheets/{sheet_id}/items/{item}/history", exists_for=whole - {"stc_lead"}, not_found="item-not-found")
    yield on("GET /sheets/{sheet_id}/evidence/{sha256}/link", exists_for=agency | MANAGERS | {"council"}, not_found="evidence-not-found")


def _of_ranking(world: PeriodWorld) -> Iterator[Operation]:
    seen_by = MANAGERS | UNIT_ITSELF | {"council", "stand_in", "other_head"}

    def on(row: str, body: Any = None, *, exists_for: frozenset[str] = seen_by, not_found: str = "period-not-found") -> Operation:
        path = row.split()[1].format(period_id=world.period_id, sheet_id=world.sheets[UNIT], group="department", file_format="pdf")
        if_match = '"1"' if row.rsplit("/", 1)[-1] in {"agree", "publish", "corrections"} else None
        return Operation("ranking", row, f"/ranking{path}", body, if_match, exists_for, f"ranking/{not_found}")

    decision = {"decision": {"number": "1/QĐ", "issued_on": "2022-03-01"}}
    for thing in ("", "/results", "/scores", "/history", "/council-sessions", "/groups/{group}/ranking.{file_format}"):
        yield on(f"GET /periods/{{period_id}}{thing}")
    yield on("GET /sheets/{sheet_id}/why", exists_for=seen_by - {"stand_in", "other_head"}, not_found="sheet-not-found")
    yield on("POST /periods/{period_id}/council-sessions")
    yield on("POST /periods/{period_id}/agree", {"note": "Người lạ"})
    yield on("POST /periods/{period_id}/publish", decision)
    yield on("POST /periods/{period_id}/corrections", {**decision, "reason": "Người lạ"})


def tells_of_the_unit(world: PeriodWorld, text: str) -> list[str]:
    """What of the unit stands in a text: its sheet, its file, its words."""
    evidence = world.evidence.get(UNIT, {})
    return [
        known
        for known in (world.sheets[UNIT], SECRETS[UNIT], evidence.get("id"), evidence.get("sha256"), evidence.get("name"))
        if known and known in text
    ]
