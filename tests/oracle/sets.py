"""Criteria sets for random folders: those of `data/criteria` cut down to a few leaves, every setting of a set varied."""

from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any

import yaml

CRITERIA = Path(__file__).parents[2] / "data" / "criteria"
AGENCIES = {
    "SNV": "so-noi-vu",
    "STP": "so-tu-phap",
    "STC": "so-tai-chinh",
    "VPUBND": "van-phong-ubnd-tinh",
    "TTT": "thanh-tra-tinh",
}
FIELDS = ("1", "2", "3")


class Num(str):
    """A number whose text stands plain in YAML."""


def _plain(dumper: yaml.SafeDumper, value: Num) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:float" if "." in value else "tag:yaml.org,2002:int", str(value))


yaml.SafeDumper.add_representer(Num, _plain)


def dump(document: Any) -> str:
    return yaml.safe_dump(document, allow_unicode=True, sort_keys=False, width=200)


def num(value: Decimal | int, rng: Random | None = None) -> Num:
    text = f"{value:f}" if isinstance(value, Decimal) else str(value)
    text = text.rstrip("0").rstrip(".") if "." in text else text
    if rng and rng.random() < 0.1 and len(text.partition(".")[2]) < 6:  # the same number written otherwise
        return Num(text + "0" if "." in text else text + ".00")
    return Num(text)


