"""Units and the accounts of everybody; the approval that is lent to a deputy."""

from chamdiem.cycle.api import PlatformFault
from chamdiem.cycle.people import Person
from chamdiem.demo.people import DEPUTY, SECOND_ACCOUNT, SHOWN_UNIT, SUB_UNIT, SUB_UNIT_NAME
from chamdiem.demo.scene import Scene

_UNIT_TYPES = (
    ("department", "Sở, ban, ngành cấp tỉnh", "province"),
    ("service_unit", "Đơn vị sự nghiệp công lập trực thuộc UBND tỉnh", "province"),
    ("district", "UBND huyện, thị xã, thành phố", "district"),
    ("sub_unit", "Đơn vị trực thuộc được phân quyền nhập liệu", "any"),
)


async def register(scene: Scene) -> None:
    """The units, one of them with a sub-unit, and all accounts."""
    api, administrator = scene.api, scene.company.administrator
    for code, title, level in _UNIT_TYPES:
        await api.put(administrator, f"/identity/unit-types/{code}", {"title": title, "level": level})
    lines = [
        {"code": unit.code, "name": unit.name, "unit_type": unit.unit_type, "ranking_group": unit.unit_type}
        for unit in scene.documents.units
    ]
    lines.append({"code": SUB_UNIT, "name": SUB_UNIT_NAME, "unit_type": "sub_unit", "ranking_group": "sub_unit", "parent_code": SHOWN_UNIT})
    if refused := await api.batch(administrator, "/identity/units", lines):
        raise PlatformFault(f"Không đăng ký được đơn vị: {refused[0].message}")
    await _grant(scene, list(scene.company.by_name.values()))


async def _grant(scene: Scene, people: list[Person]) -> None:
    lines = [_line(person) for person in people]
    answer = await scene.api.patch(scene.company.administrator, "/identity/accounts", {"lines": lines})
    if answer["refused"]:
        raise PlatformFault(f"Không cấp được tài khoản: {answer['refused'][0]['problem'].get('detail', '')}")
    subs = {}
    for granted in answer["accounts"]:
        person = people[granted["index"]]
        person.account_id, subs[person.username] = granted["id"], granted["sub"]
    second = scene.company.by_name[SECOND_ACCOUNT]
    line = {"username": second.username, "holder_name": second.holder_name, "kind": "administration", "sub": subs[second.username]}
    await scene.api.post(scene.company.administrator, "/identity/accounts", line)
    head, deputy = scene.company.head(SHOWN_UNIT), scene.company.by_name[DEPUTY]
    lent = {
        "to_account_id": deputy.account_id,
        "valid_from": scene.calendar.now.isoformat(),
        "valid_to": scene.calendar.at_close(20).isoformat(),
    }
    await scene.api.post(head, f"/identity/accounts/{head.account_id}/lend-approval", lent)


def _line(person: Person) -> dict[str, object]:
    return {
        "username": person.username,
        "holder_name": person.holder_name,
        "kind": person.kind,
        "roles": [{"role": role} for role in person.roles],
        "unit_code": person.unit_code,
        "appraiser_code": person.appraiser_code,
        "only_for_unit": person.only_for_unit,
        "password": person.password,
    }
