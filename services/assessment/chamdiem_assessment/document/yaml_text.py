"""A canonical tree written as YAML that people read and that reads back as the same tree."""

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

_ORDER: Final = (
    *("schema_version", "code", "id", "value", "kind", "program", "method", "input", "title", "short_title", "label", "text", "unit"),
    *("unit_types", "assesses", "respondents", "assessment_year", "based_on", "max_score", "appraised_max", "survey_max", "score_decimals"),
    *("rounding", "appraiser", "self_scored", "not_applicable_allowed", "per_occurrence", "cap", "min", "below", "score", "weight"),
    *("form", "questions", "symbol", "constant", "appraisers", "scales", "forms", "fields", "criteria", "sub_criteria", "scoring"),
    *("numerator", "denominator", "floor", "zero_denominator", "options", "levels", "evidence", "basis", "bonus_cap", "deduction_cap"),
    *("items", "adjustments", "index", "grades", "classification", "ranking", "min_percent", "max_level", "check"),
)
_PLACE: Final = {key: place for place, key in enumerate(_ORDER)}
_NUMBERS: Final = (
    frozenset(
        {"schema_version", "assessment_year", "max_score", "appraised_max", "survey_max", "score_decimals", "per_occurrence", "cap", "min"}
    )
    | frozenset({"below", "score", "weight", "constant", "below_percent", "start_score", "min_score", "bonus_cap", "deduction_cap"})
    | frozenset({"min_percent", "decimals", "min_responses", "max_days"})
)
_PLAIN_NUMBER: Final = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]*[1-9])?", re.ASCII)
_PLAIN_WORD: Final = re.compile(r"[a-z][a-z_]*(\.[a-z_]+)*", re.ASCII)
_KEY: Final = re.compile(r"[A-Za-z][A-Za-z0-9_-]*", re.ASCII)
_RESERVED: Final = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})
_BREAKS: Final = re.compile("[\x7f-\x9f\u2028\u2029\ufeff]")
_LINE: Final = 140


def yaml_of(subject: Mapping[str, Any], *, wrapped: bool) -> str:
    """The text of a canonical tree; `wrapped`: under `criteria_set`, as the files of criteria sets have it."""
    if wrapped:
        return "schema_version: 1\ncriteria_set:\n" + "\n".join(_mapping(subject, 1)) + "\n"
    return "\n".join(_mapping(subject, 0)) + "\n" if subject else "{}\n"


def _mapping(node: Mapping[str, Any], depth: int) -> list[str]:
    lines: list[str] = []
    indent = "  " * depth
    for key in sorted(node, key=lambda k: (_PLACE.get(k, len(_ORDER)), k)):
        value = node[key]
        head = f"{indent}{_key(key)}:"
        flow = _flow(key, value)
        if not _is_branch(value) or (_is_small(value) and len(head) + len(flow) < _LINE):
            lines.append(f"{head} {flow}")
        elif isinstance(value, Mapping):
            lines += [head, *_mapping(value, depth + 1)]
        else:
            lines += [head, *_members(key, value, depth + 1)]
    return lines


def _members(key: str, members: Sequence[Any], depth: int) -> list[str]:
    lines: list[str] = []
    indent = "  " * depth
    for member in members:
        flow = _flow(key, member)
        if isinstance(member, Mapping) and member and not (_is_small(member) and len(indent) + len(flow) < _LINE):
            first, *rest = _mapping(member, depth + 1)
            lines += [f"{indent}- {first.lstrip()}", *rest]
        else:
            lines.append(f"{indent}- {flow}")
    return lines


def _is_branch(value: Any) -> bool:
    return isinstance(value, Mapping | list) and bool(value)


def _is_small(value: Any) -> bool:
    members = value.values() if isinstance(value, Mapping) else value
    return not any((_is_branch(m) and not all(isinstance(x, str) for x in m)) or isinstance(m, Mapping) for m in members)


def _flow(key: str, value: Any) -> str:
    if isinstance(value, Mapping):
        ordered = sorted(value, key=lambda k: (_PLACE.get(k, len(_ORDER)), k))
        return "{" + ", ".join(f"{_key(k)}: {_flow(k, value[k])}" for k in ordered) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_flow(key, member) for member in value) + "]"
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    return _scalar(key, str(value))


def _scalar(key: str, value: str) -> str:
    if key in _NUMBERS and _PLAIN_NUMBER.fullmatch(value):
        return value
    if _PLAIN_WORD.fullmatch(value) and value not in _RESERVED:
        return value
    return _quoted(value)


def _key(key: str) -> str:
    return key if _KEY.fullmatch(key) and key.lower() not in _RESERVED else _quoted(key)


def _quoted(value: str) -> str:
    return _BREAKS.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(value, ensure_ascii=False))
