"""Whatever fails under sixteen people at work: what they were told is there, no event lost or done twice, nothing but poison dead."""

from uuid import uuid4

from tests.faults import attacks
from tests.faults.company import Company
from tests.faults.judgement import judge
from tests.faults.killing import Killer
from tests.faults.native_ground import Native

SEED = 20260101


async def test_nothing_is_lost_when_the_line_to_the_broker_is_cut(ground: Native, people: Company) -> None:
    await people.under(attacks.cut_all_lines(people, ground, times=2))
    await judge(ground)


async def test_events_of_different_services_may_arrive_in_any_order_and_twice(ground: Native, people: Company) -> None:
    await people.under(attacks.cut_one_line_after_the_other(people, ground))
    await judge(ground, seed=SEED)


async def test_a_broker_whose_disk_is_full_keeps_nobody_from_working_and_gets_everything_later(ground: Native, people: Company) -> None:
    await people.under(attacks.fill_the_disk_of_the_broker(people, ground))
    await judge(ground)


async def test_poison_rests_with_the_dead_and_holds_nobody_up(ground: Native, people: Company) -> None:
    poison = uuid4()
    await people.under(attacks.tell_poison(ground, poison))
    await judge(ground, poison=poison)
    await attacks.take_poison_away(ground, poison)


async def test_everything_told_again_changes_nothing(ground: Native, people: Company) -> None:
    await people.under(attacks.tell_everything_again(ground))
    await judge(ground)


async def test_two_relays_of_one_service_do_no_harm(ground: Native, people: Company) -> None:
    await people.under(attacks.take_the_relays_lock_away(people, ground, times=3))
    await judge(ground)


async def test_deadlines_pass_by_the_databases_clock_whatever_a_replicas_says(ground: Native, people: Company) -> None:
    await people.under(attacks.put_clocks_wrong(people, ground))
    await judge(ground)


async def test_nothing_is_lost_whichever_process_is_killed(ground: Native, people: Company) -> None:
    await people.under(Killer(ground.targets, SEED).once_each())
    await people.check_result()
    await judge(ground)
