"""What a unit gives for one item, judged by the rules, and what is kept of it (scoring-rules.md sections 3 and 4). Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from chamdiem_assessment.evidence.domain import Evidence, EvidenceStatus
from chamdiem_rules.complete import AnswerState, Missing, missing_items
from chamdiem_rules.declare import Declaration, Declared, DeclaredValue, declare_adjustment, declare_leaf
from chamdiem_rules.numbers import parse_number
from chamdiem_rules.refusal import Refused
from chamdiem_rules.set_types import Adjustment, CriteriaSet, Leaf
from chamdiem_rules.text import clean_text, is_blank

_NOTHING_DECLARED = Declared(DeclaredValue(), None, is_claim=False)
_LAST_DIGIT = [Decimal(1).scaleb(-decimals) for decimals in range(7)]


@dataclass(frozen=True, slots=True)
class Given:
    """One item as it came in; '' where nothing was given, `evidence` as the texts of ids.

    `unfinished`: to be kept although the declared value is not whole yet.
    """

    item: str
    option: str = ""
    numerator: str = ""
    denominator: str = ""
    count: str = ""
    not_applicable: bool = False
    explanation: str = ""
    evidence: tuple[str, ...] = ()
    unfinished: bool = False


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose files an answer may name."""

    period_id: UUID
    unit_code: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What is kept: numbers as the text given, `self_score` in points (None: claim or adjustment), `claimed_count` of an adjustment."""

    item: str
    option: str | None
    numerator: str | None
    denominator: str | None
    count: str | None
    not_applicable: bool
    is_claim: bool
    self_score: Decimal | None
    claimed_count: int | None
    explanation: str
    evidence_ids: tuple[UUID, ...]
    warnings: tuple[str, ...] = ()

    @property
    def has_value(self) -> bool:
        """Whether a leaf has a declared value or claim; an unfinished answer has none."""
        return self.self_score is not None or self.is_claim


@dataclass(frozen=True, slots=True)
class KeptAnswer:
    """An answer as it stands in the sheet, with who saved it when and its files in order."""

    answer: Answer
    version: int
    saved_by: UUID
    saved_by_name: str
    saved_at: datetime


def item_of(criteria_set: CriteriaSet, code: str) -> Leaf | Adjustment:
    """The leaf or adjustment. Refused: `unknown-item`."""
    item = criteria_set.item(code)
    if item is None:
        raise Refused("unknown-item", "Hãy dùng mã tiêu chí hoặc mục điểm có trong bộ tiêu chí của phiếu.", "item")
    return item


def declare_answer(criteria_set: CriteriaSet, given: Given, files: Mapping[UUID, Evidence], owner: Owner) -> Answer:
    """The answer to keep. `files` are the known ones of the ids given, whosever they are.

    Refused: as `declare_value`, `evidence-missing`, `evidence-refused`.
    """
    answer = declare_value(criteria_set, given)
    return replace(answer, evidence_ids=tuple(usable_files(files, given.evidence, owner))) if given.evidence else answer


def declare_value(criteria_set: CriteriaSet, given: Given) -> Answer:
    """The answer as far as the set alone judges it; whether its files may be named is still to be seen.

    Refused: `unknown-item`, what `chamdiem_rules.declare` refuses, `text-too-long`.
    """
    item = item_of(criteria_set, given.item)
    declaration = Declaration(given.option, given.numerator, given.denominator, given.count, "yes" if given.not_applicable else "")
    explanation = clean_text(given.explanation, "explanation")
    declared: Declared = _NOTHING_DECLARED
    claimed_count: int | None = None if isinstance(item, Leaf) else 0
    try:
        if isinstance(item, Leaf):
            declared = declare_leaf(item, declaration, criteria_set.score_decimals)
        else:
            claimed_count = declare_adjustment(item, declaration)
    except Refused as refused:
        if not given.unfinished or refused.code != "value-missing":
            raise
        _require_numbers(given)
    score = declared.self_score
    return Answer(
        item=item.code,
        option=declared.value.option,
        numerator=given.numerator or None,
        denominator=given.denominator or None,
        count=given.count or None,
        not_applicable=given.not_applicable,
        is_claim=declared.is_claim,
        self_score=None if score is None else padded(score, criteria_set.score_decimals),
        claimed_count=claimed_count,
        explanation=explanation,
        evidence_ids=tuple(dict.fromkeys(evidence_ids(given.evidence))) if given.evidence else (),
        warnings=declared.warnings,
    )


def evidence_ids(texts: tuple[str, ...]) -> list[UUID]:
    """Those of the texts that are ids at all."""
    return [i for i in map(_as_uuid, texts) if i is not None]


def padded(score: Decimal, decimals: int) -> Decimal:
    """The same points with at least `decimals` digits after the point; never rounded."""
    exponent = score.as_tuple().exponent
    return score if isinstance(exponent, int) and -exponent >= decimals else score.quantize(_LAST_DIGIT[decimals])


def _require_numbers(given: Given) -> None:
    """What an unfinished answer gives already has to be good in itself. Refused: `not-a-number`."""
    for column in ("numerator", "denominator"):
        if getattr(given, column):
            parse_number(getattr(given, column), column)


def state_of(answer: Answer) -> AnswerState:
    """What the answer has, for completeness."""
    return AnswerState(
        has_value=answer.has_value,
        has_evidence=bool(answer.evidence_ids),
        has_explanation=not is_blank(answer.explanation),
        claimed_count=answer.claimed_count or 0,
    )


def missing_of(criteria_set: CriteriaSet, answers: Mapping[str, Answer]) -> tuple[Missing, ...]:
    """What the sheet lacks before it may be approved."""
    return missing_items(criteria_set, {code: state_of(answer) for code, answer in answers.items()})


def self_total(criteria_set: CriteriaSet, answers: Mapping[str, Answer]) -> Decimal:
    """Sum of the self-scores of the set's leaves in points; claims count 0."""
    scores = (answers[leaf.code].self_score for leaf in criteria_set.leaves if leaf.code in answers)
    return sum((s for s in scores if s is not None), padded(Decimal(0), criteria_set.score_decimals))


