"""`python -m chamdiem.api_documents [--check]`: OpenAPI of each service, AsyncAPI of all events and the problem types, as `docs/api`."""

import importlib
import json
import sys
from typing import Any

from chamdiem.embedded.databases import SERVICES
from chamdiem.generated_pages import write_or_check
from chamdiem.problem_catalogue import catalogue
from chamdiem_contracts.asyncapi import asyncapi_document
from chamdiem_kit.app import Service
from chamdiem_kit.bus.in_process import InProcessBus
from chamdiem_kit.settings import ServiceSettings


def idle_services() -> dict[str, Service]:
    """Every service by its name, over nothing: it knows its operations and consumers, and must not be run."""
    services = {}
    for name in SERVICES:
        app = importlib.import_module(f"chamdiem_{name}.app")
        nowhere = ServiceSettings(service=name, database_url="postgresql+asyncpg://127.0.0.1/none", oidc_issuer="https://sso.example.vn")
        services[name] = Service(app.SPEC, nowhere, InProcessBus())
    return services


def consumers_of_events(services: dict[str, Service]) -> dict[str, list[str]]:
    """Event type → the services that take it."""
    types = sorted({type_ for service in services.values() for type_ in service.inbox.types})
    return {type_: [name for name, service in services.items() if type_ in service.inbox.types] for type_ in types}


def api_pages() -> dict[str, str]:
    """The pages by file name."""
    services = idle_services()
    pages = {f"{name}.openapi.json": _json(service.app.openapi()) for name, service in services.items()}
    return {**pages, "asyncapi.json": _json(asyncapi_document(consumers_of_events(services))), "problems.md": catalogue()}


def _json(document: dict[str, Any]) -> str:
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def main() -> None:
    """Write the pages, or with `--check` say whether they are up to date."""
    sys.exit(write_or_check(api_pages(), check="--check" in sys.argv[1:]))


if __name__ == "__main__":
    main()
