"""The ranking tables of the demonstration."""

import io
from decimal import Decimal

from rich.console import Console

from chamdiem.commands.demo import tables
from chamdiem.cycle.output_rows import ResultRow

NAMES = {"u1": "Sở Y tế", "u2": "Sở Ăn [mới]", "u3": "UBND huyện Thọ Xuân"}
TITLES = {("S", "A"): "Tốt"}


def row(unit: str, group: str, rank: int, final: str) -> ResultRow:
    zero = Decimal(0)
    return ResultRow(
        "par_index",
        group,
        rank,
        unit,
        "S",
        zero,
        zero,
        zero,
        zero,
        zero,
        Decimal(final),
        Decimal(100),
        final,
        f"{final}0000000000",
        "A",
        (),
    )


def test_each_group_is_a_table_in_the_order_of_ranks_and_vietnamese_names_with_vietnamese_numbers() -> None:
    rows = [row("u3", "district", 1, "90.25"), row("u1", "department", 1, "80.50"), row("u2", "department", 1, "80.50")]
    made = list(tables(rows, NAMES, TITLES))
    assert [table.title for table in made] == [
        "Chỉ số cải cách hành chính – sở, ban, ngành",
        "Chỉ số cải cách hành chính – huyện, thị xã, thành phố",
    ]
    text = io.StringIO()
    for table in made:
        Console(file=text, width=120, markup=False).print(table)
    shown = text.getvalue()
    assert shown.index("Sở Ăn [mới]") < shown.index("Sở Y tế") < shown.index("UBND huyện Thọ Xuân")
    assert "80,50" in shown and "90,25" in shown and "Tốt" in shown