class SetMaker:
    """Makes one set."""

    def __init__(
        self, rng: Random, program: str, unit_types: list[str], code: str, ranking: dict[str, Any], forms: Any, has_par: bool
    ) -> None:
        self.rng, self.program, self.unit_types, self.code = rng, program, unit_types, code
        self.ranking, self.forms, self.has_par = ranking, forms, has_par
        self.digits = rng.choice([0, 1, 2, 2, 2, 3, 4, 6])
        self.agencies = dict(rng.sample(sorted(AGENCIES.items()), rng.randint(2, 4)))
        if rng.random() < 0.8:
            self.agencies["SNV"] = AGENCIES["SNV"]
        stem = {"par_index": "par", "task_completion": "tasks"}[program]
        kind = (
            "service-unit"
            if unit_types[0] == "service_unit" and stem == "tasks"
            else "district"
            if unit_types[0] == "district"
            else "department"
        )
        written = yaml.load((CRITERIA / f"{stem}-{kind}-2021.yaml").read_text("utf-8"), yaml.BaseLoader)["criteria_set"]
        self.titles = [leaf["title"] for f in written["fields"] for c in f["criteria"] for leaf in c.get("sub_criteria") or [c]]

    def make(self) -> dict[str, Any]:
        rng = self.rng
        survey_max = Decimal(0)
        fields, total = [], Decimal(0)
        for field in FIELDS[: rng.randint(2, 3)]:
            criteria, field_max = [], Decimal(0)
            for n in range(1, rng.randint(2, 3)):
                code = f"{field}.{n}"
                if rng.random() < 0.4:
                    node, size = self.leaf(code), None
                    size = Decimal(node["max_score"])
                    survey_max += size if node["scoring"]["method"] == "survey" else 0
                else:
                    subs = [self.leaf(f"{code}.{k}") for k in range(1, rng.randint(2, 4))]
                    size = sum((Decimal(x["max_score"]) for x in subs), Decimal(0))
                    survey_max += sum((Decimal(x["max_score"]) for x in subs if x["scoring"]["method"] == "survey"), Decimal(0))
                    node = {"code": code, "title": rng.choice(self.titles), "max_score": num(size), "sub_criteria": subs}
                criteria.append(node)
                field_max += size
            fields.append({"code": field, "title": f"Lĩnh vực {field}", "max_score": num(field_max), "criteria": criteria})
            total += field_max
        adjustments = self.adjustments()
        made: dict[str, Any] = {
            "code": self.code,
            "program": self.program,
            "title": f"Bộ tiêu chí {self.code}",
            "unit_types": self.unit_types,
            "assessment_year": Num("2021"),
            "max_score": num(total),
            "appraised_max": num(total - survey_max),
            "survey_max": num(survey_max),
            "score_decimals": Num(self.digits),
            "rounding": "half_up",
            "appraisers": {code: {"unit": unit, "title": code} for code, unit in self.agencies.items()},
            "fields": fields,
            **({"adjustments": adjustments} if adjustments else {}),
            **({"index": {"decimals": Num(rng.choice([0, 1, 2, 2, 3, 6, 12]))}} if rng.random() < 0.9 else {}),
            **self.levels(),
            **({"ranking": self.ranking} if self.ranking else {}),
        }
        return {"schema_version": Num("1"), "criteria_set": made}

    def points(self, most: int = 12, least: int = 1) -> Decimal:
        """A score of a few points with at most the set's digits, usually fewer."""
        rng, digits = self.rng, min(self.digits, self.rng.choice([0, 1, 2, 2, 6]))
        return Decimal(rng.randint(least * 10**digits, most * 10**digits)) / Decimal(10**digits)

    def agency(self) -> str:
        return self.rng.choice(sorted(self.agencies))

    def leaf(self, code: str) -> dict[str, Any]:
        rng = self.rng
        size = self.points(9)
        kinds = ["yes_no", "choice", "percent", "percent", "count", "ratio", "ratio", "constant", "deduction", "auto"]
        kinds += ["survey", "survey"] if self.forms else []
        kind = rng.choice(kinds)
        allowed = rng.random() < 0.4
        auto = None
        if kind == "auto":
            sources = ["workflow.submission_delay", "workflow.self_vs_appraised_gap"]
            auto = rng.choice([*sources, *(["par_index.index_percent"] * 2 if self.has_par else [])])
            kind = "constant" if auto.startswith("par") else rng.choice(["choice", "deduction", "constant"])
        scoring = self.scoring(kind, size, allowed, auto)
        node: dict[str, Any] = {"code": code, "title": rng.choice(self.titles), "max_score": num(size, rng), "scoring": scoring}
        if auto or kind == "survey":
            return node | rng.choice([{"self_scored": False}, {}]) | {"evidence": []}
        node |= {"appraiser": self.agency(), "self_scored": rng.random() < 0.95}
        if allowed or rng.random() < 0.5:
            node["not_applicable_allowed"] = allowed
        if rng.random() < 0.8:
            node["evidence"] = rng.choice([[], ["Báo cáo"], ["Báo cáo", "Kế hoạch"]])
        return node

    def some_scores(self, size: Decimal, n: int) -> list[Decimal]:
        digits = min(self.digits, self.rng.choice([0, 1, 2, 6]))
        step = Decimal(1) / 10**digits
        return [size, Decimal(0), *((Decimal(self.rng.randint(0, int(size / step))) * step) for _ in range(n))][:n]

    def scoring(self, kind: str, size: Decimal, allowed: bool, auto: str | None) -> dict[str, Any]:
        rng = self.rng
        source = {"auto_source": auto} if auto else {}
        zero = {"zero_denominator": rng.choice(["zero", "max_score", *(["not_applicable"] * 2 if allowed else [])])}
        letters = rng.sample("abcde", rng.randint(2, 4))
        options = [
            {"id": c, "label": f"Mức {c}", "score": num(x, rng)} for c, x in zip(letters, self.some_scores(size, len(letters)), strict=True)
        ]
        match kind:
            case "yes_no":
                return {"method": "yes_no", "options": [{**options[0], "id": "co"}, {**options[1], "id": "khong"}]}
            case "choice":
                bands: list[dict[str, Any]] = [
                    {"max_days": Num(d), "level": rng.choice(letters)} for d in rng.sample(range(12), rng.randint(0, 3))
                ]
                bands.sort(key=lambda band: int(band["max_days"]))
                if rng.random() < 0.2:
                    rng.shuffle(bands)
                delay = {"delay_bands": [*bands, {"max_days": None, "level": rng.choice(letters)}]} if auto else {}
                return {"method": "levels", "input": "choice", **source, "levels": options, **delay}
            case "percent" | "count":
                edges = rng.sample(range(1, 121), len(options) - 1) if kind == "percent" else rng.sample(range(1, 9), len(options) - 1)
                edges.sort()
                cuts = [
                    Decimal(e) + (rng.choice([Decimal(0), Decimal("0.5"), Decimal("0.333333")]) if kind == "percent" else 0) for e in edges
                ]
                levels = []
                for option, low, high in zip(options, [None, *cuts], [*cuts, None], strict=True):
                    lower = {} if low is None and rng.random() < 0.5 else {"min": num(low or 0, rng)}
                    levels.append({**option, **lower, **({} if high is None else {"below": num(high, rng)})})
                rng.shuffle(levels)
                return {"method": "levels", "input": kind, **(zero if kind == "percent" else {}), "levels": levels}
            case "ratio" | "constant":
                below: dict[str, Any] = {"label": "Mẫu số"}
                if kind == "constant":
                    below["constant"] = num(rng.choice([Decimal(100), Decimal(7), Decimal("0.3"), Decimal(120)]))
                floor_score = rng.choice([Decimal(0), Decimal(0), self.some_scores(size, 3)[2]])
                floor = {
                    "floor": {"below_percent": num(rng.choice([Decimal(50), Decimal(80), Decimal("66.6")])), "score": num(floor_score)}
                }
                return {
                    **{"method": "ratio", **source, "numerator": {"label": "Tử số"}, "denominator": below},
                    **(floor if rng.random() < 0.5 else {}),
                    **(zero if kind == "ratio" else {}),
                }
            case "deduction":
                start = rng.choice([size, self.some_scores(size, 3)[2]])
                each = rng.choice([self.points(3), Decimal(1), Decimal(0)])
                least = {} if rng.random() < 0.4 else {"min_score": num(self.some_scores(start, 3)[2] if start else Decimal(0))}
                return {"method": "deduction", **source, "start_score": num(start), "per_occurrence": num(each), **least}
        return self.survey()

    def survey(self) -> dict[str, Any]:
        rng = self.rng
        fitting = [f for f in self.forms["forms"] if set(f["assesses"]) & set(self.unit_types)] or self.forms["forms"]
        chosen = rng.sample(fitting, min(len(fitting), rng.randint(1, 3)))
        weights = {1: ["1"], 2: ["0.6", "0.4"], 3: ["0.5", "0.3", "0.2"]}[len(chosen)]
        if rng.random() < 0.2:
            weights = ["0.333333"] * len(chosen)
        sources = []
        for form, weight in zip(chosen, weights, strict=True):
            questions = [q["code"] for q in form["questions"] if q["scale"] != "null"]
            sources.append(
                {"form": form["code"], "questions": rng.sample(questions, min(len(questions), rng.randint(1, 2))), "weight": Num(weight)}
            )
        conversion = rng.choice([{}, {"conversion": "mean_weight"}, {"conversion": "positive_share"}])
        return {"method": "survey", **conversion, "sources": sources}

    def adjustments(self) -> dict[str, Any] | None:
        rng = self.rng
        items = []
        for n in range(rng.randint(0, 4)):
            kind = rng.choice(["bonus", "deduction"])
            source = rng.choice([None, None, "workflow.submission_delay", "workflow.self_vs_appraised_gap"])
            who = {"auto_source": source} if source else {"appraiser": self.agency()}
            evidence = {"evidence": rng.choice([[], ["Quyết định"]])} if rng.random() < 0.8 else {}
            per = num(self.points(2), rng)
            items.append(
                {
                    "code": f"{kind[0].upper()}{n}",
                    "kind": kind,
                    "title": f"Mục {n}",
                    "per_occurrence": per,
                    "cap": num(self.points(4)),
                    **who,
                    **evidence,
                }
            )
        return {"bonus_cap": num(self.points(5)), "deduction_cap": num(self.points(6)), "items": items} if items else None

    def levels(self) -> dict[str, Any]:
        rng = self.rng
        cuts = sorted(rng.sample(range(1, 100), 3))
        percents = [num(Decimal(c) + rng.choice([Decimal(0), Decimal("0.5")])) for c in cuts]
        levels = [{"code": c, "title": f"Loại {c}", "min_percent": p} for c, p in zip("CBA", percents, strict=True)]
        levels.append({"code": "D", "title": "Loại D", "min_percent": Num("0")})
        rng.shuffle(levels)
        if self.program == "par_index":
            return {"grades": levels}
        checks = ["manual", "manual", "workflow.submission_delay > 2", "workflow.submission_delay <= 0", "workflow.submission_delay >= 1"]
        checks += ["par_index.index_percent < 50", "par_index.index_percent >= 33.3"] if self.has_par else []
        kept = [c for c in checks if rng.random() < 0.5 and ("SNV" in self.agencies or c != "manual")]
        knock_outs = []
        for n, check in enumerate(kept, 1):
            who = {"appraiser": self.agency()} if check == "manual" and rng.random() < 0.3 else {}
            knock_outs.append({"code": f"KO{n}", "title": f"Điều kiện {n}", "max_level": rng.choice("BCD"), "check": check, **who})
        return {"classification": {"levels": levels, "knock_out_conditions": knock_outs}}
