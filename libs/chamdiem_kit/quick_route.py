"""The short way through a route, for requests in which there is nothing to find fault with.

At each request the framework finds out anew what an operation's parameters are and how each is read, which costs as much as a save does.
Here that is found out once. The short way only ever says yes: what it cannot read it leaves to the framework, which goes over the request
again and says what is wrong with it. An operation that takes what is not known here (a form, a list, a dependency that ends later) has no
short way.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from inspect import iscoroutinefunction, signature
from typing import Any, Self

from fastapi import Request, Response, params
from fastapi._compat import ModelField, is_scalar_field
from fastapi.datastructures import DefaultPlaceholder
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute, serialize_response
from fastapi.security import SecurityScopes
from starlette.exceptions import HTTPException

from chamdiem_kit.errors import DomainError

_JSON = "application/json"
_WITH_BODY = (None, 200, 201, 202)


class _NoShortWay(Exception):
    """The operation, or this request, is for the framework."""


@dataclass(frozen=True, slots=True)
class _Call:
    """A function with where each of its arguments comes from: the endpoint or a dependency. `fixed` are the same each time."""

    name: str
    function: Callable[..., Awaitable[Any]]
    dependencies: Sequence["_Call"]
    path: Sequence[ModelField]
    query: Sequence[ModelField]
    headers: Sequence[ModelField]
    body: ModelField | None
    request_name: str | None
    response_name: str | None
    fixed: Mapping[str, Any]

    @classmethod
    def of(cls, dependant: Dependant, seen: set[Any]) -> Self:
        """Raises `_NoShortWay`."""
        function: Any = dependant.call
        texts = (*dependant.path_params, *dependant.query_params, *dependant.header_params)
        bodies = dependant.body_params
        if (
            dependant.cookie_params
            or dependant.background_tasks_param_name
            or dependant.concurrency is not None
            or function in seen  # the framework would ask it once
            or not (iscoroutinefunction(function) or iscoroutinefunction(type(function).__call__))
            or not all(map(is_scalar_field, texts))
            or len(bodies) > 1
            or not all(type(b.field_info) is params.Body for b in bodies)
        ):
            raise _NoShortWay
        seen.add(function)
        scopes = dict.fromkeys([*(dependant.parent_oauth_scopes or []), *(dependant.own_oauth_scopes or [])])
        return cls(
            name=dependant.name or "",
            function=function,
            dependencies=tuple(cls.of(d, seen) for d in dependant.dependencies),
            path=tuple(dependant.path_params),
            query=tuple(dependant.query_params),
            headers=tuple(dependant.header_params),
            body=bodies[0] if bodies else None,
            request_name=dependant.request_param_name or dependant.http_connection_param_name,
            response_name=dependant.response_param_name,
            fixed={dependant.security_scopes_param_name: SecurityScopes(list(scopes))} if dependant.security_scopes_param_name else {},
        )

    async def arguments(self, request: Request, response: Response | None) -> dict[str, Any]:
        """What the function is called with. Raises what dependencies raise, and `_NoShortWay`."""
        values = dict(self.fixed)
        for dependency in self.dependencies:
            values[dependency.name] = await dependency.function(**await dependency.arguments(request, response))
        if self.path:
            _read(self.path, request.path_params, values)
        if self.query:
            _read(self.query, request.query_params, values)
        if self.headers:
            _read(self.headers, request.headers, values)
        if self.body is not None:
            if request.headers.get("content-type") != _JSON or not await request.body():
                raise _NoShortWay
            values[self.body.name] = _valid(self.body, await request.json())
        if self.request_name:
            values[self.request_name] = request
        if self.response_name:
            values[self.response_name] = response
        return values


class QuickRoute:
    """The short way of one route."""

    def __init__(self, route: APIRoute) -> None:
        """Raises `_NoShortWay`."""
        answers = signature(route.endpoint).return_annotation
        special = (
            route.response_model_include or route.response_model_exclude or route.response_model_exclude_unset,
            route.response_model_exclude_defaults or route.response_model_exclude_none,
            route.is_json_stream or route.stream_item_field or route._embed_body_fields,
            route.status_code not in _WITH_BODY,
            not isinstance(route.response_class, DefaultPlaceholder),
            route.response_field is None and answers is not Response,
        )
        if any(special):
            raise _NoShortWay
        self._call = _Call.of(route.dependant, set())
        self._field, self._status = route.response_field, route.status_code or 200

    @classmethod
    def of(cls, route: APIRoute) -> Self | None:
        """None where the route has none."""
        try:
            return cls(route)
        except _NoShortWay:
            return None

    async def answer(self, request: Request) -> Response | None:
        """The operation's answer, or None where nothing was done and the framework has to say why."""
        injected = _injected() if self._call.response_name else None
        try:
            values = await self._call.arguments(request, injected)
        except (DomainError, HTTPException, _NoShortWay):
            return None
        given = await self._call.function(**values)
        if isinstance(given, Response):
            return given
        content = await serialize_response(field=self._field, response_content=given, dump_json=True)
        response = Response(content, media_type=_JSON, status_code=(injected and injected.status_code) or self._status)
        if injected is not None:
            response.headers.raw.extend(injected.headers.raw)
        return response


def _injected() -> Response:
    """What an operation sets headers and status of; nothing else is taken from it."""
    response = Response(status_code=0)
    del response.headers["content-length"]
    return response


def _read(wanted: Sequence[ModelField], given: Any, values: dict[str, Any]) -> None:
    for field in wanted:
        text = given.get(field.alias)
        if text is not None:
            values[field.name] = _valid(field, text)
        elif field.field_info.is_required():
            raise _NoShortWay
        else:
            values[field.name] = field.get_default()


def _valid(field: ModelField, given: Any) -> Any:
    value, errors = field.validate(given)
    if errors:
        raise _NoShortWay
    return value
