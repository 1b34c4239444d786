"""Every operation × every account: the OpenAPI documents say what there is, the matrix who may, the running services what they do."""

from collections.abc import AsyncIterator
from typing import Any, NamedTuple
from uuid import uuid4

import httpx
import pytest
from tests.rights.actors import sign_in_after_sending, sign_in_all, sign_in_locked
from tests.rights.matrix import MATRIX, PUBLIC, WHOEVER_IS_SIGNED_IN
from tests.support.databases import Databases
from tests.support.house import House, problem_of
from tests.support.issuer import Issuer
from tests.support.services import open_service

NOT_PERMITTED, LOCKED, APPRAISAL_LOCKED = "access/not-permitted", "access/account-locked", "access/appraisal-locked"


class Operation(NamedTuple):
    """One operation as the document has it; `acts` are the last words of the rights it asks for."""

    name: str
    method: str
    path: str
    acts: frozenset[str]
    allowed: Any


def operations_of(house: House) -> list[Operation]:
    service = house.service.spec.name
    found = []
    for full_path, methods in house.service.app.openapi()["paths"].items():
        path = full_path.removeprefix(f"/api/{service}")
        for method, document in methods.items():
            name = f"{method.upper()} {path}"
            rights = [right for scheme in document.get("security", []) for right in scheme.get("chamdiem", [])]
            acts = frozenset(right.rpartition(":")[2] for right in rights)
            found.append(Operation(name, method, path, acts, MATRIX[service].get(name)))
    return found


def guarded(house: House) -> list[Operation]:
    """Those that ask for an account."""
    return [o for o in operations_of(house) if o.allowed not in (PUBLIC, WHOEVER_IS_SIGNED_IN)]


async def ask(client: httpx.AsyncClient, operation: Operation) -> tuple[int, str]:
    """Ask with ids that name nothing and a body that is no good; the status, and the type where it is a problem."""
    path = operation.path.replace("{file_format}", "pdf")
    while "{" in path:
        before, _, rest = path.partition("{")
        path = f"{before}{uuid4()}{rest.partition('}')[2]}"
    body = {} if operation.method == "get" else {"content": b'{"x": 1}', "headers": {"Content-Type": "application/json"}}
    answer = await client.request(operation.method, path, **body)
    return problem_of(answer) if "problem" in answer.headers.get("Content-Type", "") else (answer.status_code, "")


@pytest.fixture(params=sorted(MATRIX), scope="module")
async def house(request: pytest.FixtureRequest, databases: Databases, issuer: Issuer) -> AsyncIterator[House]:
    async with open_service(request.param, databases, issuer) as opened:
        yield opened


async def test_the_matrix_has_a_row_for_every_operation_and_no_other(house: House) -> None:
    assert {o.name for o in operations_of(house)} == set(MATRIX[house.service.spec.name])


async def test_an_operation_that_writes_never_counts_as_reading(house: House) -> None:
    assert [o.name for o in guarded(house) if o.acts <= {"read"} and o.method != "get"] == []


async def test_who_is_not_signed_in_gets_at_what_is_public_only(house: House) -> None:
    let_in = [o.name for o in operations_of(house) if await ask(house.anonymous, o) != (401, "access/unauthenticated")]
    assert sorted(let_in) == sorted(o.name for o in operations_of(house) if o.allowed == PUBLIC)


async def test_every_account_may_ask_for_just_what_the_matrix_gives_it(house: House) -> None:
    actors = await sign_in_all(house)
    wrong = []
    for operation in guarded(house):
        for name, client in actors.items():
            status, type_ = await ask(client, operation)
            refused = (status, type_) == (403, NOT_PERMITTED)
            if refused is (name in operation.allowed) or status == 401 or (type_.startswith("access/") and not refused):
                wrong.append((operation.name, name, status, type_))
    assert wrong == []


async def test_a_locked_account_may_do_nothing(house: House) -> None:
    client = await sign_in_locked(house)
    assert [(o.name, a) for o in guarded(house) if (a := await ask(client, o)) != (403, LOCKED)] == []


@pytest.mark.parametrize(
    ("scope", "in_council", "left_open"),
    [("sign_in", False, set()), ("writing", False, {"read"}), ("writing", True, {"read", "agree"}), ("sign_in", True, {"read", "agree"})],
)
async def test_after_sending_an_appraiser_may_do_just_what_the_lock_leaves_open(
    house: House, scope: str, in_council: bool, left_open: set[str]
) -> None:
    client = await sign_in_after_sending(house, scope, in_council=in_council)
    wrong = []
    for operation in guarded(house):
        status, type_ = await ask(client, operation)
        if ((status, type_) == (403, APPRAISAL_LOCKED)) is (operation.acts <= left_open):
            wrong.append((operation.name, status, type_))
    assert wrong == []
