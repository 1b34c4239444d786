"""SQL of survey campaigns, their responses and totals."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row, text
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_assessment.survey_campaign.domain import (
    Campaign,
    CampaignForm,
    CampaignNotFound,
    Entered,
    ResponseLine,
    SurveyedUnit,
    TotalLine,
)

_COLUMNS = """
    SELECT c.*, (SELECT array_agg(period_id ORDER BY period_id) FROM survey_campaign_period WHERE campaign_id = c.id) AS period_ids,
           (SELECT max(p.clock_at) FROM survey_campaign_period s JOIN period p ON p.id = s.period_id WHERE s.campaign_id = c.id) AS clock_at
      FROM survey_campaign c"""
_LOAD = text(f"{_COLUMNS} WHERE c.id = :id")
_LIST = text(f"{_COLUMNS} WHERE CAST(:after AS uuid) IS NULL OR c.id > :after ORDER BY c.id LIMIT :limit")
_LOCK = text("SELECT 1 FROM survey_campaign WHERE id = :id FOR UPDATE")
_FORMS = text("""
    SELECT campaign_id, form, closed_at, closed_by, version FROM survey_campaign_form
     WHERE campaign_id = ANY(CAST(:ids AS uuid[])) ORDER BY campaign_id, place""")
_ADD = text("""
    INSERT INTO survey_campaign (survey_forms_id, from_at, to_at, created_by, created_at)
    VALUES (:survey_forms_id, :from_at, :to_at, :created_by, :created_at) RETURNING id""")
_ADD_PERIODS = text("""
    INSERT INTO survey_campaign_period (campaign_id, period_id) SELECT :id, unnest(CAST(:period_ids AS uuid[]))""")
_ADD_FORMS = text("""
    INSERT INTO survey_campaign_form (campaign_id, form, place, status)
    SELECT :id, f, n, 'open' FROM unnest(CAST(:forms AS text[])) WITH ORDINALITY AS t (f, n)""")
_KEEP = """
    INSERT INTO survey_form_history (campaign_id, form, version, act, reason, changed_by, changed_at)
    SELECT campaign_id, form, version, :act, :reason, :by, :at FROM saved"""
_CLOSE = text(f"""
    WITH saved AS (UPDATE survey_campaign_form SET status = 'closed', closed_at = :at, closed_by = :by, version = version + 1
        WHERE campaign_id = :id AND form = ANY(CAST(:forms AS text[])) RETURNING campaign_id, form, version)
    {_KEEP}""")
_REOPEN = text(f"""
    WITH saved AS (UPDATE survey_campaign_form SET status = 'open', closed_at = NULL, closed_by = NULL, version = version + 1
        WHERE campaign_id = :id AND form = :form RETURNING campaign_id, form, version)
    {_KEEP}""")
_SHARE = text("SELECT 1 FROM survey_campaign WHERE id = :id FOR SHARE")
_UNITS = text("""
    SELECT o.unit_code, o.unit_name, o.unit_type, p.program FROM period_sheet o JOIN period p ON p.id = o.period_id
     WHERE o.period_id = ANY(CAST(:period_ids AS uuid[])) ORDER BY o.unit_name, o.unit_code""")
_RUNNING = text(f"""{_COLUMNS}
     WHERE EXISTS (SELECT 1 FROM survey_campaign_form f WHERE f.campaign_id = c.id AND f.status = 'open') ORDER BY c.id""")
_PUBLISHED = text("SELECT EXISTS (SELECT 1 FROM known_result WHERE period_id = ANY(CAST(:period_ids AS uuid[])) AND status = 'published')")
_DATES = text("UPDATE survey_campaign SET from_at = :from_at, to_at = :to_at, version = :version WHERE id = :id")
_BUMP = text("UPDATE survey_campaign SET version = :version WHERE id = :id")
_RESPONSES = text("""
    SELECT unit_code, form, valid FROM survey_response
     WHERE campaign_id = :id AND (CAST(:forms AS text[]) IS NULL OR form = ANY(:forms))
       AND (CAST(:units AS text[]) IS NULL OR unit_code = ANY(:units)) ORDER BY form, unit_code""")
_TOTALS = text("""
    SELECT unit_code, form, question, option, count FROM survey_total
     WHERE campaign_id = :id AND (CAST(:forms AS text[]) IS NULL OR form = ANY(:forms))
       AND (CAST(:units AS text[]) IS NULL OR unit_code = ANY(:units)) ORDER BY form, unit_code, question, option""")
_ADD_RESPONSES = text("""
    INSERT INTO survey_response (campaign_id, unit_code, form, valid, entered_by, entered_at)
    SELECT :id, t.*, :by, :at FROM unnest(CAST(:unit_code AS text[]), CAST(:form AS text[]), CAST(:valid AS bigint[])) AS t""")
_ADD_TOTALS = text("""
    INSERT INTO survey_total (campaign_id, unit_code, form, question, option, count, entered_by, entered_at)
    SELECT :id, t.*, :by, :at FROM unnest(CAST(:unit_code AS text[]), CAST(:form AS text[]), CAST(:question AS text[]),
        CAST(:option AS text[]), CAST(:count AS bigint[])) AS t""")


async def load_campaign(tx: AsyncConnection, campaign_id: UUID, *, lock: bool = False, share: bool = False) -> Campaign:
    """The campaign; locked, it takes one batch or closing at a time, shared, many answers at once but no closing beside them.

    Raises `CampaignNotFound`.
    """
    if lock or share:
        await tx.execute(_LOCK if lock else _SHARE, {"id": campaign_id})
    row = (await tx.execute(_LOAD, {"id": campaign_id})).one_or_none()
    if row is None:
        raise CampaignNotFound("Hãy kiểm tra lại mã đợt khảo sát.")
    forms = [CampaignForm(f.form, f.closed_at, f.closed_by, f.version) for f in await tx.execute(_FORMS, {"ids": [campaign_id]})]
    return Campaign(row.id, row.survey_forms_id, tuple(row.period_ids), row.from_at, row.to_at, row.clock_at, tuple(forms), row.version)


async def list_campaigns(tx: AsyncConnection, after: UUID | None, limit: int) -> list[Campaign]:
    """Campaigns in the order they were made."""
    return await _campaigns(tx, (await tx.execute(_LIST, {"after": after, "limit": limit})).all())


async def open_campaigns(tx: AsyncConnection) -> list[Campaign]:
    """Campaigns with a form that is open."""
    return await _campaigns(tx, (await tx.execute(_RUNNING)).all())


async def _campaigns(tx: AsyncConnection, rows: Sequence[Row[Any]]) -> list[Campaign]:
    forms: dict[UUID, list[CampaignForm]] = {row.id: [] for row in rows}
    for f in await tx.execute(_FORMS, {"ids": list(forms)}):
        forms[f.campaign_id].append(CampaignForm(f.form, f.closed_at, f.closed_by, f.version))
    return [
        Campaign(r.id, r.survey_forms_id, tuple(r.period_ids), r.from_at, r.to_at, r.clock_at, tuple(forms[r.id]), r.version) for r in rows
    ]


async def add_campaign(tx: AsyncConnection, campaign: Campaign, created_by: UUID, created_at: datetime) -> UUID:
    """Keep a new campaign with its forms, all open; its own `id` is not used."""
    keys = {"survey_forms_id": campaign.survey_forms_id, "from_at": campaign.from_at, "to_at": campaign.to_at}
    new_id: UUID = (await tx.execute(_ADD, {**keys, "created_by": created_by, "created_at": created_at})).scalar_one()
    await tx.execute(_ADD_PERIODS, {"id": new_id, "period_ids": list(campaign.period_ids)})
    await tx.execute(_ADD_FORMS, {"id": new_id, "forms": [f.code for f in campaign.forms]})
    return new_id


async def save_closed(tx: AsyncConnection, campaign: Campaign, closed: Sequence[CampaignForm], by: UUID, at: datetime) -> None:
    """Keep the closing of forms of a locked campaign."""
    keys = {"id": campaign.id, "forms": [f.code for f in closed], "act": "closed", "reason": "", "by": by, "at": at}
    await tx.execute(_CLOSE, keys)
    await tx.execute(_BUMP, {"id": campaign.id, "version": campaign.version})


async def save_reopened(tx: AsyncConnection, campaign: Campaign, form: CampaignForm, reason: str, by: UUID, at: datetime) -> None:
    """Keep that a form of a locked campaign is open again, and why."""
    await tx.execute(_REOPEN, {"id": campaign.id, "form": form.code, "act": "reopened", "reason": reason, "by": by, "at": at})
    await tx.execute(_BUMP, {"id": campaign.id, "version": campaign.version})


async def any_published(tx: AsyncConnection, period_ids: Sequence[UUID]) -> bool:
    """Whether the result of one of the periods is published, as far as ranking told."""
    return bool((await tx.execute(_PUBLISHED, {"period_ids": list(period_ids)})).scalar_one())


async def surveyed_units(tx: AsyncConnection, period_ids: Sequence[UUID]) -> list[SurveyedUnit]:
    """The units of the periods' sheets, by name; one with two sheets stands twice."""
    return [SurveyedUnit(*row) for row in await tx.execute(_UNITS, {"period_ids": list(period_ids)})]


