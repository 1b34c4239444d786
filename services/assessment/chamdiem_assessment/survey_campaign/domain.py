"""A survey campaign: which lines of responses and totals it takes, and when a form is closed (rules §5; cycle-folder.md)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from uuid import UUID

from chamdiem_assessment.period.domain import Period, Stage
from chamdiem_assessment.phase.domain import shown
from chamdiem_kit.errors import Conflict, FieldError, Invalid, NotFound
from chamdiem_rules.numbers import parse_count
from chamdiem_rules.refusal import Refused
from chamdiem_rules.survey import FormCounts
from chamdiem_rules.survey_types import Form, SurveyForms
from chamdiem_rules.text import is_storable, nfc


class CampaignNotFound(NotFound):
    type = "assessment/campaign-not-found"
    title = "Không có đợt khảo sát này"


class CampaignRefused(Invalid):
    type = "assessment/campaign-refused"
    title = "Đợt khảo sát chưa hợp lệ"


class CampaignNotRunning(Conflict):
    type = "assessment/campaign-not-running"
    title = "Không trong thời gian của đợt khảo sát"


class PeriodHasCampaign(Conflict):
    type = "assessment/period-has-campaign"
    title = "Kỳ đánh giá đã có đợt khảo sát"
    advice = "Hãy dùng đợt khảo sát đã có của kỳ."


class UnknownForm(NotFound):
    type = "assessment/unknown-form"
    title = "Không có phiếu khảo sát này"


class FormClosed(Conflict):
    type = "assessment/survey-form-closed"
    title = "Phiếu khảo sát đã chốt số liệu"


class FormOpen(Conflict):
    type = "assessment/survey-form-open"
    title = "Phiếu khảo sát đang mở"


class ResultPublished(Conflict):
    type = "assessment/result-published"
    title = "Kết quả của kỳ đánh giá đã được công bố"


class SurveyNotBegun(Conflict):
    type = "assessment/survey-not-begun"
    title = "Đợt khảo sát chưa bắt đầu"


class SurveyOver(Conflict):
    type = "assessment/survey-over"
    title = "Đợt khảo sát đã kết thúc"


@dataclass(frozen=True)
class CampaignForm:
    """One form of a campaign; its totals are final once it is closed."""

    code: str
    closed_at: datetime | None
    closed_by: UUID | None
    version: int

    @property
    def status(self) -> str:
        """`open` or `closed`."""
        return "open" if self.closed_at is None else "closed"


@dataclass(frozen=True)
class Campaign:
    """One collection of answers for one or several periods. `clock_at` is the latest clock of its rehearsals, None for real ones."""

    id: UUID
    survey_forms_id: UUID
    period_ids: tuple[UUID, ...]
    from_at: datetime | None
    to_at: datetime | None
    clock_at: datetime | None
    forms: tuple[CampaignForm, ...]
    version: int

    def form(self, code: str) -> CampaignForm | None:
        """The campaign's form of that code."""
        return next((f for f in self.forms if f.code == code), None)


@dataclass(frozen=True)
class ResponseLine:
    """How many valid responses a form had for a unit."""

    unit_code: str
    form: str
    valid: int


@dataclass(frozen=True)
class TotalLine:
    """How many responses to a form for a unit chose an option of a question."""

    unit_code: str
    form: str
    question: str
    option: str
    count: int


@dataclass(frozen=True)
class GivenResponse:
    """A response line as it was given."""

    unit_code: str
    form: str
    valid: str


@dataclass(frozen=True)
class GivenTotal:
    """A total's line as it was given."""

    unit_code: str
    form: str
    question: str
    option: str
    count: str


