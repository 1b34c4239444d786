"""The evidence worker as a process of its own: `chamdiem serve evidence-worker`, as many as wanted, beside any number of services."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI

from chamdiem_assessment.evidence.clamd import Clamd
from chamdiem_assessment.evidence.object_store import ObjectStore
from chamdiem_assessment.evidence.worker import EvidenceWorker
from chamdiem_assessment.settings import EvidenceSettings, read_evidence_settings
from chamdiem_kit.app import end_all, endless
from chamdiem_kit.db import Database
from chamdiem_kit.health import add_health, require_database
from chamdiem_kit.listener import Listener
from chamdiem_kit.problems import install_problem_handlers
from chamdiem_kit.settings import ObjectStoreSettings, ServiceSettings


def worker_of(settings: EvidenceSettings, objects: ObjectStore, database: Database, listener: Listener) -> EvidenceWorker:
    """A worker with the scanner that the settings name."""
    scanner = Clamd(settings.clamd_address, settings.clamd_within_s) if settings.clamd_address else None
    return EvidenceWorker(objects, scanner, database, listener)


def create_worker(settings: ServiceSettings, store: ObjectStoreSettings, evidence: EvidenceSettings | None = None) -> FastAPI:
    """An app that answers nothing but its health and judges while it runs. `evidence` None: as the environment says."""
    database = Database(settings.database_url.get_secret_value(), pool_size=settings.database_pool_size)
    listener = Listener(database.url)
    worker = worker_of(evidence or read_evidence_settings(), ObjectStore(store), database, listener)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        tasks = [asyncio.create_task(listener.run()), asyncio.create_task(endless("evidence-worker", worker.run))]
        try:
            yield
        finally:
            await end_all(tasks)
            await database.close()

    async def ready() -> str:
        await require_database("assessment", "chamdiem_assessment", database)
        return ""

    app = FastAPI(openapi_url=None, docs_url=None, redoc_url=None, lifespan=lifespan)
    add_health(app, "assessment", ready)
    install_problem_handlers(app, {})
    return app
