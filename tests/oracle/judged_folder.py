"""A cycle folder judged line by line, written from the documents alone: what stands on each sheet, and what may be said of each line."""

import csv
import re
import unicodedata
from collections.abc import Iterator
from datetime import date, datetime
from fractions import Fraction
from pathlib import Path
from typing import Any

import yaml
from tests.oracle import scoring as s_

FILES = ("units", "declared", "sent", "appraised", "responses", "survey", "knock_outs")
NUMBER, COUNT = re.compile(r"[0-9]{1,15}(\.[0-9]{1,6})?"), re.compile(r"[0-9]{1,15}")
MAGIC = {"pdf": b"%PDF", "docx": b"PK\x03\x04", "xlsx": b"PK\x03\x04", "png": b"\x89PNG", "jpg": b"\xff\xd8", "jpeg": b"\xff\xd8"}
Row = dict[str, str]


def nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def number_faults(text: str, pattern: re.Pattern[str]) -> set[str]:
    if not text:
        return {"value-missing"}
    return set() if pattern.fullmatch(text) else {"not-a-number"}


class Sheet:
    """One unit's sheet in one set: its lines as they stand."""

    def __init__(self, criteria: dict[str, Any], unit: str) -> None:
        self.criteria, self.unit = criteria, unit
        self.digits = int(criteria["score_decimals"])
        self.leaves = {leaf["code"]: leaf for leaf in s_.leaves_of(criteria)}
        self.adjustments = {a["code"]: a for a in s_.adjustments_of(criteria)}
        self.declared: dict[str, Row] = {}
        self.sent_at: datetime | None = None
        self.given: dict[str, Row] = {}
        self.confirmed: set[str] = set()
        self.result: dict[str, Any] = {}

    def own(self, code: str) -> tuple[Fraction, bool]:
        """Self-score of a leaf, and whether it is a claim; a unit that sent nothing has 0 everywhere."""
        if self.sent_at is None or code not in self.declared:
            return Fraction(0), False
        score = s_.self_score(self.leaves[code], self.declared[code], self.digits)
        return score or Fraction(0), score is None

    def claimed(self, code: str) -> int:
        return int(self.declared[code]["count"]) if self.sent_at and code in self.declared else 0

    def is_complete(self) -> bool:
        for leaf in self.leaves.values():
            if leaf.get("self_scored") == "true":
                row = self.declared.get(leaf["code"])
                if row is None or (leaf.get("evidence") and not (row["evidence"] or row["explanation"].strip())):
                    return False
        for code, adjustment in self.adjustments.items():
            row = self.declared.get(code)
            if row and int(row["count"]) and adjustment.get("evidence") and not (row["evidence"] or row["explanation"].strip()):
                return False
        return True

    def unscored(self) -> list[str]:
        """Leaves with an appraiser that have neither a score nor an agreed claim."""
        return [code for code, leaf in self.leaves.items() if not s_.is_system(leaf) and code not in self.given]


