"""Tells the provider what is pending: talks over the network, so never inside a transaction."""

import asyncio
import logging
from collections.abc import Awaitable, Sequence

from chamdiem_identity.provider.domain import Outcome, Task, TaskKind
from chamdiem_identity.provider.port import IdentityProvider, NewUser, NotSupported, ProviderRefused

_CALL_TIMEOUT_S = 30
_log = logging.getLogger("chamdiem.identity.provider")


async def carry_out(provider: IdentityProvider, tasks: Sequence[Task]) -> tuple[list[Outcome], list[Task]]:
    """Make the changes; those that ended, and those that found no answer."""
    creations = [t for t in tasks if t.kind is TaskKind.CREATE_USER]
    others = [t for t in tasks if t.kind is not TaskKind.CREATE_USER]
    outcomes = await _create_all(provider, creations) if creations else []
    for task in others:
        outcome = await _attempt(task, _change(provider, task))
        if outcome is not None:
            outcomes.append(outcome)
    ended = {o.task.id for o in outcomes}
    return outcomes, [t for t in tasks if t.id not in ended]


async def _create_all(provider: IdentityProvider, tasks: Sequence[Task]) -> list[Outcome]:
    users = [NewUser(t.username, t.full_name, t.password or "") for t in tasks]
    try:
        async with asyncio.timeout(_CALL_TIMEOUT_S):
            subs = await provider.create_users(users)
        return [Outcome(task, sub=sub) for task, sub in zip(tasks, subs, strict=True)]
    except ProviderRefused as refused:
        if len(tasks) == 1:
            return [Outcome(tasks[0], refusal=str(refused))]
    except Exception as fault:  # whatever an adapter fails by, the change is still to be made
        _log.warning("the identity provider does not answer: %s", type(fault).__name__)
        return []
    # All or none: one of them was refused, so each is tried alone to find which.
    found = [await _attempt(t, provider.create_user(u.username, u.full_name, u.password)) for t, u in zip(tasks, users, strict=True)]
    return [outcome for outcome in found if outcome is not None]


def _change(provider: IdentityProvider, task: Task) -> Awaitable[None]:
    sub = task.sub or ""
    if task.kind is TaskKind.SET_PASSWORD:
        return provider.set_password(sub, task.password or "")
    if task.kind is TaskKind.SET_ENABLED:
        return provider.set_enabled(sub, task.enabled)
    return provider.end_sessions(sub)


async def _attempt(task: Task, call: Awaitable[str | None]) -> Outcome | None:
    try:
        async with asyncio.timeout(_CALL_TIMEOUT_S):
            return Outcome(task, sub=await call)
    except NotSupported:
        return Outcome(task)
    except ProviderRefused as refused:
        _log.warning("the identity provider refused %s (task %s)", task.kind, task.id)
        return Outcome(task, refusal=str(refused) or "Máy chủ đăng nhập không nhận thay đổi.")
    except Exception as fault:  # whatever an adapter fails by, the change is still to be made
        _log.warning("the identity provider does not answer: %s", type(fault).__name__)
        return None