async def save_dates(tx: AsyncConnection, campaign: Campaign) -> None:
    """Keep the dates of a locked campaign."""
    keys = {"id": campaign.id, "from_at": campaign.from_at, "to_at": campaign.to_at, "version": campaign.version}
    await tx.execute(_DATES, keys)


async def load_entered(
    tx: AsyncConnection, campaign_id: UUID, *, units: Sequence[str] | None = None, forms: Sequence[str] | None = None
) -> Entered:
    """What was entered for these units and forms (None: all)."""
    entered = Entered()
    keys = {"id": campaign_id, "units": None if units is None else list(units), "forms": None if forms is None else list(forms)}
    for r in await tx.execute(_RESPONSES, keys):
        entered.valid[r.form, r.unit_code] = r.valid
    for line in await tx.execute(_TOTALS, keys):
        entered.add_total(TotalLine(*line))
    return entered


async def add_responses(tx: AsyncConnection, campaign_id: UUID, lines: Sequence[ResponseLine], by: UUID, at: datetime) -> None:
    """Keep response lines in one statement."""
    columns = {name: [getattr(line, name) for line in lines] for name in ("unit_code", "form", "valid")}
    await tx.execute(_ADD_RESPONSES, {"id": campaign_id, "by": by, "at": at, **columns})


async def add_totals(tx: AsyncConnection, campaign_id: UUID, lines: Sequence[TotalLine], by: UUID, at: datetime) -> None:
    """Keep totals in one statement."""
    columns = {name: [getattr(line, name) for line in lines] for name in ("unit_code", "form", "question", "option", "count")}
    await tx.execute(_ADD_TOTALS, {"id": campaign_id, "by": by, "at": at, **columns})
