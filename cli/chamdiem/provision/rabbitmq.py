"""The broker as the services need it: exchanges, queues, bindings, limits, one user a service with only its own rights."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

import httpx

from chamdiem.embedded.databases import SERVICES
from chamdiem.provision.rabbitmq_definitions import definitions, takers_of_events

_PATIENCE_S = 60.0


class BrokerRefused(Exception):
    """The broker could not be brought to what is needed; the text is a Vietnamese sentence."""


@dataclass(frozen=True)
class BrokerAdmin:
    """The broker's management address, `http://HOST:PORT`, and who may administer it."""

    management_url: str
    user: str
    password: str = field(repr=False)


def provision(admin: BrokerAdmin, passwords: Mapping[str, str], wanted: Mapping[str, Any] | None = None) -> None:
    """Make what is missing, set every right, limit and password again, and take away bindings and users' rights that are no longer wanted.

    `passwords`: service → password of its user `chamdiem_<service>`. `wanted`: definitions other than the usual ones (tests, other limits).
    Nothing that holds messages is ever deleted. Blocking. Raises `BrokerRefused`.
    """
    definitions_ = wanted if wanted is not None else definitions(takers_of_events(), SERVICES)
    auth = (admin.user, admin.password)
    with httpx.Client(base_url=f"{admin.management_url}/api", auth=auth, timeout=_PATIENCE_S, trust_env=False) as client:
        api = _Api(client)
        for vhost in definitions_["vhosts"]:
            api.put(f"/vhosts/{_q(vhost['name'])}", {"default_queue_type": "quorum"})
        for policy in definitions_["policies"]:
            api.put(f"/policies/{_q(policy['vhost'])}/{_q(policy['name'])}", _without(policy, "vhost", "name"))
        for exchange in definitions_["exchanges"]:
            api.put(f"/exchanges/{_q(exchange['vhost'])}/{_q(exchange['name'])}", _without(exchange, "vhost", "name"))
        for queue in definitions_["queues"]:
            api.put(f"/queues/{_q(queue['vhost'])}/{_q(queue['name'])}", _without(queue, "vhost", "name"))
        _bind(api, definitions_)
        for service, password in passwords.items():
            _user(api, f"chamdiem_{service}", password, definitions_)


def _bind(api: "_Api", wanted: Mapping[str, Any]) -> None:
    """First what is missing, then away with what is too much: no moment in which an event finds fewer takers than it should."""
    keys = {(b["vhost"], b["source"], b["destination"], b["routing_key"]) for b in wanted["bindings"]}
    for vhost, source, queue, key in sorted(keys):
        api.post(f"/bindings/{_q(vhost)}/e/{_q(source)}/q/{_q(queue)}", {"routing_key": key, "arguments": {}})
    for exchange in wanted["exchanges"]:
        vhost, name = exchange["vhost"], exchange["name"]
        for found in api.get(f"/exchanges/{_q(vhost)}/{_q(name)}/bindings/source"):
            if (vhost, name, found["destination"], found["routing_key"]) not in keys:
                properties = _q(found["properties_key"])
                api.delete(f"/bindings/{_q(vhost)}/e/{_q(name)}/q/{_q(found['destination'])}/{properties}")


def _user(api: "_Api", user: str, password: str, wanted: Mapping[str, Any]) -> None:
    api.put(f"/users/{_q(user)}", {"password": password, "tags": ""})
    for vhost in wanted["vhosts"]:
        own = [p for p in wanted["permissions"] if (p["user"], p["vhost"]) == (user, vhost["name"])]
        topics = [p for p in wanted["topic_permissions"] if (p["user"], p["vhost"]) == (user, vhost["name"])]
        # Topic rights first: without them the user could for a moment write every event.
        for topic in topics:
            api.put(f"/topic-permissions/{_q(vhost['name'])}/{_q(user)}", _without(topic, "user", "vhost"))
        for right in own:
            api.put(f"/permissions/{_q(vhost['name'])}/{_q(user)}", _without(right, "user", "vhost"))


def _without(entry: Mapping[str, Any], *names: str) -> dict[str, Any]:
    return {key: value for key, value in entry.items() if key not in names}


def _q(name: str) -> str:
    return quote(name, safe="")


class _Api:
    """The broker's management interface."""

    def __init__(self, client: httpx.Client) -> None:
        self._client = client

    def get(self, path: str) -> Any:
        return self._call("GET", path, None).json()

    def put(self, path: str, body: Mapping[str, Any]) -> None:
        self._call("PUT", path, body)

    def post(self, path: str, body: Mapping[str, Any]) -> None:
        self._call("POST", path, body)

    def delete(self, path: str) -> None:
        self._call("DELETE", path, None)

    def _call(self, method: str, path: str, body: Mapping[str, Any] | None) -> httpx.Response:
        try:
            answer = self._client.request(method, path, json=body)
        except httpx.HTTPError as fault:
            raise BrokerRefused(f"Máy chủ sự kiện chưa trả lời ở cổng quản trị ({type(fault).__name__}).") from fault
        if answer.is_success:
            return answer
        if answer.status_code == httpx.codes.UNAUTHORIZED:
            raise BrokerRefused("Máy chủ sự kiện không nhận tên hoặc mật khẩu quản trị.")
        raise BrokerRefused(f"Máy chủ sự kiện từ chối {method} {path}: {answer.status_code} {answer.text[:300]}")