@dataclass
class Entered:
    """What was entered before a line, stored or earlier in the batch: valid by (form, unit), counts by (form, unit, question, option)."""

    valid: dict[tuple[str, str], int] = field(default_factory=dict)
    counts: dict[tuple[str, str, str, str], int] = field(default_factory=dict)
    sums: dict[tuple[str, str, str], int] = field(default_factory=dict)

    def add_total(self, line: TotalLine) -> None:
        """Count a line with the others."""
        self.counts[line.form, line.unit_code, line.question, line.option] = line.count
        key = (line.form, line.unit_code, line.question)
        self.sums[key] = self.sums.get(key, 0) + line.count

    def of_form(self, form: str) -> dict[str, FormCounts]:
        """What was entered for a form, by unit, as the rules have it."""
        found = {unit: FormCounts(valid) for (code, unit), valid in self.valid.items() if code == form}
        counts: dict[str, dict[str, dict[str, int]]] = {}
        for (code, unit, question, option), count in self.counts.items():
            if code == form:
                counts.setdefault(unit, {}).setdefault(question, {})[option] = count
        return {unit: replace(found.get(unit, FormCounts()), counts=counts.get(unit, {})) for unit in {**found, **counts}}


@dataclass(frozen=True)
class SurveyedUnit:
    """A unit of the campaign's periods."""

    code: str
    name: str
    unit_type: str
    program: str


@dataclass(frozen=True)
class Judging:
    """What lines are judged by; `unit_types` has the units that are known."""

    campaign: Campaign
    forms: SurveyForms
    unit_types: Mapping[str, str]
    entered: Entered


Refusals = list[tuple[int, Refused | FormClosed]]


def plan_campaign(
    survey_forms_id: UUID,
    forms: SurveyForms | None,
    period_ids: Sequence[UUID],
    periods: Mapping[UUID, Period],
    from_at: datetime | None,
    to_at: datetime | None,
) -> Campaign:
    """A new campaign with every form open. Raises `CampaignRefused` naming what does not fit; `forms` None: not published."""
    errors = [*_dates_faults(from_at, to_at), *_period_faults(survey_forms_id, period_ids, periods)]
    if forms is None:
        errors.append(FieldError("/survey_forms_id", "Không có phiếu khảo sát đã ban hành với mã định danh này."))
    if errors or forms is None:
        raise CampaignRefused("Hãy sửa các trường được nêu rồi gửi lại.", errors=tuple(errors))
    clocks = [p.clock_at for p in periods.values() if p.clock_at is not None]
    open_forms = tuple(CampaignForm(form.code, None, None, 1) for form in forms.forms)
    ids = tuple(dict.fromkeys(period_ids))
    return Campaign(UUID(int=0), survey_forms_id, ids, from_at, to_at, max(clocks, default=None), open_forms, 1)


def codes_to_look_up(codes: Iterable[str]) -> list[str]:
    """Unit codes as they are stored, each once; what could not be stored is no unit's code."""
    return sorted({nfc(code) for code in codes if is_storable(code)})


def is_running(campaign: Campaign, now: datetime) -> bool:
    """Whether `now` lies within the campaign's dates, both inclusive; it is the real time, a rehearsal has its own."""
    at = campaign.clock_at or now
    return not ((campaign.from_at and at < campaign.from_at) or (campaign.to_at and at > campaign.to_at))


def change_dates(campaign: Campaign, from_at: datetime | None, to_at: datetime | None) -> Campaign:
    """The campaign with other dates, also after it ended. Raises `FormClosed` once every form is closed, `CampaignRefused`."""
    if all(form.closed_at is not None for form in campaign.forms):
        raise FormClosed("Mọi phiếu đã chốt; không còn gì để nhập trong thời gian mới.")
    errors = tuple(_dates_faults(from_at, to_at))
    if errors:
        raise CampaignRefused("Hãy sửa các trường được nêu rồi gửi lại.", errors=errors)
    return replace(campaign, from_at=from_at, to_at=to_at, version=campaign.version + 1)


def require_running(campaign: Campaign, now: datetime) -> None:
    """Raise `CampaignNotRunning` outside the campaign's dates."""
    if not is_running(campaign, now):
        raise CampaignNotRunning("Hãy nhập số liệu trong thời gian của đợt khảo sát.")


