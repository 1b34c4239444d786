"""An officer who saves one leaf after another."""

import orjson
from bench.support.http_client import Act, Connection
from bench.support.sheets import OpenSheet, an_answer, items_of


def saving(connection: Connection, sheet: OpenSheet, leaves: int) -> Act:
    """Save the leaves of one begun sheet round and round, each on the version it was left at; its officer is the connection's."""
    versions = dict.fromkeys(items_of(leaves), 0)
    versions[items_of(1)[0]] = 1
    turn = 0

    async def save() -> None:
        nonlocal turn
        number = 1 + turn % leaves
        item = items_of(leaves)[number - 1]
        body = orjson.dumps(an_answer(number, turn=turn))
        answer = await connection.request(
            "PUT", f"/api/assessment/sheets/{sheet.id}/items/{item}", body, f'If-Match: "{versions[item]}"\r\n'
        )
        assert answer.status == 200, answer
        versions[item] += 1
        turn += 1

    return save