def missing_sentence(criteria_set: CriteriaSet, missing: Missing) -> str:
    """What to do about one missing thing."""
    item = criteria_set.item(missing.item)
    title = f" “{item.title}”" if item is not None else ""
    if missing.kind == "value":
        return f"Tiêu chí {missing.item}{title} chưa có số liệu kê khai; hãy kê khai hoặc đề nghị không áp dụng nếu được phép."
    return f"Mục {missing.item}{title} chưa có tài liệu kiểm chứng; hãy đính kèm tệp hoặc giải trình."


def usable_files(files: Mapping[UUID, Evidence], texts: tuple[str, ...], owner: Owner) -> list[UUID]:
    """The files that the texts name, once each. Refused: `evidence-missing`, `evidence-refused`."""
    usable: dict[UUID, None] = {}
    for given in texts:
        evidence_id = _as_uuid(given)
        file = files.get(evidence_id) if evidence_id else None
        if file is None or (file.period_id, file.unit_code) != (owner.period_id, owner.unit_code):
            raise Refused("evidence-missing", "Tệp không có trong kho của đơn vị ở kỳ đánh giá này; hãy tải tệp lên trước.", "evidence")
        if file.status is EvidenceStatus.REFUSED:
            raise Refused("evidence-refused", f"Tệp “{file.name}” không được nhận: {file.refusal}", "evidence")
        if file.status is not EvidenceStatus.ACCEPTED:
            raise Refused("evidence-missing", f"Tệp “{file.name}” chưa tải lên hoặc chưa kiểm tra xong; hãy thử lại sau.", "evidence")
        usable[file.id] = None
    return list(usable)


def _as_uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