def require_answerable(campaign: Campaign, code: str, now: datetime) -> None:
    """Raise unless respondents may answer the form now: `UnknownForm`, `FormClosed`, `SurveyNotBegun`, `SurveyOver`."""
    form = campaign.form(code)
    if form is None:
        raise UnknownForm("Hãy kiểm tra lại mã phiếu khảo sát.")
    if form.closed_at is not None:
        raise FormClosed("Số liệu của phiếu đã được chốt nên không nhận thêm câu trả lời. Cảm ơn ông/bà đã quan tâm.")
    at = campaign.clock_at or now
    if campaign.from_at is not None and at < campaign.from_at:
        raise SurveyNotBegun(f"Phiếu nhận câu trả lời từ {shown(campaign.from_at)}; hãy mở lại từ lúc đó.")
    if campaign.to_at is not None and at > campaign.to_at:
        raise SurveyOver(f"Phiếu nhận câu trả lời đến hết {shown(campaign.to_at)}. Cảm ơn ông/bà đã quan tâm.")


def judge_responses(judging: Judging, lines: Sequence[GivenResponse]) -> tuple[list[ResponseLine], Refusals]:
    """The lines to keep, and those refused by their index; a line is judged against what the earlier ones left."""
    good: list[ResponseLine] = []
    refused: Refusals = []
    most = _most_by_unit(judging.entered)
    for index, given in enumerate(lines):
        try:
            line = _response(judging, given, most)
        except (Refused, FormClosed) as fault:
            refused.append((index, fault))
        else:
            judging.entered.valid[line.form, line.unit_code] = line.valid
            good.append(line)
    return good, refused


def judge_totals(judging: Judging, lines: Sequence[GivenTotal]) -> tuple[list[TotalLine], Refusals]:
    """As `judge_responses`, for totals keyed in from paper forms."""
    good: list[TotalLine] = []
    refused: Refusals = []
    for index, given in enumerate(lines):
        try:
            line = _total(judging, given)
        except (Refused, FormClosed) as fault:
            refused.append((index, fault))
        else:
            judging.entered.add_total(line)
            good.append(line)
    return good, refused


def close_forms(campaign: Campaign, codes: Iterable[str], at: datetime, by: UUID) -> tuple[Campaign, tuple[CampaignForm, ...]]:
    """The campaign with these forms closed, and the forms. Raises `UnknownForm`, `FormClosed`."""
    wanted = set(codes)
    for code in wanted:
        form = campaign.form(code)
        if form is None:
            raise UnknownForm("Hãy kiểm tra lại mã phiếu khảo sát.")
        _require_open(form)
    closed = {f.code: replace(f, closed_at=at, closed_by=by, version=f.version + 1) for f in campaign.forms if f.code in wanted}
    after = replace(campaign, forms=tuple(closed.get(f.code, f) for f in campaign.forms), version=campaign.version + 1)
    return after, tuple(closed.values())


def reopen_form(campaign: Campaign, code: str, *, published: bool) -> tuple[Campaign, CampaignForm]:
    """The campaign with a closed form open again, and the form. Raises `UnknownForm`, `FormOpen`, `ResultPublished`."""
    form = campaign.form(code)
    if form is None:
        raise UnknownForm("Hãy kiểm tra lại mã phiếu khảo sát.")
    if form.closed_at is None:
        raise FormOpen("Phiếu chưa chốt số liệu nên không cần mở lại.")
    if published:
        raise ResultPublished("Số liệu khảo sát của kết quả đã công bố không mở lại được.")
    again = replace(form, closed_at=None, closed_by=None, version=form.version + 1)
    forms = tuple(again if f.code == code else f for f in campaign.forms)
    return replace(campaign, forms=forms, version=campaign.version + 1), again


def _dates_faults(from_at: datetime | None, to_at: datetime | None) -> Iterable[FieldError]:
    if from_at is not None and to_at is not None and to_at < from_at:
        yield FieldError("/to", "Thời điểm kết thúc phải sau thời điểm bắt đầu.")


