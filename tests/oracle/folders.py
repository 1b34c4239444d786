"""Random cycle folders, the same for the same seed: units, period and lines around the edges of every rule, and lines at fault."""

import csv
import io
import unicodedata
import zipfile
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any

import yaml
from tests.oracle import scoring
from tests.oracle.broken_lines import break_line
from tests.oracle.sets import AGENCIES, Num, SetMaker, dump

FORMS = Path(__file__).parents[2] / "data" / "survey-forms.yaml"
HEADERS = {
    "units": "code,name,unit_type,ranking_group",
    "declared": "set,unit,item,option,numerator,denominator,count,not_applicable,explanation,evidence",
    "sent": "set,unit,sent_at",
    "appraised": "set,unit,item,score,count,not_applicable,reason",
    "responses": "unit,form,valid",
    "survey": "unit,form,question,option,count",
    "knock_outs": "set,unit,code",
}
NAMES = [
    "Sở Hòa",
    "Sở Hoà",
    "Sở Hóa",
    "Sở Hỏa",
    "sở hòa",
    "Sở Hoa 2",
    "Sở Hoa 10",
    "Sở-Hòa",
    "Sở  Hòa",
    "Ban Đê",
    "Ban Dê",
    "Ban Dế",
    "Ban đê",
    "Sở Ăn",
]
TYPES = ("department", "district", "service_unit")
DEPARTMENTS = ("so-noi-vu", "so-tu-phap", "so-tai-chinh", "so-y-te", "so-xay-dung", "van-phong-ubnd-tinh")
CODES = {"district": "huyen-{}", "service_unit": "truong-{}", "commune": "xa-{}"}
PDF = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"


def make_folder(seed: int, folder: Path) -> None:
    """Write the folder of that seed."""
    FolderMaker(Random(seed), folder).make()


