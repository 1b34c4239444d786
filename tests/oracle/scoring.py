"""What the methods, totals and ranks of scoring-rules.md give, computed the slow and obvious way with fractions.

Nothing here comes from the rules library: a set is the mapping as its YAML writes it, every scalar a text.
"""

import re
import unicodedata
from datetime import UTC, date, datetime, timedelta, timezone
from fractions import Fraction
from typing import Any

Mapping = dict[str, Any]
HUNDRED = Fraction(100)
HOME_AFFAIRS = "SNV"
VIETNAM = timezone(timedelta(hours=7))
PAR, DELAY, GAP = "par_index.index_percent", "workflow.submission_delay", "workflow.self_vs_appraised_gap"


def half_up(value: Fraction, digits: int) -> Fraction:
    """`value`, never negative, rounded to `digits` after the point."""
    scale = 10**digits
    return Fraction((value * scale * 2 + 1) // 2, scale)


def shown(value: Fraction | None, digits: int) -> str:
    if value is None:
        return ""
    scaled = int(half_up(value, digits) * 10**digits)
    whole, part = divmod(scaled, 10**digits)
    return f"{whole}.{part:0{digits}}" if digits else str(whole)


def leaves_of(s: Mapping) -> list[Mapping]:
    """The leaves in the set's order, each with the code of its field."""
    found = []
    for field in s["fields"]:
        for criterion in field["criteria"]:
            found += [{**leaf, "field": field["code"]} for leaf in criterion.get("sub_criteria") or [criterion]]
    return found


def adjustments_of(s: Mapping) -> list[Mapping]:
    return (s.get("adjustments") or {}).get("items") or []


def is_survey(leaf: Mapping) -> bool:
    return bool(leaf["scoring"]["method"] == "survey")


def auto_source(item: Mapping) -> str | None:
    source: str | None = item.get("auto_source") or item.get("scoring", {}).get("auto_source")
    return source


def is_system(item: Mapping) -> bool:
    return auto_source(item) is not None or ("scoring" in item and is_survey(item))


def uses_par(s: Mapping) -> bool:
    checks = [k["check"] for k in knock_outs_of(s)]
    return any(auto_source(leaf) == PAR for leaf in leaves_of(s)) or any(check.startswith(PAR) for check in checks)


def knock_outs_of(s: Mapping) -> list[Mapping]:
    return (s.get("classification") or {}).get("knock_out_conditions") or []


def columns_of(leaf: Mapping) -> set[str]:
    """The columns of `declared.csv` that the leaf's method uses."""
    scoring = leaf["scoring"]
    match scoring["method"], scoring.get("input"):
        case ("yes_no", _) | ("levels", "choice"):
            return {"option"}
        case ("levels", "count") | ("deduction", _):
            return {"count"}
    return {"numerator"} if "constant" in scoring.get("denominator", {}) else {"numerator", "denominator"}


def options_of(leaf: Mapping) -> list[Mapping]:
    return leaf["scoring"].get("options") or leaf["scoring"].get("levels") or []


def level_score(leaf: Mapping, value: Fraction) -> Fraction:
    for level in leaf["scoring"]["levels"]:
        below = level.get("below")
        if Fraction(level.get("min") or 0) <= value and (below is None or value < Fraction(below)):
            return Fraction(level["score"])
    raise AssertionError((leaf["code"], value))


def ratio_score(leaf: Mapping, ratio: Fraction, digits: int) -> Fraction:
    floor = leaf["scoring"].get("floor")
    if floor and HUNDRED * ratio < Fraction(floor["below_percent"]):
        return Fraction(floor["score"])
    return half_up(Fraction(leaf["max_score"]) * min(Fraction(1), ratio), digits)


def deduction_score(leaf: Mapping, count: int | None) -> Fraction:
    scoring = leaf["scoring"]
    least = Fraction(scoring.get("min_score") or 0)
    if count is None:
        return least
    return max(least, Fraction(scoring["start_score"]) - count * Fraction(scoring["per_occurrence"]))


def self_score(leaf: Mapping, row: Mapping, digits: int) -> Fraction | None:
    """The self-score of a declared line without a fault; None for a claim of not applicable."""
    scoring = leaf["scoring"]
    columns = columns_of(leaf)
    if row["not_applicable"]:
        return None
    if "option" in columns:
        return Fraction(next(o["score"] for o in options_of(leaf) if o["id"] == row["option"]))
    if "count" in columns:
        count = int(row["count"])
        return deduction_score(leaf, count) if scoring["method"] == "deduction" else level_score(leaf, Fraction(count))
    top = Fraction(row["numerator"])
    below = Fraction(row["denominator"] if "denominator" in columns else scoring["denominator"]["constant"])
    if not below:
        return {"zero": Fraction(0), "max_score": Fraction(leaf["max_score"]), "not_applicable": None}[scoring["zero_denominator"]]
    return ratio_score(leaf, top / below, digits) if scoring["method"] == "ratio" else level_score(leaf, HUNDRED * top / below)


def can_give(leaf: Mapping, score: Fraction) -> bool:
    """Whether the method can give that appraised score, which is within the leaf's bounds."""
    scoring = leaf["scoring"]
    if scoring["method"] == "ratio":
        return True
    if scoring["method"] == "deduction":
        counts = range(100_000)
        return score in (deduction_score(leaf, n) for n in counts if n < 5000)
    given = {Fraction(o["score"]) for o in options_of(leaf)}
    zero = {"zero": Fraction(0), "max_score": Fraction(leaf["max_score"])}.get(scoring.get("zero_denominator", ""))
    return score in given or (scoring.get("input") == "percent" and zero is not None and score == zero)


def days_late(deadline: datetime, sent_at: datetime | None, holidays: set[date]) -> int | None:
    """Working days of lateness; None: never sent, late without end."""
    if sent_at is None:
        return None
    if sent_at <= deadline:
        return 0
    day, last, days = deadline.astimezone(VIETNAM).date(), sent_at.astimezone(VIETNAM).date(), 0
    while day < last:
        day += timedelta(days=1)
        days += day.weekday() < 5 and day not in holidays
    return max(days, 1)


def system_score(leaf: Mapping, days: int | None, gap: int, par: Fraction | None, digits: int) -> Fraction:
    source = auto_source(leaf)
    count = {DELAY: days, GAP: gap}.get(source or "")
    match leaf["scoring"]["method"]:
        case "ratio":
            constant = Fraction(leaf["scoring"]["denominator"]["constant"])
            if source == PAR:
                assert par is not None
                return ratio_score(leaf, par / constant, digits)
            return ratio_score(leaf, Fraction(1) if count is None else count / constant, digits)
        case "deduction":
            return deduction_score(leaf, count)
    for band in leaf["scoring"]["delay_bands"]:
        most = band.get("max_days")
        if most in (None, "", "null") or (count is not None and count <= int(most)):
            return Fraction(next(o["score"] for o in options_of(leaf) if o["id"] == band["level"]))
    raise AssertionError(leaf["code"])


def survey_points(leaf: Mapping, forms: Mapping, valid: Mapping, counts: dict[tuple[str, str, str], int], digits: int) -> Fraction | None:
    """Points of a survey leaf for one unit: `valid` by form, `counts` by (form, question, option)."""
    scoring = leaf["scoring"]
    positive = (scoring.get("conversion") or forms["conversion"]["default"]) == "positive_share"
    percents: list[tuple[Fraction, Fraction]] = []
    for source in scoring["sources"]:
        form = next(f for f in forms["forms"] if f["code"] == source["form"])
        answered = []
        for code in source["questions"]:
            question = next(q for q in form["questions"] if q["code"] == code)
            options = [o for o in forms["scales"][question["scale"]]["options"] if o.get("excluded") != "true"]
            got = [(counts.get((form["code"], code, o["value"]), 0), o) for o in options]
            total = sum(n for n, _ in got)
            if total:
                good = sum(n * (HUNDRED if o["positive"] == "true" else 0) if positive else n * Fraction(o["weight"]) for n, o in got)
                answered.append(Fraction(good) / total)
        if answered and valid.get(form["code"], 0) >= int(form.get("min_responses") or 0):
            percents.append((Fraction(source["weight"]), sum(answered, Fraction(0)) / len(answered)))
    if not percents:
        return None
    whole = sum(Fraction(source["weight"]) for source in scoring["sources"])
    kept = sum(weight for weight, _ in percents)
    percent = sum(p * weight * whole / kept for weight, p in percents)
    return half_up(Fraction(leaf["max_score"]) * percent / 100, digits)


def levels_of(s: Mapping) -> list[Mapping]:
    levels: list[Mapping] = s["grades"] if s.get("grades") else s["classification"]["levels"]
    return levels


def level_and_knock_outs(s: Mapping, index: Fraction, confirmed: set[str], days: int | None, par: Fraction | None) -> tuple[str, list[str]]:
    least = {level["code"]: Fraction(level["min_percent"]) for level in levels_of(s)}
    level = max((code for code in least if least[code] <= index), key=lambda code: least[code])
    by: list[str] = []
    lowest = level
    for knock_out in knock_outs_of(s):
        if least[knock_out["max_level"]] < least[level] and _holds(knock_out, confirmed, days, par):
            by.append(knock_out["code"])
            lowest = min(lowest, knock_out["max_level"], key=lambda code: least[code])
    return lowest, by


def _holds(knock_out: Mapping, confirmed: set[str], days: int | None, par: Fraction | None) -> bool:
    if knock_out["check"] == "manual":
        return knock_out["code"] in confirmed
    name, operator, number = knock_out["check"].split()
    if name == DELAY and days is None:
        return operator in (">", ">=")
    value, against = (par if name == PAR else Fraction(days or 0)), Fraction(number)
    assert value is not None
    return {"<": value < against, "<=": value <= against, ">": value > against, ">=": value >= against}[operator]


ALPHABET = [
    "a",
    "ă",
    "â",
    "b",
    "c",
    "d",
    "đ",
    "e",
    "ê",
    "f",
    "g",
    "h",
    "i",
    "j",
    "k",
    "l",
    "m",
    "n",
    "o",
    "ô",
    "ơ",
    "p",
    "q",
    "r",
    "s",
    "t",
    "u",
    "ư",
    "v",
    "w",
    "x",
    "y",
    "z",
]
TONES = ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"]


def name_order(name: str, code: str) -> tuple[object, ...]:
    """Letters first, then tones, then case, then the unit's code."""
    letters, tones, cases = [], [], []
    for character in unicodedata.normalize("NFC", name):
        apart = unicodedata.normalize("NFD", character)
        tone = next((t for t in TONES[1:] if t in apart), "")
        bare = unicodedata.normalize("NFC", apart.replace(tone, "") if tone else apart)
        lower = bare.lower()
        if lower in ALPHABET:
            letters.append((3, ALPHABET.index(lower)))
        elif bare.isdecimal():
            letters.append((2, ord(bare)))
        else:
            letters.append((0, 0) if bare.isspace() else (1, ord(bare)))
        tones.append(TONES.index(tone))
        cases.append(int(bare != lower))
    return (letters, tones, cases, code)


_TIME = re.compile(r"(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,6}))?)?(?:Z|([+-])([01]\d|2[0-3]):([0-5]\d))", re.ASCII)


def read_time(text: str) -> datetime | None:
    """The instant a text names by the form of cycle-folder.md, None for all else."""
    found = _TIME.fullmatch(text)
    if not found:
        return None
    *parts, fraction, sign, hours, minutes = found.groups()
    offset = timedelta(hours=int(hours or 0), minutes=int(minutes or 0)) * (-1 if sign == "-" else 1)
    try:
        year, month, day, hour, minute, second = (int(part or 0) for part in parts)
        return datetime(year, month, day, hour, minute, second, int((fraction or "0").ljust(6, "0")), tzinfo=UTC) - offset
    except (ValueError, OverflowError):
        return None