def _period_faults(survey_forms_id: UUID, period_ids: Sequence[UUID], periods: Mapping[UUID, Period]) -> Iterable[FieldError]:
    kinds = {p.rehearsal for p in periods.values()}
    for place, period_id in enumerate(period_ids):
        period = periods.get(period_id)
        if period is None:
            yield FieldError(f"/period_ids/{place}", "Không có kỳ đánh giá này.")
        elif period.stage is Stage.ARCHIVED:
            yield FieldError(f"/period_ids/{place}", "Kỳ đánh giá đã lưu trữ.")
        elif period.survey_forms_id not in (None, survey_forms_id):
            yield FieldError(f"/period_ids/{place}", "Kỳ đánh giá dùng phiên bản phiếu khảo sát khác.")
        elif len(kinds) > 1:
            yield FieldError(f"/period_ids/{place}", "Một đợt khảo sát chỉ gồm kỳ diễn tập, hoặc chỉ gồm kỳ chính thức.")


def _require_open(form: CampaignForm) -> None:
    if form.closed_at is not None:
        raise FormClosed("Phiếu đã chốt; không nhập thêm được nữa.")


def _response(judging: Judging, given: GivenResponse, most: Mapping[tuple[str, str], int]) -> ResponseLine:
    unit_code, form = _unit_and_form(judging, given.unit_code, given.form)
    valid = parse_count(given.valid, "valid")
    if (form.code, unit_code) in judging.entered.valid:
        raise Refused("duplicate", "Số phiếu hợp lệ của đơn vị này đã được nhập.")
    if most.get((form.code, unit_code), 0) > valid:
        raise Refused("too-many-answers", "Số câu trả lời đã nhập nhiều hơn số phiếu hợp lệ; hãy kiểm tra lại.", "valid")
    return ResponseLine(unit_code, form.code, valid)


def _total(judging: Judging, given: GivenTotal) -> TotalLine:
    unit_code, form = _unit_and_form(judging, given.unit_code, given.form)
    question = form.question(nfc(given.question))
    if question is None:
        raise Refused("unknown-question", f"Phiếu {form.code} không có câu hỏi này; hãy kiểm tra lại mã câu hỏi.", "question")
    option = question.scale.option(nfc(given.option)) if question.scale else None
    if option is None:
        raise Refused("unknown-option", "Thang đo của câu hỏi không có phương án này; hãy kiểm tra lại.", "option")
    count = parse_count(given.count, "count")
    if (form.code, unit_code, question.code, option.value) in judging.entered.counts:
        raise Refused("duplicate", "Số lượng của phương án này đã được nhập.")
    valid = judging.entered.valid.get((form.code, unit_code))
    if valid is not None and judging.entered.sums.get((form.code, unit_code, question.code), 0) + count > valid:
        raise Refused("too-many-answers", f"Tổng số câu trả lời vượt {valid} phiếu hợp lệ; hãy kiểm tra lại.", "count")
    return TotalLine(unit_code, form.code, question.code, option.value, count)


def _unit_and_form(judging: Judging, unit: str, form_code: str) -> tuple[str, Form]:
    unit_code, code = nfc(unit), nfc(form_code)
    unit_type = judging.unit_types.get(unit_code)
    if unit_type is None:
        raise Refused("unknown-unit", "Không có đơn vị này; hãy kiểm tra lại mã đơn vị.", "unit_code")
    form, in_campaign = judging.forms.form(code), judging.campaign.form(code)
    if form is None or in_campaign is None:
        raise Refused("unknown-form", "Không có phiếu khảo sát này; hãy kiểm tra lại mã phiếu.", "form")
    if unit_type not in form.assesses:
        raise Refused("form-not-for-unit", f"Phiếu {code} không hỏi về loại hình của đơn vị này.", "form")
    _require_open(in_campaign)
    return unit_code, form


def _most_by_unit(entered: Entered) -> dict[tuple[str, str], int]:
    most: dict[tuple[str, str], int] = {}
    for (form, unit_code, _question), total in entered.sums.items():
        most[form, unit_code] = max(most.get((form, unit_code), 0), total)
    return most