class FolderMaker:
    """Makes one folder; what it made so far is kept to make the next part fit, or not fit on purpose."""

    def __init__(self, rng: Random, folder: Path) -> None:
        self.rng, self.folder = rng, folder
        self.lines: dict[str, list[list[str]]] = {file: [] for file in HEADERS}
        self.careful = rng.random() < 0.65  # every program comes to its result, but for bad luck
        self.forms = yaml.load(FORMS.read_text("utf-8"), yaml.BaseLoader) if rng.random() < 0.85 else None

    def make(self) -> None:
        rng = self.rng
        (self.folder / "criteria").mkdir(parents=True)
        self.make_evidence()
        self.make_sets()
        self.make_units()
        self.make_period()
        for s in self.sets:
            for unit in self.units_of(s):
                self.make_sheet(s, unit)
        if self.forms:
            self.make_survey()
        self.break_some()
        optional = {"appraised", "responses", "survey", "knock_outs"}
        for file, lines in self.lines.items():
            if file in optional and not lines and rng.random() < 0.7:
                continue
            self.write_csv(file, lines)

    def make_evidence(self) -> None:
        place = self.folder / "evidence"
        place.mkdir()
        docx = io.BytesIO()
        with zipfile.ZipFile(docx, "w") as archive:
            archive.writestr("[Content_Types].xml", "<Types/>")
            archive.writestr("word/document.xml", "<w:document/>")
        files = {"Báo cáo.pdf": PDF, "Tờ trình, số 1.docx": docx.getvalue(), unicodedata.normalize("NFD", "Quyết định.PDF"): PDF}
        files |= {"rỗng.pdf": b"", "giả.png": b"not a picture", "cài đặt.exe": b"MZ", "đổi tên.docx": PDF}
        for name, content in files.items():
            (place / name).write_bytes(content)
        self.good_files, self.bad_files = [nfc for nfc in map(_nfc, list(files)[:3])], [_nfc(name) for name in list(files)[3:]]

    def make_sets(self) -> None:
        rng = self.rng
        self.programs = rng.choice(
            [["par_index", "task_completion"]] * 3 + [["task_completion", "par_index"], ["par_index"], ["task_completion"]]
        )
        types = rng.sample(TYPES, rng.randint(1, 2))
        self.shared_group = rng.random() < 0.4
        rules = {program: self.ranking() for program in self.programs}
        has_par = "par_index" in self.programs
        self.sets: list[dict[str, Any]] = []
        covers = {program: [types] if len(types) > 1 and rng.random() < 0.3 else [[t] for t in types] for program in self.programs}
        for program in self.programs:
            for unit_types in covers[program]:
                code = f"{program[:3].upper()}-{unit_types[0][:4].upper()}-2021" + rng.choice(["", "-B", " (sửa đổi)"])
                ranking = rules[program] if self.shared_group else self.ranking()
                made = SetMaker(rng, program, unit_types, code, ranking, self.forms, has_par and program != "par_index").make()
                path = f"criteria/{program}-{unit_types[0]}.yaml"
                self.sets.append({"path": path, **made["criteria_set"]})
                (self.folder / path).write_text(dump(made), "utf-8")
        rng.shuffle(self.sets)

    def ranking(self) -> dict[str, Any]:
        rng = self.rng
        made: dict[str, Any] = {}
        if rng.random() < 0.8:
            made["rank_by"] = rng.choice(["index", "final_score"])
        if rng.random() < 0.9:
            made["tie_rule"] = rng.choice(["shared_rank_dense", "shared_rank_gap", "tie_break"])
        if made.get("tie_rule") == "tie_break" or rng.random() < 0.3:
            made["tie_break_keys"] = rng.sample(["survey_score", "field_1_score", "field_2_score"], rng.randint(1, 3))
        return made

    def make_units(self) -> None:
        rng = self.rng
        types = sorted({t for s in self.sets for t in s["unit_types"]})
        self.units: list[dict[str, str]] = []
        departments = rng.sample(DEPARTMENTS, len(DEPARTMENTS))
        for n in range(rng.randint(3, 7)):
            unit_type = rng.choice([*types, *types, *types, "commune"])
            code = departments.pop() if unit_type == "department" and departments else CODES.get(unit_type, "ban-{}").format(n)
            group = "chung" if self.shared_group else rng.choice([unit_type] * 3 + ["nhóm khác/" + unit_type])
            self.units.append({"code": code, "name": rng.choice(NAMES), "unit_type": unit_type, "ranking_group": group})
        self.lines["units"] = [list(unit.values()) for unit in self.units]

    def units_of(self, s: dict[str, Any]) -> list[dict[str, str]]:
        return [unit for unit in self.units if unit["unit_type"] in s["unit_types"]]

    def make_period(self) -> None:
        rng = self.rng
        self.begins = datetime(2021, 12, rng.randint(1, 28), rng.choice([0, 7, 17]), tzinfo=scoring.VIETNAM)
        self.deadline = self.begins + timedelta(days=rng.randint(5, 30), hours=rng.choice([0, 5, 17]))
        self.late_until = self.deadline + timedelta(days=rng.choice([0, 3, 14]))
        own = {"from": self.text_of(self.begins), "to": self.text_of(self.deadline)}
        if self.late_until > self.deadline or rng.random() < 0.5:
            own["late_until"] = self.text_of(self.late_until)
        phases: dict[str, Any] = {"self_assessment": own}
        if rng.random() < 0.8:
            at = rng.choice([self.begins, self.deadline, self.late_until, self.late_until + timedelta(days=4)])
            phases["appraisal"] = {"from": self.text_of(at)}
            if rng.random() < 0.6:
                phases["appraisal"]["to"] = self.text_of(at + timedelta(days=rng.choice([0, 2, 30])))
        period: dict[str, Any] = {"year": Num(2021), "programs": self.programs, "criteria_sets": [s["path"] for s in self.sets]}
        if self.forms:
            (self.folder / "survey-forms.yaml").write_text(FORMS.read_text("utf-8"), "utf-8")
            period["survey_forms"] = "survey-forms.yaml"
        period["phases"] = phases
        if rng.random() < 0.7:
            around = [self.deadline.date() + timedelta(days=rng.randint(-2, 12)) for _ in range(rng.randint(0, 4))]
            period["holidays"] = [_iso(day) for day in around]
        self.extended: dict[tuple[str, str], datetime] = {}
        if rng.random() < 0.6:
            period["extensions"] = self.extensions()
        if rng.random() < 0.6:
            period["conflict_appraiser"] = self.conflict()
        self.folder.joinpath("period.yaml").write_text(("\ufeff" if rng.random() < 0.2 else "") + dump(period), "utf-8")

    def extensions(self) -> list[dict[str, str]]:
        rng = self.rng
        made = []
        for unit in self.units:
            for program in self.programs:
                if rng.random() < 0.4:
                    after = rng.choice(
                        [timedelta(microseconds=1), timedelta(hours=7), timedelta(days=4), timedelta(days=20), timedelta(days=60)]
                    )
                    self.extended[unit["code"], program] = self.deadline + after
                    made.append({"unit": unit["code"], "program": program, "to": self.text_of(self.deadline + after), "reason": "Bão lũ"})
        if rng.random() < 0.5:
            made.append({"unit": "khong-co", "program": "par_index", "to": self.text_of(self.begins), "reason": "Không có đơn vị này"})
        return made

    def conflict(self) -> dict[str, Any]:
        rng = self.rng
        used = sorted({agency for s in self.sets for agency in s["appraisers"]})
        if rng.random() < 0.2 or len(used) < 2:
            return {"enabled": False}
        return {"enabled": True, "replacements": {agency: rng.choice([a for a in used if a != agency]) for agency in used}}

    def text_of(self, at: datetime) -> str:
        """The instant, written with one of many offsets."""
        hours, minutes = self.rng.choice([(7, 0)] * 4 + [(0, 0), (9, 0), (-5, 0), (5, 45), (14, 0), (-11, -30)])
        local = at.astimezone(timezone(timedelta(hours=hours, minutes=minutes)))
        text = local.strftime("%Y-%m-%dT%H:%M")
        if local.microsecond:
            text += local.strftime(":%S.%f")
        elif local.second or self.rng.random() < 0.7:
            text += local.strftime(":%S")
        sign = "-" if hours < 0 else "+"
        return text + ("Z" if not hours and self.rng.random() < 0.5 else f"{sign}{abs(hours):02}:{abs(minutes):02}")

    def make_sheet(self, s: dict[str, Any], unit: dict[str, str]) -> None:
        rng = self.rng
        texts = as_texts(s)
        twin = next((u for u in self.units_of(s) if u is not unit and rng.random() < 0.35), None)
        sends = rng.random() < 0.85
        rows: dict[str, dict[str, str]] = {}
        before = {line[2]: line for line in self.lines["declared"] if twin and line[:2] == [s["code"], twin["code"]]}
        for leaf in scoring.leaves_of(texts):
            if scoring.is_system(leaf) or leaf["self_scored"] != "true":
                continue
            # The same values as another unit make ties.
            same = before.get(leaf["code"])
            line = [s["code"], unit["code"], *same[2:]] if same else self.declared(s, unit, leaf)
            if not self.careful and rng.random() < 0.03:
                continue  # then the sheet is incomplete
            rows[leaf["code"]] = dict(zip(HEADERS["declared"].split(","), line, strict=True))
            if rng.random() < 0.06:
                self.lines["declared"].append(self.declared(s, unit, leaf))
            self.lines["declared"].append(line)
        for item in scoring.adjustments_of(texts):
            if not scoring.is_system(item) and rng.random() < 0.5:
                line = [
                    s["code"],
                    unit["code"],
                    item["code"],
                    "",
                    "",
                    "",
                    str(rng.choice([0, 1, 1, 2, 50])),
                    "",
                    self.explanation(),
                    self.files(),
                ]
                rows[item["code"]] = dict(zip(HEADERS["declared"].split(","), line, strict=True))
                self.lines["declared"].append(line)
        self.agreeing = sends or not self.careful
        if sends:
            self.send(s, unit)
        twin_lines = {x[2]: x for x in self.lines["appraised"] if twin and x[:2] == [s["code"], twin["code"]]}
        for leaf in scoring.leaves_of(texts):
            if not scoring.is_system(leaf) and rng.random() < self.appraised_share:
                same = twin_lines.get(leaf["code"])
                line = (
                    [s["code"], unit["code"], *same[2:]]
                    if same and (self.agreeing or same[5] == "")
                    else self.appraised(s, unit, leaf, rows.get(leaf["code"]), int(texts["score_decimals"]))
                )
                self.lines["appraised"].append(line)
        for item in scoring.adjustments_of(texts):
            if not scoring.is_system(item) and rng.random() < 0.6:
                row = rows.get(item["code"])
                count = row["count"] if row and rng.random() < 0.5 else str(rng.choice([0, 1, 3, 999]))
                self.lines["appraised"].append([s["code"], unit["code"], item["code"], "", count, "", rng.choice(["", "Theo hồ sơ"])])
        for knock_out in scoring.knock_outs_of(texts):
            if rng.random() < 0.3:
                self.lines["knock_outs"].append([s["code"], unit["code"], knock_out["code"]])

    @property
    def appraised_share(self) -> float:
        """Most folders are appraised in full, so that their programs are aggregated."""
        if not hasattr(self, "_share"):
            self._share = 1.0 if self.careful else self.rng.choice([1.0, 0.9])
        return self._share

    def explanation(self) -> str:
        return (
            self.rng.choice(["Có", "Có"] if self.careful else ["", ""])
            if self.rng.random() < 0.4
            else self.rng.choice(
                ["Đã hoàn thành", 'Dòng 1\nDòng 2, có "ngoặc"\n\nDòng cuối', unicodedata.normalize("NFD", "Giải trình dấu rời"), "👍🏽"]
            )
        )

    def files(self) -> str:
        rng = self.rng
        if rng.random() < 0.2:
            return ""
        names = rng.sample(self.good_files, rng.choice([1, 1, 1, 2]))
        return ";".join(unicodedata.normalize("NFD", n) if rng.random() < 0.1 else n for n in names)

    def declared(self, s: dict[str, Any], unit: dict[str, str], leaf: dict[str, Any]) -> list[str]:
        rng = self.rng
        columns = scoring.columns_of(leaf)
        row = dict.fromkeys(HEADERS["declared"].split(","), "") | {"set": s["code"], "unit": unit["code"], "item": leaf["code"]}
        row |= {"explanation": self.explanation(), "evidence": self.files()}
        if leaf.get("not_applicable_allowed") == "true" and rng.random() < 0.25:
            row["not_applicable"] = "yes"
        elif "option" in columns:
            row["option"] = rng.choice(scoring.options_of(leaf))["id"]
        elif "count" in columns:
            edges = [int(Decimal(level["min"])) for level in scoring.options_of(leaf) if level.get("min")]
            row["count"] = rng.choice([str(max(0, e + d)) for e in edges or [2] for d in (-1, 0, 1)] + ["0", "007", "999999999999999"])
        else:
            row |= self.ratio(leaf, columns)
        return list(row.values())

    def ratio(self, leaf: dict[str, Any], columns: set[str]) -> dict[str, str]:
        """Numerator and denominator at the edges: of a level, of the floor, of the full score, of rounding, and zero."""
        rng, scoring_ = self.rng, leaf["scoring"]
        if "denominator" in columns and rng.random() < 0.15:
            return {"numerator": rng.choice(["0", "0.0"]), "denominator": rng.choice(["0", "0.000000"])}
        edges = [Decimal(level["min"]) for level in scoring_.get("levels", []) if level.get("min")] + [Decimal(100)]
        edges += [Decimal(scoring_["floor"]["below_percent"])] if scoring_.get("floor") else []
        below = rng.choice([Decimal(100), Decimal(3), Decimal(7), Decimal("1.5"), Decimal(1000)]) if "denominator" in columns else None
        base = below or Decimal(scoring_["denominator"]["constant"])
        top = base * rng.choice(edges) / 100 + rng.choice(
            [Decimal(0), Decimal(0), Decimal("0.000001"), Decimal("-0.000001"), Decimal("1.3")]
        )
        if rng.random() < 0.4:
            top = base * Decimal(rng.randint(0, 1300)) / 1000
        top = max(Decimal(0), top).quantize(Decimal("0.000001"))
        shorter = f"{top:f}".rstrip("0").rstrip(".") if rng.random() < 0.7 else f"{top:f}"
        return {"numerator": shorter} | ({"denominator": f"{below:f}"} if below is not None else {})

    def send(self, s: dict[str, Any], unit: dict[str, str]) -> None:
        rng = self.rng
        deadline = self.extended.get((unit["code"], s["program"]), self.deadline)
        last = max(self.late_until, deadline)
        one, day = timedelta(microseconds=1), timedelta(days=1)
        midnight = (deadline + day).astimezone(scoring.VIETNAM).replace(hour=0, minute=0, second=0, microsecond=0)
        late = [min(last, at) for at in (midnight - one, midnight, midnight + day, deadline + day * 3, deadline + day * 9)]
        times = [self.begins, deadline, deadline, deadline - day, deadline + one, *late, last]
        if not self.careful and rng.random() < 0.15:
            times = [self.begins - one, last + one, self.begins - day * 3]
        for _ in range(rng.choice([1] * 9 + [2])):
            at = max(rng.choice(times), self.begins - day * 3)
            self.lines["sent"].append([s["code"], unit["code"], self.text_of(at)])

    def appraised(
        self, s: dict[str, Any], unit: dict[str, str], leaf: dict[str, Any], row: dict[str, str] | None, digits: int
    ) -> list[str]:
        rng = self.rng
        start = [s["code"], unit["code"], leaf["code"]]
        own = scoring.self_score(leaf, row, digits) if row else scoring.Fraction(0)
        if own is None and self.agreeing and rng.random() < 0.6:
            return [*start, "", "", "yes", rng.choice(["", "Đồng ý"])]
        reason = rng.choice(["Theo kết quả kiểm tra", "Lý do\nhai dòng"])
        most = Decimal(leaf["max_score"])
        if leaf["scoring"]["method"] == "ratio":
            steps = 10 ** min(digits, 2)
            other = scoring.Fraction(rng.randint(0, int(most * steps)), steps)
        elif leaf["scoring"]["method"] == "deduction":
            other = scoring.deduction_score(leaf, rng.choice([0, 1, 2, 1000]))
        else:
            other = scoring.Fraction(rng.choice(scoring.options_of(leaf))["score"])
        if own is not None and rng.random() < 0.6:
            return [*start, self.written(own, digits), "", "", reason if self.careful else rng.choice(["", "", reason])]
        return [*start, self.written(other, digits), "", "", reason]

    def written(self, score: scoring.Fraction, digits: int) -> str:
        text = scoring.shown(score, digits)
        short = text.rstrip("0").rstrip(".") if "." in text else text
        return text if self.rng.random() < 0.4 else short

    def make_survey(self) -> None:
        rng = self.rng
        for unit in self.units:
            for form in self.forms["forms"]:
                if unit["unit_type"] not in form["assesses"] or rng.random() < 0.1:
                    continue
                least = int(form["min_responses"])
                valid = rng.choice([least, least, least - 1, 0, least + 30, 90])
                if rng.random() < 0.9:
                    self.lines["responses"].append([unit["code"], form["code"], str(valid)])
                for question in form["questions"]:
                    if question["scale"] in ("null", "") or rng.random() < 0.4:
                        continue
                    room = valid
                    options = self.forms["scales"][question["scale"]]["options"]
                    only_excluded = rng.random() < 0.1
                    for option in rng.sample(options, len(options)):
                        count = rng.choice([0, room, rng.randint(0, room)])
                        room -= count
                        if count and not (only_excluded and option.get("excluded") != "true"):
                            self.lines["survey"].append([unit["code"], form["code"], question["code"], option["value"], str(count)])

    def break_some(self) -> None:
        """Lines at fault at any place of every file; a few of the order's own lines exchange places too."""
        rng = self.rng
        for file, lines in self.lines.items():
            header = HEADERS[file].split(",")
            for _ in range(rng.choice([0, 1, 3, 6]) if lines else 0):
                line = break_line(rng, file, header, rng.choice(lines), self.good_files, self.bad_files)
                lines.insert(rng.randint(0, len(lines)), line)
            if file in ("declared", "appraised", "sent", "survey") and rng.random() < 0.5:
                rng.shuffle(lines)

    def write_csv(self, file: str, lines: list[list[str]]) -> None:
        rng = self.rng
        end = rng.choice(["\n", "\r\n"])
        out = io.StringIO()
        writer = csv.writer(out, lineterminator=end, quoting=rng.choice([csv.QUOTE_MINIMAL, csv.QUOTE_MINIMAL, csv.QUOTE_ALL]))
        writer.writerow(HEADERS[file].split(","))
        for line in lines:
            if rng.random() < 0.02:
                out.write(end)
            if line != [""]:
                writer.writerow(line)
        text = out.getvalue()
        if rng.random() < 0.3:
            text = text.removesuffix(end)
        (self.folder / f"{file}.csv").write_bytes((b"\xef\xbb\xbf" if rng.random() < 0.3 else b"") + text.encode())


def as_texts(s: dict[str, Any]) -> dict[str, Any]:
    """The set as the oracle reads it: every scalar a text."""
    loaded: dict[str, Any] = yaml.load(dump({k: v for k, v in s.items() if k != "path"}), yaml.BaseLoader)
    return loaded


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _iso(day: date) -> str:
    return day.isoformat()


__all__ = ["AGENCIES", "UTC", "make_folder"]
