"""Run as a program: starts the parts on a folder, does one write in each, tells their pids, and stays until it is killed."""

import asyncio
import io
import json
import sys
from pathlib import Path

import asyncpg
from minio import Minio

from chamdiem.embedded.parts import EmbeddedParts, PartsAddresses


async def write_once(parts: PartsAddresses) -> None:
    database = await asyncpg.connect(parts.databases["ranking"].replace("+asyncpg", ""), ssl=False)
    await database.execute("CREATE TABLE acknowledged (number integer)")
    await database.execute("INSERT INTO acknowledged VALUES (42)")
    keys = parts.s3_writer
    s3 = Minio(parts.s3_endpoint, access_key=keys.access_key, secret_key=keys.secret_key, secure=False, region=parts.s3_region)
    await asyncio.to_thread(s3.put_object, parts.evidence_bucket, "acknowledged", io.BytesIO(b"42"), 2)
    await parts.accounts.create_user("acknowledged", "Nguyễn Văn An", "mat-khau-42")


async def main() -> None:
    async with EmbeddedParts(Path(sys.argv[1]), durable=False) as parts:
        await write_once(parts)
        sys.stdout.write(json.dumps(dict(parts.pids)) + "\n")
        sys.stdout.flush()
        await asyncio.Event().wait()


asyncio.run(main())
