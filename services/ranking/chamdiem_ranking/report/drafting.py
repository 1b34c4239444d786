"""From a result and the council's sessions to the drafts on the way to publication. Pure."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, Literal

from chamdiem_ranking.canonical import fingerprint
from chamdiem_ranking.report.composing import ISSUER, SIGNER, GroupTable, compose_table
from chamdiem_reports.documents import CouncilOpinion, Head, PublicationDraft, Signer
from chamdiem_rules.instants import VIETNAM

DraftKind = Literal["submission", "decision", "minutes"]
_COMMITTEE_SIGNER = "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH"
_CHAIR = "CHỦ TRÌ"
_ABBREVIATION, _COMMITTEE = "SNV", "UBND"


def compose_draft(
    kind: DraftKind,
    tables: Sequence[GroupTable],
    sessions: Sequence[Any],
    opinions: Sequence[Any],
    *,
    parent_body: str,
    place: str,
    public_url: str,
) -> PublicationDraft:
    """The draft; its fingerprint is the SHA-256 of all it says. `sessions` and `opinions` are rows of the council's tables."""
    groups = tuple(compose_table(table, parent_body=parent_body, place=place, public_url=public_url) for table in tables)
    first = groups[0]
    head = (
        Head(parent_body="", issuing_body=parent_body, abbreviation=_COMMITTEE, place=place)
        if kind == "decision"
        else Head(parent_body=parent_body, issuing_body=ISSUER, abbreviation=_ABBREVIATION, place=place)
    )
    titles = dict.fromkeys(title for group in groups for title in group.subject.criteria_set_title.split("; "))
    decisions = dict.fromkeys(d for group in groups for d in group.subject.issuing_decision.split("; "))
    subject = replace(first.subject, criteria_set_title="; ".join(titles), issuing_decision="; ".join(decisions))
    draft = PublicationDraft(
        kind=kind,
        head=head,
        subject=subject,
        seal=replace(first.seal, status_label=f"Dự thảo ({first.seal.status_label})"),
        groups=groups,
        sessions=tuple(_session(s) for s in sessions),
        opinions=tuple(CouncilOpinion(member=o.holder_name, item=o.item, agrees=o.agrees, note=o.note) for o in opinions)
        if kind == "minutes"
        else (),
        signer=Signer(position={"submission": SIGNER, "decision": _COMMITTEE_SIGNER, "minutes": _CHAIR}[kind]),
    )
    told = fingerprint([draft])
    return replace(draft, seal=replace(draft.seal, fingerprint=told, check_url=f"{public_url}/kiem-tra/{told}"))


def _session(session: Any) -> str:
    until = f" đến {_at(session.closed_at)}" if session.closed_at is not None else ""
    return f"Hội đồng thẩm định họp từ {_at(session.opened_at)}{until}."


def _at(instant: datetime) -> str:
    return f"{instant.astimezone(VIETNAM):%H giờ %M phút ngày %d/%m/%Y}"
