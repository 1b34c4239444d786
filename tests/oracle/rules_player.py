"""A cycle folder played by the rules library alone: what the whole platform must give is what the arithmetic gives."""

import csv
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import yaml

from chamdiem_rules.appraise import AppraisalInput, SelfPosition, appraise_adjustment, appraise_leaf
from chamdiem_rules.assign import ConflictRule
from chamdiem_rules.complete import AnswerState, missing_items
from chamdiem_rules.criteria_set import CriteriaSet, Leaf, read_criteria_set
from chamdiem_rules.declare import Declaration, Declared, declare_adjustment, declare_leaf
from chamdiem_rules.document import load_yaml
from chamdiem_rules.instants import parse_instant, working_days_late
from chamdiem_rules.methods import Conversion
from chamdiem_rules.numbers import format_percent, format_score, parse_count
from chamdiem_rules.period_check import PeriodPlan, Phases, PlannedExtension, PlannedUnit, period_faults, sheets_of
from chamdiem_rules.rank import RankRow, rank
from chamdiem_rules.refusal import TITLES, Refused
from chamdiem_rules.survey import FormCounts, all_survey_points
from chamdiem_rules.survey_forms import read_survey_forms
from chamdiem_rules.survey_types import SurveyForms
from chamdiem_rules.system_items import Delay
from chamdiem_rules.text import clean_file_name, clean_text, is_blank, nfc
from chamdiem_rules.totals import LeafInput, SheetInput, SheetResult, sheet_result

MAGIC = {"pdf": b"%PDF", "docx": b"PK", "xlsx": b"PK", "png": b"\x89PNG", "jpg": b"\xff\xd8", "jpeg": b"\xff\xd8"}
SCORES = "set,unit,item,self_score,appraised_score,final_score,not_applicable"
RESULTS = (
    "program,ranking_group,rank,unit,set,self_total,appraised_total,survey_total,bonus,deduction,final_score,applicable_max,"
    "index_percent,index_exact,level,knocked_out_by"
)
CODE_LIMIT_BYTES = 200  # identity's, as files are named by codes
FILES = ("units", "declared", "sent", "appraised", "responses", "survey", "knock_outs")


class Sheet:
    def __init__(self) -> None:
        self.declared: dict[str, Declared | int] = {}
        self.answers: dict[str, AnswerState] = {}
        self.sent_at: Any = None
        self.leaves: dict[str, LeafInput] = {}
        self.counts: dict[str, int] = {}
        self.knock_outs: set[str] = set()


