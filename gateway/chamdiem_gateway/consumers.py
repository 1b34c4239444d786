"""All that the gateway listens to: event → handler."""

from collections.abc import Mapping

from chamdiem_contracts.base import Event
from chamdiem_contracts.identity import AccountChangedV1
from chamdiem_gateway.session.handlers import on_account_changed
from chamdiem_kit.inbox import Handler

CONSUMERS: Mapping[type[Event], Handler] = {AccountChangedV1: on_account_changed}
