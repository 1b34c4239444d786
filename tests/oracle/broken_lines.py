"""Lines at fault: every type of refusal that cycle-folder.md names, for every file, alone or several in one line."""

from random import Random

BAD_NUMBERS = [
    "-1",
    "+1",
    "1e3",
    "1e400",
    "1,5",
    " 1",
    "1 ",
    "１２",
    "1.1234567",
    "1234567890123456",
    "0x1F",
    "NaN",
    "1.",
    ".5",
    "9" * 1000,
    "một",
    "1\u00a0",
]
BAD_COUNTS = [*BAD_NUMBERS, "1.0", "2.5"]
BAD_TIMES = [
    "",
    "2022-01-02",
    "2022-01-02T17:00:00",
    "2022-13-02T17:00:00Z",
    "2022-01-02 17:00:00Z",
    "2022-01-02T24:00:00Z",
    "2022-01-02T17:00:60Z",
]
BAD_TIMES += [
    "2022-01-02T17:00:00.1234567Z",
    "2022-01-02T17:00:00z",
    "20220102T170000Z",
    "2022-01-02T17Z",
    "2022-02-30T00:00:00Z",
    "2022-01-02T17:00:00+07",
]
BAD_TIMES += [
    "2022-01-02T17:00:00+0700",
    "2022-01-02T17:00:00+07:60",
    "2022-01-02T17:00:00,5Z",
    "１022-01-02T17:00:00Z",
    "2022-01-02T17:00+25:00",
]
ODD_CODES = ["", "khong-co", " ", "1", "9.9.9", "a/b", "%2e%2e", "'; drop", "🙂", "x" * 300, "PAR", "KO99", "so-noi-vu "]
BAD_NAMES = [
    "không có.pdf",
    "../period.yaml",
    "a/b.pdf",
    "a\\b.pdf",
    "..",
    ".",
    "a" * 260 + ".pdf",
    "bí\x01ẩn.pdf",
    "Báo cáo.PDF",
    "báo cáo.pdf",
]


def break_line(rng: Random, file: str, header: list[str], line: list[str], good: list[str], bad: list[str]) -> list[str]:
    """The line with one fault or a few; now and then it is still a good one."""
    made = list(line)
    if len(made) != len(header):
        return made
    for _ in range(rng.choice([1, 1, 1, 2])):
        choice = rng.random()
        if choice < 0.1:
            return rng.choice([made[:-1], [*made, ""], [*made, "thừa"], made[:1], ["x" for _ in range(30)]])
        if choice < 0.2:
            return made  # repeated as it is
        column = rng.randrange(len(header))
        made[column] = _cell(rng, file, header[column], made[column], good, bad)
    return made


def _cell(rng: Random, file: str, column: str, cell: str, good: list[str], bad: list[str]) -> str:
    match column:
        case "set" | "unit" | "item" | "form" | "question" | "code" | "option":
            return (
                rng.choice(ODD_CODES) if rng.random() < 0.6 or not cell else rng.choice([cell.lower(), cell + "0", cell[:-1], " " + cell])
            )
        case "numerator" | "denominator":
            return rng.choice([*BAD_NUMBERS, "", "0", "5"])
        case "score":
            return rng.choice([*BAD_NUMBERS, "", "0", "0.1", "99", "0.123456", "1.000", "0.0"])
        case "count" | "valid":
            return rng.choice([*BAD_COUNTS, "", "0", "3", "999999999999999"])
        case "not_applicable":
            return rng.choice(["yes", "Yes", "no", "1", " ", "có", "yes "])
        case "explanation" | "reason":
            return rng.choice(["", "x" * 10_000, "x" * 10_001, "é" * 10_000, "e\u0301" * 10_000, "🙂" * 10_001, " \n\t", "=1+1"])
        case "evidence":
            return rng.choice([*BAD_NAMES, *bad, "", f"{good[0]};{rng.choice(bad)}", ";".join(good), f"{good[0]};{good[0]}"])
        case "sent_at":
            return rng.choice(BAD_TIMES)
        case "name" | "unit_type" | "ranking_group":
            return rng.choice(["", cell, "khác", "department"])
    return ""
