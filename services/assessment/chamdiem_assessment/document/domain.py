"""What criteria sets and survey forms have in common: documents drafted, judged, published once and then never changed (rules §2)."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

import orjson

from chamdiem_kit.errors import Conflict, FieldError, NotFound
from chamdiem_rules.canonical import canonical_json
from chamdiem_rules.canonical import fingerprint as fingerprint_of
from chamdiem_rules.document import DocumentFault, Node, load_json, load_yaml
from chamdiem_rules.fault import Fault, Findings

_MOST_FAULTS = 500
_MOST_CODE_BYTES = 255


class DocumentNotFound(NotFound):
    type = "assessment/document-not-found"
    title = "Không có tài liệu này"


class HasFaults(Conflict):
    type = "assessment/set-has-faults"
    title = "Tài liệu còn lỗi nên chưa ban hành được"


class AlreadyPublished(Conflict):
    type = "assessment/already-published"
    title = "Phiên bản đã ban hành không thay đổi được"


@dataclass(frozen=True)
class Finding:
    """A fault or warning. `place` is like `fields[2].criteria[0]`; `line`, `column` (from 1) where the text itself is at fault, else 0."""

    place: str
    message: str
    line: int = 0
    column: int = 0

    @property
    def pointer(self) -> str:
        """The place as a JSON pointer into the document."""
        return "/" + self.place.replace("[", "/").replace("]", "").replace(".", "/") if self.place else ""

    def __str__(self) -> str:
        where = f"dòng {self.line}, cột {self.column}: " if self.line else ""
        return where + (f"{self.place}: {self.message}" if self.place else self.message)


@dataclass(frozen=True)
class Review:
    """What is known of a document's text. `canonical` (JSON text) and `fingerprint` are None where it cannot be read."""

    canonical: str | None
    fingerprint: str | None
    faults: tuple[Finding, ...]
    warnings: tuple[Finding, ...]

    @property
    def subject(self) -> Mapping[str, Any]:
        """The mapping that was fingerprinted, every number as text; empty where there is none."""
        tree: Mapping[str, Any] = orjson.loads(self.canonical) if self.canonical else {}
        return tree

    @property
    def code(self) -> str:
        """The document's `code`, '' where it has none."""
        code = self.subject.get("code")
        return code if isinstance(code, str) else ""


@dataclass(frozen=True)
class Decision:
    """The issuing decision of a version: number, date, SHA-256 of the signed file where there is one."""

    number: str
    issued_on: date
    file_sha256: str | None


@dataclass(frozen=True)
class Document:
    """One version of a criteria set or of the survey forms; a draft until `published_at`. `code` is '' for survey forms."""

    id: UUID
    code: str
    version_number: int
    status: str
    media_type: str
    source: str
    document: Mapping[str, Any] | None
    fingerprint: str | None
    survey_forms_id: UUID | None
    faults: tuple[Finding, ...]
    warnings: tuple[Finding, ...]
    decision: Decision | None
    published_at: datetime | None
    version: int
    heading: Mapping[str, Any] = field(default_factory=dict)
    """`title`, `program`, `unit_types` as they stand in the document, unjudged."""

    @property
    def title(self) -> str:
        """The document's title, '' where it has none."""
        title = self.heading.get("title")
        return title if isinstance(title, str) else ""

    @property
    def program(self) -> str | None:
        """The program that the document names, None where it names none."""
        program = self.heading.get("program")
        return program if isinstance(program, str) else None

    @property
    def unit_types(self) -> tuple[str, ...]:
        """The types of units that the document is for."""
        types = self.heading.get("unit_types")
        return tuple(t for t in types if isinstance(t, str)) if isinstance(types, list) else ()

    @property
    def is_published(self) -> bool:
        """Whether it is issued and so can never change."""
        return self.status == "published"


def review_document(source: str, media_type: str, judge: Callable[[Node], Findings]) -> Review:
    """Read and judge a document. `media_type` is `yaml` or `json`; a text that cannot be read is one fault with its line and column."""
    try:
        tree = load_json(source) if media_type == "json" else load_yaml(source)
    except DocumentFault as fault:
        return Review(None, None, (Finding(fault.place, fault.message, fault.line, fault.column),), ())
    return _review(tree, judge)


def review_again(draft: Document, judge: Callable[[Node], Findings]) -> Review:
    """Judge a draft as it is stored; what it stands on may have changed since."""
    if draft.document is None:
        return Review(None, None, draft.faults, draft.warnings)
    return _review(dict(draft.document), judge)


def _review(tree: Node, judge: Callable[[Node], Findings]) -> Review:
    found = judge(tree)
    if not isinstance(tree, dict):
        return Review(None, None, _findings(found.faults), ())
    return Review(canonical_json(tree).decode(), fingerprint_of(tree), _findings(found.faults), _findings(found.warnings))


def code_faults(codes: Iterable[str]) -> tuple[Fault, ...]:
    """Codes that are too long to be keys: above 255 bytes in UTF-8."""
    long = (code for code in dict.fromkeys(codes) if len(code.encode()) > _MOST_CODE_BYTES)
    return tuple(Fault("", f"mã {code[:40]}… dài quá {_MOST_CODE_BYTES} byte; hãy rút ngắn.") for code in long)


def draft_of(review: Review, source: str, media_type: str, *, number: int, survey_forms_id: UUID | None = None) -> Document:
    """A new draft; `number` is the one it would get if it were published now."""
    return Document(
        id=UUID(int=0),
        code=review.code,
        version_number=number,
        status="draft",
        media_type=media_type,
        source=source,
        document=None,
        fingerprint=review.fingerprint,
        survey_forms_id=survey_forms_id,
        faults=review.faults,
        warnings=review.warnings,
        decision=None,
        published_at=None,
        version=1,
        heading=review.subject,
    )


def redraft(
    before: Document, review: Review, source: str, media_type: str, *, number: int, survey_forms_id: UUID | None = None
) -> Document:
    """The draft with another text."""
    after = draft_of(review, source, media_type, number=number, survey_forms_id=survey_forms_id)
    return replace(after, id=before.id, version=before.version + 1)


def publish_document(draft: Document, review: Review, decision: Decision, number: int, now: datetime) -> Document:
    """The draft once published, as version `number` of its code. Raises `HasFaults`."""
    require_faultless(review.faults)
    return replace(
        draft,
        code=review.code,
        version_number=number,
        status="published",
        document=review.subject,
        fingerprint=review.fingerprint,
        faults=(),
        warnings=review.warnings,
        decision=decision,
        heading=review.subject,
        published_at=now,
        version=draft.version + 1,
    )


def require_faultless(faults: tuple[Finding, ...]) -> None:
    """Raise `HasFaults` naming every fault by its place."""
    if faults:
        errors = tuple(FieldError(f.pointer, str(f)) for f in faults)
        raise HasFaults(f"Còn {len(faults)} lỗi; hãy sửa bản thảo rồi ban hành lại.", errors=errors)


def require_draft(document: Document) -> None:
    """Raise `AlreadyPublished` unless the document may still be changed."""
    if document.is_published:
        raise AlreadyPublished("Muốn thay đổi, hãy tạo phiên bản mới.")


def _findings(found: tuple[Fault, ...]) -> tuple[Finding, ...]:
    kept = tuple(Finding(f.place, f.message) for f in found[:_MOST_FAULTS])
    more = len(found) - len(kept)
    return (*kept, Finding("", f"còn {more} lỗi khác; hãy sửa các lỗi trên trước.")) if more else kept
