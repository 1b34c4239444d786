"""Reading the options and levels of a leaf: unique ids, scores within 0…max, and bands that cover every value from 0 on exactly once."""

from decimal import Decimal
from typing import Final

from chamdiem_rules.document import join_place
from chamdiem_rules.methods import Band, Option
from chamdiem_rules.reading import Mapping, Reading

_OPTION_KEYS: Final = frozenset({"id", "label", "score"})
_BAND_KEYS: Final = _OPTION_KEYS | {"min", "below"}


def read_options(reading: Reading, node: Mapping, key: str, place: str, max_score: Decimal) -> tuple[Option, ...]:
    """The options under `key`, for `yes_no` and for levels to choose."""
    ids: dict[str, str] = {}
    options = []
    for member, where in reading.members(node, key, place):
        option = reading.mapping(member, where)
        reading.known_keys(option, where, _OPTION_KEYS)
        options.append(_option(reading, option, where, max_score, ids))
    return tuple(options)


def read_bands(reading: Reading, node: Mapping, place: str, max_score: Decimal) -> tuple[Band, ...]:
    """The levels by number, in the set's order, which need not be that of the numbers. No `min`: from 0; no `below`: no upper end."""
    ids: dict[str, str] = {}
    bands: list[tuple[Band, str]] = []
    faults_before = len(reading.faults)
    for member, where in reading.members(node, "levels", place):
        level = reading.mapping(member, where)
        reading.known_keys(level, where, _BAND_KEYS)
        option = _option(reading, level, where, max_score, ids)
        minimum = reading.number(level, "min", where, default=Decimal(0))
        below = reading.optional_number(level, "below", where)
        if below is not None and below <= minimum:
            reading.fault(where, f"bậc rỗng: below {below:f} phải lớn hơn min {minimum:f}.")
        bands.append((Band(option.id, option.label, option.score, minimum, below), where))
    if bands and len(reading.faults) == faults_before:
        _check_cover(reading, bands, join_place(place, "levels"))
    return tuple(band for band, _ in bands)


def _option(reading: Reading, node: Mapping, place: str, max_score: Decimal, ids: dict[str, str]) -> Option:
    option_id = reading.text(node, "id", place)
    reading.once(ids, option_id, place)
    score = reading.number(node, "score", place)
    if score > max_score:
        reading.fault(join_place(place, "score"), f"điểm {score:f} phải từ 0 đến {max_score:f}.")
    return Option(option_id, reading.text(node, "label", place, required=False), score)


def _check_cover(reading: Reading, bands: list[tuple[Band, str]], place: str) -> None:
    """Levels of counts are held to the same: between whole numbers too nothing may be left open or said twice (§2)."""
    reached: Decimal | None = Decimal(0)
    for band, where in sorted(bands, key=lambda pair: pair[0].minimum):
        if reached is None or band.minimum < reached:
            reading.fault(where, f"bậc {band.id} chồng lên bậc khác từ {band.minimum:f}.")
        elif band.minimum > reached:
            reading.fault(where, f"các bậc bỏ trống khoảng từ {reached:f} đến dưới {band.minimum:f}.")
        if reached is not None:
            reached = None if band.below is None else max(reached, band.below)
    if reached is not None:
        reading.fault(place, f"các bậc bỏ trống khoảng từ {reached:f} trở lên; một bậc phải không có below.")
