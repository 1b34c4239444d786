"""A closed form with all units' totals as a contract event."""

from chamdiem_assessment.survey_campaign.domain import Campaign, CampaignForm, Entered
from chamdiem_contracts.assessment import AnswerCount, SurveyClosedV1, SurveyOfUnit


def closed(campaign: Campaign, form: CampaignForm, entered: Entered) -> SurveyClosedV1:
    """The form was closed; `entered` holds at least everything entered for it."""
    counts: dict[str, list[AnswerCount]] = {unit: [] for code, unit in entered.valid if code == form.code}
    for (code, unit, question, option), count in entered.counts.items():
        if code == form.code:
            counts.setdefault(unit, []).append(AnswerCount(question=question, option=option, count=count))
    return SurveyClosedV1(
        version=form.version,
        campaign_id=campaign.id,
        form=form.code,
        survey_forms_id=campaign.survey_forms_id,
        period_ids=campaign.period_ids,
        units=tuple(
            SurveyOfUnit(unit_code=unit, valid=entered.valid.get((form.code, unit)), counts=tuple(answers))
            for unit, answers in sorted(counts.items())
        ),
    )
