"""When each send is played (docs/design/cycle-folder.md): by instant, those before the self-assessment phase ahead of all else."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from chamdiem.cycle.lines import Refusal, SentLine
from chamdiem_rules.instants import parse_instant
from chamdiem_rules.refusal import Refused

SENT = "sent.csv"


@dataclass(frozen=True, slots=True)
class TimedSend:
    """One line of `sent.csv` with the instant at which it is played."""

    at: datetime
    line: SentLine


@dataclass(frozen=True, slots=True)
class SendingOrder:
    """`early`: played at their instants before the declared lines, and refused; then the declared lines, at the phase's start;
    then `later`. Both in order of instant, then of line, so that of two sends the earlier instant stands. `refused`: bad times."""

    early: tuple[TimedSend, ...]
    later: tuple[TimedSend, ...]
    refused: tuple[Refusal, ...]


def order_sends(lines: Iterable[SentLine], *, phase_from: datetime) -> SendingOrder:
    """The sends in the order they are played; a send at `phase_from` itself comes after the declared lines."""
    timed: list[TimedSend] = []
    refused: list[Refusal] = []
    for line in lines:
        try:
            timed.append(TimedSend(parse_instant(line.sent_at), line))
        except Refused as bad:
            refused.append(Refusal(SENT, line.line, bad.column, bad.code, bad.detail))
    timed.sort(key=lambda send: (send.at, send.line.line))
    early = tuple(send for send in timed if send.at < phase_from)
    return SendingOrder(early, tuple(timed[len(early) :]), tuple(refused))
