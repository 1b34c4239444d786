"""The checked-in documents, and what must hold in each of them."""

import importlib
from collections.abc import Iterator
from typing import Any

import pytest
from tests.support.services import SERVICES

from chamdiem.api_documents import api_pages, idle_services
from chamdiem.generated_pages import stale_pages
from chamdiem.problem_catalogue import declared_problems, refusals_of_the_rules

OPEN_TO_WHOEVER_IS_SIGNED_IN = {"who_am_i"}
"""Operations for a person before an account is chosen."""
LOOKED_AT_INSIDE = {"ranking:provisional:read"}
"""Rights that no operation asks for as a whole: they widen what an operation shows."""


def operations() -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Service, `METHOD /path`, operation."""
    for name, service in idle_services().items():
        for path, methods in service.app.openapi()["paths"].items():
            for method, operation in methods.items():
                yield name, f"{method.upper()} {path}", operation


def test_the_checked_in_documents_are_those_of_the_code() -> None:
    assert stale_pages(api_pages()) == [], "run `make api docs`"


def test_every_operation_says_who_may_do_it() -> None:
    silent = [
        (name, what)
        for name, what, operation in operations()
        if not operation.get("x-public")
        and not any("browser-session" in scheme or scheme.get("chamdiem") for scheme in operation.get("security", []))
        and operation["operationId"] not in OPEN_TO_WHOEVER_IS_SIGNED_IN
    ]
    assert silent == []


def test_every_operation_is_said_in_vietnamese_and_can_answer_a_problem() -> None:
    for name, what, operation in operations():
        assert not operation["summary"].isascii(), (name, what)
        assert "4XX" in operation["responses"], (name, what)


@pytest.mark.parametrize("name", [name for name in SERVICES if name != "gateway"])
def test_every_right_is_granted_to_somebody_and_asked_for_by_an_operation(name: str) -> None:
    access = importlib.import_module(f"chamdiem_{name}.access")
    declared = {str(right) for right in access.Right}
    rules = access.RULES
    granted = {str(r) for held in (*rules.granted.values(), *rules.granted_by_role.values(), rules.every_account) for r in held}
    asked = {
        scope
        for service, _, operation in operations()
        if service == name
        for scheme in operation.get("security", [])
        for scope in scheme.get("chamdiem", [])
    }
    assert granted == declared
    assert asked == declared - LOOKED_AT_INSIDE


def test_a_problem_type_has_one_status_and_one_vietnamese_title() -> None:
    said: dict[str, set[tuple[int, str]]] = {}
    for problem in (*declared_problems(), *refusals_of_the_rules()):
        assert problem.title and not problem.title.isascii(), problem
        assert problem.type.count("/") == 1, problem
        said.setdefault(problem.type, set()).add((problem.status, problem.title))
    assert {type_ for type_, several in said.items() if len(several) > 1} == set()
