"""A second computation of a whole cycle folder, written from the documents alone: what the command must give, and may say of each line."""

import csv
from collections.abc import Iterator
from fractions import Fraction
from itertools import groupby
from pathlib import Path
from typing import Any

from tests.oracle import scoring as s_
from tests.oracle.judged_folder import FILES, JudgedFolder, Sheet, nfc

SCORES = "set,unit,item,self_score,appraised_score,final_score,not_applicable"
RESULTS = (
    "program,ranking_group,rank,unit,set,self_total,appraised_total,survey_total,bonus,deduction,final_score,applicable_max,"
    "index_percent,index_exact,level,knocked_out_by"
)


class Oracle(JudgedFolder):
    """A folder that can be read, with everything that must come out."""

    def play(self) -> None:
        super().play()
        if self.status != 2:
            self.compute()

    def compute(self) -> None:
        """Results of every sheet, and which programs are aggregated."""
        of = {p: [sheet for sheet in self.sheets.values() if sheet.criteria["program"] == p] for p in self.programs}
        self.done = {p for p in self.programs if not any(sheet.unscored() for sheet in of[p])}
        sets_using = [c for c in self.sets.values() if c["program"] == "task_completion" and s_.uses_par(c)]
        if "par_index" in self.programs and "par_index" not in self.done and sets_using:
            self.done.discard("task_completion")
        self.status = 0 if self.done == set(self.programs) else 1
        self.par: dict[str, Fraction] = {}
        for program in ("par_index", "task_completion"):
            for sheet in of.get(program, []):
                sheet.result = self.result_of(sheet)
                if program == "par_index":
                    self.par[sheet.unit] = sheet.result["index"]

    def result_of(self, sheet: Sheet) -> dict[str, Any]:
        done = sheet.criteria["program"] in self.done
        deadline = self.extensions.get((sheet.unit, sheet.criteria["program"]), self.deadline)
        days = s_.days_late(deadline, sheet.sent_at, self.holidays)
        par = self.par.get(sheet.unit)
        own_sum = given_sum = max_sum = Fraction(0)
        for code, leaf in sheet.leaves.items():
            row = sheet.given.get(code)
            if not s_.is_system(leaf) and row and not row["not_applicable"]:
                own_sum, given_sum = own_sum + sheet.own(code)[0], given_sum + Fraction(row["score"])
                max_sum += Fraction(leaf["max_score"])
        gap = int(own_sum - given_sum > max_sum / 10)
        lines, finals, not_applicable = [], {}, set()
        for code, leaf in sheet.leaves.items():
            own, given, final, na = self.leaf_line(sheet, code, leaf, (days, gap, par), done)
            lines.append((code, own, given, final, na))
            if final is not None:
                finals[code] = final
            if na:
                not_applicable.add(code)
        points = {}
        for code, adjustment in sheet.adjustments.items():
            row, source = sheet.given.get(code), s_.auto_source(adjustment)
            count = {s_.DELAY: days, s_.GAP: gap}[source] if source else int(row["count"]) if row else 0
            cap = Fraction(adjustment["cap"])
            points[code] = cap if count is None else min(cap, count * Fraction(adjustment["per_occurrence"]))
            lines.append((code, None, None, None if source and not done else points[code], False))
        total = {
            kind: sum((p for c, p in points.items() if sheet.adjustments[c]["kind"] == kind), Fraction(0))
            for kind in ("bonus", "deduction")
        }
        caps = sheet.criteria.get("adjustments") or {}
        bonus, deduction = (min(Fraction(caps.get(f"{kind}_cap") or 0), total[kind]) for kind in ("bonus", "deduction"))
        most = Fraction(sheet.criteria["max_score"]) - sum(Fraction(sheet.leaves[code]["max_score"]) for code in not_applicable)
        final = min(most, max(Fraction(0), sum(finals.values()) + bonus - deduction))
        index = 100 * final / most if most else Fraction(0)
        survey = sum((p for code, p in finals.items() if s_.is_survey(sheet.leaves[code])), Fraction(0))
        level, by = s_.level_and_knock_outs(sheet.criteria, index, sheet.confirmed, days, par) if done else ("", [])
        fields: dict[str, Fraction] = {}
        for code, score in finals.items():
            fields[sheet.leaves[code]["field"]] = fields.get(sheet.leaves[code]["field"], Fraction(0)) + score
        return {
            "lines": lines,
            "scores": [
                sum((x[1] for x in lines if x[1]), Fraction(0)),
                sum(finals.values()) - survey,
                survey,
                bonus,
                deduction,
                final,
                most,
            ],
            **{"index": index, "level": level, "by": by, "final": final, "survey": survey, "fields": fields},
        }

    def leaf_line(self, sheet: Sheet, code: str, leaf: dict[str, Any], facts: tuple[Any, ...], done: bool) -> tuple[Any, ...]:
        if s_.is_survey(leaf):
            valid = {form: n for (unit, form), n in self.valid.items() if unit == sheet.unit}
            counts = {key[1:]: n for key, n in self.answers.items() if key[0] == sheet.unit}
            points = s_.survey_points(leaf, self.forms, valid, counts, sheet.digits)
            return None, None, points, points is None
        if s_.is_system(leaf):
            days, gap, par = facts
            return None, None, s_.system_score(leaf, days, gap, par, sheet.digits) if done else None, False
        own, is_claim = sheet.own(code)
        row = sheet.given.get(code)
        score = Fraction(row["score"]) if row and not row["not_applicable"] else None
        return None if is_claim else own, score, score, bool(row and row["not_applicable"])

    def score_rows(self) -> list[list[str]]:
        rows: list[list[str]] = []
        for (code, unit), sheet in self.sheets.items() if self.status != 2 else []:
            for item, own, given, final, na in sheet.result["lines"]:
                rows.append([code, unit, item, *(s_.shown(x, sheet.digits) for x in (own, given, final)), "yes" if na else ""])
        return rows

    def result_rows(self) -> list[list[str]]:
        rows = []
        for program in sorted(self.done) if self.status != 2 else []:
            for group in sorted({unit["ranking_group"] for unit in self.units.values()}):
                ranked = [
                    x for x in self.sheets.values() if x.criteria["program"] == program and self.units[x.unit]["ranking_group"] == group
                ]
                rows += [self.result_row(program, group, place, sheet) for place, sheet in self.ranks(ranked)]
        return rows

    def ranks(self, sheets: list[Sheet]) -> Iterator[tuple[int, Sheet]]:
        if not sheets:
            return
        rules = sheets[0].criteria.get("ranking") or {}

        def key(sheet: Sheet) -> list[Fraction]:
            values = [sheet.result["final" if rules.get("rank_by") == "final_score" else "index"]]
            for name in rules.get("tie_break_keys") or [] if rules.get("tie_rule") == "tie_break" else []:
                values.append(sheet.result["survey"] if name == "survey_score" else sheet.result["fields"].get(name[6:-6], Fraction(0)))
            return values

        place = before = 0
        by_name = sorted(sheets, key=lambda sheet: s_.name_order(self.units[sheet.unit]["name"], sheet.unit))
        for _, equal in groupby(sorted(by_name, key=key, reverse=True), key=key):
            together = list(equal)
            place = place + 1 if rules.get("tie_rule", "shared_rank_dense") == "shared_rank_dense" else before + 1
            before += len(together)
            yield from ((place, sheet) for sheet in together)

    def result_row(self, program: str, group: str, place: int, sheet: Sheet) -> list[str]:
        result = sheet.result
        decimals = int((sheet.criteria.get("index") or {}).get("decimals", 2))
        return [
            *(program, group, str(place), sheet.unit, nfc(sheet.criteria["code"])),
            *(s_.shown(score, sheet.digits) for score in result["scores"]),
            *(s_.shown(result["index"], decimals), s_.shown(result["index"], 12), result["level"], ";".join(result["by"])),
        ]

    def missing(self) -> set[tuple[str, str, str, str, str]]:
        """What `cycle.json` names: program, appraiser, set, unit, item."""
        found = set()
        for (code, unit), sheet in self.sheets.items():
            for item in sheet.unscored():
                agency = sheet.leaves[item]["appraiser"]
                if sheet.criteria["appraisers"][agency]["unit"] == unit:
                    agency = (self.replacements or {}).get(agency, agency)
                found.add((sheet.criteria["program"], agency, code, unit, item))
        return found

    def write(self, out: Path) -> None:
        """The tables as an example folder's `expected/` has them."""
        out.mkdir(parents=True, exist_ok=True)
        refused = sorted(self.rejected.items(), key=lambda r: (FILES.index(r[0][0]), r[0][1]))
        rows = [[f"{file}.csv", str(line), "|".join(sorted(types))] for (file, line), types in refused]
        for name, header, lines in (
            ("scores", SCORES, self.score_rows()),
            ("results", RESULTS, self.result_rows()),
            ("rejected", "file,line,type", rows),
        ):
            with (out / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
                csv.writer(file, lineterminator="\n").writerows([header.split(","), *lines])