class JudgedFolder:
    """Reads a folder that can be read and judges its lines in their order. `status` is 2 where the rules refuse the period."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.rejected: dict[tuple[str, int], set[str]] = {}
        period = yaml.load((folder / "period.yaml").read_text("utf-8-sig"), yaml.BaseLoader)
        self.programs: list[str] = period["programs"]
        self.forms = self.document(period["survey_forms"]) if period.get("survey_forms") else {"forms": [], "scales": {}}
        self.sets = {nfc(c["code"]): c for c in (self.document(path)["criteria_set"] for path in period["criteria_sets"])}
        own = period["phases"]["self_assessment"]
        self.begins, self.deadline = self.time(own["from"]), self.time(own["to"])
        self.late_until = self.time(own.get("late_until") or own["to"])
        self.holidays = {date.fromisoformat(day) for day in period.get("holidays") or []}
        self.extensions = {(e["unit"], e["program"]): self.time(e["to"]) for e in period.get("extensions") or []}
        conflict = period.get("conflict_appraiser") or {}
        self.replacements: dict[str, str] | None = (conflict.get("replacements") or {}) if conflict.get("enabled") == "true" else None
        evidence = folder / "evidence"
        self.evidence = {nfc(p.name): p for p in evidence.iterdir() if p.is_file()} if evidence.is_dir() else {}
        self.units: dict[str, Row] = {}
        self.sheets: dict[tuple[str, str], Sheet] = {}
        self.valid: dict[tuple[str, str], int] = {}
        self.answers: dict[tuple[str, str, str, str], int] = {}
        self.status = 0
        self.play()

    def document(self, path: str) -> Any:
        return yaml.load((self.folder / path).read_text("utf-8-sig"), yaml.BaseLoader)

    def time(self, text: str) -> datetime:
        read = s_.read_time(text)
        assert read is not None, text
        return read

    def rows(self, file: str) -> Iterator[tuple[int, Row]]:
        path = self.folder / f"{file}.csv"
        if not path.exists():
            return
        with path.open(encoding="utf-8-sig", newline="") as lines:
            reader = csv.reader(lines, strict=True)
            header, start = next(reader), reader.line_num + 1
            for cells in reader:
                if cells and len(cells) != len(header):
                    self.rejected[file, start] = {"wrong-field-count"}
                elif cells:
                    yield start, dict(zip(header, map(nfc, cells), strict=True))
                start = reader.line_num + 1

    def play(self) -> None:
        self.judge("units", self.unit_faults)
        for code, criteria in self.sets.items():
            for unit in self.units.values():
                if unit["unit_type"] in criteria["unit_types"]:
                    self.sheets[code, unit["code"]] = Sheet(criteria, unit["code"])
        if self.is_refused():
            self.status = 2
            return
        sends = [(s_.read_time(row["sent_at"]), line, row) for line, row in self.rows("sent")]
        for at, line, row in sends:
            if at is None:
                self.rejected["sent", line] = {"bad-time"} | self.place_faults(row)
            elif at < self.begins:
                self.rejected["sent", line] = {"too-early"}
        self.judge("declared", self.declared_faults)
        for at, line, row in sorted((send for send in sends if send[0] and send[0] >= self.begins), key=lambda send: send[:2]):
            faults = self.sent_faults(row, at)
            if faults:
                self.rejected["sent", line] = faults
        self.judge("appraised", self.appraised_faults)
        self.judge("responses", self.response_faults)
        self.judge("survey", self.survey_faults)
        self.judge("knock_outs", self.knock_out_faults)

    def is_refused(self) -> bool:
        """Whether the rules refuse the period for these units: rankings that disagree, a replacement missing or of the own unit, an
        extension that is none."""
        rules: dict[tuple[str, str], set[str]] = {}
        for sheet in self.sheets.values():
            ranking = sheet.criteria.get("ranking") or {}
            by, tie = ranking.get("rank_by", "index"), ranking.get("tie_rule", "shared_rank_dense")
            keys = ranking.get("tie_break_keys") if tie == "tie_break" else []
            rules.setdefault((sheet.criteria["program"], self.units[sheet.unit]["ranking_group"]), set()).add(f"{by} {tie} {keys}")
        there = {(unit, program) for unit in self.units for program in self.programs}
        return (
            any(len(found) > 1 for found in rules.values())
            or any(to <= self.deadline for key, to in self.extensions.items() if key in there)
            or any(map(self.lacks_replacement, self.sheets.values()))
        )

    def lacks_replacement(self, sheet: Sheet) -> bool:
        if self.replacements is None:
            return False
        agencies = {agency: a["unit"] for s in self.sets.values() for agency, a in s["appraisers"].items()}
        items = [*sheet.leaves.values(), *sheet.adjustments.values()]
        items += [
            k | {"appraiser": k.get("appraiser", s_.HOME_AFFAIRS)} for k in s_.knock_outs_of(sheet.criteria) if k["check"] == "manual"
        ]
        own = {item["appraiser"] for item in items if not s_.is_system(item) and agencies[item["appraiser"]] == sheet.unit}
        return any(agencies.get(self.replacements.get(agency, ""), sheet.unit) == sheet.unit for agency in own)

    def judge(self, file: str, judge: Any) -> None:
        """`judge` says every fault of a line, and where there is none takes it."""
        for line, row in self.rows(file):
            faults = judge(row)
            if faults:
                self.rejected[file, line] = faults

    def unit_faults(self, row: Row) -> set[str]:
        faults = {"value-missing"} if not all(cell.strip() for cell in row.values()) else set()
        codes = [row[column] for column in ("code", "unit_type", "ranking_group")]
        faults |= {"text-too-long"} if any(len(code.encode()) > 200 for code in codes) else set()
        # Files are named by the code; cycle-folder.md does not say how a code that cannot be a name is refused.
        faults |= {"value-not-allowed", "unsafe-name"} if any(c in code for c in "/\\" for code in codes[:2]) else set()
        faults |= {"duplicate"} if row["code"] in self.units else set()
        if not faults:
            self.units[row["code"]] = row
        return faults

    def place_faults(self, row: Row) -> set[str]:
        faults = {"unknown-set"} if row["set"] not in self.sets else set()
        faults |= {"unknown-unit"} if row["unit"] not in self.units else set()
        return faults or (set() if (row["set"], row["unit"]) in self.sheets else {"unit-not-in-set"})

    def text_faults(self, text: str) -> set[str]:
        return {"text-too-long"} if len(text) > 10_000 else set()

    def evidence_faults(self, cell: str) -> set[str]:
        faults = set()
        for name in cell.split(";") if cell else []:
            if name in (".", "..") or len(name.encode()) > 255 or any(c in "/\\" or unicodedata.category(c) == "Cc" for c in name):
                faults |= {"unsafe-name", "evidence-missing"}
            elif name not in self.evidence:
                faults |= {"evidence-missing"} if name else {"evidence-missing", "unsafe-name"}
            else:
                content, magic = self.evidence[name].read_bytes(), MAGIC.get(name.rpartition(".")[2].lower())
                if not magic or not content.startswith(magic) or len(content) > 20 * 1024 * 1024:
                    faults.add("evidence-refused")
        return faults

    def declared_faults(self, row: Row) -> set[str]:
        faults = self.place_faults(row) | self.text_faults(row["explanation"]) | self.evidence_faults(row["evidence"])
        faults |= {"value-not-allowed"} if row["not_applicable"] not in ("", "yes") else set()
        sheet = self.sheets.get((row["set"], row["unit"]))
        if sheet is None:
            return faults
        item = sheet.leaves.get(row["item"]) or sheet.adjustments.get(row["item"])
        if item is None:
            return faults | {"unknown-item"}
        if s_.is_system(item):
            return faults | {"system-item", "value-not-allowed"}
        is_leaf = row["item"] in sheet.leaves
        if is_leaf and item["self_scored"] != "true":
            return faults | {"value-not-allowed", "system-item"}
        columns = s_.columns_of(item) if is_leaf else {"count"}
        if row["not_applicable"] and not (is_leaf and item.get("not_applicable_allowed") == "true"):
            faults |= {"not-applicable-not-allowed"} | (set() if is_leaf else {"value-not-allowed"})
        unused = {"option", "numerator", "denominator", "count"} - (set() if row["not_applicable"] else columns)
        faults |= {"value-not-allowed"} if any(row[column] for column in unused) else set()
        if not row["not_applicable"]:
            faults |= self.value_faults(item, row, columns)
        if not faults:
            sheet.declared[row["item"]] = row
        return faults

    def value_faults(self, item: dict[str, Any], row: Row, columns: set[str]) -> set[str]:
        faults = set()
        if "option" in columns:
            known = {option["id"] for option in s_.options_of(item)}
            faults |= set() if row["option"] in known else {"unknown-option" if row["option"] else "value-missing"}
        for column in columns - {"option"}:
            faults |= number_faults(row[column], COUNT if column == "count" else NUMBER)
        if not faults and "denominator" in columns and not Fraction(row["denominator"]) and Fraction(row["numerator"]):
            faults.add("numerator-without-denominator")
        return faults

    def sent_faults(self, row: Row, at: datetime | None) -> set[str]:
        assert at is not None
        faults = self.place_faults(row)
        sheet = self.sheets.get((row["set"], row["unit"]))
        if sheet is None:
            return faults
        extended = self.extensions.get((row["unit"], sheet.criteria["program"]), self.late_until)
        faults |= {"already-sent"} if sheet.sent_at else set()
        faults |= {"too-late"} if at > max(self.late_until, extended) else set()
        faults |= set() if sheet.is_complete() else {"incomplete"}
        if not faults:
            sheet.sent_at = at
        return faults

    def appraised_faults(self, row: Row) -> set[str]:
        faults = self.place_faults(row) | self.text_faults(row["reason"])
        faults |= {"value-not-allowed"} if row["not_applicable"] not in ("", "yes") else set()
        sheet = self.sheets.get((row["set"], row["unit"]))
        if sheet is None:
            return faults
        item = sheet.leaves.get(row["item"]) or sheet.adjustments.get(row["item"])
        if item is None:
            return faults | {"unknown-item"}
        if s_.is_system(item):
            return faults | {"system-item", "value-not-allowed"}
        faults |= self.count_faults(sheet, row) if row["item"] in sheet.adjustments else self.score_faults(sheet, item, row)
        if not faults:
            sheet.given[row["item"]] = row
        return faults

    def count_faults(self, sheet: Sheet, row: Row) -> set[str]:
        faults = {"value-not-allowed"} if row["score"] else set()
        faults |= {"value-not-allowed", "not-claimed", "not-applicable-not-allowed"} if row["not_applicable"] else set()
        wrong = number_faults(row["count"], COUNT)
        if not wrong and not row["reason"].strip() and int(row["count"]) != sheet.claimed(row["item"]):
            wrong = {"reason-missing"}
        return faults | wrong

    def score_faults(self, sheet: Sheet, leaf: dict[str, Any], row: Row) -> set[str]:
        own, is_claim = sheet.own(row["item"])
        faults = {"value-not-allowed"} if row["count"] else set()
        if row["not_applicable"]:
            faults |= {"value-not-allowed"} if row["score"] else set()
            if not is_claim:
                faults.add("not-claimed")
                faults |= set() if leaf.get("not_applicable_allowed") == "true" else {"not-applicable-not-allowed"}
            return faults
        wrong = number_faults(row["score"], NUMBER)
        if wrong:
            return faults | wrong
        score = Fraction(row["score"])
        faults |= {"too-many-digits"} if len(row["score"].partition(".")[2]) > sheet.digits else set()
        if score > Fraction(leaf["max_score"]):
            faults |= {"out-of-range"} | (set() if s_.can_give(leaf, score) else {"score-not-possible"})
        elif not s_.can_give(leaf, score):
            faults.add("score-not-possible")
        return faults | ({"reason-missing"} if not row["reason"].strip() and (is_claim or score != own) else set())

    def form_faults(self, row: Row) -> tuple[set[str], dict[str, Any] | None]:
        form = next((f for f in self.forms["forms"] if f["code"] == row["form"]), None)
        faults = {"unknown-unit"} if row["unit"] not in self.units else set()
        faults |= {"unknown-form"} if form is None else set()
        if not faults and form and self.units[row["unit"]]["unit_type"] not in form["assesses"]:
            faults.add("form-not-for-unit")
        return faults, form

    def response_faults(self, row: Row) -> set[str]:
        faults, _ = self.form_faults(row)
        faults |= number_faults(row["valid"], COUNT)
        faults |= {"duplicate"} if (row["unit"], row["form"]) in self.valid else set()
        if not faults:
            self.valid[row["unit"], row["form"]] = int(row["valid"])
        return faults

    def survey_faults(self, row: Row) -> set[str]:
        faults, form = self.form_faults(row)
        wrong = number_faults(row["count"], COUNT)
        key = (row["unit"], row["form"], row["question"], row["option"])
        faults |= wrong | ({"duplicate"} if key in self.answers else set())
        question = next((q for q in form["questions"] if q["code"] == row["question"]), None) if form else None
        if form and question is None:
            faults.add("unknown-question")
        elif question is not None:
            scale = self.forms["scales"].get(question["scale"], {"options": []})
            if row["option"] not in {option["value"] for option in scale["options"]}:
                faults |= {"unknown-option"} if scale["options"] else {"unknown-option", "unknown-question", "value-not-allowed"}
                faults |= set() if row["option"] else {"value-missing"}
        most = self.valid.get((row["unit"], row["form"]))
        if not wrong and most is not None:
            already = sum(n for got, n in self.answers.items() if got[:3] == key[:3])
            faults |= {"too-many-answers"} if already + int(row["count"]) > most else set()
        if not faults:
            self.answers[key] = int(row["count"])
        return faults

    def knock_out_faults(self, row: Row) -> set[str]:
        faults = self.place_faults(row)
        sheet = self.sheets.get((row["set"], row["unit"]))
        if sheet is None:
            return faults
        found = next((k for k in s_.knock_outs_of(sheet.criteria) if k["code"] == row["code"]), None)
        if found is None:
            faults.add("unknown-knock-out")
        elif found["check"] != "manual":
            faults.add("not-manual")
        faults |= {"duplicate"} if row["code"] in sheet.confirmed else set()
        if not faults:
            sheet.confirmed.add(row["code"])
        return faults
