"""A published version of a criteria set as a contract event."""

from chamdiem_assessment.document.domain import Document
from chamdiem_contracts.assessment import CriteriaSetPublishedV1, Decision


def published(criteria_set: Document) -> CriteriaSetPublishedV1:
    """The version was published; it has its document, fingerprint and decision."""
    assert criteria_set.decision is not None
    return CriteriaSetPublishedV1(
        version=criteria_set.version_number,
        criteria_set_id=criteria_set.id,
        code=criteria_set.code,
        fingerprint=criteria_set.fingerprint or "",
        decision=Decision(**vars(criteria_set.decision)),
        document=criteria_set.document or {},
    )
