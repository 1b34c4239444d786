"""Grants the accounts of a file through identity's public API, in batches that may be handed in again after any crash."""

import asyncio
import hashlib
import json
import time
from collections.abc import Callable, Sequence
from typing import Any

import aiohttp

from chamdiem.accounts.lines import AccountLine, Result, ResultsFile
from chamdiem.sign_in.code_flow import Tokens, refresh

BATCH = 50
_PATIENCE_S = 300.0
_LONGEST_PAUSE_S = 5.0
_MARGIN_S = 60
_AT_ONCE = 4
_REASON = "Cấp mật khẩu lần đầu cho tài khoản tạo từ tệp"

Told = Callable[[int, int], None]
"""Is told after each batch: how many lines are done, of how many."""


class ImportStopped(Exception):
    """It cannot go on now; what is done is kept. The text is a Vietnamese sentence."""


class Importer:
    """`http` reaches the platform (its base address has no path); `tokens` are the signed-in administrator's."""

    def __init__(self, http: aiohttp.ClientSession, issuer: str, client_id: str, tokens: Tokens) -> None:
        self._http, self._issuer, self._client_id = http, issuer, client_id
        self._keep(tokens)
        self._refreshing = asyncio.Lock()

    async def run(self, lines: Sequence[AccountLine], results: ResultsFile, told: Told) -> tuple[int, int]:
        """Grant what is not granted yet; how many of the file are granted now and how many were refused. Raises `ImportStopped`."""
        done = results.granted()
        results.begin(done.values())
        left = [line for line in lines if line.username.lower() not in done]
        granted = refused = 0
        told(len(lines) - len(left), len(lines))
        for start in range(0, len(left), BATCH):
            batch = left[start : start + BATCH]
            came = await self._batch(batch)
            results.add(came)
            granted += sum(one.granted for one in came)
            refused += sum(not one.granted for one in came)
            told(len(lines) - len(left) + start + len(batch), len(lines))
        return len(lines) - len(left) + granted, refused

    async def _batch(self, batch: Sequence[AccountLine]) -> list[Result]:
        body = {"lines": [line.asked for line in batch]}
        # The same lines again are the same request: after a crash the first answer comes back, and nobody is granted twice.
        key = hashlib.sha256(json.dumps(body, sort_keys=True).encode()).hexdigest()
        answer = await self._call("PATCH", "/accounts", body, {"Idempotency-Key": key})
        refused = [
            Result(batch[one["index"]].line, batch[one["index"]].username, False, message=f"{one['column']}: {_sentence(one['problem'])}")
            for one in answer["refused"]
        ]
        gate = asyncio.Semaphore(_AT_ONCE)

        async def granted(one: dict[str, Any]) -> Result:
            line = batch[one["index"]]
            password = one["initial_password"]
            if password is None and "sub" not in line.asked:
                async with gate:
                    password = await self._password_of(one["id"])
            return Result(line.line, line.username, True, password or "")

        results = [*refused, *await asyncio.gather(*(granted(one) for one in answer["accounts"]))]
        return sorted(results, key=lambda one: one.line)

    async def _password_of(self, account_id: str) -> str:
        """Another one-time password, where the first was lost with an answer or the person is only made later."""
        answer = await self._call("POST", f"/accounts/{account_id}/password", {"reason": _REASON}, {})
        return str(answer["initial_password"])

    async def _call(self, method: str, path: str, body: dict[str, Any], headers: dict[str, str]) -> Any:
        """The answer, however long it takes within some minutes. Raises `ImportStopped`."""
        until, pause, last = time.monotonic() + _PATIENCE_S, 0.1, "không trả lời"
        while time.monotonic() < until:
            sent = {"Authorization": f"Bearer {await self._token()}", **headers}
            try:
                async with self._http.request(method, f"/api/identity{path}", json=body, headers=sent) as answer:
                    told = await answer.json(content_type=None)
                    if answer.status < 400:
                        return told
                    if not _may_pass(answer.status, told):
                        raise ImportStopped(f"Dịch vụ tài khoản từ chối: {_sentence(told)}")
                    last = _sentence(told)
            except (aiohttp.ClientError, TimeoutError, ValueError) as fault:
                last = f"không trả lời ({type(fault).__name__})"
            await asyncio.sleep(pause)
            pause = min(pause * 2, _LONGEST_PAUSE_S)
        raise ImportStopped(f"Dịch vụ tài khoản chưa làm được: {last}. Hãy chạy lại lệnh để làm tiếp.")

    async def _token(self) -> str:
        async with self._refreshing:
            if time.monotonic() > self._until:
                self._keep(await refresh(self._issuer, self._client_id, self._tokens.refresh_token))
        return self._tokens.access_token

    def _keep(self, tokens: Tokens) -> None:
        self._tokens, self._until = tokens, time.monotonic() + tokens.expires_in_s - _MARGIN_S


def _may_pass(status: int, problem: Any) -> bool:
    """Whether to try again: it is down or busy, or the person is not made yet."""
    return status in {429, 500, 502, 503, 504} or (status == 409 and str(problem.get("type", "")).endswith("identity/password-refused"))


def _sentence(problem: Any) -> str:
    if not isinstance(problem, dict):
        return "không rõ lý do"
    return ": ".join(str(problem[part]) for part in ("title", "detail") if problem.get(part)) or "không rõ lý do"
