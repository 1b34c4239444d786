"""Lines of random cycle folders: declared and appraised values, sends and survey totals around the edges of every rule."""

import unicodedata
from datetime import datetime, timedelta, timezone
from decimal import Decimal
from fractions import Fraction
from random import Random
from typing import Any

import yaml
from tests.oracle import scoring
from tests.oracle.sets import dump

HEADERS = {
    "units": "code,name,unit_type,ranking_group",
    "declared": "set,unit,item,option,numerator,denominator,count,not_applicable,explanation,evidence",
    "sent": "set,unit,sent_at",
    "appraised": "set,unit,item,score,count,not_applicable,reason",
    "responses": "unit,form,valid",
    "survey": "unit,form,question,option,count",
    "knock_outs": "set,unit,code",
}


class LineMaker:
    """Makes the lines of one folder; a subclass has made its period, sets, units and evidence before."""

    rng: Random
    forms: Any
    careful: bool
    units: list[dict[str, str]]
    lines: dict[str, list[list[str]]]
    good_files: list[str]
    begins: datetime
    deadline: datetime
    late_until: datetime
    extended: dict[tuple[str, str], datetime]

    def units_of(self, s: dict[str, Any]) -> list[dict[str, str]]:
        return [unit for unit in self.units if unit["unit_type"] in s["unit_types"]]

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
        own = scoring.self_score(leaf, row, digits) if row else Fraction(0)
        if own is None and self.agreeing and rng.random() < 0.6:
            return [*start, "", "", "yes", rng.choice(["", "Đồng ý"])]
        reason = rng.choice(["Theo kết quả kiểm tra", "Lý do\nhai dòng"])
        most = Decimal(leaf["max_score"])
        if leaf["scoring"]["method"] == "ratio":
            steps = 10 ** min(digits, 2)
            other = Fraction(rng.randint(0, int(most * steps)), steps)
        elif leaf["scoring"]["method"] == "deduction":
            other = scoring.deduction_score(leaf, rng.choice([0, 1, 2, 1000]))
        else:
            other = Fraction(rng.choice(scoring.options_of(leaf))["score"])
        if own is not None and rng.random() < 0.6:
            return [*start, self.written(own, digits), "", "", reason if self.careful else rng.choice(["", "", reason])]
        return [*start, self.written(other, digits), "", "", reason]

    def written(self, score: Fraction, digits: int) -> str:
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


def as_texts(s: dict[str, Any]) -> dict[str, Any]:
    """The set as the oracle reads it: every scalar a text."""
    loaded: dict[str, Any] = yaml.load(dump({k: v for k, v in s.items() if k != "path"}), yaml.BaseLoader)
    return loaded
