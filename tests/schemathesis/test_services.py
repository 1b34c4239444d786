"""Requests by the thousand, drawn from each service's own OpenAPI document: good ones and broken ones. None may be a fault of ours."""

from collections.abc import Iterator
from typing import Any

import httpx
import pytest
import requests
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis.generation import GenerationMode
from schemathesis.schemas import APIOperation
from tests.rights.matrix import MATRIX
from tests.schemathesis.worlds import inhabited
from tests.support.databases import Databases
from tests.support.house import House
from tests.support.issuer import Issuer
from tests.support.services import SERVICES

from chamdiem_kit.settings import ObjectStoreSettings

EXAMPLES = 5
LONGEST_URL = 60_000  # a client refuses to send more
_DRAWING = settings(
    max_examples=EXAMPLES, database=None, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck), phases=[Phase.generate]
)


@pytest.mark.parametrize("name", SERVICES)
async def test_no_request_is_answered_by_a_server_error(
    databases: Databases, issuer: Issuer, object_store: ObjectStoreSettings, name: str
) -> None:
    faults = []
    async with inhabited(name, databases, issuer, object_store) as (house, clients, known):
        for operation in _operations(house):
            client = _most_powerful(house, operation, clients)
            for request in [*_drawn(operation, GenerationMode.POSITIVE, known), *_drawn(operation, GenerationMode.NEGATIVE, {})]:
                answer = await _send(client, request)
                if answer.status_code >= 500:
                    faults.append(f"{operation.label}: {answer.status_code} for {request.method} {request.url} {request.body!r}")
    assert faults == []


def _operations(house: House) -> Iterator[APIOperation[Any, Any, Any, Any]]:
    document = house.service.app.openapi()
    asked = {p: o for p, o in document["paths"].items() if "/health/" not in p}
    for result in schemathesis.openapi.from_dict({**document, "paths": asked}).get_all_operations():
        yield result.ok()


def _most_powerful(house: House, operation: APIOperation[Any, Any, Any, Any], clients: dict[str, httpx.AsyncClient]) -> httpx.AsyncClient:
    """A client of somebody who may ask for it: the head before the officer, the lead before the member."""
    name = f"{operation.method.upper()} {operation.path.removeprefix(f'/api/{house.service.spec.name}')}"
    allowed = MATRIX.get(house.service.spec.name, {}).get(name, ())
    for actor in ("head", "lead", "manager", "administrator", *clients):
        if actor in allowed:
            return clients[actor]
    return house.anonymous


def _drawn(operation: APIOperation[Any, Any, Any, Any], mode: GenerationMode, known: dict[str, str]) -> list[requests.PreparedRequest]:
    """Requests as Hypothesis draws them; `known` names what is there, in place of ids made up."""
    named = {p.name: known[p.name] for p in operation.path_parameters if p.name in known} or None
    drawn = []

    @given(case=operation.as_strategy(generation_mode=mode, path_parameters=named))
    @_DRAWING
    def draw(case: schemathesis.Case) -> None:
        request = requests.Request(**_request_of(case)).prepare()
        if len(request.url or "") < LONGEST_URL:
            drawn.append(request)

    try:
        draw()
    except Unsatisfiable:
        assert mode is GenerationMode.NEGATIVE, f"{operation.label} cannot be asked for rightly"
    return drawn


def _request_of(case: schemathesis.Case) -> dict[str, Any]:
    given = {"method", "url", "headers", "files", "data", "params", "auth", "cookies", "json"}
    request = {key: value for key, value in case.as_transport_kwargs(base_url="http://service").items() if key in given}
    # Few texts drawn are versions, and without a good one no change goes further than asking for it.
    if any(p.name == "If-Match" for p in case.operation.headers):
        request["headers"]["If-Match"] = '"1"'
    return request


async def _send(client: httpx.AsyncClient, request: requests.PreparedRequest) -> httpx.Response:
    headers = [(k, v) for k, v in request.headers.items() if k.lower() not in {"authorization", "x-account", "cookie"}]
    body = request.body.encode() if isinstance(request.body, str) else request.body
    return await client.request(str(request.method), str(request.url), headers=headers, content=body)
