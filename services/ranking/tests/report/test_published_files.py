"""What was published comes as a file for everybody, what stands only for whom may see it."""

import csv
import io

import pytest
from openpyxl import load_workbook
from services.ranking.tests.imported.test_routes import a_table
from services.ranking.tests.publication.test_publication import DECISION, act, real_period
from services.ranking.tests.world import Y_TE, World, council_member, head, manager
from tests.support.house import House, problem_of


async def test_a_publication_is_downloaded_by_everybody_in_every_format(par: World) -> None:
    boss = await real_period(par)
    await act(boss, par, "agree")
    public, path = par.house.anonymous, f"/published/{par.period_id}/groups/department/ranking"
    assert problem_of(await public.get(f"{path}.csv")) == (404, "ranking/publication-not-found")
    await act(boss, par, "publish", decision=DECISION)
    table = await public.get(f"{path}.csv")
    rows = list(csv.reader(io.StringIO(table.content.decode("utf-8-sig"))))
    assert [row[1] for row in rows] == ["Mã đơn vị", "so-du-lich", "so-xay-dung", "so-y-te"]
    assert rows[1][-1] == "5.00"
    told = (await public.get(f"{path}.json")).json()
    assert (told["publication"]["decision"]["number"], len(told["lines"])) == ("99/QĐ-UBND", 3)
    book = load_workbook(io.BytesIO((await public.get(f"{path}.xlsx")).content))
    assert any("Sở Y tế" in str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row)
    assert problem_of(await public.get(f"/published/{par.period_id}/groups/commune/ranking.csv")) == (404, "ranking/group-not-found")


async def test_an_imported_table_keeps_its_digits_and_gaps_in_a_file(house: House) -> None:
    boss = await house.told(manager())
    table = a_table()
    table["lines"][1]["unit_name"] = "=1+1"
    kept = (await boss.post("/imports", json=table)).json()
    path = f"/published/{kept['period_id']}/groups/department/ranking"
    rows = list(csv.DictReader(io.StringIO((await house.anonymous.get(f"{path}.csv")).content.decode("utf-8-sig"))))
    assert [row["Chỉ số (%)"] for row in rows] == ["92.15", "91.651", "81.33"]
    assert (rows[0]["Tổng điểm"], rows[2]["Đơn vị"]) == ("", "'=1+1")
    assert (await house.anonymous.get(f"{path}.xlsx")).status_code == 200


@pytest.mark.parametrize("file_format", ["csv", "json"])
async def test_data_of_what_stands_show_nobody_more_than_the_page(par: World, file_format: str) -> None:
    await par.tell(*par.everything())
    path = f"/periods/{par.period_id}/groups/department/ranking.{file_format}"
    own = await (await par.house.told(head(Y_TE))).get(path)
    assert "so-y-te" in own.text
    assert "so-du-lich" not in own.text
    assert "so-du-lich" in (await (await par.house.told(council_member())).get(path)).text
    assert (await par.house.anonymous.get(path)).status_code == 401
