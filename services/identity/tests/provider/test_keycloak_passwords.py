"""One-time passwords as Keycloak gets them."""

import json

from hypothesis import given
from hypothesis import strategies as st

from chamdiem_identity.provider.domain import is_one_time_password, new_password
from chamdiem_identity.provider.keycloak_passwords import first_credential, is_marked, mark


def test_a_password_of_ours_goes_as_a_hash_and_a_chosen_one_is_left_to_keycloaks_policy() -> None:
    ours, chosen = new_password(), "Mat-khau-1"
    assert ours not in json.dumps(first_credential(ours))
    assert first_credential(ours)["temporary"] is True
    assert first_credential(chosen) == {"type": "password", "value": chosen, "temporary": True}


def test_only_passwords_of_our_own_form_are_taken_for_random() -> None:
    assert all(is_one_time_password(new_password()) for _ in range(100))
    for other in ("", "Mat-khau-1", "ABCD-EFGH-JKLM", "ABCD-EFGH-JKLM-NPQ0", "ABCD-EFGH-JKLM-NPQRS"):
        assert not is_one_time_password(other)


def test_a_mark_is_known_by_its_password_only_and_never_twice_the_same() -> None:
    one, two = new_password(), new_password()
    assert is_marked(one, mark(one))
    assert not is_marked(two, mark(one))
    assert mark(one) != mark(one)


@given(st.text(max_size=60))
def test_what_is_no_mark_is_nobodys(kept: str) -> None:
    assert not is_marked("Mat-khau-1", kept)
