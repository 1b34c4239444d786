"""A closed form with all units' totals, and a form that was opened again, as contract events."""

from collections.abc import Mapping

from chamdiem_assessment.survey_campaign.domain import Campaign, CampaignForm
from chamdiem_contracts.assessment import AnswerCount, SurveyClosedV1, SurveyOfUnit, SurveyReopenedV1
from chamdiem_rules.survey import FormCounts


def closed(campaign: Campaign, form: CampaignForm, units: Mapping[str, FormCounts]) -> SurveyClosedV1:
    """The form was closed; `units` are all totals of it, from paper and answered here together."""
    return SurveyClosedV1(
        version=form.version,
        campaign_id=campaign.id,
        form=form.code,
        survey_forms_id=campaign.survey_forms_id,
        period_ids=campaign.period_ids,
        units=tuple(
            SurveyOfUnit(
                unit_code=unit,
                valid=counts.valid,
                counts=tuple(
                    AnswerCount(question=question, option=option, count=count)
                    for question, options in sorted(counts.counts.items())
                    for option, count in sorted(options.items())
                ),
            )
            for unit, counts in sorted(units.items())
        ),
    )


def reopened(campaign: Campaign, form: CampaignForm) -> SurveyReopenedV1:
    """The form is open again; what was told when it was closed holds no more."""
    return SurveyReopenedV1(version=form.version, campaign_id=campaign.id, form=form.code, period_ids=campaign.period_ids)
