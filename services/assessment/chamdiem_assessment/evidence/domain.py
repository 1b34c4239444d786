"""Which files are taken as evidence, by name and size (scoring-rules.md section 3, Limits)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Final
from uuid import UUID

from chamdiem_kit.errors import Conflict, NotFound
from chamdiem_rules.refusal import Refused
from chamdiem_rules.text import clean_file_name

MAX_SIZE_BYTES: Final = 20 * 1024 * 1024
"""The largest file, inclusive."""

_OFFICE: Final = "application/vnd.openxmlformats-officedocument"
MEDIA_TYPES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "pdf": "application/pdf",
        "docx": f"{_OFFICE}.wordprocessingml.document",
        "xlsx": f"{_OFFICE}.spreadsheetml.sheet",
        "png": "image/png",
        "jpg": "image/jpeg",
        "jpeg": "image/jpeg",
        "mp3": "audio/mpeg",
        "mp4": "video/mp4",
    }
)
"""The types that are taken, by the last extension of the name."""


class EvidenceStatus(StrEnum):
    """Where a file stands. Only an accepted one can be named by a sheet."""

    AWAITING_UPLOAD = "awaiting_upload"
    WAITING = "waiting"
    ACCEPTED = "accepted"
    REFUSED = "refused"


class Scan(StrEnum):
    """What the virus scanner said. `not_scanned`: none was configured, or the file was refused before."""

    NOT_SCANNED = "not_scanned"
    CLEAN = "clean"
    INFECTED = "infected"


class EvidenceNotFound(NotFound):
    type = "assessment/evidence-not-found"
    title = "Không tìm thấy tệp tài liệu kiểm chứng"


class EvidenceNotAccepted(Conflict):
    type = "assessment/evidence-not-accepted"
    title = "Tệp tài liệu kiểm chứng chưa được nhận"


class EvidenceInfected(EvidenceNotAccepted):
    type = "assessment/evidence-infected"
    title = "Tệp tài liệu kiểm chứng có mã độc"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One file of one unit in one period. `sha256` and `size_bytes` are what the worker found; `refusal` says in Vietnamese why not."""

    id: UUID
    period_id: UUID
    unit_code: str
    name: str
    status: EvidenceStatus
    refusal: str | None
    sha256: str | None
    size_bytes: int | None
    media_type: str
    scan: Scan
    uploaded_by: UUID
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the worker found: a digest and size, or the reason for refusing."""

    refusal: str | None = None
    sha256: str | None = None
    size_bytes: int | None = None
    scan: Scan = Scan.NOT_SCANNED


def extension_of(name: str) -> str:
    """What stands after the last dot, in lower case; '' where there is nothing before or behind it."""
    stem, _, extension = name.rpartition(".")
    return extension.lower() if stem else ""


def announce(name: str, size_bytes: int) -> str:
    """The name (NFC) under which a file may be uploaded. Refused: `unsafe-name`; `evidence-refused` by type of name, empty or too large."""
    kept = clean_file_name(name, "name")
    if extension_of(kept) not in MEDIA_TYPES:
        raise Refused("evidence-refused", f"Chỉ nhận tệp có đuôi {', '.join(MEDIA_TYPES)}; hãy chuyển tệp sang một dạng này.", "name")
    if size_bytes <= 0:
        raise Refused("evidence-refused", "Tệp rỗng; hãy chọn tệp có nội dung.", "size_bytes")
    if size_bytes > MAX_SIZE_BYTES:
        raise Refused("evidence-refused", too_large(), "size_bytes")
    return kept


def too_large() -> str:
    """Why a file above the limit is refused."""
    return f"Tệp lớn hơn {MAX_SIZE_BYTES // (1024 * 1024)} MiB; hãy nén ảnh hoặc chia nhỏ tệp."


def infected(found: str) -> str:
    """Why a file is refused in which the scanner found that."""
    return f"Tệp có mã độc ({found}); hãy diệt mã độc trên máy rồi tải lên tệp sạch."


def require_accepted(evidence: Evidence) -> Evidence:
    """The file if it passed. Raises `EvidenceNotAccepted`, `EvidenceInfected`."""
    if evidence.status is EvidenceStatus.ACCEPTED:
        return evidence
    if evidence.scan is Scan.INFECTED:
        raise EvidenceInfected(evidence.refusal or "")
    if evidence.status is EvidenceStatus.REFUSED:
        raise EvidenceNotAccepted(f"Tệp bị từ chối: {evidence.refusal}")
    raise EvidenceNotAccepted("Tệp chưa được kiểm tra xong; hãy thử lại sau ít phút.")
