"""How often the interpreter looks for garbage that only refers to itself."""

import gc

_YOUNG = 10_000


def collect_rarely() -> None:
    """Look once in 10,000 new objects instead of once in 700; for the process, once a service runs in it.

    A sheet of 250 answers makes some thousands of short-lived objects, none of them in a circle: looking among them took a quarter of the
    processor's time, and found nothing.
    """
    gc.set_threshold(_YOUNG, 10, 10)
