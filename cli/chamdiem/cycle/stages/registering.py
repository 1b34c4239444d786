"""Units, then the accounts of everybody who plays (Điều 6.1, 8)."""

from dataclasses import asdict

from chamdiem.cycle.api import PlatformFault
from chamdiem.cycle.lines import UnitLine
from chamdiem.cycle.people import Person, cast_of
from chamdiem.cycle.scene import Scene
from chamdiem.cycle.together import batches

UNITS = "units.csv"
# So few accounts a request that a real provider has hashed all their passwords before the platform stops waiting for it.
_SIZE_WITH_HASHING = 8_000


async def register_units(scene: Scene) -> None:
    """Register the units in their order; the first of a code stands."""
    taken: list[str] = []
    for batch in batches(scene.folder.units.lines, _size):
        asked = [{"code": u.code, "name": u.name, "unit_type": u.unit_type, "ranking_group": u.ranking_group} for u in batch]
        refused = await scene.api.batch(scene.cast.administrator, "/identity/units", asked)
        for problem in refused:
            scene.refuse_problem(UNITS, batch[problem.index].line, problem, problem.column)
        at_fault = {problem.index for problem in refused}
        taken += [unit.code for n, unit in enumerate(batch) if n not in at_fault]
    scene.units = tuple(taken)
    scene.counts["units"] = len(taken)


async def grant_accounts(scene: Scene) -> None:
    """Make everybody's account and the person behind it at the identity provider.

    Where the platform does not take passwords (everywhere but embedded) each person gets a one-time password, as from an administrator.
    """
    scene.cast = cast_of(scene.folder.plan, scene.units, scene.cast.administrator)
    for batch in batches(list(scene.cast.to_grant), lambda _: 500 if scene.takes_passwords else _SIZE_WITH_HASHING):
        lines = [_grant(person, with_password=scene.takes_passwords) for person in batch]
        answer = await scene.api.patch(scene.cast.administrator, "/identity/accounts", {"lines": lines})
        if answer["refused"]:
            raise PlatformFault(f"Không cấp được tài khoản: {answer['refused'][0]['problem'].get('detail', '')}")
        for granted in answer["accounts"]:
            person = batch[granted["index"]]
            person.account_id = granted["id"]
            person.password = granted.get("initial_password") or person.password
            if not (scene.takes_passwords or granted.get("initial_password")):
                person.password = await _password_once_made(scene, person)


async def _password_once_made(scene: Scene, person: Person) -> str:
    """Who was not made at the provider before the answer is made later, and gets another one-time password then."""
    administrator, place = scene.cast.administrator, f"/identity/accounts/{person.account_id}"

    async def made() -> bool | None:
        return (await scene.api.get(administrator, place))["sub"] is not None or None

    await scene.api.until(f"tài khoản {person.username} ở máy chủ đăng nhập", made)
    given = await scene.api.post(administrator, f"{place}/password", {"reason": "Cấp mật khẩu dùng một lần."})
    return str(given["initial_password"])


def _grant(person: Person, *, with_password: bool) -> dict[str, object]:
    return {
        "username": person.username,
        "holder_name": person.holder_name,
        "kind": person.kind,
        "roles": [{"role": role} for role in person.roles],
        "unit_code": person.unit_code,
        "appraiser_code": person.appraiser_code,
        "only_for_unit": person.only_for_unit,
        **({"password": person.password} if with_password else {}),
    }


def _size(unit: UnitLine) -> int:
    return sum(len(str(value)) for value in asdict(unit).values())
