"""Pending changes at the provider, as values."""

from chamdiem_identity.provider.domain import Task, TaskKind, new_password, wait_before_next_try_s
from chamdiem_identity.provider.port import NewUser


def test_a_one_time_password_is_long_mixed_and_never_the_same() -> None:
    made = {new_password() for _ in range(500)}
    assert len(made) == 500
    for password in made:
        letters = password.replace("-", "")
        assert len(letters) == 16
        assert any(c.isupper() for c in letters)
        assert any(c.islower() for c in letters)
        assert any(c.isdigit() for c in letters)
        assert not set(letters) & set("0O1Il")


def test_a_password_stays_out_of_what_is_printed() -> None:
    from uuid import uuid4

    assert "bi-mat" not in repr(NewUser("lan", "Lan", "bi-mat"))
    assert "bi-mat" not in repr(Task(1, uuid4(), TaskKind.CREATE_USER, "lan", "Lan", None, True, "bi-mat"))


def test_the_wait_between_tries_grows_to_five_minutes_and_no_further() -> None:
    assert [wait_before_next_try_s(n) for n in (1, 2, 3, 8, 9, 1000)] == [2, 4, 8, 256, 300, 300]
