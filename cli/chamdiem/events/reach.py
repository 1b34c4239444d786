"""The services' databases and buses, as the settings name them; the services themselves need not run."""

import importlib
import os
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict
from sqlalchemy.exc import DBAPIError

from chamdiem_kit.app import Service
from chamdiem_kit.bus.in_process import InProcessBus
from chamdiem_kit.bus.rabbitmq import RabbitBus
from chamdiem_kit.db import Database
from chamdiem_kit.lost_line import is_lost_line
from chamdiem_kit.settings import FOLDER_VARIABLE, ServiceSettings, read

_NOT_MIGRATED = {"UndefinedTableError", "UndefinedColumnError"}


class EventsRefused(Exception):
    """It cannot be done; the text is a Vietnamese sentence."""


class _EventsSettings(BaseSettings):
    model_config = SettingsConfigDict(extra="ignore", frozen=True)

    database_url: SecretStr
    bus_url: SecretStr = SecretStr("inprocess:")


@dataclass(frozen=True)
class Reached:
    """A service's database, and the bus where the settings name one outside of its process."""

    name: str
    database: Database
    bus_url: str = field(repr=False)

    def service(self) -> Service:
        """The service with its handlers, to be used and never run."""
        app = importlib.import_module(f"chamdiem_{self.name}.app")
        url = SecretStr(self.database.url)
        return Service(app.SPEC, ServiceSettings(service=self.name, database_url=url, oidc_issuer="https://sso.example.vn"), InProcessBus())

    def bus(self) -> RabbitBus:
        """The broker as the service reaches it. Raises `EventsRefused` where the bus is inside the process."""
        if not self.bus_url.startswith(("amqp:", "amqps:")):
            raise EventsRefused(
                f"{self.name} chạy với bus trong tiến trình, không có máy chủ sự kiện để phát lại; hãy dùng chamdiem events rebuild."
            )
        return RabbitBus(self.bus_url)


@asynccontextmanager
async def reached(names: Sequence[str]) -> AsyncIterator[dict[str, Reached]]:
    """These services. Raises `SettingsFault`, and `EventsRefused` for a database that does not answer or was never migrated."""
    found: dict[str, Reached] = {}
    try:
        for name in names:
            with _own_folder(name):
                settings = read(_EventsSettings, name)
            url = settings.database_url.get_secret_value()
            found[name] = Reached(name, Database(url, pool_size=2), settings.bus_url.get_secret_value())
        yield found
    finally:
        for one in found.values():
            await one.database.close()


@asynccontextmanager
async def said(name: str) -> AsyncIterator[None]:
    """Turn the faults of a service's database into `EventsRefused`."""
    try:
        yield
    except Exception as fault:
        if is_lost_line(fault) or isinstance(fault, TimeoutError):
            raise EventsRefused(f"Cơ sở dữ liệu của {name} không trả lời; hãy xem máy chủ và database_url.") from fault
        if isinstance(fault, DBAPIError) and fault.orig is not None and type(fault.orig.__cause__).__name__ in _NOT_MIGRATED:
            raise EventsRefused(f"Cơ sở dữ liệu của {name} chưa được cập nhật; hãy chạy chamdiem migrate {name}.") from fault
        raise


@contextmanager
def _own_folder(name: str) -> Iterator[None]:
    """Where the folder of setting files has one for each service, as `servers up` writes it, read there."""
    given = os.environ.get(FOLDER_VARIABLE)
    if given is None or not (Path(given) / name).is_dir():
        yield
        return
    os.environ[FOLDER_VARIABLE] = str(Path(given) / name)
    try:
        yield
    finally:
        os.environ[FOLDER_VARIABLE] = given
