"""Saving one leaf on two replicas of assessment against one, both as production runs them, on one database.

Asked of the replicas directly: the question is whether a second one adds work for the first or for the database, and nginx would only
take from the two cores what the second replica is to have (what nginx costs is measured in test_edge.py). One replica with its database
and the clients nearly fills two cores, so that the rate cannot double here; what can be seen is that it does not fall, and that a save
costs no more processor when there are two, so that more cores give more.
"""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager

from bench.support.figures import hold, show
from bench.support.http_client import Act, Connection, Load, drive
from bench.support.saving import saving
from bench.support.sheets import open_sheets
from tests.support.databases import Databases
from tests.support.issuer import Issuer
from tests.support.real_servers import RealServers

from chamdiem.production.house import House
from chamdiem.production.replica import Replica
from chamdiem.servers.folder import ServersFolder
from chamdiem.service_names import ProcessName

LEAVES, CLIENTS = 106, 16
TURNS, TURN_S = 6, 2.0


async def test_a_second_replica_costs_the_first_nothing(databases: Databases, issuer: Issuer, real_servers: RealServers) -> None:
    url = await databases.fresh("chamdiem_assessment")
    sheets = await open_sheets(url, issuer, units=2 * CLIENTS, leaves=LEAVES)
    async with AsyncExitStack() as stack:
        first, second = await stack.enter_async_context(_replicas(real_servers, url, issuer))

        async def acts(sheets_at: list[Replica], offset: int) -> list[Act]:
            return [
                saving(await stack.enter_async_context(Connection(at.port, sheet.officer)), sheet, LEAVES)
                for at, sheet in zip(sheets_at, sheets[offset : offset + CLIENTS], strict=True)
            ]

        on_one, on_two = await acts([first] * CLIENTS, 0), await acts([first, second] * (CLIENTS // 2), CLIENTS)
        one, two = Load(), Load()
        for warming in (on_one, on_two):
            await drive(warming, 1.0)
        for _ in range(TURNS):
            one.add(await drive(on_one, TURN_S, servers=[first.pid, second.pid]))
            two.add(await drive(on_two, TURN_S, servers=[first.pid, second.pid]))
    for name, load in (("one replica", one), ("two replicas", two)):
        show(f"{CLIENTS} clients, {name}: {load.summary}")
    hold("save one leaf, two replicas against one", two.rate / one.rate, 1.0, at_least=True)
    cost = (two.server_cpu_s / len(two.took_s)) / (one.server_cpu_s / len(one.took_s))
    hold("processor of a save, two replicas against one", cost, 1.15, at_least=False)


@asynccontextmanager
async def _replicas(real_servers: RealServers, database_url: str, issuer: Issuer) -> AsyncIterator[list[Replica]]:
    """Two of them over the real broker and store, with a database of their own and people of this provider."""
    for name in ("rabbitmq", "minio"):
        await real_servers.have(name)
    told = {
        "DATABASE_URL": database_url,
        "OIDC_ISSUER": issuer.url,
        "OIDC_JWKS_URL": f"{issuer.url}/jwks",
        "JUDGE_EVIDENCE": "false",
    }
    environment = {f"CHAMDIEM_ASSESSMENT_{name}": value for name, value in told.items()}
    async with House(ServersFolder(real_servers.folder), replicas={ProcessName.ASSESSMENT: 2}, environment=environment) as house:
        yield house.of(ProcessName.ASSESSMENT)
