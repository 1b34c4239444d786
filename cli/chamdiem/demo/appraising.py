"""Agencies appraise: most self-scores stand, some are lowered with a reason, some leaves are asked about."""

import random
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from chamdiem.cycle.api import PlatformFault
from chamdiem.demo.scene import PlayedPeriod, Scene
from chamdiem_rules.methods import Choice, CountLevels, DeductionLeaf, PercentLevels, YesNo
from chamdiem_rules.set_types import Leaf

_REASONS = (
    "Tài liệu kiểm chứng chưa thể hiện đủ kết quả đã kê khai.",
    "Văn bản ban hành chậm so với thời hạn quy định.",
    "Số liệu kê khai chưa khớp với số liệu theo dõi của cơ quan thẩm định.",
    "Chưa có báo cáo kết quả thực hiện quý IV.",
)
_NOT_SENT = "Đơn vị không gửi kết quả tự đánh giá."
_QUESTION = "Đề nghị đơn vị giải trình và bổ sung tài liệu kiểm chứng cho số liệu đã kê khai."
_AGREED_SHARE = 0.87
_NINE_TENTHS, _CENT = Decimal("0.9"), Decimal("0.01")
_LINES_AT_ONCE = 500


async def items_of(scene: Scene, period: PlayedPeriod, agency: str) -> list[dict[str, Any]]:
    """What an agency appraises."""
    place = f"/appraisal/appraisals/{period.appraisals[agency]}/items"
    return [item async for item in scene.api.pages(scene.company.lead(agency), place)]


async def appraise(scene: Scene, period: PlayedPeriod, agency: str, *, share: float = 1.0) -> None:
    """Score the first `share` of the agency's items."""
    items = await items_of(scene, period, agency)
    items = items[: round(len(items) * share)]
    chance = random.Random(f"{period.id}/{agency}")  # noqa: S311
    agreed, scored = [], []
    for item in items:
        if item["self_score"] is not None and not item["is_claim"] and chance.random() < _AGREED_SHARE:
            agreed.append({"sheet_id": item["sheet_id"], "item": item["item"]})
        else:
            scored.append(_score(period, item, chance))
    lead, place = scene.company.lead(agency), f"/appraisal/appraisals/{period.appraisals[agency]}"
    for part in _parts(agreed):
        answer = await scene.api.post(lead, f"{place}/agree", {"lines": part})
        _require_all(answer["refused"], agency)
    for part in _parts(scored):
        _require_all((await scene.api.patch(lead, f"{place}/scores", {"lines": part}))["refused"], agency)


async def ask(scene: Scene, period: PlayedPeriod, agency: str, units: Sequence[str]) -> None:
    """Ask each of these units, where it sent, about the agency's first leaf that was scored lower than claimed, else about its first."""
    sheets = [period.sheets[unit].id for unit in units]
    lines, asked = [], set()
    for item in await items_of(scene, period, agency):
        is_leaf = item["self_score"] is not None
        if item["sheet_id"] in sheets and is_leaf and item["sheet_id"] not in asked and item["score"] != item["self_score"]:
            asked.add(item["sheet_id"])
            lines.append({"sheet_id": item["sheet_id"], "item": item["item"], "question": _QUESTION})
    place = f"/appraisal/appraisals/{period.appraisals[agency]}/questions"
    _require_all((await scene.api.patch(scene.company.lead(agency), place, {"lines": lines}))["refused"], agency)


async def send(scene: Scene, period: PlayedPeriod, agency: str) -> None:
    """The lead sends the agency's work."""
    await scene.api.post(scene.company.lead(agency), f"/appraisal/appraisals/{period.appraisals[agency]}/send")


def _score(period: PlayedPeriod, item: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    line = {"sheet_id": item["sheet_id"], "item": item["item"], "score": "", "count": "", "not_applicable": False, "reason": ""}
    if item["kind"] != "leaf":
        return line | {"count": str(item["claimed_count"] or 0)}
    if item["is_claim"]:
        return line | {"not_applicable": True}
    if item["self_score"] is None:
        return line | {"score": "0", "reason": _NOT_SENT}
    leaf = period.criteria(item["sheet_id"]).items[item["item"]]
    own = Decimal(item["self_score"])
    lower = _next_lower(leaf, own) if isinstance(leaf, Leaf) else own
    return line | {"score": f"{lower:f}", "reason": chance.choice(_REASONS) if lower != own else ""}


def _next_lower(leaf: Leaf, own: Decimal) -> Decimal:
    """The next score below that the leaf's method can give; the same where there is none."""
    match leaf.scoring:
        case YesNo(options=given) | Choice(options=given):
            possible = [option.score for option in given]
        case PercentLevels(levels=levels) | CountLevels(levels=levels):
            possible = [level.score for level in levels]
        case DeductionLeaf(per_occurrence=step, min_score=least):
            possible = [own - step] if own - step >= least else []
        case _:
            possible = [(own * _NINE_TENTHS).quantize(_CENT)]
    return max((score for score in possible if score < own), default=own)


def _parts(lines: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    return [lines[start : start + _LINES_AT_ONCE] for start in range(0, len(lines), _LINES_AT_ONCE)]


def _require_all(refused: Sequence[dict[str, Any]], agency: str) -> None:
    if refused:
        raise PlatformFault(f"Không lưu được điểm thẩm định của {agency}: {refused[0]['problem'].get('detail')}")
