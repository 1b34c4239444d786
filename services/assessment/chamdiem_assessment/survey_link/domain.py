"""Links to a survey form that are good for one answer each: which are made, and what a link that is opened is worth. Pure.

A link bears a random token of 192 bits; its SHA-256 is all that is kept, so whoever reads the database can open no form.
"""

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from chamdiem_assessment.survey_campaign.domain import Campaign, FormClosed, SurveyOver, UnknownForm
from chamdiem_kit.errors import Conflict, FieldError, Invalid, NotFound
from chamdiem_rules.survey_types import SurveyForms

TOKEN_BYTES = 24
MOST_LINKS = 2000


class LinkUnknown(NotFound):
    type = "assessment/survey-link-unknown"
    title = "Liên kết khảo sát không đúng"


class LinkUsed(Conflict):
    type = "assessment/survey-link-used"
    title = "Liên kết này đã được dùng"


class LinkRevoked(Conflict):
    type = "assessment/survey-link-revoked"
    title = "Liên kết này đã bị thu hồi"


class LinksRefused(Invalid):
    type = "assessment/survey-links-refused"
    title = "Chưa tạo được liên kết khảo sát"


class BatchNotFound(NotFound):
    type = "assessment/survey-link-batch-not-found"
    title = "Không có đợt in liên kết này"


class NothingToRevoke(Conflict):
    type = "assessment/survey-links-not-open"
    title = "Không còn liên kết nào để thu hồi"


class LinkStatus(StrEnum):
    """What became of a link."""

    OPEN = "open"
    ANSWERED = "answered"
    REVOKED = "revoked"


@dataclass(frozen=True)
class Batch:
    """Links made together for one form about one unit; how many of them are in which state, never which."""

    id: UUID
    campaign_id: UUID
    form: str
    unit_code: str
    unit_name: str
    note: str
    made: int
    answered: int
    revoked: int
    made_by: UUID
    made_at: datetime
    revoked_at: datetime | None = None
    revoke_reason: str = ""

    @property
    def open(self) -> int:
        """Links that may still be answered."""
        return self.made - self.answered - self.revoked


@dataclass(frozen=True)
class Wanted:
    """How many links about one unit."""

    unit_code: str
    unit_name: str
    count: int


@dataclass(frozen=True)
class Link:
    """A link as it was found by its token. `attempt`: of the page that sent its answer."""

    batch_id: UUID
    campaign_id: UUID
    form: str
    unit_code: str
    unit_name: str
    status: LinkStatus
    attempt: bytes | None


def new_token() -> str:
    """A token that nobody can guess."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def digest_of(token: str) -> bytes:
    """What is kept of a token."""
    return hashlib.sha256(token.encode()).digest()


def plan_links(
    campaign: Campaign, forms: SurveyForms, form_code: str, units: Sequence[tuple[str, str, str] | None], count: int, now: datetime
) -> list[Wanted]:
    """What is to be made; `units` are code, name and type in the order asked for, None where unknown.

    Also before the campaign begins, so that letters can go out. Raises `UnknownForm`, `FormClosed`, `SurveyOver`, `LinksRefused`.
    """
    form, in_campaign = forms.form(form_code), campaign.form(form_code)
    if form is None or in_campaign is None:
        raise UnknownForm("Hãy kiểm tra lại mã phiếu khảo sát.")
    if in_campaign.closed_at is not None:
        raise FormClosed("Phiếu đã chốt số liệu; muốn thu thêm câu trả lời, hãy mở lại phiếu.")
    if campaign.to_at is not None and (campaign.clock_at or now) > campaign.to_at:
        raise SurveyOver("Liên kết tạo bây giờ không ai trả lời được; hãy đổi thời gian của đợt khảo sát trước.")
    errors, wanted = [], []
    for place, unit in enumerate(units):
        if unit is None:
            errors.append(FieldError(f"/unit_codes/{place}", "Không có đơn vị này; hãy kiểm tra lại mã đơn vị."))
        elif unit[2] not in form.assesses:
            errors.append(FieldError(f"/unit_codes/{place}", f"Phiếu {form.code} không hỏi về loại hình của {unit[1]}."))
        else:
            wanted.append(Wanted(unit[0], unit[1], count))
    if len(units) * count > MOST_LINKS:
        errors.append(FieldError("/count", f"Mỗi lần tạo nhiều nhất {MOST_LINKS} liên kết; hãy chia làm nhiều lần."))
    if errors:
        raise LinksRefused("Hãy sửa các trường được nêu rồi gửi lại.", errors=tuple(errors))
    return wanted


def revoke(batch: Batch, reason: str, at: datetime) -> Batch:
    """The batch without open links. Raises `NothingToRevoke`."""
    if batch.open == 0:
        raise NothingToRevoke("Các liên kết đều đã được trả lời hoặc đã thu hồi.")
    return replace(batch, revoked=batch.revoked + batch.open, revoked_at=at, revoke_reason=reason)


def was_counted(link: Link, attempt: bytes | None) -> bool:
    """Whether this very attempt was counted before. Raises `LinkUsed`, `LinkRevoked`."""
    if link.status is LinkStatus.ANSWERED:
        if attempt is not None and attempt == link.attempt:
            return True
        raise LinkUsed("Mỗi liên kết chỉ nhận một phiếu trả lời, và phiếu ấy đã được ghi nhận. Cảm ơn ông/bà.")
    if link.status is LinkStatus.REVOKED:
        raise LinkRevoked("Liên kết không còn dùng được; hãy hỏi người đã đưa liên kết để nhận liên kết khác.")
    return False


def address(site: str, token: str) -> str:
    """What is handed out. The token stands behind `#`: a browser sends that to nobody, so no log on the way holds it."""
    return f"{site.rstrip('/')}/khao-sat#{token}"
