"""Every number can be followed down to what was declared, given, answered or known by the system."""

from services.ranking.tests.world import DAY, DEADLINE, DU_LICH, XAY_DUNG, Y_TE, World, manager


async def test_every_number_says_where_it_came_from(par: World, world: World) -> None:
    boss = await world.house.told(manager())
    told = [e for e in world.everything() if getattr(e, "unit_code", "") != Y_TE][:-1]
    await world.tell(
        *(
            *par.everything(),
            *told,
            world.sent(Y_TE, DEADLINE + 3 * DAY, i1_1="2", i1_2="1.88"),
            world.reopened("SNV"),
            world.reopened("STC"),
        ),
        *(world.appraised("SNV", Y_TE, ("KO1",), i1_1="0.5", iB1=3), world.appraised("STC", Y_TE, i1_2="1.88")),
        *(world.closed("SNV"), world.closed("STC"), world.survey(so_y_te={"Q1": {"2": 1, "1": 2, "9": 5}, "Q2": {}})),
    )
    why = (await boss.get(f"/sheets/{world.sheets[Y_TE]}/why")).json()
    assert (why["status"], why["being_computed"], why["set_decision"]) == ("aggregated", False, "Quyết định số 12/QĐ-UBND ngày 15/01/2021")
    items = {item["item"]: item for item in why["items"]}
    assert list(items) == ["1.1", "1.2", "2.1", "2.2", "2.3", "B1", "T1", "T2"]
    assert items["1.1"]["sentences"] == [
        "Cách chấm: có hoặc không. Đơn vị chọn “Có” nên điểm tự chấm 2.",
        "Sở Nội vụ thẩm định 0,5 điểm.",
    ]
    assert (items["1.1"]["declared"]["option"], items["1.1"]["given"]["appraiser_code"]) == ("yes", "SNV")
    assert items["1.2"]["sentences"][0] == "Cách chấm: tỷ lệ. Đơn vị kê khai 1,88/3; điểm = 3 · min(1; 1,88/3) nên điểm tự chấm 1,88."
    survey = items["2.1"]
    assert survey["final_score"] == "2.00"
    assert survey["survey"][0]["percent"] == "66.666666666667"
    assert [(q["question"], q["counted"], q["percent"]) for q in survey["survey"][0]["questions"]] == [
        ("Q1", 3, "66.666666666667"),
        ("Q2", 0, None),
    ]
    assert survey["sentences"][-1] == "Điểm = 3 · 66,666667 % = 2 (làm tròn một lần)."
    assert why["delay"]["working_days"] == 3
    assert why["delay"]["sentence"] == ("Hạn gửi 17:00:00 ngày 31/01/2022; gửi lúc 17:00:00 ngày 03/02/2022: chậm 3 ngày làm việc.")
    assert items["T1"]["sentences"][-1] == "3 lần · 0,25, tối đa 1: 0,75 điểm."
    assert items["B1"]["sentences"] == ["Đơn vị kê khai 0; Sở Nội vụ xác nhận 3.", "3 lần · 0,125, tối đa 1: 0,375 điểm."]
    assert items["2.3"]["sentences"][1] == "Chỉ số cải cách hành chính đã tổng hợp của đơn vị là 100 % (không làm tròn khi tính)."
    assert [(f["code"], f["items"]) for f in why["fields"]] == [("1", ["1.1", "1.2"]), ("2", ["2.1", "2.2", "2.3"])]
    totals = {total["name"]: total for total in why["totals"]}
    # 0.5 + 1.88 + 0 (late) + 1 (PAR) = 3.38; survey 2; bonus 0.375; deduction 0.75 + 0.5 (gap 1.5 of 5).
    assert totals["final_score"]["sentence"] == "3,38 + 2 + 0,375 − 1,25: 4,505."
    assert (totals["final_score"]["value"], totals["final_score"]["exact"]) == ("4.51", "4.505")
    assert totals["index_percent"]["sentence"] == "100 · 4,505 / 10 = 45,05 %."
    assert why["level"]["sentences"] == ["Chỉ số 45,05 % đạt mức “Không hoàn thành” (từ 0 %)."]
    knock_outs = {k["code"]: (k["holds"], k["lowers"], k["sentence"]) for k in why["level"]["knock_outs"]}
    assert knock_outs["KO1"] == (True, False, "Có lãnh đạo bị kỷ luật: xảy ra, không hạ mức.")
    assert why["rank"]["sentence"].endswith("45,05, hạng 2 trong 3 đơn vị.")
    line = (await world.lines(boss))[Y_TE]
    assert {name: total["value"] for name, total in totals.items()} == {name: line[name] for name in totals}


async def test_caps_knock_outs_and_silence_are_said(par: World, world: World) -> None:
    boss = await world.house.told(manager())
    told = [e for e in world.everything() if getattr(e, "unit_code", "") != DU_LICH]
    await world.tell(
        *(*par.everything(), *told, world.appraised("SNV", DU_LICH, i1_1="2", iB1=20), world.appraised("STC", DU_LICH, i1_2="3")),
        *(world.appraised("SNV", XAY_DUNG, ("KO1",), i1_1="2"), world.closed("SNV"), world.closed("STC")),
    )
    why = (await boss.get(f"/sheets/{world.sheets[DU_LICH]}/why")).json()
    assert why["delay"]["never_sent"]
    items = {item["item"]: item for item in why["items"]}
    assert items["1.1"]["sentences"][0] == "Đơn vị không gửi kết quả tự đánh giá nên điểm tự chấm 0."
    assert items["T1"]["sentences"][-1] == "Không gửi nên tính bằng mức tối đa 1 điểm."
    assert items["B1"]["sentences"][-1] == "20 lần · 0,125, tối đa 1: 1 điểm."
    assert why["level"]["sentences"][-1] == "Bị khống chế còn “Không hoàn thành” vì: KO2."
    other = (await boss.get(f"/sheets/{world.sheets[XAY_DUNG]}/why")).json()
    assert other["level"]["sentences"] == [
        "Chỉ số 100 % đạt mức “Hoàn thành tốt” (từ 70 %).",
        "Bị khống chế còn “Hoàn thành” vì: KO1.",
    ]
    assert other["items"][1]["sentences"] == [
        "Đơn vị đề nghị không áp dụng nên không có điểm tự chấm.",
        "Sở Tài chính đồng ý không áp dụng; 3 điểm tối đa không tính vào mẫu số.",
    ]


async def test_what_is_still_to_come_is_said_too(par: World, world: World) -> None:
    boss = await world.house.told(manager())
    await world.tell(world.the_set(), world.the_forms(), world.period(), world.appraised("SNV", Y_TE, i1_1="2"), world.closed("SNV"))
    why = (await boss.get(f"/sheets/{world.sheets[Y_TE]}/why")).json()
    items = {item["item"]: item["sentences"][-1] for item in why["items"]}
    assert items["1.2"] == "Chưa có điểm thẩm định của Sở Tài chính; tạm tính 0 điểm."
    assert items["2.1"] == "Phiếu khảo sát chưa khóa; tạm tính 0 điểm."
    assert items["2.3"] == "Chưa biết nên tạm tính 0 điểm."
    assert why["par_index"]["sentence"] == "Chỉ số cải cách hành chính chưa được tổng hợp."
