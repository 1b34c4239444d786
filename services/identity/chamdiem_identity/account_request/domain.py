"""Requests for accounts and for new passwords (Điều 8 bước 2, 16.5): what may be asked for by whom, and how it is decided. Pure."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final, Literal
from uuid import UUID

from chamdiem_identity.account.domain import NAME_LIMIT, Grant, Role, clean_line
from chamdiem_kit.errors import Conflict, FieldError, Invalid, NotFound
from chamdiem_rules.refusal import Refused

About = Literal["account", "password"]
Status = Literal["open", "approved", "refused", "withdrawn"]
ROLES_TO_ASK_FOR: Final[Mapping[str, tuple[Literal["unit_approver", "appraisal_lead", "council_member"], ...]]] = {
    "data_entry": ("unit_approver",),
    "appraisal": ("appraisal_lead",),
}


class RequestNotFound(NotFound):
    type = "identity/account-request-not-found"
    title = "Không tìm thấy đề nghị"


class RequestDecided(Conflict):
    type = "identity/account-request-decided"
    title = "Đề nghị đã được giải quyết"


class NotForYourUnit(Invalid):
    type = "identity/not-for-own-unit"
    title = "Chỉ đề nghị được cho đơn vị, cơ quan của mình"


class AlreadyAsked(Conflict):
    type = "identity/account-request-open"
    title = "Đã có đề nghị như vậy đang chờ"
    advice = "Hãy chờ Sở Nội vụ giải quyết đề nghị trước."


@dataclass(frozen=True)
class AccountRequest:
    """One request; `username` … `role` are the account asked for, `account_id` the one whose password, or the one that was granted."""

    id: UUID
    about: About
    unit_code: str | None
    appraiser_code: str | None
    username: str | None
    holder_name: str | None
    role: str | None
    account_id: UUID | None
    reason: str
    asked_by: UUID
    asked_at: datetime
    status: Status = "open"
    decided_by: UUID | None = None
    decided_at: datetime | None = None
    decision_reason: str = ""
    version: int = 1

    @property
    def kind(self) -> str:
        """The kind of account it is about."""
        return "data_entry" if self.unit_code is not None else "appraisal"


@dataclass(frozen=True)
class Asker:
    """What a head or a lead may ask for: `units` are the own one and its sub-units; `agency` a lead's own."""

    units: Collection[str] = ()
    agency: str | None = None


def check_place(asker: Asker, unit_code: str | None, appraiser_code: str | None) -> None:
    """Raise `NotForYourUnit` unless exactly one of the two is given and is the asker's own."""
    own_unit = unit_code is not None and unit_code in asker.units and appraiser_code is None
    own_agency = appraiser_code is not None and appraiser_code == asker.agency and unit_code is None
    if not own_unit and not own_agency:
        detail = "Hãy chọn đơn vị của mình hoặc đơn vị trực thuộc; đầu mối thẩm định chọn cơ quan của mình."
        raise NotForYourUnit(detail, errors=(FieldError("/unit_code", detail),))


def check_asked(request: AccountRequest) -> AccountRequest:
    """The request for an account with its texts in NFC. Raises `Refused`."""
    if request.role is not None and request.role not in ROLES_TO_ASK_FOR[request.kind]:
        raise Refused("value-not-allowed", "Vai trò này không dành cho loại tài khoản được đề nghị; hãy bỏ vai trò.", "role")
    return replace(
        request,
        username=clean_line(request.username or "", "username", NAME_LIMIT),
        holder_name=clean_line(request.holder_name or "", "holder_name", NAME_LIMIT),
    )


def grant_of(request: AccountRequest, username: str | None) -> Grant:
    """The account to grant; the administrator may give another user name than the one asked for."""
    return Grant(
        username=username or request.username or "",
        holder_name=request.holder_name or "",
        kind=request.kind,
        roles=(Role(request.role),) if request.role else (),
        unit_code=request.unit_code,
        appraiser_code=request.appraiser_code,
    )


def decide(
    request: AccountRequest, status: Status, by: UUID, now: datetime, reason: str = "", account_id: UUID | None = None
) -> AccountRequest:
    """The request approved, refused or withdrawn. Raises `RequestDecided`."""
    if request.status != "open":
        raise RequestDecided("Hãy tải lại danh sách để xem kết quả.")
    return replace(
        request,
        status=status,
        decided_by=by,
        decided_at=now,
        decision_reason=reason,
        account_id=account_id or request.account_id,
        version=request.version + 1,
    )


def reopen(request: AccountRequest) -> AccountRequest:
    """The approved request open again, since the identity provider did not do what was approved."""
    kept = request.account_id if request.about == "password" else None
    opened = replace(request, status="open", decided_by=None, decided_at=None, decision_reason="", account_id=kept)
    return replace(opened, version=request.version + 1)
