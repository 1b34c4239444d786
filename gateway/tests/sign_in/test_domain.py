"""A sign-in on its way, as values."""

import base64
import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chamdiem_gateway.sign_in.domain import NextRefused, StateRefused, begin, browser_number, check_next, resume


@pytest.mark.parametrize(
    "next_",
    [
        "https://xau.example",
        "//xau.example",
        "/\\xau.example",
        "\\\\xau.example",
        "javascript:alert(1)",
        "xau",
        "",
        "/a\nb",
        "/\t/xau.example",
        " /a",
        "/\u2028a",
        "http:/xau.example",
        "///xau.example",
        "/" + "a" * 1000,
    ],
)
def test_only_a_path_of_this_host_may_be_gone_back_to(next_: str) -> None:
    with pytest.raises(NextRefused):
        check_next(next_)


@pytest.mark.parametrize("next_", ["/", "/phieu/1?muc=2#cuoi", "/a//b", "/a:b"])
def test_a_path_of_this_host_is_taken(next_: str) -> None:
    check_next(next_)


def test_a_sign_in_resumes_in_the_browser_that_began_it_with_what_it_began() -> None:
    browser = browser_number(None)
    begun = begin(browser, "/phieu", 1000)
    assert resume(browser, begun.state, 1600) == begun
    assert begun.challenge == base64.urlsafe_b64encode(hashlib.sha256(begun.verifier.encode()).digest()).rstrip(b"=").decode()
    assert 43 <= len(begun.verifier) <= 128


def test_another_browser_an_old_state_and_no_cookie_are_refused() -> None:
    browser = browser_number(None)
    state = begin(browser, "/", 1000).state
    for other, now in ((browser_number(None), 1000), (None, 1000), (browser, 1601)):
        with pytest.raises(StateRefused):
            resume(other, state, now)


@given(st.text())
def test_a_made_up_state_is_refused(state: str) -> None:
    with pytest.raises(StateRefused):
        resume(browser_number(None), state, 0)


@given(st.integers(0, 200), st.sampled_from("abcXYZ019-_."))
def test_a_state_changed_anywhere_is_refused(place: int, letter: str) -> None:
    browser = browser_number(None)
    state = begin(browser, "/phieu", 1000).state
    at = place % len(state)
    forged = state[:at] + letter + state[at + 1 :]
    if forged != state:
        with pytest.raises(StateRefused):
            resume(browser, forged, 1000)


def test_two_sign_ins_of_one_browser_share_no_secret() -> None:
    browser = browser_number(None)
    one, other = begin(browser, "/", 1000), begin(browser, "/", 1000)
    assert browser_number(browser) == browser
    assert {one.state, one.nonce, one.verifier}.isdisjoint({other.state, other.nonce, other.verifier})