class Player:
    """Judges the lines of a cycle folder in the order of cycle-folder.md, with nothing but the rules."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.evidence = {unicodedata.normalize("NFC", path.name): path for path in (folder / "evidence").glob("*")}
        self.rejected: list[tuple[str, int, str]] = []
        period = yaml.load((folder / "period.yaml").read_text("utf-8-sig"), yaml.BaseLoader)
        self.programs = period["programs"]
        forms = period.get("survey_forms")
        self.forms = (
            read_survey_forms(load_yaml((folder / forms).read_text("utf-8"))) if forms else SurveyForms((), {}, Conversion.MEAN_WEIGHT)
        )
        self.sets = {s.code: s for path in period["criteria_sets"] for s in [self.read_set(path)]}
        own, later = period["phases"]["self_assessment"], period["phases"].get("appraisal", {})
        begins, ends = parse_instant(own["from"]), parse_instant(own["to"])
        late_until = parse_instant(own.get("late_until", own["to"]))
        appraisal_from = parse_instant(later["from"]) if later else late_until
        self.phases = Phases(begins, ends, late_until, appraisal_from, parse_instant(later["to"]) if later.get("to") else None)
        self.holidays = [date.fromisoformat(d) for d in period.get("holidays", [])]
        self.extensions = {(e["unit"], e["program"]): parse_instant(e["to"]) for e in period.get("extensions", [])}
        conflict = period.get("conflict_appraiser", {})
        self.conflict = ConflictRule(conflict.get("enabled") == "true", conflict.get("replacements", {}))
        self.units: dict[str, PlannedUnit] = {}
        self.names: dict[str, str] = {}
        self.sheets: dict[tuple[str, str], Sheet] = {}
        self.surveys: dict[str, dict[str, FormCounts]] = defaultdict(dict)

    def read_set(self, path: str) -> CriteriaSet:
        return read_criteria_set(load_yaml((self.folder / path).read_text("utf-8")), self.forms)

    def rows(self, file: str) -> Iterator[tuple[int, dict[str, str]]]:
        """Records with the physical line where each starts; those of a wrong width are refused here."""
        if not (self.folder / f"{file}.csv").exists():
            return
        with (self.folder / f"{file}.csv").open(encoding="utf-8-sig", newline="") as lines:
            reader = csv.reader(lines, strict=True)
            header, start = next(reader), reader.line_num + 1
            for row in reader:
                if row and len(row) != len(header):
                    self.reject(file, start, "wrong-field-count")
                elif row:
                    yield start, dict(zip(header, map(nfc, row), strict=True))
                start = reader.line_num + 1

    def reject(self, file: str, line: int, code: str) -> None:
        assert code in TITLES
        self.rejected.append((file, line, code))

    def play(self) -> None:
        self.judge("units", self.unit)
        for s, unit in sheets_of(list(self.sets.values()), list(self.units.values())):
            self.sheets[s.code, unit] = Sheet()
        extensions = [PlannedExtension(u, p, to) for (u, p), to in self.extensions.items()]
        plan = PeriodPlan(self.programs, list(self.sets.values()), list(self.units.values()), self.phases, extensions, self.conflict)
        assert period_faults(plan) == ()
        sends = list(self.sends())
        for _, line, row in (send for send in sends if send[0] is None or send[0] < self.phases.self_assessment_from):
            self.reject("sent", line, "too-early" if row else "bad-time")
        self.judge("declared", self.declare)
        for at, line, row in sorted((s for s in sends if s[0] and s[0] >= self.phases.self_assessment_from), key=lambda s: s[:2]):
            self.judged("sent", line, self.send, row, at)
        self.judge("appraised", self.appraise)
        self.judge("responses", self.responses)
        self.judge("survey", self.answers)
        self.judge("knock_outs", self.knock_out)

    def judge(self, file: str, judge: Any) -> None:
        for line, row in self.rows(file):
            self.judged(file, line, judge, row)

    def judged(self, file: str, line: int, judge: Any, *given: Any) -> None:
        try:
            judge(*given)
        except Refused as refused:
            self.reject(file, line, refused.code)

    def unit(self, row: dict[str, str]) -> None:
        if any(map(is_blank, row.values())):
            raise Refused("value-missing", "")
        if any(len(row[column].encode()) > CODE_LIMIT_BYTES for column in ("code", "unit_type", "ranking_group")):
            raise Refused("text-too-long", "")
        if any(sign in row[column] for sign in "/\\" for column in ("code", "unit_type")):
            raise Refused("value-not-allowed", "")
        if row["code"] in self.units:
            raise Refused("duplicate", "")
        self.units[row["code"]] = PlannedUnit(row["code"], row["unit_type"], row["ranking_group"])
        self.names[row["code"]] = row["name"]

    def sends(self) -> Iterator[tuple[Any, int, dict[str, str]]]:
        for line, row in self.rows("sent"):
            try:
                yield parse_instant(row["sent_at"]), line, row
            except Refused:
                yield None, line, {}

    def sheet(self, row: dict[str, str]) -> tuple[CriteriaSet, Sheet]:
        if row["set"] not in self.sets:
            raise Refused("unknown-set", "")
        if row["unit"] not in self.units:
            raise Refused("unknown-unit", "")
        if (row["set"], row["unit"]) not in self.sheets:
            raise Refused("unit-not-in-set", "")
        return self.sets[row["set"]], self.sheets[row["set"], row["unit"]]

    def declare(self, row: dict[str, str]) -> None:
        s, sheet = self.sheet(row)
        item = s.item(row["item"])
        if item is None:
            raise Refused("unknown-item", "")
        given = Declaration(**{k: row[k] for k in ("option", "numerator", "denominator", "count", "not_applicable")})
        declared = declare_leaf(item, given, s.score_decimals) if isinstance(item, Leaf) else declare_adjustment(item, given)
        explained = not is_blank(clean_text(row["explanation"], "explanation"))
        files = [self.check_evidence(clean_file_name(name)) for name in row["evidence"].split(";") if row["evidence"]]
        sheet.declared[item.code] = declared
        sheet.answers[item.code] = AnswerState(True, bool(files), explained, declared if isinstance(declared, int) else 0)

    def check_evidence(self, name: str) -> str:
        path = self.evidence.get(name)
        if path is None:
            raise Refused("evidence-missing", "")
        magic = MAGIC.get(path.suffix[1:].lower())
        content = path.read_bytes()
        if magic is None or not content.startswith(magic):
            raise Refused("evidence-refused", "")
        return name

    def send(self, row: dict[str, str], at: Any) -> None:
        s, sheet = self.sheet(row)
        if sheet.sent_at:
            raise Refused("already-sent", "")
        if at > self.phases.last_instant(self.extensions.get((row["unit"], s.program))):
            raise Refused("too-late", "")
        if missing_items(s, sheet.answers):
            raise Refused("incomplete", "")
        sheet.sent_at = at

    def appraise(self, row: dict[str, str]) -> None:
        s, sheet = self.sheet(row)
        item = s.item(row["item"])
        if item is None:
            raise Refused("unknown-item", "")
        given = AppraisalInput(row["score"], row["count"], row["not_applicable"], row["reason"])
        declared = sheet.declared.get(item.code) if sheet.sent_at else None
        if not isinstance(item, Leaf):
            sheet.counts[item.code] = appraise_adjustment(item, given, declared if isinstance(declared, int) else 0).count
            return
        position = SelfPosition()
        if isinstance(declared, Declared):
            position = SelfPosition(declared.self_score or position.self_score, declared.is_claim)
        kept = appraise_leaf(item, given, position, s.score_decimals)
        sheet.leaves[item.code] = LeafInput(None, position.is_claim, kept.score, kept.agreed_not_applicable)

    def form_of(self, row: dict[str, str]) -> Any:
        if row["unit"] not in self.units:
            raise Refused("unknown-unit", "")
        form = self.forms.form(row["form"])
        if form is None:
            raise Refused("unknown-form", "")
        if self.units[row["unit"]].unit_type not in form.assesses:
            raise Refused("form-not-for-unit", "")
        return form

    def responses(self, row: dict[str, str]) -> None:
        form = self.form_of(row)
        if form.code in self.surveys[row["unit"]]:
            raise Refused("duplicate", "")
        self.surveys[row["unit"]][form.code] = FormCounts(parse_count(row["valid"], "valid"), defaultdict(dict))

    def answers(self, row: dict[str, str]) -> None:
        form = self.form_of(row)
        question = form.question(row["question"])
        if question is None:
            raise Refused("unknown-question", "")
        if question.scale is None or question.scale.option(row["option"]) is None:
            raise Refused("unknown-option", "")
        count = parse_count(row["count"], "count")
        got = self.surveys[row["unit"]].setdefault(form.code, FormCounts(None, defaultdict(dict)))
        counts: dict[str, int] = got.counts[question.code]  # type: ignore[assignment]
        if row["option"] in counts:
            raise Refused("duplicate", "")
        if got.valid is not None and sum(counts.values()) + count > got.valid:
            raise Refused("too-many-answers", "")
        counts[row["option"]] = count

    def knock_out(self, row: dict[str, str]) -> None:
        s, sheet = self.sheet(row)
        knock_out = s.knock_out(row["code"])
        if knock_out is None:
            raise Refused("unknown-knock-out", "")
        if not knock_out.is_manual:
            raise Refused("not-manual", "")
        if knock_out.code in sheet.knock_outs:
            raise Refused("duplicate", "")
        sheet.knock_outs.add(knock_out.code)

    def results(self) -> dict[tuple[str, str], SheetResult]:
        results: dict[tuple[str, str], SheetResult] = {}
        for program in ("par_index", "task_completion"):
            for (code, unit), sheet in self.sheets.items():
                s = self.sets[code]
                if s.program == program:
                    par = [r.index for (c, u), r in results.items() if u == unit and self.sets[c].program == "par_index"]
                    results[code, unit] = sheet_result(s, self.sheet_input(s, unit, sheet, par[0] if par else None))
        return results

    def sheet_input(self, s: CriteriaSet, unit: str, sheet: Sheet, par: Fraction | None) -> SheetInput:
        deadline = self.phases.deadline(self.extensions.get((unit, s.program)))
        leaves = {}
        for leaf in s.leaves:
            declared = sheet.declared.get(leaf.code) if sheet.sent_at else None
            given = sheet.leaves.get(leaf.code, LeafInput())
            own = declared if isinstance(declared, Declared) else Declared(None, None, False)  # type: ignore[arg-type]
            leaves[leaf.code] = LeafInput(own.self_score, own.is_claim, given.appraised_score, given.agreed_not_applicable)
        return SheetInput(
            leaves=leaves,
            counts=sheet.counts,
            survey_points=all_survey_points(s, self.surveys[unit], self.forms),
            delay=Delay(working_days_late(deadline, sheet.sent_at, self.holidays) if sheet.sent_at else None),
            par_index=par,
            confirmed_knock_outs=sheet.knock_outs,
        )

    def write(self, out: Path) -> int:
        results = self.results()
        done = {p for p in self.programs if not any(r.unscored for (c, _), r in results.items() if self.sets[c].program == p)}
        if "par_index" not in done and any(s.uses_par_index for s in self.sets.values()):
            done.discard("task_completion")
        lines = [row for (code, unit), r in results.items() for row in self.score_rows(self.sets[code], unit, r, done)]
        order = {code: i for i, code in enumerate(self.sets)}
        lines.sort(key=lambda row: order[row[0]])
        write(out / "scores.csv", SCORES, lines)
        ranked = [row for p in sorted(done) for row in self.ranking_rows(p, results)]
        write(out / "results.csv", RESULTS, ranked)
        refused = sorted(self.rejected, key=lambda r: (FILES.index(r[0]), r[1]))
        write(out / "rejected.csv", "file,line,type", [[f"{f}.csv", str(n), c] for f, n, c in refused])
        return 0 if done == set(self.programs) else 1

    def score_rows(self, s: CriteriaSet, unit: str, result: SheetResult, done: set[str]) -> Iterator[list[str]]:
        def shown(value: Any) -> str:
            return "" if value is None else format_score(value, s.score_decimals)

        for leaf, item in zip(result.leaves, s.leaves, strict=True):
            final = None if s.program not in done and item.auto_source else leaf.final_score
            na = "yes" if leaf.not_applicable else ""
            yield [s.code, unit, leaf.code, shown(leaf.self_score), shown(leaf.appraised_score), shown(final), na]
        for adjustment, entry in zip(result.adjustments, s.adjustments, strict=True):
            points = None if s.program not in done and entry.auto_source else adjustment.points
            yield [s.code, unit, adjustment.code, "", "", shown(points), ""]

    def ranking_rows(self, program: str, results: dict[tuple[str, str], SheetResult]) -> Iterator[list[str]]:
        groups: dict[str, list[tuple[CriteriaSet, str, SheetResult]]] = defaultdict(list)
        for (code, unit), r in results.items():
            if self.sets[code].program == program:
                groups[self.units[unit].ranking_group].append((self.sets[code], unit, r))
        for group in sorted(groups):
            by_unit = {unit: (s, r) for s, unit, r in groups[group]}
            rows = [RankRow(u, self.names[u], r.index, r.final_score, r.survey_total, r.field_totals) for _, u, r in groups[group]]
            for place in rank(rows, groups[group][0][0].ranking):
                s, r = by_unit[place.row.unit_code]
                scores = (r.self_total, r.appraised_total, r.survey_total, r.bonus, r.deduction, r.final_score, r.applicable_max)
                yield [
                    *(program, group, str(place.rank), place.row.unit_code, s.code),
                    *(format_score(score, s.score_decimals) for score in scores),
                    *(format_percent(r.index, s.index_decimals), format_percent(r.index, 12), r.level, ";".join(r.knocked_out_by)),
                ]


def write(path: Path, header: str, rows: list[list[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([header.split(","), *rows])
