"""Random cycle folders, the same for the same seed: units, period and lines around the edges of every rule, and lines at fault."""

import csv
import io
import unicodedata
import zipfile
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

import yaml
from tests.oracle import scoring
from tests.oracle.broken_lines import break_line
from tests.oracle.sets import Num, SetMaker, dump
from tests.oracle.sheet_lines import HEADERS, LineMaker

FORMS = Path(__file__).parents[2] / "data" / "survey-forms.yaml"
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


class FolderMaker(LineMaker):
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


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _iso(day: date) -> str:
    return day.isoformat()
