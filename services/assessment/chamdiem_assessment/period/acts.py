"""What an account may do now with a period, so that pages need no copy of the rules."""

from chamdiem_assessment.access import Right
from chamdiem_assessment.period.domain import Period, Stage
from chamdiem_kit.access import Actor


def acts_of(period: Period, actor: Actor) -> tuple[str, ...]:
    """`change`, `open`, `close`, `amend`, `extend`, `move_clock`: those that the operation of that name would not refuse outright."""
    acts = []
    plans = actor.may(Right.WRITE_PERIODS) and actor.only_for_unit is None
    is_open = period.stage is Stage.OPEN
    if plans and period.stage is not Stage.ARCHIVED and not period.is_aggregated:
        acts.append("change")
    if plans and period.stage is Stage.PLANNED:
        acts.append("open")
    if plans and is_open:
        acts.append("close")
    if plans and is_open and not period.is_aggregated:
        acts.append("amend")
    if actor.may(Right.GIVE_EXTENSION) and is_open and not period.is_aggregated:
        acts.append("extend")
    if actor.may(Right.MOVE_CLOCK) and period.clock_at is not None and period.stage is not Stage.ARCHIVED:
        acts.append("move_clock")
    return tuple(acts)
